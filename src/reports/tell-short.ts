import { match } from "ts-pattern";
import {
  type BattleResolved,
  type EventOf,
  isAirOrder,
  isSeatOrder,
  type Order,
} from "../engine/index.ts";
import { forcesOf, nameOf, type Names } from "./names.ts";
import { targetName, unitName } from "./tell-orders.ts";
import { rounded } from "./wording.ts";

/** An order in the fewest words, without its unit: "assault The mill"; a seat's decision with it. */
export function shortOrder(names: Names, order: Order): string {
  const verb = order.verb.replace("-", " ");
  if (isSeatOrder(order)) return `${verb} ${unitName(names, order)}${toText(order.to)}`;
  if (isAirOrder(order)) return `${verb} ${targetName(names, order.verb, order.to)}`;
  if (order.to === null) return verb;
  return `${verb} ${nameOf(names, order.verb === "join" ? "formations" : "places", order.to)}`;
}

function toText(to: string | null): string {
  return to === null ? "" : `: ${to}`;
}

/** How a battle went for its attacker, in the fewest words: "thrown back", "gained 1.2 km". */
export function shortResult(battle: BattleResolved): string {
  const { holding, link, km, advanceKm, depthKm, result } = battle;
  if (holding) return "holding attack";
  if (link === null && km > 0 && advanceKm >= depthKm) return "broke through";
  return match(result)
    .with("repulsed", () => "thrown back")
    .with("held", () => "was held")
    .with("limited-gain", () => `gained ${rounded(km, 1)} km`)
    .with("forced-back", () => `forced back, ${rounded(km, 1)} km`)
    .with("overrun", () => "overran")
    .exhaustive();
}

/** The same for its defender: "held", "lost 1.2 km". */
export function shortDefence(battle: BattleResolved): string {
  const { holding, link, km, advanceKm, depthKm, result } = battle;
  if (holding) return "held in place";
  if (result === "repulsed") return "threw the enemy back";
  if (link === null && km > 0 && advanceKm >= depthKm) return "gave way";
  return km > 0 ? `lost ${rounded(km, 1)} km` : "held";
}

/** A battle in the fewest words: "The mill: was held"; with its attacker where that is not plain. */
export function shortBattle(names: Names, battle: BattleResolved): string {
  const where = nameOf(names, "places", battle.place);
  const who = Object.keys(names.sides).length > 2 ? `${forcesOf(names, battle.attacker)} at ` : "";
  const meeting = battle.link === null ? "" : "meeting, ";
  return `${who}${where}: ${meeting}${shortResult(battle)}`;
}

/** A patron's reckoning in the fewest words, where it came to something. */
export function shortPatron(names: Names, event: EventOf<"patron-weighed">): string {
  return `${nameOf(names, "contingents", event.contingent)} to leave in turn ${event.leavesTurn}`;
}
