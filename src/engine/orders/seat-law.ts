import type { View } from "../views/types.ts";
import type { Id } from "../world/setup.ts";
import { checkPlace, refuse } from "./refusal.ts";
import type { Refusal, SeatOrder } from "./types.ts";

/** Why a seat may not decide this of a contingent, a pool or a place, or null (3.7). */
export function checkSeatOrder(view: View, { unit, verb }: SeatOrder): Refusal | null {
  switch (verb) {
    case "hold":
    case "release":
      return checkPatron(view, unit, verb);
    case "call":
      return checkPool(view, unit);
    case "roe":
      return checkPlace(view, unit) ?? checkWings(view);
  }
}

/** 10.4: the seat that commands a patron's contingent may hold it, or send it home. */
function checkPatron(view: View, id: Id, verb: "hold" | "release"): Refusal | null {
  const contingent = view.brief.contingents[id];
  if (contingent === undefined) return refuse("unit.unknown", `no contingent "${id}" is known`);
  const { name } = contingent;
  if (!view.brief.commands.includes(id))
    return refuse("unit.not-yours", `${name}: another seat commands it`);
  if (!contingent.isPatron)
    return refuse("contingent.no-patron", `${name} has no patron who could call it home`);
  if (view.contingents[id] === "left") return refuse("contingent.left", `${name} has left`);
  return verb === "release" && view.contingents[id] === "leaving"
    ? refuse("unit.leaving", `${name} is leaving already`)
    : null;
}

/** 11.2: a pool of the seat's own is called once. */
function checkPool(view: View, id: Id): Refusal | null {
  const pool = view.brief.pools[id];
  if (pool === undefined) return refuse("unit.unknown", `you have no pool "${id}"`);
  return (view.pools[id] ?? 0) > 0
    ? refuse("pool.called", `${pool.title}: called in turn ${view.pools[id]}`)
    : null;
}

/** 6.10: rules of engagement are for the seat's own aircraft. */
function checkWings({ brief }: View): Refusal | null {
  return Object.values(brief.wings).some((wing) => wing.seat === brief.seat)
    ? null
    : refuse("roe.no-wings", "you command no aircraft");
}
