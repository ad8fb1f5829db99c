import type { Event, Id, Setup } from "../engine/index.ts";
import { besideTurn, type Comparison, stillApartText } from "./beside.ts";
import { chronicleOf } from "./chronicle.ts";
import { turnHeading } from "./dates.ts";
import { type Line, listUnder, plain, title } from "./page.ts";
import { citationOf, type HistoricalRecord } from "./record.ts";
import { type Names, weatherName } from "./names.ts";
import type { Holders } from "./tally.ts";

/** What a printed run is told with. */
export interface Telling {
  readonly names: Names;
  readonly clock: Setup["clock"];
  readonly record: HistoricalRecord;
  /** Columns. */
  readonly width: number;
}

/** A turn of a run as lines: what the run did, what the record says, and where they part. */
export function turnLines(
  telling: Telling,
  turn: number,
  events: readonly Event[],
  holders: Holders,
): Line[] {
  const { names, record, width } = telling;
  return [
    ...chronicleLines(telling, turn, events),
    ...recordLines(telling, turn),
    ...besideLines(names, record, holders, turn, width),
    plain(""),
  ];
}

/** What a turn brought, under its heading. */
export function chronicleLines(
  { names, clock, width }: Omit<Telling, "record">,
  turn: number,
  events: readonly Event[],
): Line[] {
  const heading = `${turnHeading(clock, turn)}${weatherText(names, events)}`;
  const sections = chronicleOf(names, events);
  return [
    ...title(heading, width),
    ...sections.flatMap((section) => listUnder(section.title, section.paragraphs, width)),
  ];
}

function weatherText(names: Names, events: readonly Event[]): string {
  const began = events.find((event) => event.kind === "turn-began");
  return began === undefined ? "" : ` · ${weatherName(names, began.weather)}`;
}

/** What the record says of one turn. */
function recordLines({ record, width }: Telling, turn: number): Line[] {
  const said = record.events.filter((event) => event.turn === turn);
  const items = said.map((event) => `${event.text} ${citationOf(event)}`);
  return listUnder("The record", items, width);
}

const VERDICTS: readonly (readonly [Comparison["kind"], string])[] = [
  ["departs", "The run departs from the record"],
  ["agrees", "As the record has it"],
  ["silent", "The record is silent"],
];

function besideLines(
  names: Names,
  record: HistoricalRecord,
  holders: Holders,
  turn: number,
  width: number,
): Line[] {
  const { comparisons, stillApart } = besideTurn(names, record, holders, turn);
  const verdicts = VERDICTS.flatMap(([kind, heading]) => {
    const items = comparisons.filter((one) => one.kind === kind).map(({ text }) => text);
    return listUnder(heading, items, width);
  });
  const apart = stillApartText(names, stillApart);
  return [
    ...verdicts,
    ...(apart === "" ? [] : listUnder("Still apart since an earlier turn", [apart], width)),
  ];
}

/** A turn of the record alone: its events, and who took what. */
export function recordTurnLines(telling: Telling, turn: number): Line[] {
  const { names, clock, record, width } = telling;
  const control = record.control.filter((entry) => entry.turn === turn);
  const changes = control.map((entry) => {
    const note = entry.note === undefined ? "" : ` ${entry.note}`;
    return `${placeText(names, entry)} ${citationOf(entry)}.${note}`;
  });
  const said = recordLines(telling, turn);
  if (said.length + changes.length === 0) return [];
  const heading = turn === 0 ? "Before turn 1" : turnHeading(clock, turn);
  const lines = [...said, ...listUnder("Who held what", changes, width)];
  return [...title(heading, width), ...lines, plain("")];
}

function placeText(names: Names, { place, holder }: { place: Id; holder: Id | null }): string {
  const who = holder === null ? "nobody" : (names.sides[holder]?.name ?? holder);
  return `${names.places[place]?.name ?? place}: ${who}`;
}
