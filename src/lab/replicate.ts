import type { HandInject, Id, Setup } from "../engine/index.ts";
import { foldMeasures, type MeasureAsked, type Measures } from "../reports/index.ts";
import { type Opening, startAfter } from "./opening.ts";
import { playOut, type Policies } from "./play-out.ts";
import type { Recipe } from "./recipe.ts";
import { addRun, type GrowingSample } from "./sample.ts";

/** A game that can be played again and again: who plays, what for, and what is measured. */
export interface Game {
  readonly setup: Setup;
  readonly policies: Policies;
  /** The aim of each group, where one was chosen. */
  readonly aims: Readonly<Record<Id, Id>>;
  readonly asked: Readonly<Record<Id, MeasureAsked>>;
  /** How to make it elsewhere; a game without one is played where it is. */
  readonly recipe?: Recipe | undefined;
  /** Turns that are played at most; the length of the scenario where it is not given. */
  readonly horizon?: number | undefined;
  /** The first turns that all runs share; played once, when they are first asked for. */
  readonly opened?: (() => Opening) | undefined;
  /** Injects by White's hand, by turn. */
  readonly injects?: readonly (readonly HandInject[])[] | undefined;
}

/** Measures of some runs one after another: a row a run, NaN where a measure has no value. */
export interface Rows {
  readonly names: readonly string[];
  /** Rows one behind the other, each as long as the names. */
  readonly values: Float64Array;
}

/** The seed of run r (from 1) of an experiment: the game with this seed is that run. */
export function seedOfRun(seed: string, run: number): string {
  return `${seed}#${run}`;
}

/** Plays one run of a game, in the plain hand, and adds its measures to a sample. */
export function playRun(game: Game, seed: string, sample: GrowingSample): void {
  addRun(sample, measuresOfRun(game, seed, sample.horizon));
}

/** Plays runs `from` to `to` of a game, both included. */
export function playRuns(game: Game, seed: string, from: number, to: number): Rows {
  const names = measureNames(game);
  const values = new Float64Array((to - from + 1) * names.length).fill(Number.NaN);
  let at = 0;
  for (let run = from; run <= to; run++) {
    const measures = measuresOfRun(game, seedOfRun(seed, run), game.horizon ?? game.setup.turns);
    for (const name of names) values[at++] = measures[name] ?? Number.NaN;
  }
  return { names, values };
}

/** Names of the measures of a game's runs, in order. */
export function measureNames({ setup, asked }: Pick<Game, "setup" | "asked">): readonly string[] {
  return Object.keys(foldMeasures(setup, asked).result());
}

function measuresOfRun(game: Game, seed: string, turns: number): Measures {
  const { setup, policies, aims, asked, injects } = game;
  const fold = foldMeasures(setup, asked);
  const opening = game.opened?.();
  for (const events of opening?.turns ?? []) fold.turn(events);
  playOut(setup, policies, seed, {
    turns,
    hand: "plain",
    aims,
    injects,
    start: opening && startAfter(setup, opening, seed),
    onTurn: ({ events }) => fold.turn(events),
  });
  return fold.result();
}
