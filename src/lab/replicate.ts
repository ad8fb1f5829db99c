import type { Id, Setup } from "../engine/index.ts";
import { foldMeasures, type MeasureAsked } from "../reports/index.ts";
import { playOut, type Policies } from "./play-out.ts";
import { addRun, type GrowingSample } from "./sample.ts";

/** A game that can be played again and again: who plays, what for, and what is measured. */
export interface Game {
  readonly setup: Setup;
  readonly policies: Policies;
  /** The aim of each group, where one was chosen. */
  readonly aims: Readonly<Record<Id, Id>>;
  readonly asked: Readonly<Record<Id, MeasureAsked>>;
}

/** The seed of run r (from 1) of an experiment: the game with this seed is that run. */
export function seedOfRun(seed: string, run: number): string {
  return `${seed}#${run}`;
}

/** Plays one run of a game, in the plain hand, and adds its measures to a sample. */
export function playRun(game: Game, seed: string, sample: GrowingSample): void {
  const { setup, policies, aims, asked } = game;
  const fold = foldMeasures(setup, asked);
  playOut(setup, policies, seed, {
    turns: sample.horizon,
    hand: "plain",
    aims,
    onTurn: ({ events }) => fold.turn(events),
  });
  addRun(sample, fold.result());
}
