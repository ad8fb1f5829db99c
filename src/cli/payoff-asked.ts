import type { Id, Problem, Setup } from "../engine/index.ts";
import { type PayoffTerm, scoringTerms } from "../lab/payoffs.ts";
import type { Game } from "../lab/replicate.ts";
import { measureNames } from "../lab/replicate.ts";
import { isTime } from "../reports/index.ts";
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
    const asked = game.asked[measure];
    const missing = asked !== undefined && isTime(asked) ? game.setup.turns + 1 : 0;
    terms.push({ measure, weight, missing });
  }
  return terms;
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
