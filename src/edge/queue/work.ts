import type { Job, QueueEventsProducer } from "bullmq";
import { hostname } from "node:os";
import { performance } from "node:perf_hooks";
import type { Redis } from "ioredis";
import type { Problem } from "../../engine/index.ts";
import type { Rules } from "../../lab/chunk.ts";
import type { Rows } from "../../lab/replicate.ts";
import { openThreads } from "../hands.ts";
import type { Task } from "../worker.ts";
import type { QueueAddress } from "./address.ts";
import { clientOptions, deafen, openClient, problemOf, unanswered } from "./connect.ts";
import { QUEUE_NAME } from "./exchange.ts";
import { PREFIX } from "./keys.ts";
import { announce, BEAT_MS, leave } from "./lookout.ts";
import { MOST_EVENTS } from "./own-events.ts";
import type { WorkerCard } from "./payload.ts";
import { chunkIn, type ChunkPlayer, OtherRules, playChunk, Unplayable } from "./play-chunk.ts";

/** How a worker works. */
export interface WorkAsked {
  readonly address: QueueAddress;
  /** Chunks played at once, each in a thread of its own. */
  readonly concurrency: number;
  /** Seconds of silence after which its chunks are given to others. */
  readonly lock: number;
  /** Seconds without a chunk after which it ends; null: never. */
  readonly idle: number | null;
  /** Seconds for which a queue that does not answer is waited for. */
  readonly patience: number;
  readonly rules: Rules;
  readonly hear: (told: WorkTold) => void;
  /** Who plays; worker threads where nobody is named. */
  readonly play?: ChunkPlayer["play"] | undefined;
}

/** What a worker tells while it works. */
export type WorkTold =
  | { readonly event: "began"; readonly worker: string; readonly threads: number }
  | { readonly event: "took"; readonly chunk: string; readonly from: number; readonly to: number }
  | { readonly event: "played"; readonly chunk: string; readonly runs: number }
  | { readonly event: "failed"; readonly chunk: string; readonly why: string }
  | { readonly event: "health"; readonly card: WorkerCard }
  | { readonly event: "away" | "back" | "draining" | "idle" };

/** A worker at a queue. */
export interface Work {
  /** Takes no more, and ends when what it has is played. */
  drain(): void;
  /** Settled when it has ended: with what kept it from going on, or null. */
  readonly ended: Promise<Problem | null>;
}

interface State {
  readonly asked: WorkAsked;
  readonly name: string;
  readonly client: Redis;
  readonly events: QueueEventsProducer;
  readonly player: ChunkPlayer;
  readonly end: (problem: Problem | null) => void;
  readonly began: number;
  isEnding: boolean;
  busy: number;
  runs: number;
  chunks: number;
  failed: number;
  /** When it last had something to do. */
  busyAt: number;
  awaySince: number | null;
  /** Runs so far, at the last beats. */
  readonly lately: { readonly at: number; readonly runs: number }[];
}

/** Begins to work at a queue that answers. */
export async function openWork(asked: WorkAsked): Promise<Work> {
  const bullmq = await import("bullmq");
  const { address, concurrency, lock } = asked;
  const client = await openClient(address);
  const threads = asked.play === undefined ? await openThreads<Task, Rows>(concurrency) : null;
  const play = asked.play ?? ((task) => threads!.run(task, { name: "play" }));
  const connection = clientOptions(address);
  const events = new bullmq.QueueEventsProducer(QUEUE_NAME, { prefix: PREFIX, connection });
  let finished: (problem: Problem | null) => void = () => undefined;
  const ending = new Promise<Problem | null>((resolve) => {
    finished = resolve;
  });
  const state = begin(asked, { client, events, end: finished }, play);
  const options = {
    connection,
    prefix: PREFIX,
    name: state.name,
    concurrency,
    lockDuration: 1000 * lock,
    stalledInterval: 1000 * lock,
    maxStalledCount: MOST_DEATHS,
    runRetryDelay: BEAT_MS,
    drainDelay: 2,
  };
  const worker = new bullmq.Worker(QUEUE_NAME, processor(state, bullmq), options);
  deafen(worker, events);
  client.on("close", () => isAway(state));
  client.on("ready", () => isBack(state));
  asked.hear({ event: "began", worker: state.name, threads: concurrency });
  await announce(client, cardOf(state));
  const beat = setInterval(() => void onBeat(state), BEAT_MS);
  const close = async (problem: Problem | null): Promise<Problem | null> => {
    clearInterval(beat);
    // A queue that is away or full hears nothing; what was in hand is given to others.
    await worker.close(problem !== null);
    if (state.awaySince === null) await leave(client, state.name).catch(() => undefined);
    client.disconnect();
    await Promise.allSettled([events.close(), threads?.destroy()]);
    return problem;
  };
  return { drain: () => finish(state, null), ended: ending.then(close) };
}

/** How many of its workers may die before a chunk counts as what kills them. */
const MOST_DEATHS = 5;

