import type { Event, View } from "../../engine/player.ts";
import type { TableNames } from "../../journal/index.ts";
import { workingLines } from "../../reports/index.ts";
import { workingOf } from "../../reports/why.ts";
import { type Line, line, type Tone, tone } from "../text/span.ts";

/** Whether an event has a working to show: a battle, or a patron's reckoning. */
export function hasWorking({ kind }: Event): boolean {
  return kind === "battle-resolved" || kind === "patron-weighed";
}

/** The whole working of an event, as the reports tell it, in so many columns. */
export function whyLines(
  names: TableNames,
  { brief }: View,
  event: Event,
  events: readonly Event[],
  width: number,
): Line[] {
  const known = { ...names, parameters: brief.parameters };
  const rows =
    event.kind === "battle-resolved"
      ? workingOf(known, event, events, width)
      : workingLines(known, [event]);
  return rows.map((row, at) => line(tone(at === 0 ? "title" : toneOf(row), row)));
}

/** The odds, the result and the ground stand out; what had no effect and keys of draws step back. */
function toneOf(row: string): Tone {
  if (/^(\s*odds\s|R\* =|Result:|Ground)/.test(row)) return "strong";
  if (/^(Odds|Losses|Attackers|Defenders|Cohesion {2})/.test(row)) return "accent";
  return /^(Without effect|Draws of|Keys:)/.test(row) ? "dim" : "plain";
}
