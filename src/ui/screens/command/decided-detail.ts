import type { Id, View } from "../../../engine/player.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";
import { plural } from "../../text/words.ts";
import { headLines, nameOf, unitName } from "./order-words.ts";

/** What is known of a contingent with a patron, or of a pool. */
export function decidedDetail(view: View, id: Id, width: number): Line[] {
  const pool = view.brief.pools[id];
  const rows = pool === undefined ? contingentRows(view, id) : poolRows(view, id);
  return [
    ...headLines(line(tone("strong", unitName(view, id))), id, width),
    ...rows.flatMap((row) => wrap(row, width).map((text) => line(text))),
  ];
}

function contingentRows(view: View, id: Id): string[] {
  return [
    `Its patron may call it home; it is ${view.contingents[id] ?? "unknown"}.`,
    "You can hold it for a turn, at a price, or send it home.",
  ];
}

function poolRows(view: View, id: Id): string[] {
  const pool = view.brief.pools[id];
  if (pool === undefined) return [];
  const called = view.pools[id] ?? 0;
  const names = pool.formations.map((formation) => unitName(view, formation));
  const { price } = pool;
  const track = price === null ? "" : (view.brief.tracks[price.track]?.title ?? price.track);
  return [
    `${names.join(", ")}; at ${nameOf(view, pool.at)} ${plural(pool.delayHours, "hour")} after the call.`,
    ...(price === null ? [] : [`Calling moves ${track} by ${price.points}.`]),
    called > 0 ? `Called in turn ${called}.` : "Not called yet.",
  ];
}
