import type { Id, View } from "../../../engine/player.ts";
import { unitsOf } from "../../orders/units.ts";
import { nameOf } from "../../screens/command/order-words.ts";
import { count, plural } from "../../text/words.ts";
import { statusWords } from "./forces.ts";

/** What stands in reserve, what may be called or is expected, and what is out of the fight. */
export function reserveRows(view: View): readonly string[] {
  const held = unitsOf(view).filter(
    (id) => view.formations[id]?.status === "active" && view.formations[id]?.reserve,
  );
  return [
    ...(held.length === 0
      ? ["No formation stands in reserve."]
      : held.map((id) => heldWords(view, id))),
    ...Object.keys(view.brief.pools).map((id) => poolWords(view, id)),
    ...awayRows(view),
    ...expectedRows(view),
  ];
}

function heldWords(view: View, id: Id): string {
  const state = view.formations[id];
  const name = view.brief.formations[id]?.name ?? id;
  return `In reserve: ${name}, ${count(state?.men ?? 0)} men, at ${nameOf(view, state?.place ?? null)}.`;
}

function poolWords(view: View, id: Id): string {
  const pool = view.brief.pools[id];
  if (pool === undefined) return `${id}.`;
  const names = pool.formations.map((one) => view.brief.formations[one]?.name ?? one).join("; ");
  const called = view.pools[id] ?? 0;
  const state =
    called > 0
      ? `called in turn ${called}`
      : `not called; would come to ${nameOf(view, pool.at)} ${plural(pool.delayHours, "hour")} after the call`;
  const { price } = pool;
  const track = price === null ? "" : (view.brief.tracks[price.track]?.title ?? price.track);
  const costs =
    price === null || called > 0
      ? ""
      : ` Calling moves ${track} ${price.points < 0 ? "down" : "up"} by ${Math.abs(price.points)}.`;
  return `${pool.title} (${names}): ${state}.${costs}`;
}

/** Formations that are not in the field, with what became of them. */
function awayRows(view: View): readonly string[] {
  return unitsOf(view).flatMap((id) => {
    const state = view.formations[id];
    if (state === undefined || ["active", "expected"].includes(state.status)) return [];
    return [`${view.brief.formations[id]?.name ?? id}: ${statusWords(view, state)}.`];
  });
}

function expectedRows(view: View): readonly string[] {
  const expected = unitsOf(view).filter((id) => view.formations[id]?.status === "expected");
  const names = expected.map((id) => view.brief.formations[id]?.name ?? id);
  return names.length === 0 ? [] : [`Expected, not yet on the map: ${names.join("; ")}.`];
}
