import { type Forecast, RESULTS, type Result, type View } from "../../../engine/player.ts";
import { factorWords, shiftWords, shiftsOf } from "../../telling/shifts.ts";
import { type Line, type Tone, line, tone, wrap } from "../../text/span.ts";
import { count, percent } from "../../text/words.ts";
import { nameOf } from "./order-words.ts";

const RESULT_TONES: Readonly<Record<Result, Tone>> = {
  repulsed: "bad",
  held: "warn",
  "limited-gain": "accent",
  "forced-back": "good",
  overrun: "good",
};

/** Odds, the chance of each result and the losses to expect, from what the seat knows. */
export function forecastLines(
  view: View,
  expected: Forecast | null,
  isAssault: boolean,
  width: number,
): Line[] {
  if (!isAssault) return [];
  if (expected === null)
    return wrap("No enemy is reported on the way: it would be taken in passing.", width).map(
      (row) => line(row),
    );
  const { place, attackerMen, defenderMen, odds, chances, attackerLossRate, defenderLossRate } =
    expected;
  const bars = RESULTS.toReversed().map((result) => chanceLine(result, chances[result], width));
  return [
    line(
      tone("dim", `at ${nameOf(view, place)}: `),
      `${count(attackerMen)} : ~${count(defenderMen)}`,
    ),
    line(
      "Odds ",
      tone("strong", `${odds.toFixed(2)} : 1`),
      tone("dim", ` ${shiftWords(odds)} columns`),
    ),
    ...bars,
    line(
      tone(
        "dim",
        `losses ~${percent(attackerLossRate)} ours, ~${percent(defenderLossRate)} theirs`,
      ),
    ),
    ...leadingFactors(expected, width),
  ];
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
