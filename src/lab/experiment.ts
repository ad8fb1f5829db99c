import { type Game, playRun, seedOfRun } from "./replicate.ts";
import { emptySample, type GrowingSample, type Sample } from "./sample.ts";

/** Runs of one game: run r of a batch is the game with seed `SEED#r`. */
interface Batch {
  readonly game: Game;
  readonly runs: number;
  readonly sample: GrowingSample;
}

/** Runs to be played one at a time, so that whoever drives it can stop between two of them. */
export interface Experiment {
  /** Plays the next run; false when all were played. */
  step(): boolean;
  /** Runs played so far, and in all. */
  played(): number;
  readonly total: number;
}

/** What an experiment is made of while it is planned. */
export interface Plan {
  /** The sample that will hold so many runs of a game; the same for the same game. */
  sampleOf(game: Game, runs: number): Sample;
  /** Everything planned, in the order it was asked for. */
  experiment(): Experiment;
}

/** An empty plan on a seed: all its batches share their dice, run by run. */
export function planOn(seed: string): Plan {
  const batches: Batch[] = [];
  return {
    sampleOf: (game, runs) => {
      // A batch that is large enough serves again: its first runs are those of a smaller one.
      const known = batches.find((batch) => batch.game === game && batch.runs >= runs);
      if (known !== undefined) return known.sample;
      const sample = emptySample(game.setup.turns);
      batches.push({ game, runs, sample });
      return sample;
    },
    experiment: () => experimentOf(batches, seed),
  };
}

function experimentOf(batches: readonly Batch[], seed: string): Experiment {
  let played = 0;
  return {
    total: batches.reduce((sum, { runs }) => sum + runs, 0),
    played: () => played,
    step: () => {
      const batch = batches.find(({ sample, runs }) => sample.runs < runs);
      if (batch === undefined) return false;
      playRun(batch.game, seedOfRun(seed, batch.sample.runs + 1), batch.sample);
      played++;
      return true;
    },
  };
}
