import type { QueueEvents } from "bullmq";
import { hostname } from "node:os";
import { performance } from "node:perf_hooks";
import type { Problem } from "../../engine/index.ts";
import { chunkOf, type Rules } from "../../lab/chunk.ts";
import type { Stretch } from "../../lab/experiment.ts";
import { measureNames, type Rows } from "../../lab/replicate.ts";
import type { Hands } from "../hands.ts";
import { keepHeapLean } from "../lean-heap.ts";
import type { QueueAddress } from "./address.ts";
import { clientOptions, deafen, openClient, problemOf, unanswered } from "./connect.ts";
import { type Exchange, exchangeOn, QUEUE_NAME, QUEUE_OPTIONS } from "./exchange.ts";
import { announceCoordinator, BEAT_MS, workersAlive } from "./lookout.ts";
import type { OwnEvents } from "./own-events.ts";
import type { WorkerCard } from "./payload.ts";
import { cancelled, firstOf } from "./problems.ts";
import { beginSettling, bury, end, fail, lookAgain, settle, type Settling } from "./settle.ts";

/** How an experiment is handed out through a queue. */
export interface QueueAsked {
  readonly address: QueueAddress;
  /** Runs of a chunk at most. */
  readonly chunk: number;
  /** Seconds for which a queue that does not answer is waited for. */
  readonly patience: number;
  readonly rules: Rules;
  /** Told what somebody should read while it goes on. */
  readonly say: (text: string) => void;
}

/** What stands beside the number of runs while a queue is at work. */
type QueueTold = {
  readonly workers: number;
  /** Runs that these play at once. */
  readonly threads: number;
  /** Attempts that failed and were made again. */
  readonly retries: number;
  /** Chunks that were given to another because their worker died. */
  readonly deaths: number;
  readonly deadLetters: number;
  readonly isPaused: boolean;
};

/** Hands at a queue: machines that take chunks, wherever they are. */
export interface QueueHands extends Hands {
  told(): QueueTold;
  /** Why it is not the whole that was asked for; none when it is. */
  problems(): readonly Problem[];
}

/** What a coordinator knows while it coordinates. */
interface Coordinator extends Settling {
  readonly asked: QueueAsked;
  workers: readonly WorkerCard[];
  retries: number;
  deaths: number;
  isPaused: boolean;
  /** Since when the queue has not answered, by the clock of this program; null while it does. */
  awaySince: number | null;
  beats: number;
  isBeating: boolean;
  hasSaidNobody: boolean;
}

/** Opens the coordinator's end of a queue that answers. */
export async function openQueueHands(asked: QueueAsked): Promise<QueueHands> {
  const { Queue, QueueEvents } = await import("bullmq");
  const { address } = asked;
  keepHeapLean();
  const client = await openClient(address);
  const connection = clientOptions(address);
  const queue = new Queue(QUEUE_NAME, { ...QUEUE_OPTIONS, connection });
  const events = new QueueEvents(QUEUE_NAME, { prefix: QUEUE_OPTIONS.prefix, connection });
  deafen(queue, events);
  await events.waitUntilReady();
  const state = begin(asked, exchangeOn(client, queue));
  state.isPaused = await queue.isPaused();
  listen(state, events);
  client.on("close", () => isAway(state));
  client.on("ready", () => isBack(state));
  const name = `${hostname()}:${process.pid}`;
  const look = async () => {
    await announceCoordinator(client, name);
    return workersAlive(client);
  };
  const beat = setInterval(() => onBeat(state, look), BEAT_MS);
  return {
    get most() {
      return state.over === null ? state.line.count("played") + wanted(state) : 0;
    },
    runs: asked.chunk,
    play: (stretch) => play(state, stretch),
    stop: () => end(state, null),
    told: () => told(state),
    problems: () => firstOf(state.problems),
    close: async () => {
      clearInterval(beat);
      end(state, null);
      if (state.awaySince === null) await tidy(state).catch(() => undefined);
      client.disconnect();
      await Promise.allSettled([events.close(), queue.close()]);
    },
  };
}

function begin(asked: QueueAsked, exchange: Exchange): Coordinator {
  return {
    ...beginSettling(exchange, (error) => problemOf(error, asked.address)),
    asked,
    workers: [],
    retries: 0,
    deaths: 0,
    isPaused: false,
    awaySince: null,
    beats: 0,
    isBeating: false,
    hasSaidNobody: false,
  };
}

/** Chunks that are in the queue together: two for each thread there is, so that none is idle. */
function wanted({ workers }: Coordinator): number {
  return Math.min(MOST_WANTED, Math.max(FEWEST_WANTED, 2 * threadsOf(workers)));
}

