import { invariant } from "../engine/index.ts";
import type { Game, Rows } from "./replicate.ts";
import { addRow, emptySample, type GrowingSample, type Sample } from "./sample.ts";

/** Runs `from` to `to` of one game, both included, to be played by anybody, anywhere. */
export interface Stretch {
  /** The game's batch, by its place in the plan. */
  readonly batch: number;
  readonly game: Game;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** One run that counts: its measures by name, NaN for none. */
export interface Row {
  readonly batch: number;
  readonly run: number;
  readonly names: readonly string[];
  readonly values: ArrayLike<number>;
}

/**
 * Runs to be played in stretches, several at once if need be. Whatever the order in which they end,
 * rows count in the order of the plan, so that an experiment that was stopped is the beginning of
 * the whole one.
 */
export interface Experiment {
  /** The next stretch to play, of so many runs at most; null when none is left to hand out. */
  next(most?: number): Stretch | null;
  /** Takes what a stretch gave; returns the rows that count from now on, in order. */
  take(stretch: Stretch, rows: Rows): readonly Row[];
  /** Before anything is handed out: counts rows kept from before while they are the next ones. */
  recall(rows: Iterable<Row>): number;
  /** Whether nothing more can count: all was played, or a rule stopped it. */
  isWhole(): boolean;
  /** Runs that count so far, and in all at most. */
  played(): number;
  readonly total: number;
}

/** When to stop early: asked only when every batch has the same multiple of `every` runs. */
export interface StoppingRule {
  readonly every: number;
  readonly isReached: (runs: number) => boolean;
}

/** What an experiment is made of while it is planned. */
export interface Plan {
  /**
   * The sample that will hold so many runs of a game, those after the first `before` of its seeds;
   * the same for the same game and the same seeds.
   */
  sampleOf(game: Game, runs: number, before?: number): Sample;
  /** Everything planned, in the order it was asked for. */
  experiment(stop?: StoppingRule): Experiment;
}

/**
 * One batch after another, or all abreast: run 1 of each, then run 2 of each, so that what was
 * played can be compared at any moment.
 */
type PlanOrder = "in-turn" | "abreast";

/** Runs of one game: the r-th of a batch is the game with seed `SEED#(before + r)`. */
interface Batch {
  readonly game: Game;
  readonly runs: number;
  readonly before: number;
  readonly sample: GrowingSample;
  /** Runs handed out. */
  handed: number;
  /** What came before its turn, by its first run that does not count yet. */
  readonly arrived: Map<number, Arrived>;
}

interface Arrived {
  readonly to: number;
  readonly rows: Rows;
  /** Where the next row begins. */
  readonly at: number;
}

interface State {
  readonly seed: string;
  readonly order: PlanOrder;
  readonly batches: readonly Batch[];
  readonly stop: StoppingRule | undefined;
  played: number;
  ended: boolean;
}

/** An empty plan on a seed: all its batches share their dice, run by run. */
export function planOn(seed: string, order: PlanOrder = "in-turn"): Plan {
  const batches: Batch[] = [];
  return {
    sampleOf: (game, runs, before = 0) => {
      // A batch that is large enough serves again: its first runs are those of a smaller one.
      const known = batches.find(
        (batch) => batch.game === game && batch.before === before && batch.runs >= runs,
      );
      if (known !== undefined) return known.sample;
      const sample = emptySample(game.setup.turns, runs);
      batches.push({ game, runs, before, sample, handed: 0, arrived: new Map() });
      return sample;
    },
    experiment: (stop) => experimentOf({ seed, order, batches, stop, played: 0, ended: false }),
  };
}

function experimentOf(state: State): Experiment {
  const total = state.batches.reduce((sum, { runs }) => sum + runs, 0);
  return {
    total,
    played: () => state.played,
    isWhole: () => state.ended || state.played >= total,
    next: (most = STRETCH) => handOut(state, most),
    take: (stretch, rows) => {
      arrive(state, stretch, rows);
      return counted(state);
    },
    recall: (rows) => recall(state, rows),
  };
}

/** Runs handed out at a time where nobody says how many. What counts does not hang on it. */
const STRETCH = 10;

function handOut(state: State, most: number): Stretch | null {
  const at = state.ended ? -1 : firstBehind(state, ({ handed }) => handed);
  const batch = state.batches[at];
  if (batch === undefined) return null;
  const from = batch.handed + 1;
  const to = Math.min(batch.runs, most * Math.ceil(from / most));
  batch.handed = to;
  const { game, before } = batch;
  return { batch: at, game, seed: state.seed, from: before + from, to: before + to };
}

/** The batch whose turn it is: the first that is not full, or abreast the one least far; else -1. */
function firstBehind({ batches, order }: State, doneOf: (batch: Batch) => number): number {
  let found = -1;
  let least = Infinity;
  for (let at = 0; at < batches.length; at++) {
    const batch = batches[at] as Batch;
    const done = doneOf(batch);
    if (done >= batch.runs || done >= least) continue;
    if (order === "in-turn") return at;
    [found, least] = [at, done];
  }
  return found;
}

function arrive({ batches }: State, { batch, from, to }: Stretch, rows: Rows): void {
  const { arrived, sample, before } = batches[batch] as Batch;
  invariant(from > before + sample.runs && !arrived.has(from), `run ${from} was played twice`);
  arrived.set(from, { to, rows, at: 0 });
}

function counted(state: State): readonly Row[] {
  const rows: Row[] = [];
  for (let row = nextArrived(state); row !== null; row = nextArrived(state)) {
    rows.push(row);
    count(state, row);
  }
  return rows;
}

/** The row whose turn it is, taken from what has arrived; null when it is not there yet. */
function nextArrived(state: State): Row | null {
  const at = expected(state);
  const batch = state.batches[at];
  if (batch === undefined) return null;
  const run = nextRunOf(batch);
  const stretch = batch.arrived.get(run);
  if (stretch === undefined) return null;
  const { to, rows, at: begin } = stretch;
  const end = begin + rows.names.length;
  batch.arrived.delete(run);
  if (run < to) batch.arrived.set(run + 1, { to, rows, at: end });
  return { batch: at, run, names: rows.names, values: rows.values.subarray(begin, end) };
}

function nextRunOf({ before, sample }: Batch): number {
  return before + sample.runs + 1;
}

function expected(state: State): number {
  return state.ended ? -1 : firstBehind(state, ({ sample }) => sample.runs);
}

function count(state: State, { batch, names, values }: Row): void {
  addRow((state.batches[batch] as Batch).sample, names, values);
  state.played += 1;
  if (state.stop !== undefined && isTimeToStop(state.stop, state.batches)) state.ended = true;
}

function isTimeToStop({ every, isReached }: StoppingRule, batches: readonly Batch[]): boolean {
  const runs = batches[0]?.sample.runs ?? 0;
  const isLook = runs % every === 0 && batches.every(({ sample }) => sample.runs === runs);
  return isLook && isReached(runs);
}

function recall(state: State, rows: Iterable<Row>): number {
  for (const row of rows) {
    const at = expected(state);
    if (at !== row.batch || row.run !== nextRunOf(state.batches[at] as Batch)) break;
    count(state, row);
  }
  for (const batch of state.batches) batch.handed = batch.sample.runs;
  return state.played;
}
