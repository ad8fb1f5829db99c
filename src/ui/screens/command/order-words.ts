import { type Id, type Order, type View, formatOrder, isAirOrder } from "../../../engine/player.ts";

/** A place's name. */
export function nameOf(view: View, place: Id | null): string {
  return place === null ? "nowhere" : (view.brief.places[place]?.name ?? place);
}

/** "assault The tower"; a verb that stays is alone. */
export function taskWords(view: View, verb: string, to: Id | null): string {
  return to === null ? verb : `${verb} ${nameOf(view, to)}`;
}

/** An order without its unit, with the names of places. */
export function orderWords(view: View, order: Order): string {
  if (isAirOrder(order)) return formatOrder(order);
  const via =
    order.via.length > 0 ? ` via ${order.via.map((place) => nameOf(view, place)).join(", ")}` : "";
  return taskWords(view, order.verb, order.to) + via;
}