const FEWEST_WANTED = 16;
const MOST_WANTED = 8192;

function threadsOf(workers: readonly WorkerCard[]): number {
  return workers.reduce((sum, { concurrency }) => sum + concurrency, 0);
}

function play(state: Coordinator, stretch: Stretch): Promise<Rows | null> {
  if (state.over !== null) return Promise.resolve(null);
  const cut = chunkOf(stretch, state.asked.rules);
  const names = namesOf(stretch);
  return new Promise((resolve, reject) => {
    state.line.add({ ...cut, stretch, names, resolve, reject, state: "new", misfits: 0 });
    settle(state);
  });
}

const knownNames = new WeakMap<object, readonly string[]>();

function namesOf({ game }: Stretch): readonly string[] {
  const names = knownNames.get(game) ?? measureNames(game);
  knownNames.set(game, names);
  return names;
}

function listen(state: Coordinator, events: QueueEvents): void {
  const { line, asked } = state;
  events.on("completed", ({ jobId }) => {
    for (const one of line.of(jobId)) if (one.state === "asked") line.mark(one, "played");
    settle(state);
  });
  events.on("failed", ({ jobId, failedReason }) => {
    for (const one of line.of(jobId)) bury(state, one, failedReason);
    settle(state);
  });
  events.on("stalled", ({ jobId }) => {
    if (line.of(jobId).length > 0) state.deaths += 1;
  });
  events.on("paused", () => {
    state.isPaused = true;
  });
  events.on("resumed", () => {
    state.isPaused = false;
  });
  events.on<OwnEvents, "retried">("retried", ({ chunk }) => {
    if (line.of(chunk).length > 0) state.retries += 1;
  });
  events.on<OwnEvents, "refused">("refused", ({ worker, why }) => {
    asked.say(`The worker ${worker} refuses these chunks: ${why}`);
  });
  events.on<OwnEvents, "cancelled">("cancelled", () => end(state, cancelled(asked.address.shown)));
}

/** What a coordinator does again and again, whatever happens. */
function onBeat(state: Coordinator, look: () => Promise<readonly WorkerCard[]>): void {
  const { awaySince, asked } = state;
  if (awaySince !== null) {
    const isLong = performance.now() - awaySince > 1000 * asked.patience;
    if (isLong) end(state, unanswered(asked.address, asked.patience));
    return;
  }
  if (state.isBeating || state.over !== null) return;
  state.isBeating = true;
  void beatOnce(state, look)
    .catch((error: unknown) => fail(state, error))
    .finally(() => {
      state.isBeating = false;
    });
}

/** Beats from one look at everything to the next. */
const LOOK_EVERY = 5;
/** Beats after which it is said that nobody is there. */
const NOBODY_AFTER = 3;

async function beatOnce(
  state: Coordinator,
  look: () => Promise<readonly WorkerCard[]>,
): Promise<void> {
  state.beats += 1;
  state.workers = await look();
  if (state.workers.length > 0) state.hasSaidNobody = false;
  else if (state.beats >= NOBODY_AFTER && !state.hasSaidNobody) {
    state.hasSaidNobody = true;
    const { shown } = state.asked.address;
    state.asked.say(`No worker is at the queue. On any machine: tadmor worker --queue ${shown}`);
  }
  await forgetFetched(state);
  if (state.beats % LOOK_EVERY === 0) await lookAgain(state);
}

async function forgetFetched({ fetched, line, exchange }: Coordinator): Promise<void> {
  const ids = fetched.splice(0).filter((id) => line.of(id).length === 0);
  if (ids.length > 0) await exchange.forget(ids);
}

/** Leaves nothing behind that nobody waits for. */
async function tidy(state: Coordinator): Promise<void> {
  await forgetFetched(state);
  await state.exchange.withdraw(state.givenUp);
}

function isAway(state: Coordinator): void {
  if (state.awaySince !== null || state.over !== null) return;
  state.awaySince = performance.now();
  const { address, patience, say } = state.asked;
  say(`The queue at ${address.shown} does not answer; waiting for it for ${patience} s.`);
}

function isBack(state: Coordinator): void {
  if (state.awaySince === null || state.over !== null) return;
  state.awaySince = null;
  state.asked.say("The queue answers again.");
  void lookAgain(state).catch((error: unknown) => fail(state, error));
}

function told({ workers, retries, deaths, dead, isPaused }: Coordinator): QueueTold {
  return {
    workers: workers.length,
    threads: threadsOf(workers),
    retries,
    deaths,
    deadLetters: dead.size,
    isPaused,
  };
}
