import {
  type FormationOrder,
  type Id,
  type Order,
  type View,
  type Verb,
  isFormationOrder,
  isSeatOrder,
} from "../../../engine/player.ts";
import { type Line, line, tone, widthOf } from "../../text/span.ts";
import { plural } from "../../text/words.ts";

/** A place's name. */
export function nameOf(view: View, place: Id | null): string {
  return place === null ? "nowhere" : (view.brief.places[place]?.name ?? place);
}

/** The name of a formation, a wing, or what else a seat may order. */
export function unitName({ brief }: View, unit: Id): string {
  const named = brief.formations[unit] ?? brief.wings[unit] ?? brief.contingents[unit];
  return (named ?? brief.places[unit])?.name ?? brief.pools[unit]?.title ?? unit;
}

/** "assault The tower", "withdraw to The ford via The mill"; a verb that stays is alone. */
export function taskWords(
  view: View,
  { verb, to, via, count }: Omit<FormationOrder, "unit">,
): string {
  const number = count === 0 ? "" : verb === "detach" ? ` ${count}` : ` with ${count}`;
  if (to === null) return `${verb}${number}`;
  const road = via.length > 0 ? ` via ${via.map((place) => nameOf(view, place)).join(", ")}` : "";
  const target = verb === "join" ? unitName(view, to) : nameOf(view, to);
  return `${verb}${WITH_TO.includes(verb) ? " to" : ""} ${target}${road}${number}`;
}

const WITH_TO: readonly Verb[] = ["move", "withdraw", "commit", "delay"];

/** An order without its unit, with the names of places: "support The tower with 3 sorties". */
export function orderWords(view: View, order: Order): string {
  if (isFormationOrder(order)) return taskWords(view, order);
  if (isSeatOrder(order)) return order.to === null ? order.verb : `${order.verb} ${order.to}`;
  if (order.verb === "rebase") return `rebase to ${nameOf(view, order.to)}`;
  return `${order.verb} ${targetName(view, order.to)} with ${plural(order.sorties, "sortie")}`;
}

/** "Hammer: assault The tower". */
export function wholeOrderWords(view: View, order: Order): string {
  return `${unitName(view, order.unit)}: ${orderWords(view, order)}`;
}

/** A place by name; a road by its two ends. */
function targetName(view: View, to: Id): string {
  const link = view.brief.places[to] === undefined ? view.brief.links[to] : undefined;
  return link === undefined
    ? nameOf(view, to)
    : `${nameOf(view, link.a)} - ${nameOf(view, link.b)}`;
}

/** What a thing is called, and the id that typed orders know it by: beside it if there is room. */
export function headLines(head: Line, id: Id, width: number): Line[] {
  const known = tone("dim", `id ${id}`);
  return widthOf(head) + known.text.length + 2 <= width
    ? [line(...head, "  ", known)]
    : [head, line(known)];
}
