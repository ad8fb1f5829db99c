import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Stretch } from "../lab/experiment.ts";
import type { Recipe } from "../lab/recipe.ts";
import { playRuns, type Rows } from "../lab/replicate.ts";
import { packageRoot } from "./assets.ts";
import type { Task } from "./worker.ts";

/** Who plays stretches of runs: this thread, worker threads, or machines at a queue. */
export interface Hands {
  /** Stretches worth handing out at once; it may change, and be none when nothing more is played. */
  readonly most: number;
  /** Runs of a stretch at most; the experiment's own number where it is not given. */
  readonly runs?: number | undefined;
  /** Rows of a stretch; null when it will not be played now. */
  play(stretch: Stretch): Promise<Rows | null>;
  /** Gives up what is not played yet; without it, what is begun is played to its end. */
  stop?(): void;
  /** What there is to say of how it goes, beside the number of runs: counts and facts by name. */
  told?(): Readonly<Record<string, number | boolean>>;
  close(): Promise<void>;
}

/** Hands that play whatever they are given. */
export interface SureHands extends Hands {
  play(stretch: Stretch): Promise<Rows>;
}

/** How many runs a machine can play at once. */
export function coresOf(): number {
  return availableParallelism();
}

/** Runs below which a further worker is not worth starting. */
const FEWEST_RUNS = 20;

/** So many worker threads, fewer where there is little to play; for one job, this thread. */
export async function openHands(jobs: number, runs: number): Promise<SureHands> {
  const workers = Math.min(jobs, Math.ceil(runs / FEWEST_RUNS));
  return workers > 1 ? workerHands(workers) : ownHands();
}

function ownHands(): SureHands {
  return { most: 1, play: playHere, close: async () => undefined };
}

/** The terminal and the keyboard get their turn first. */
async function playHere({ game, seed, from, to }: Stretch): Promise<Rows> {
  await setImmediate();
  return playRuns(game, seed, from, to);
}

/** Stretches that wait for each worker, so that none is idle while the next one is sent. */
const WAITING = 2;

/** A worker's memory at most, in MB: far more than it needs, and less than it would take. */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 } as const;

async function workerHands(workers: number): Promise<SureHands> {
  const pool = await openThreads<Task, Rows>(workers);
  const keyOf = numbering();
  return {
    most: workers * WAITING,
    play: async (stretch) => {
      const { game, seed, from, to } = stretch;
      const { recipe } = game;
      if (recipe === undefined) return playHere(stretch);
      return pool.run({ key: keyOf(recipe), recipe, seed, from, to }, { name: "play" });
    },
    close: () => pool.destroy(),
  };
}

/** So many threads of the worker, each ready for any of its functions. */
export async function openThreads<T, R>(workers: number) {
  const { Piscina } = await import("piscina");
  return new Piscina<T, R>({
    filename: workerFile(),
    minThreads: workers,
    maxThreads: workers,
    recordTiming: false,
    resourceLimits: MEMORY,
  });
}

/** From sources the worker is a source as well; what is built has it beside the other doors. */
function workerFile(): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith(".ts")
    ? join(here, "../worker.ts")
    : join(packageRoot(), "dist", "worker.js");
}

function numbering(): (recipe: Recipe) => number {
  const keys = new WeakMap<Recipe, number>();
  let last = 0;
  return (recipe) => {
    const key = keys.get(recipe) ?? ++last;
    keys.set(recipe, key);
    return key;
  };
}
