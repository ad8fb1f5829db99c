import { match } from "ts-pattern";
import {
  type AirOrder,
  type EventOf,
  type FormationOrder,
  type Id,
  isAirOrder,
  type Order,
} from "../engine/index.ts";
import { linkName, nameOf, type Names, weatherName } from "./names.ts";
import { counted, listed } from "./wording.ts";

/** What an order asks, after "to": "assault the mill by way of the ford". */
function orderText(names: Names, order: Order): string {
  return isAirOrder(order) ? airText(names, order) : formationText(names, order);
}

function airText(names: Names, { verb, to, sorties }: AirOrder): string {
  const target = targetName(names, verb, to);
  return `fly ${counted(sorties, "sortie")} ${missionText(verb)} ${target}`;
}

/** The target of an air task: a link when it interdicts, else a place. */
export function targetName(names: Names, verb: AirOrder["verb"], to: Id): string {
  return verb === "interdict" ? `the road ${linkName(names, to)}` : nameOf(names, "places", to);
}

/** What the sorties were for, up to the target. */
export function missionText(verb: AirOrder["verb"]): string {
  return match(verb)
    .with("support", () => "in support at")
    .with("interdict", () => "to interdict")
    .with("strike", () => "to strike at")
    .exhaustive();
}

function formationText(names: Names, { verb, to, via }: FormationOrder): string {
  const place = to === null ? "" : nameOf(names, "places", to);
  const way = via.map((id) => nameOf(names, "places", id));
  const road = way.length === 0 ? "" : ` by way of ${listed(way)}`;
  return match(verb)
    .with("move", () => `move to ${place}${road}`)
    .with("assault", () => `assault ${place}${road}`)
    .with("defend", () => "defend where it stands")
    .with("dig-in", () => "dig in where it stands")
    .with("delay", () => delayText(place === "" ? "" : `${place}${road}`))
    .with("withdraw", () => `withdraw to ${place}${road}`)
    .with("commit", () => `go in from reserve at ${place}${road}`)
    .with("reserve", () => "go into reserve")
    .exhaustive();
}

function delayText(way: string): string {
  return way === "" ? "delay the enemy" : `fall back to ${way}, delaying the enemy`;
}

/** The name of whoever an order is for. */
function unitName(names: Names, order: Order): string {
  return nameOf(names, isAirOrder(order) ? "wings" : "formations", order.unit);
}

/** An order as it went out. */
export function tellReceived(names: Names, event: EventOf<"order-received">): string {
  const { seat, order, takesEffect } = event;
  const when = isAirOrder(order) ? "" : `; it takes effect in turn ${takesEffect}`;
  const asked = `${unitName(names, order)} to ${orderText(names, order)}`;
  return `${nameOf(names, "seats", seat)} ordered ${asked}${when}.`;
}

/** An order the rules refused, with the reason. */
export function tellRefused(names: Names, { seat, order, refusal }: EventOf<"order-refused">) {
  const asked = `${unitName(names, order)} to ${orderText(names, order)}`;
  const who = nameOf(names, "seats", seat);
  return `${who} could not have ${asked}: ${refusal.message}.`;
}

/** An order that came into force. */
export function tellBegan(names: Names, { formation, order }: EventOf<"order-began">): string {
  const name = nameOf(names, "formations", formation);
  return `${name} took up its order to ${orderText(names, order)}.`;
}

/** The turn's weather and light. */
export function tellTurn(names: Names, { turn, weather, night }: EventOf<"turn-began">): string {
  return `Turn ${turn} began, by ${night ? "night" : "day"}; weather: ${weatherName(names, weather)}.`;
}

/** What a seat was told, in numbers: its knowledge has the rest. */
export function tellReported(names: Names, event: EventOf<"reported">): string {
  const { seat, contacts, holders, forgotten } = event;
  const parts = [
    ...(contacts.length > 0 ? [`of ${counted(contacts.length, "enemy formation")}`] : []),
    ...(holders.length > 0 ? [`who holds ${counted(holders.length, "place")}`] : []),
    ...(forgotten.length > 0
      ? [`that ${counted(forgotten.length, "report")} no longer holds`]
      : []),
  ];
  return `${nameOf(names, "seats", seat)} was told ${listed(parts)}.`;
}
