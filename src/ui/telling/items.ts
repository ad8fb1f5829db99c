import type { Event, EventKind } from "../../engine/player.ts";
import type { TableNames } from "../../journal/index.ts";
import { narrate } from "../../reports/index.ts";
import type { Tone } from "../text/span.ts";
import { hasWorking } from "./why.ts";

/** One sentence of a report; `why` is the index of its event when that has a working. */
export interface Item {
  readonly text: string;
  readonly mark: string;
  readonly tone: Tone;
  readonly why: number | null;
}

/** What a commander reads first; everything else is behind "more". */
const HEADLINES: ReadonlySet<EventKind> = new Set<EventKind>([
  "battle-resolved",
  "place-taken",
  "formation-broke",
  "surrendered",
  "retreated",
  "contingent-left",
  "arrived",
  "rallied",
  "stragglers-missing",
  "inject-came",
  "threshold-passed",
  "patron-held",
  "command-changed",
  "supply-changed",
  "sorties-scaled",
  "order-refused",
  "order-failed",
  "detached",
  "joined",
  "air-struck",
  "column-struck",
  "kit-destroyed",
  "civilians-harmed",
  "civilians-left",
  "demolished",
  "wing-rebased",
  "gave-way",
  "scouted",
  "pool-called",
  "kit-taken",
  "objective-scored",
  "game-ended",
]);

const MARKS: Readonly<Partial<Record<EventKind, readonly [string, Tone]>>> = {
  "battle-resolved": ["×", "title"],
  "place-taken": ["►", "warn"],
  "formation-broke": ["!", "bad"],
  surrendered: ["!", "bad"],
  "contingent-left": ["!", "bad"],
  "stragglers-missing": ["!", "bad"],
  "patron-weighed": ["?", "accent"],
  "order-refused": ["!", "warn"],
  "order-failed": ["!", "warn"],
  "inject-came": ["i", "accent"],
  "threshold-passed": ["i", "accent"],
  "patron-held": ["?", "accent"],
  arrived: ["+", "good"],
  rallied: ["+", "good"],
  "objective-scored": ["*", "good"],
  "game-ended": ["*", "good"],
};

/** The events worth a line, in the order they happened; all of them, or the headlines. */
export function itemsOf(
  names: TableNames,
  events: readonly Event[],
  all: boolean,
): readonly Item[] {
  return events.flatMap((event, at) => {
    if (event.kind === "turn-began" || event.kind === "refitted") return [];
    if (!all && !isHeadline(event)) return [];
    const [mark, tone] = markOf(event);
    const why = hasWorking(event) ? at : null;
    return [{ text: narrate(names, event), mark, tone, why }];
  });
}

/** The mark before an event's sentence, and its tone. */
export function markOf({ kind }: Event): readonly [string, Tone] {
  return MARKS[kind] ?? ["·", "dim"];
}

/** A patron's doubts are news when it goes; a shock when it is no battle's. */
export function isHeadline(event: Event): boolean {
  if (event.kind === "patron-weighed") return event.leavesTurn > 0;
  if (event.kind === "air-struck" || event.kind === "column-struck")
    return event.casualties.some(({ killed, wounded }) => killed + wounded > 0);
  return HEADLINES.has(event.kind);
}
