import type { Event, Purpose } from "../../engine/index.ts";
import { narrate } from "../narrate.ts";
import type { Reviewed } from "../review/reviewed.ts";
import { type Cell, csvText } from "./csv.ts";
import { drawsIn, drawTold } from "./draw-told.ts";
import { DRAW_RULES, EVENT_RULES } from "./event-rules.ts";
import { whereOf } from "./event-where.ts";
import { spanOf } from "./instants.ts";
import type { KnownMap } from "./known.ts";

/** Columns of the table of events, in order; what is in them stands in `docs/EXPORT.md`. */
export const EVENT_COLUMNS = [
  "event",
  "turn",
  "start",
  "end",
  "kind",
  "seat",
  "side",
  "formation",
  "wing",
  "place",
  "to_place",
  "rule",
  "draw_key",
  "draw",
  "probability",
  "outcome",
  "amount",
  "men_killed",
  "men_wounded",
  "text",
] as const;

/** Every event that the reader may know as CSV: a row each, and one for every draw where it has several. */
export function eventCsv(reviewed: Reviewed): string {
  const { scenario, turns } = reviewed;
  const { setup } = scenario;
  let event = 0;
  const rows = turns.flatMap(({ turn, events }) => {
    const { start, end } = spanOf(setup.clock, turn);
    return events.flatMap((one) => {
      event += 1;
      return eventRows(setup, one).map((row) => [event, turn, start, end, ...row]);
    });
  });
  return csvText(EVENT_COLUMNS, rows);
}

/** What the event says stands in its first row alone, so that sums over rows count it once. */
function eventRows(map: KnownMap, event: Event): Cell[][] {
  const { seat, side, formation, wing, place, to } = whereOf(map, event);
  const where = [event.kind, seat, side, formation, wing, place, to];
  const text = narrate(map, event);
  const [killed, wounded] = lossesOf(event);
  const first: Cell[] = [killed, wounded, text];
  const draws = drawsIn(event);
  if (draws.length === 0) {
    return [[...where, EVENT_RULES[event.kind], null, null, null, null, null, ...first]];
  }
  return draws.map((draw, at) => {
    const { outcome, probability, amount } = drawTold(map, event, draw);
    const rule = DRAW_RULES[draw.key.split("/")[0] as Purpose];
    const rest = at === 0 ? first : [null, null, null];
    return [...where, rule, draw.key, draw.u, probability, outcome, amount, ...rest];
  });
}

function lossesOf(event: Event): readonly [killed: number | null, wounded: number | null] {
  if (!("casualties" in event)) return [null, null];
  const { casualties } = event;
  return [
    casualties.reduce((sum, { killed }) => sum + killed, 0),
    casualties.reduce((sum, { wounded }) => sum + wounded, 0),
  ];
}
