import { type PayoffTerm, payoffsOf } from "../payoffs.ts";
import { answersOf, type Question } from "../question.ts";
import type { Game } from "../replicate.ts";
import type { Sample } from "../sample.ts";
import { isYesOrNo } from "../summarise.ts";

/** By what a game is judged: a question to each of its runs, or a sum of measures. */
export type Yardstick =
  | { readonly kind: "question"; readonly question: Question }
  | { readonly kind: "payoff"; readonly terms: readonly PayoffTerm[] };

/** Whether what is found in a run is 1 or 0. */
export function isShare(yardstick: Yardstick, game: Game): boolean {
  if (yardstick.kind === "payoff") return false;
  const { measure, by } = yardstick.question;
  return by !== null || isYesOrNo(game, measure);
}

/** What is found in each run; a run without a value counts as nothing. */
export function foundIn(yardstick: Yardstick, game: Game, sample: Sample): readonly number[] {
  if (yardstick.kind === "payoff") return payoffsOf(yardstick.terms, sample);
  const [values = []] = answersOf(yardstick.question, [game], [sample]).values;
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}
