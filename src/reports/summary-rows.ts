import type { Id } from "../engine/index.ts";
import { recordFall } from "./falls.ts";
import type { Telling } from "./history.ts";
import {
  finalHolders,
  type FinishedRun,
  isTime,
  type MeasureAsked,
  type Measures,
} from "./measures.ts";
import { hasAim, holderName, nameOf, type Names, titleOf } from "./names.ts";
import { entriesOf, recordTimeline } from "./record.ts";
import { LOSSES } from "./tally.ts";
import { grouped, rounded } from "./wording.ts";

/** Measures that the scenario asks for: title, the run, the record; with a head. */
export function askedRows(telling: Telling, run: FinishedRun, ids: readonly Id[]): string[][] {
  const rows = ids.map((id) => {
    const asked = run.asked[id] as MeasureAsked;
    const value = run.measures[id] ?? null;
    return [asked.title, measureText(asked, value), recordText(telling, run, asked)];
  });
  return [["", "run", "record"], ...rows];
}

function measureText(asked: MeasureAsked, value: number | null): string {
  if (asked.kind === "held-at-end") return value === 1 ? "yes" : "no";
  if (value === null) return isTime(asked) ? "no" : "-";
  if (isTime(asked)) return `turn ${value}`;
  if (asked.kind === "share") return `${rounded(100 * value, 0)} %`;
  return Number.isInteger(value) ? grouped(value) : rounded(value);
}

/** The same measure folded from the record's own control of the place. */
function recordText({ record }: Telling, run: FinishedRun, asked: MeasureAsked): string {
  if (asked.kind !== "fall" && asked.kind !== "held-at-end") return "-";
  const { subject } = asked;
  const entries = entriesOf(record.control, subject);
  if (entries.length === 0) return "-";
  const start = run.setup.places[subject]?.holder ?? null;
  const horizon = run.turn;
  if (asked.kind === "held-at-end") {
    return recordTimeline(entries, start, horizon).at(-1) === start ? "yes" : "no";
  }
  const fall = recordFall(entries, start, horizon);
  if (fall === null) return "did not fall";
  return fall > horizon ? `turn ${fall}, later` : `turn ${fall}`;
}

/** Men lost by side and by what became of them; with a head. */
export function menRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const rows = Object.keys(setup.sides).map((side) => [
    holderName(names, side),
    ...LOSSES.map((loss) => grouped(measures[`${side}-${loss}`] ?? 0)),
  ]);
  return [["", ...LOSSES], ...rows];
}

/** 6.9: what crews of each wing claimed beside what they hit; with a head. */
export function strikeRows(names: Names, { air = {} }: FinishedRun): string[][] {
  const flown = Object.entries(air).filter(([, one]) => one.claimedMen + one.claimedKit > 0);
  const rows = flown.map(([wing, { claimedMen, hitMen, claimedKit, hitKit }]) => [
    nameOf(names, "wings", wing),
    ...[claimedMen, hitMen, claimedKit, hitKit].map(grouped),
  ]);
  return [["", "men claimed", "hit", "kit claimed", "hit"], ...rows];
}

/** Points of each seat that has aims; with a head. */
export function scoreRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const seats = Object.keys(setup.seats).filter((seat) => hasAim(setup, seat));
  const rows = seats.flatMap((seat) => [
    [nameOf(names, "seats", seat), rounded(measures[`${seat}-score`] ?? 0)],
    ...menScores(setup, measures, seat),
  ]);
  return [["", "points"], ...rows];
}

/** What of a seat's score is for men; known when the game has ended. */
function menScores({ scores }: FinishedRun["setup"], measures: Measures, seat: Id): string[][] {
  return Object.entries(scores).flatMap(([id, { title: name }]) => {
    const points = measures[`${seat}-score-${id}`] ?? null;
    return points === null ? [] : [[`  of which: ${name}`, rounded(points)]];
  });
}

/** Each track as it stands and where it began; with a head. */
export function trackRows(names: Names, { setup, measures }: FinishedRun): string[][] {
  const rows = Object.entries(setup.tracks).map(([id, { initial }]) => [
    titleOf(names, "tracks", id),
    rounded(measures[`${id}-track`] ?? initial),
    `from ${rounded(initial)}`,
  ]);
  return [["", "now", ""], ...rows];
}

/** Who holds what at the end, a sentence a holder. */
export function holderItems(names: Names, { setup, holders }: FinishedRun): string[] {
  const final = finalHolders(holders);
  return [...Object.keys(setup.sides), null].flatMap((side) => {
    const held = Object.keys(final).filter((place) => final[place] === side);
    const places = held.map((place) => nameOf(names, "places", place)).join("; ");
    return held.length === 0 ? [] : [`${holderName(names, side)}: ${places}.`];
  });
}
