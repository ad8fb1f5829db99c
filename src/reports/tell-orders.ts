import { match } from "ts-pattern";
import {
  type AirMission,
  type AirOrder,
  type EventOf,
  type FormationOrder,
  type Id,
  isAirOrder,
  isFormationOrder,
  isSeatOrder,
  type Order,
  type SeatOrder,
} from "../engine/index.ts";
import { linkName, nameOf, type Names, titleOf, weatherName } from "./names.ts";
import { counted, kitText, listed } from "./wording.ts";

/** What an order asks, after "to": "assault the mill by way of the ford". */
export function orderText(names: Names, order: Order): string {
  if (isSeatOrder(order)) return decisionText(order);
  return isAirOrder(order) ? airText(names, order) : formationText(names, order);
}

function airText(names: Names, { verb, to, sorties }: AirOrder): string {
  if (verb === "rebase") return `move its base to ${nameOf(names, "places", to)}`;
  const target = targetName(names, verb, to);
  return `fly ${counted(sorties, "sortie")} ${missionText(verb)} ${target}`;
}

/** The target of an air task: a link when it interdicts, else a place. */
export function targetName(names: Names, verb: AirOrder["verb"], to: Id): string {
  return verb === "interdict" ? `the road ${linkName(names, to)}` : nameOf(names, "places", to);
}

/** What the sorties were for, up to the target. */
export function missionText(verb: AirMission): string {
  return match(verb)
    .with("support", () => "in support at")
    .with("interdict", () => "to interdict")
    .with("strike", () => "to strike at")
    .with("destroy", () => "to destroy kit lying at")
    .with("supply", () => "to supply")
    .exhaustive();
}

function decisionText({ verb, to }: SeatOrder): string {
  return match(verb)
    .with("hold", () => "stay")
    .with("release", () => "go home")
    .with("call", () => "come early")
    .with("roe", () => `have rules of engagement that are ${to ?? "free"}`)
    .exhaustive();
}

function formationText(names: Names, { verb, to, via, count }: FormationOrder): string {
  const place = to === null ? "" : nameOf(names, verb === "join" ? "formations" : "places", to);
  const ahead = count === 0 ? "" : `, ${counted(count, "piece")} sent ahead`;
  const way = via.map((id) => nameOf(names, "places", id));
  const road = way.length === 0 ? "" : ` by way of ${listed(way)}`;
  return match(verb)
    .with("move", () => `move to ${place}${road}`)
    .with("assault", () => `assault ${place}${road}${ahead}`)
    .with("fix", () => `fix the enemy at ${place}${road}`)
    .with("pursue", () => `pursue the enemy to ${place}${road}${ahead}`)
    .with("defend", () => "defend where it stands")
    .with("dig-in", () => "dig in where it stands")
    .with("delay", () => delayText(place === "" ? "" : `${place}${road}`))
    .with("withdraw", () => `withdraw to ${place}${road}`)
    .with("commit", () => `go in from reserve at ${place}${road}${ahead}`)
    .with("reserve", () => "go into reserve")
    .with("reconnoitre", () => `reconnoitre ${place}`)
    .with("rotate", () => "come out of the line and rest")
    .with("detach", () => `detach ${counted(count, "man", "men")}`)
    .with("join", () => `join ${place}`)
    .with("demolish", () => "destroy what lies at its place")
    .with("evacuate", () => "bring the civilians out of its place")
    .exhaustive();
}

function delayText(way: string): string {
  return way === "" ? "delay the enemy" : `fall back to ${way}, delaying the enemy`;
}

/** The name of whoever an order is for. */
export function unitName(names: Names, order: Order): string {
  if (order.verb === "call") return titleOf(names, "pools", order.unit);
  if (isSeatOrder(order))
    return nameOf(names, order.verb === "roe" ? "places" : "contingents", order.unit);
  return nameOf(names, isAirOrder(order) ? "wings" : "formations", order.unit);
}

/** Who is asked what: "Hammer to assault the mill". */
export function askedText(names: Names, order: Order): string {
  return `${unitName(names, order)} to ${orderText(names, order)}`;
}

/** An order as it went out. */
export function tellReceived(names: Names, event: EventOf<"order-received">): string {
  const { seat, order, takesEffect } = event;
  const when = isFormationOrder(order) ? `; it takes effect in turn ${takesEffect}` : "";
  return `${nameOf(names, "seats", seat)} ordered ${askedText(names, order)}${when}.`;
}

/** An order the rules refused, with the reason. */
export function tellRefused(names: Names, { seat, order, refusal }: EventOf<"order-refused">) {
  const who = nameOf(names, "seats", seat);
  return `${who} could not have ${askedText(names, order)}: ${refusal.message}.`;
}

/** An order that came into force. */
export function tellBegan(names: Names, { formation, order }: EventOf<"order-began">): string {
  const name = nameOf(names, "formations", formation);
  return `${name} took up its order to ${orderText(names, order)}.`;
}

/** Men who went off as a formation of their own. */
export function tellDetached(names: Names, event: EventOf<"detached">): string {
  const { formation, child, place, men, kit } = event;
  const pieces = kitText(names, kit);
  const taken = `${counted(men, "man", "men")}${pieces === "" ? "" : `, ${pieces}`}`;
  const name = nameOf(names, "formations", formation);
  return `${name} detached ${taken} as ${nameOf(names, "formations", child)} at ${nameOf(names, "places", place)}.`;
}

/** A formation that went into another. */
export function tellJoined(
  names: Names,
  { formation, into, place, men }: EventOf<"joined">,
): string {
  const name = nameOf(names, "formations", formation);
  const other = nameOf(names, "formations", into);
  return `${name} joined ${other} at ${nameOf(names, "places", place)} with ${counted(men, "man", "men")}.`;
}

/** An order that could not be carried out when its turn had come. */
export function tellFailed(names: Names, event: EventOf<"order-failed">): string {
  const { formation, order, reason } = event;
  const name = nameOf(names, "formations", formation);
  return `${name} was to ${orderText(names, order)}, and could not: ${failureText(reason)}.`;
}

function failureText(reason: EventOf<"order-failed">["reason"]): string {
  return match(reason)
    .with("no-men", () => "it had too few men left")
    .with("no-name", () => "it had detached all it could")
    .with("not-there", () => "the other was not there")
    .exhaustive();
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
