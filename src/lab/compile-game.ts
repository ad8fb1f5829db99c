import { type Id, invariant } from "../engine/index.ts";
import { readOrders } from "../journal/index.ts";
import { followScript } from "../policies/script.ts";
import { followCoa } from "../policies/course-of-action.ts";
import type { Policy } from "../policies/policy.ts";
import { type Read, readCoa, readScenario, type Scenario } from "../scenarios/index.ts";
import { openingOf } from "./opening.ts";
import type { Recipe } from "./recipe.ts";
import type { Game } from "./replicate.ts";

/** Makes the game of a recipe. A recipe with a problem is a bug: whoever wrote it read it before. */
export function compileGame(recipe: Recipe): Game {
  return gameOn(scenarioOf(recipe), recipe);
}

/** What a recipe's texts of scenario and parameters say, with its length, variant and patch. */
export function scenarioOf({ scenario, parameters, length, variant, patch }: Recipe): Scenario {
  const options = {
    length: length ?? undefined,
    variant: variant ?? undefined,
    patch: patch ?? undefined,
  };
  return valueOf(readScenario(scenario, parameters, options));
}

/** The game of a recipe whose scenario was read already. */
export function gameOn({ setup, file }: Scenario, recipe: Recipe): Game {
  return gameWith({ setup, asked: file.measures }, recipe);
}

/** The game of a recipe of the same scenario as another game's. */
export function gameWith({ setup, asked }: Pick<Game, "setup" | "asked">, recipe: Recipe): Game {
  const { courses, aims, scripts = {}, opening = [], injects, horizon } = recipe;
  const policies: Record<Id, Policy> = {};
  for (const [seat, text] of Object.entries(courses)) {
    policies[seat] = followCoa(valueOf(readCoa(text, setup)));
  }
  for (const [seat, turns] of Object.entries(scripts)) {
    policies[seat] = followScript(turns.map(readOrders), policies[seat]);
  }
  const opened = openingOf(setup, aims, opening);
  return { setup, policies, aims, asked, recipe, injects, horizon, opened };
}

function valueOf<T>(read: Read<T>): T {
  const why = read.ok ? "" : read.problems.map(({ message }) => message).join("; ");
  invariant(read.ok, `a recipe does not make a game: ${why}`);
  return read.value;
}
