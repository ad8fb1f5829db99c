import {
  type Forecast,
  type FormationOrder,
  type Id,
  isAttacking,
  RESULTS,
  type Result,
  type View,
} from "../../../engine/player.ts";
import { shiftsOf } from "../../../reports/index.ts";
import { factorWords, shiftWords } from "../../telling/shifts.ts";
import { type Line, type Tone, line, tone, widthOf, wrap } from "../../text/span.ts";
import { count, percent } from "../../text/words.ts";
import { nameOf } from "./order-words.ts";

const RESULT_TONES: Readonly<Record<Result, Tone>> = {
  repulsed: "bad",
  held: "warn",
  "limited-gain": "accent",
  "forced-back": "good",
  overrun: "good",
};

const NOT_COUNTED = "not counted: enemy kit, works and air, and whoever was not reported";

/** Odds, the chance of each result and the losses to expect, from what the seat knows. */
export function forecastLines(
  view: View,
  order: FormationOrder,
  expected: Forecast | null,
  width: number,
): Line[] {
  // A reserve that is committed attacks only where its seat believes the enemy to be.
  if (expected === null && !isAttacking(order.verb)) return [];
  if (expected === null)
    return wrap("No battle in the next turns, by what is reported.", width).map((row) => line(row));
  const { place, turn, chances, attackerLossRate, defenderLossRate, holding } = expected;
  const bars = RESULTS.toReversed().map((result) => chanceLine(result, chances[result], width));
  return [
    ...whereLines(view, order, place, turn),
    ...(holding ? [line(tone("dim", "a holding attack: it takes no ground"))] : []),
    ...oddsLines(expected, width),
    ...bars,
    line(
      tone(
        "dim",
        `losses ~${percent(attackerLossRate)} ours, ~${percent(defenderLossRate)} theirs`,
      ),
    ),
    ...wrap(NOT_COUNTED, width, "  ").map((row) => line(tone("dim", row))),
    ...leadingFactors(expected, width),
  ];
}

/** Where and when it comes to battle, when that is not at once where the order goes. */
function whereLines(view: View, { to }: FormationOrder, place: Id, turn: number): Line[] {
  const where = place === to ? "" : ` at ${nameOf(view, place)}`;
  const when = turn === view.turn + 1 ? "" : ` in turn ${turn}`;
  return where + when === "" ? [] : [line(tone("dim", `first battle${where}${when}`))];
}

/** "Odds 2.97 : 1" and the men of both sides, in one row where there is room. */
function oddsLines({ attackerMen, defenderMen, odds }: Forecast, width: number): Line[] {
  const ratio = line("Odds ", tone("strong", `${odds.toFixed(2)} : 1`));
  const men = line(`${count(attackerMen)} men : ~${count(defenderMen)}`);
  if (widthOf(ratio) + 3 + widthOf(men) > width) return [ratio, men];
  return [line(...ratio, tone("dim", " · "), ...men)];
}

function chanceLine(result: Result, chance: number, width: number): Line {
  const room = Math.max(4, width - 19);
  const bar = "█".repeat(Math.round(chance * room));
  return line(
    result.replaceAll("-", " ").padEnd(13),
    percent(chance).padStart(4),
    " ",
    tone(RESULT_TONES[result], bar),
  );
}

/** The three factors that move the odds most. */
function leadingFactors({ factors }: Forecast, width: number): Line[] {
  const moving = factors.filter(({ value }) => Math.abs(shiftsOf(value)) >= 0.5);
  const first = moving
    .toSorted((a, b) => Math.abs(shiftsOf(b.value)) - Math.abs(shiftsOf(a.value)))
    .slice(0, 3);
  const words = first.map(({ id, value }) => `${factorWords(id)} ${shiftWords(value)}`);
  return words.length === 0
    ? []
    : wrap(words.join(", "), width, "  ").map((row) => line(tone("dim", row)));
}
