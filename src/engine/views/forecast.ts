import { middleChance } from "../chance/middle.ts";
import type { BattleResolved, Factor, Result } from "../events/types.ts";
import { type Imagined, imagine } from "../imagined/imagine.ts";
import { isAttack } from "../orders/routes.ts";
import { isFormationOrder, type Order } from "../orders/types.ts";
import { chancesOf } from "../phases/outcome.ts";
import { menIn } from "../phases/odds.ts";
import type { Id } from "../world/setup.ts";
import type { View } from "./types.ts";

/** What a seat can expect of an attack from its own knowledge alone. */
export interface Forecast {
  /** Where and in which turn of the game the first battle comes. */
  readonly place: Id;
  readonly turn: number;
  readonly attackerMen: number;
  readonly defenderMen: number;
  /** Whether all that attack only hold the enemy in place, and take no ground (4.9). */
  readonly holding: boolean;
  readonly odds: number;
  readonly factors: readonly Factor[];
  readonly chances: Readonly<Record<Result, number>>;
  /** Expected share of men lost at the middle draw. */
  readonly attackerLossRate: number;
  readonly defenderLossRate: number;
}

/** Turns that are thought ahead for the first battle. */
const AHEAD_TURNS = 4;

/**
 * The first battle that an attack would lead to in the next turns, with the other orders of the
 * sheet given too: the rules played on from the view (`imagine`) with every die at its middle. Null
 * for an order that attacks nobody the seat knows of. Enemies are taken as reported: average
 * troops without kit, in hasty works, who hold.
 */
export function forecast(view: View, order: Order, sheet: readonly Order[] = []): Forecast | null {
  if (!isFormationOrder(order) || !isAttack(view, order)) return null;
  const others = sheet.filter((other) => other.unit !== order.unit);
  let game: Imagined = imagine(view, middleChance);
  for (let ahead = 1; ahead <= AHEAD_TURNS; ahead++) {
    game = game.next(ahead === 1 ? [...others, order] : []);
    const battle = game.events.find((event) => isBattleOf(event, order.unit));
    if (battle?.kind === "battle-resolved") return forecastOf(view, battle, view.turn + ahead);
  }
  return null;
}

function isBattleOf(event: Imagined["events"][number], unit: Id): boolean {
  if (event.kind !== "battle-resolved") return false;
  return event.attackers.some(({ formation }) => formation === unit);
}

function forecastOf(view: View, battle: BattleResolved, turn: number): Forecast {
  const { place, attackers, defenders, holding, odds, factors } = battle;
  return {
    place,
    turn,
    attackerMen: menIn(attackers),
    defenderMen: menIn(defenders),
    holding,
    odds,
    factors,
    chances: chancesOf(view.brief.parameters, odds),
    attackerLossRate: battle.attackerLosses.rate,
    defenderLossRate: battle.defenderLosses.rate,
  };
}
