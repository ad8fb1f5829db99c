// What a worker thread runs: a door of its own, bundled beside the program.
import type { Asking } from "../lab/ask/asking.ts";
import { type AskedGame, askedGame } from "../lab/ask/play-asked.ts";
import { gameOn, scenarioOf } from "../lab/compile-game.ts";
import type { Recipe } from "../lab/recipe.ts";
import { type Game, playRuns, type Rows } from "../lab/replicate.ts";
import type { Scenario } from "../scenarios/index.ts";

/** Runs `from` to `to` of a game that is told by its recipe: plain data. */
export interface Task {
  /** The same for the same recipe, within one program. */
  readonly key: number;
  readonly recipe: Recipe;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** Games that are kept: making one takes as long as playing several runs. */
const MOST_GAMES = 32;
const games = new Map<number, Game>();

/** Plays the runs of a task. */
export function play({ key, recipe, seed, from, to }: Task): Rows {
  return playRuns(gameFor(key, recipe), seed, from, to);
}

function gameFor(key: number, recipe: Recipe): Game {
  const game = games.get(key) ?? gameOn(scenarioFor(recipe), recipe);
  // Set anew, it is the last to go.
  games.delete(key);
  games.set(key, game);
  const [oldest] = games.keys();
  if (games.size > MOST_GAMES && oldest !== undefined) games.delete(oldest);
  return game;
}

/** Pairs of runs `from` to `to` of a question that was asked in the middle of a game. */
export interface AskTask {
  /** The same for the same question, within one program. */
  readonly key: number;
  readonly asking: Asking;
  readonly from: number;
  readonly to: number;
}

let asked: { readonly key: number; readonly game: AskedGame } | null = null;

/** Plays pairs of a question; what they all begin from is made once. */
export function ask({ key, asking, from, to }: AskTask): Float64Array {
  if (asked?.key !== key) asked = { key, game: askedGame(asking) };
  return asked.game.play(from, to);
}

let known: { readonly recipe: Recipe; readonly scenario: Scenario } | null = null;

/** Games of one scenario differ in who plays and where they begin: it is read once for all of them. */
function scenarioFor(recipe: Recipe): Scenario {
  if (known === null || !isSameScenario(known.recipe, recipe)) {
    known = { recipe, scenario: scenarioOf(recipe) };
  }
  return known.scenario;
}

function isSameScenario(a: Recipe, b: Recipe): boolean {
  const isSame = (["scenario", "parameters", "length", "variant"] as const).every(
    (part) => a[part] === b[part],
  );
  return isSame && JSON.stringify(a.patch) === JSON.stringify(b.patch);
}
