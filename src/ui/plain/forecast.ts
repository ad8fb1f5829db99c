import {
  forecast,
  isAttacking,
  isFormationOrder,
  type Order,
  parseOrder,
  RESULTS,
  type View,
} from "../../engine/player.ts";
import { refusalOf } from "../orders/draft.ts";
import { resolveNames } from "../orders/resolve.ts";
import { roadKm, roadOf } from "../orders/targets.ts";
import { nameOf, wholeOrderWords } from "../screens/command/order-words.ts";
import { factorWords, shiftWords } from "../telling/shifts.ts";
import type { Draft } from "../state.ts";
import { count, percent, sentence } from "../text/words.ts";

/** What an order would come to as far as the seat knows, without giving it. */
export function forecastRows(view: View, draft: Draft, typed: string): readonly string[] {
  const resolved = resolveNames(view, typed);
  if (!resolved.ok) return [sentence(resolved.message)];
  const read = parseOrder(resolved.text);
  if (!read.ok) return [`${sentence(read.problem.message)}; ${read.problem.hint}`];
  const refusal = refusalOf(view, draft, read.order);
  const said = `${wholeOrderWords(view, read.order)}.`;
  if (refusal !== null) return [said, `Refused: ${refusal.message}.`];
  return [said, ...roadRows(view, read.order), ...oddsRows(view, draft, read.order)];
}

function roadRows(view: View, order: Order): readonly string[] {
  if (!isFormationOrder(order)) return [];
  const km = roadKm(view, order);
  if (km === null) return [];
  const stops = roadOf(view, order)
    .slice(1)
    .map((place) => nameOf(view, place));
  return [`By road: ${stops.join(", ")}; ${Math.round(km)} km.`];
}

function oddsRows(view: View, draft: Draft, order: Order): readonly string[] {
  if (!isFormationOrder(order) || !isAttacking(order.verb))
    return ["No battle is to be forecast for it."];
  const expected = forecast(view, order, draft.orders);
  if (expected === null) return ["No enemy is reported on the way: it would be taken in passing."];
  const { place, odds, attackerMen, defenderMen, chances, factors } = expected;
  const leading = factors
    .map(({ id, value }) => ({ id, shift: shiftWords(value), size: Math.abs(Math.log(value)) }))
    .filter(({ shift }) => shift !== "0")
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 4);
  return [
    `Against ${nameOf(view, place)}: odds ${odds.toFixed(2)} to 1, ${count(attackerMen)} men against about ${count(defenderMen)}.`,
    `Chances: ${RESULTS.toReversed()
      .map((result) => `${result.replaceAll("-", " ")} ${percent(chances[result])}`)
      .join(", ")}.`,
    `Losses to expect: ${percent(expected.attackerLossRate)} ours, ${percent(expected.defenderLossRate)} theirs.`,
    ...(expected.holding ? ["A holding attack: it takes no ground."] : []),
    ...(leading.length === 0
      ? []
      : [
          `What moves the odds most, in shifts: ${leading.map(({ id, shift }) => `${factorWords(id)} ${shift.replace("−", "minus ").replace("+", "plus ")}`).join(", ")}.`,
        ]),
    "Enemy kit, works and air, and whoever was not reported, are not counted.",
  ];
}
