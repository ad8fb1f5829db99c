import { setImmediate } from "node:timers/promises";
import { answerOf } from "../lab/ask/answer.ts";
import type { Asking } from "../lab/ask/asking.ts";
import { type PairsInOrder, pairsInOrder } from "../lab/ask/in-order.ts";
import { askedGame } from "../lab/ask/play-asked.ts";
import type { AskedAnswer } from "../reports/index.ts";
import { openThreads } from "./hands.ts";
import type { AskTask } from "./worker.ts";

/** How far a question has come, and what its first pairs say. */
export interface AskedSoFar {
  readonly answer: AskedAnswer;
  readonly total: number;
  /** Pairs a second; 0 before the first. */
  readonly perSecond: number;
}

/** A question that is being played. */
export interface AskedJob {
  /** Ends it at once; nothing is told any more. */
  stop(): void;
  /** Ends with the last telling or the stopping; rejected after a bug. */
  readonly done: Promise<void>;
}

/**
 * Plays a question with so many threads, or with one job on this one in small pieces, and tells
 * again and again what its first pairs say: in the end the same for any number.
 */
export function ask(asking: Asking, jobs: number, told: (now: AskedSoFar) => void): AskedJob {
  const stopping: Stopping = { stopped: false, close: () => undefined };
  const stop = () => {
    stopping.stopped = true;
    stopping.close();
  };
  return { stop, done: played(asking, jobs, told, stopping) };
}

interface Stopping {
  stopped: boolean;
  /** Ends whatever is running. */
  close: () => void;
}

async function played(
  asking: Asking,
  jobs: number,
  told: (now: AskedSoFar) => void,
  stopping: Stopping,
): Promise<void> {
  // A key that was pressed with the asking is heard first.
  await setImmediate();
  if (stopping.stopped) return;
  const { yardstick, play } = askedGame(asking);
  const counted = pairsInOrder(yardstick, asking.runs);
  const tell = telling(counted, asking.runs, told, (values) => answerOf(yardstick, values));
  const sheet = stretches(asking.runs, stopping, (from, values) => {
    counted.take(from, values);
    if (!stopping.stopped) tell();
  });
  try {
    await (jobs > 1 ? playAbroad(asking, jobs, play, sheet, stopping) : playHere(play, sheet));
  } catch (error) {
    // Threads that are ended in the middle of a run say so.
    if (!stopping.stopped) throw error;
  } finally {
    stopping.stopped = true;
    stopping.close();
  }
}

/** How often the answer is made anew at most. */
const BREATH_MS = 200;

function telling(
  counted: PairsInOrder,
  total: number,
  told: (now: AskedSoFar) => void,
  answer: (values: Float64Array) => AskedAnswer,
): () => void {
  const started = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    const runs = counted.runs();
    if (runs === 0 || (runs < total && now - last < BREATH_MS)) return;
    last = now;
    const perSecond = (1000 * runs) / Math.max(1, now - started);
    told({ answer: answer(counted.values()), total, perSecond });
  };
}

type Play = (from: number, to: number) => Promise<Float64Array> | Float64Array;

/** What is left to play, handed out in the order of the seeds. */
interface Stretches {
  /** Plays stretches of so many pairs until none is left or there is no more need. */
  work(play: Play, size: number, isNeeded?: () => boolean): Promise<void>;
}

function stretches(
  runs: number,
  stopping: Stopping,
  take: (from: number, values: Float64Array) => void,
): Stretches {
  let next = 1;
  return {
    work: async (play, size, isNeeded = () => true) => {
      while (!stopping.stopped && next <= runs && isNeeded()) {
        const from = next;
        next = Math.min(runs, from + size - 1) + 1;
        take(from, await play(from, next - 1));
      }
    },
  };
}

/** On the thread that draws the screen, in pieces so small that no key waits. */
function playHere(play: Play, { work }: Stretches, isNeeded?: () => boolean): Promise<void> {
  const breathing: Play = async (from, to) => {
    await setImmediate();
    return play(from, to);
  };
  return work(breathing, 1, isNeeded);
}

let questions = 0;
/** Stretches that wait for each thread, and pairs in one of them. */
const WAITING = 2;
const STRETCH = 5;

/** In threads; until they have started here, so that something is seen at once. */
async function playAbroad(
  asking: Asking,
  jobs: number,
  play: Play,
  sheet: Stretches,
  stopping: Stopping,
): Promise<void> {
  const key = ++questions;
  let isAway = false;
  const abroad = async () => {
    const pool = await openThreads<AskTask, Float64Array>(jobs);
    stopping.close = () => void pool.destroy();
    const away: Play = (from, to) => pool.run({ key, asking, from, to }, { name: "ask" });
    // Nothing is handed to a thread that has not started: the pairs after it would have to wait.
    await Promise.all(Array.from({ length: jobs }, () => away(1, 0)));
    isAway = true;
    const hands = Array.from({ length: WAITING * jobs }, () => sheet.work(away, STRETCH));
    await Promise.all(hands);
  };
  await Promise.all([abroad(), playHere(play, sheet, () => !isAway)]);
}
