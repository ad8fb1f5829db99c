import type { Id, Setup } from "../engine/index.ts";
import { entriesOf, type RecordControl, recordTimeline } from "../reports/record.ts";
import type { ScenarioFile, Test } from "../scenarios/index.ts";
import type { Wanted } from "./pins.ts";

/** Who is to hold what by the record: every place that it speaks of, to the last turn. */
export function wantedOf(
  { places }: Setup,
  control: readonly RecordControl[],
  turns: number,
): Wanted {
  const known = [...new Set(control.map(({ place }) => place))].filter((place) => place in places);
  const timelines = known.toSorted().map((place) => {
    const start = places[place]?.holder ?? null;
    return [place, recordTimeline(entriesOf(control, place), start, turns)] as const;
  });
  return Object.fromEntries(timelines);
}

/**
 * The record changed so that it says what one side of a dispute says; null where the dispute is not
 * about who held a place when. Within the turns a position names anybody may hold the place; at the
 * last of them whoever took it must.
 */
export function wantedBy(
  wanted: Wanted,
  test: Test,
  { setup, asked }: { readonly setup: Setup; readonly asked: ScenarioFile["measures"] },
): Wanted | null {
  const place = placeOf(
    "never" in test ? test.never : "measure" in test ? test.measure : "",
    asked,
  );
  const start = setup.places[place]?.holder;
  if (start === undefined || wanted[place] === undefined) return null;
  const turns = wanted[place].length - 1;
  const taker = takerOf(setup, wanted[place], start);
  if ("never" in test)
    return { ...wanted, [place]: Array.from({ length: turns + 1 }, () => start) };
  if (!("measure" in test) || taker === null) return null;
  const from = Math.max(1, Math.ceil(test.from ?? 1));
  const to = Math.min(turns, Math.floor(test.to ?? turns));
  if (from > to) return null;
  const holders = Array.from({ length: turns + 1 }, (_, turn) =>
    turn < from ? start : turn < to ? undefined : taker,
  );
  return { ...wanted, [place]: holders };
}

/** The place whose fall or entry a measure times; "" for any other measure. */
function placeOf(measure: string, asked: ScenarioFile["measures"]): Id {
  const one = asked[measure];
  if (one?.kind === "fall" || one?.kind === "entry") return one.subject;
  return one === undefined && measure.startsWith("entry-") ? measure.slice("entry-".length) : "";
}

/** Who takes a place by the record, or the only other side; null where that cannot be told. */
function takerOf(
  { sides }: Setup,
  holders: readonly (Id | null | undefined)[],
  start: Id | null,
): Id | null {
  const taker = holders.find((holder) => holder !== start && holder !== null);
  if (taker !== undefined) return taker;
  const others = Object.keys(sides).filter((side) => side !== start);
  return others.length === 1 ? (others[0] as Id) : null;
}
