import type { Id, Problem, Setup } from "../engine/index.ts";
import { type PayoffTerm, scoringTerms } from "../lab/payoffs.ts";
import type { Game } from "../lab/replicate.ts";
import { measureNames } from "../lab/replicate.ts";
import { isTimed } from "../lab/summarise.ts";
import { measureTitle } from "../reports/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { listSome, nearest } from "../scenarios/text.ts";
import { flagProblem } from "./flags.ts";

/** The two sides of a matrix: the first hostile one and the first friendly one, by id. */
export function sidesOf({ sides }: Pick<Setup, "sides">): { red: Id; blue: Id } | null {
  const first = (affiliation: "hostile" | "friend") =>
    Object.keys(sides).find((id) => sides[id]?.affiliation === affiliation);
  const [red, blue] = [first("hostile"), first("friend")];
  return red === undefined || blue === undefined ? null : { red, blue };
}

/**
 * The payoff of `--payoff MEASURE=WEIGHT,…`, to Red; without the flag the scenario's own scoring. A
 * time that did not come counts as a turn after the horizon, any other measure without a value as 0.
 */
export function payoffAsked(
  typed: string | undefined,
  game: Game,
  sides: { readonly red: Id; readonly blue: Id },
): readonly PayoffTerm[] | Problem {
  if (typed === undefined) return scoringTerms(game.setup, sides);
  const names = measureNames(game);
  const terms: PayoffTerm[] = [];
  for (const part of typed.split(",")) {
    const [measure = "", number = ""] = part.split("=").map((word) => word.trim());
    const weight = number === "" ? Number.NaN : Number(number);
    if (!Number.isFinite(weight)) return weightProblem(part);
    if (!names.includes(measure)) return measureProblem(measure, names);
    const missing = isTimed(game, measure) ? game.setup.turns + 1 : 0;
    terms.push({ measure, weight, missing });
  }
  return terms;
}

/** A payoff in words: the scenario's scoring where nothing was typed, else measures by their weights. */
export function payoffWords(
  { setup, file }: Pick<Scenario, "setup" | "file">,
  typed: string | undefined,
  terms: readonly PayoffTerm[],
): string {
  const sides = sidesOf(setup);
  if (typed === undefined && sides !== null) return scoreWords(setup, sides);
  const words = terms.map(
    ({ measure, weight }) =>
      `${Number(weight.toFixed(2))} × ${measureTitle(file.measures, measure)}`,
  );
  return words.join(" + ").replaceAll("+ -", "− ");
}

/** The scenario's own scoring between two sides, in words. */
export function scoreWords(
  { sides }: Pick<Setup, "sides">,
  { red, blue }: { readonly red: Id; readonly blue: Id },
): string {
  const nameOf = (side: Id) => sides[side]?.name ?? side;
  return `the score of ${nameOf(red)} less that of ${nameOf(blue)}`;
}

function weightProblem(part: string): Problem {
  const message = `--payoff: found "${part.slice(0, 40)}", expected MEASURE=WEIGHT`;
  return flagProblem("payoff", "form", message, "--payoff FIRST=-10,SECOND=0.5");
}

function measureProblem(measure: string, names: readonly string[]): Problem {
  const message = `--payoff: found "${measure.slice(0, 40)}", expected a measure of this scenario`;
  const near = nearest(measure, names);
  const hint = near === undefined ? `there are: ${listSome(names)}` : `did you mean "${near}"?`;
  return flagProblem("payoff", "measure", message, hint);
}
