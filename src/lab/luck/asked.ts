import type { Event, Id, Ruling } from "../../engine/index.ts";
import { openingOf } from "../opening.ts";
import type { AskedTurn, Recipe } from "../recipe.ts";
import type { Game } from "../replicate.ts";
import type { Yardstick } from "./yardstick.ts";

/** A game that was played, and how it is judged. */
export interface LuckAsked {
  /** The game as it goes on: each seat by its course of action, without any turn played. */
  readonly game: Game & { readonly recipe: Recipe };
  /** Every turn that was played, and what came of it. */
  readonly turns: readonly AskedTurn[];
  readonly events: readonly (readonly Event[])[];
  /** Whether what it is judged by can no longer change. */
  readonly isDecided: boolean;
  /** Seat → text of history's course of action; a seat that is not here then gives no orders. */
  readonly historical: Readonly<Record<Id, string>>;
  /** Seats that were not played by history's course of action. */
  readonly departing: readonly Id[];
  /** Seats whose orders were a person's, or nobody's rule: they are given again as they were. */
  readonly scripted: readonly Id[];
  readonly yardstick: Yardstick;
  /** The seed of all that is played anew. */
  readonly seed: string;
}

/** The game from after a turn on, every run with fresh dice; `rulings` stand for those of that turn. */
export function afterTurn(
  { game, turns }: LuckAsked,
  turn: number,
  rulings: readonly Ruling[] | null = null,
): Game {
  const opening = turns.slice(0, turn).map((asked, at) => {
    return rulings !== null && at === turn - 1 ? { ...asked, rulings } : asked;
  });
  const injects = turns.map((asked) => asked.injects);
  const recipe = { ...game.recipe, opening, injects };
  return { ...game, recipe, injects, opened: openingOf(game.setup, game.aims, opening) };
}
