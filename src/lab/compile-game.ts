import { type Id, invariant } from "../engine/index.ts";
import { followCoa } from "../policies/course-of-action.ts";
import type { Policy } from "../policies/policy.ts";
import { type Read, readCoa, readScenario } from "../scenarios/index.ts";
import type { Recipe } from "./recipe.ts";
import type { Game } from "./replicate.ts";

/** Makes the game of a recipe. A recipe with a problem is a bug: whoever wrote it read it before. */
export function compileGame(recipe: Recipe): Game {
  const { length, variant, patch, courses, aims } = recipe;
  const { setup, file } = valueOf(
    readScenario(recipe.scenario, recipe.parameters, {
      length: length ?? undefined,
      variant: variant ?? undefined,
      patch: patch ?? undefined,
    }),
  );
  const policies: Record<Id, Policy> = {};
  for (const [seat, text] of Object.entries(courses)) {
    policies[seat] = followCoa(valueOf(readCoa(text, setup)));
  }
  return { setup, policies, aims, asked: file.measures, recipe };
}

function valueOf<T>(read: Read<T>): T {
  const why = read.ok ? "" : read.problems.map(({ message }) => message).join("; ");
  invariant(read.ok, `a recipe does not make a game: ${why}`);
  return read.value;
}
