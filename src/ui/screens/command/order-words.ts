import {
  type FormationOrder,
  type Id,
  type Order,
  type View,
  isAirOrder,
} from "../../../engine/player.ts";
import { type Line, line, tone, widthOf } from "../../text/span.ts";
import { plural } from "../../text/words.ts";

/** A place's name. */
export function nameOf(view: View, place: Id | null): string {
  return place === null ? "nowhere" : (view.brief.places[place]?.name ?? place);
}

/** The name of a formation or a wing. */
export function unitName({ brief }: View, unit: Id): string {
  return brief.formations[unit]?.name ?? brief.wings[unit]?.name ?? unit;
}

/** "assault The tower", "withdraw to The ford via The mill"; a verb that stays is alone. */
export function taskWords(view: View, { verb, to, via }: Omit<FormationOrder, "unit">): string {
  if (to === null) return verb;
  const road = via.length > 0 ? ` via ${via.map((place) => nameOf(view, place)).join(", ")}` : "";
  return `${verb}${verb === "assault" ? "" : " to"} ${nameOf(view, to)}${road}`;
}

/** An order without its unit, with the names of places: "support The tower with 3 sorties". */
export function orderWords(view: View, order: Order): string {
  if (!isAirOrder(order)) return taskWords(view, order);
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
