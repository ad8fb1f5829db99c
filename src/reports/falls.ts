import type { Id } from "../engine/index.ts";
import type { Telling } from "./history.ts";
import { fallOf, type FinishedRun } from "./measures.ts";
import { nameOf } from "./names.ts";
import { entriesOf, type RecordControl, recordTimeline } from "./record.ts";
import { counted } from "./wording.ts";

/** The turn in which a place of these entries fell by the record; null when it did not. */
export function recordFall(
  entries: readonly RecordControl[],
  start: Id | null,
  horizon: number,
): number | null {
  // One turn beyond its last entry, so that what stood then counts as standing.
  const end = Math.max(horizon, ...entries.map((entry) => entry.turn + 1));
  return fallOf(recordTimeline(entries, start, end));
}

/** A place whose fall is measured and of which the record speaks. */
interface Fall {
  readonly name: string;
  readonly byRecord: boolean;
  readonly inRun: boolean;
}

/** Whether what fell by the record fell in the run, and that it is one run; may be empty. */
export function fallsText(telling: Telling, run: FinishedRun): string {
  const falls = fallsOf(telling, run);
  const byRecord = falls.filter((fall) => fall.byRecord);
  return [
    ...sharedText(byRecord, run.turn),
    ...namedText(
      "Not in this run",
      byRecord.filter((fall) => !fall.inRun),
    ),
    ...namedText(
      "In this run alone",
      falls.filter((fall) => fall.inRun && !fall.byRecord),
    ),
    ...seedText(run),
  ].join(" ");
}

function fallsOf({ names, record }: Telling, run: FinishedRun): Fall[] {
  const horizon = run.turn;
  return Object.entries(run.asked).flatMap(([id, asked]) => {
    if (asked.kind !== "fall") return [];
    const { subject } = asked;
    const entries = entriesOf(record.control, subject);
    if (entries.length === 0) return [];
    const start = run.setup.places[subject]?.holder ?? null;
    const byRecord = (recordFall(entries, start, horizon) ?? Infinity) <= horizon;
    const inRun = (run.measures[id] ?? null) !== null;
    return [{ name: nameOf(names, "places", subject), byRecord, inRun }];
  });
}

function sharedText(byRecord: readonly Fall[], turn: number): string[] {
  if (byRecord.length === 0) return [];
  const too = byRecord.filter((fall) => fall.inRun).length;
  const [one] = byRecord;
  if (one !== undefined && byRecord.length === 1) {
    const also = one.inRun ? "and in this run too" : "and not in this run";
    return [`One place above fell by the record up to turn ${turn}, ${also}.`];
  }
  const many = too === byRecord.length ? "all" : String(too || "none");
  const of = `Of ${counted(byRecord.length, "place")} above that fell by the record`;
  return [`${of} up to turn ${turn}, ${many} fell in this run too.`];
}

function namedText(what: string, falls: readonly Fall[]): string[] {
  return falls.length === 0 ? [] : [`${what}: ${falls.map(({ name }) => name).join("; ")}.`];
}

function seedText({ seed }: FinishedRun): string[] {
  if (seed === undefined) return [];
  return [`One seed is one run, and this is that of seed ${seed}: --seed plays another.`];
}