function begin(
  asked: WorkAsked,
  parts: Pick<State, "client" | "events" | "end">,
  play: ChunkPlayer["play"],
): State {
  const now = performance.now();
  const { client } = parts;
  return {
    asked,
    name: `${hostname()}:${process.pid}`,
    ...parts,
    player: { client, rules: asked.rules, play, texts: new Map(), keys: new Map() },
    began: now,
    isEnding: false,
    busy: 0,
    runs: 0,
    chunks: 0,
    failed: 0,
    busyAt: now,
    awaySince: null,
    lately: [],
  };
}

function finish(state: State, problem: Problem | null): void {
  if (state.isEnding) return;
  state.isEnding = true;
  if (problem === null) state.asked.hear({ event: "draining" });
  state.end(problem);
}

/** The errors by which BullMQ is told, loaded with it. */
interface Errors {
  readonly UnrecoverableError: new (why: string) => Error;
  readonly WaitingError: new () => Error;
}

/** What is done with a job: the chunk in it is played, or it is said why not. */
function processor(state: State, errors: Errors) {
  return async (job: Job, token?: string): Promise<null> => {
    const id = job.id ?? "";
    state.busy += 1;
    try {
      const chunk = chunkIn(id, job.data);
      state.asked.hear({ event: "took", chunk: id, from: chunk.from, to: chunk.to });
      const runs = await playChunk(state.player, id, chunk);
      state.runs += runs;
      state.chunks += 1;
      state.asked.hear({ event: "played", chunk: id, runs });
      return null;
    } catch (error) {
      throw await answerTo(state, errors, error, { job, token });
    } finally {
      state.busy -= 1;
      state.busyAt = performance.now();
    }
  };
}

interface Held {
  readonly job: Job;
  readonly token: string | undefined;
}

/** What BullMQ is to make of an error: to fail at once, to try again, or to give it to another. */
async function answerTo(
  state: State,
  { UnrecoverableError, WaitingError }: Errors,
  error: unknown,
  { job, token }: Held,
): Promise<Error> {
  const why = error instanceof Error ? error.message : String(error);
  if (error instanceof OtherRules) {
    await job.moveToWait(token);
    await publish(state, { eventName: "refused", worker: state.name, why });
    finish(state, refusal(why));
    return new WaitingError();
  }
  const problem = problemOf(error, state.asked.address);
  if (problem !== null) {
    // Its lock runs out, and then it is another's.
    finish(state, problem);
    return new WaitingError();
  }
  state.failed += 1;
  state.asked.hear({ event: "failed", chunk: job.id ?? "", why });
  if (error instanceof Unplayable) return new UnrecoverableError(why);
  await publish(state, { eventName: "retried", chunk: job.id ?? "" });
  return error instanceof Error ? error : new Error(why);
}

function refusal(why: string): Problem {
  const hint = "the chunk is back in the queue for others; install the coordinator's version here";
  return { code: "queue.engine", path: "/queue", message: `refused a chunk: ${why}`, hint };
}

async function publish(
  { events }: State,
  told: { readonly eventName: string } & Readonly<Record<string, string>>,
): Promise<void> {
  await events.publishEvent(told, MOST_EVENTS).catch(() => undefined);
}

async function onBeat(state: State): Promise<void> {
  const { asked, client, awaySince } = state;
  const now = performance.now();
  state.lately.push({ at: now, runs: state.runs });
  if (state.lately.length > LATELY) state.lately.shift();
  if (awaySince !== null) {
    const isLong = now - awaySince > 1000 * asked.patience;
    if (isLong) finish(state, unanswered(asked.address, asked.patience));
    return;
  }
  if (state.busy > 0) state.busyAt = now;
  else if (asked.idle !== null && now - state.busyAt > 1000 * asked.idle && !state.isEnding) {
    asked.hear({ event: "idle" });
    finish(state, null);
  }
  const card = cardOf(state);
  asked.hear({ event: "health", card });
  await announce(client, card).catch((error: unknown) => {
    const problem = problemOf(error, asked.address);
    if (problem !== null) finish(state, problem);
  });
}

/** Beats over which a rate is told. */
const LATELY = 15;

function cardOf(state: State): WorkerCard {
  const { name, asked, busy, runs, chunks, failed, lately, began } = state;
  const first = lately[0] ?? { at: began, runs: 0 };
  const seconds = Math.max(0.001, (performance.now() - first.at) / 1000);
  const rate = Math.round((10 * (runs - first.runs)) / seconds) / 10;
  const { concurrency, rules } = asked;
  return { name, ...rules, concurrency, busy, runs, rate, chunks, failed };
}

function isAway(state: State): void {
  if (state.awaySince !== null || state.isEnding) return;
  state.awaySince = performance.now();
  state.asked.hear({ event: "away" });
}

function isBack(state: State): void {
  if (state.awaySince === null || state.isEnding) return;
  state.awaySince = null;
  state.asked.hear({ event: "back" });
}
