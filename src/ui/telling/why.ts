import type { Event, View } from "../../engine/player.ts";
import type { TableNames } from "../../journal/index.ts";
import { workingLines } from "../../reports/index.ts";
import { workingOf } from "../../reports/why.ts";
import { type Line, line, type Tone, tone } from "../text/span.ts";

/** Whether an event has a working to show: a battle, or a patron's reckoning. */
export function hasWorking({ kind }: Event): boolean {
  return kind === "battle-resolved" || kind === "patron-weighed";
}

/** The whole working of an event, as the reports tell it; what changes nothing is faint. */
export function whyLines(
  names: TableNames,
  { brief }: View,
  event: Event,
  events: readonly Event[],
): Line[] {
  const known = { ...names, parameters: brief.parameters };
  const rows =
    event.kind === "battle-resolved"
      ? workingOf(known, event, events)
      : workingLines(known, [event]);
  return rows.map((row, at) => line(tone(at === 0 ? "title" : toneOf(row), row)));
}

/** The odds and the result stand out; a factor of one, whose shift is 0.0, steps back. */
function toneOf(row: string): Tone {
  if (/^(\s*odds\s|R\* =|Result:)/.test(row)) return "strong";
  if (/^(Odds|Losses|Cohesion|Chance)\b/.test(row)) return "accent";
  return /\d\s+0\.0\s+[\d.]+$/.test(row) ? "dim" : "plain";
}
