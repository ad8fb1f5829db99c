import type { Redis } from "ioredis";
import type { QueueAddress } from "./address.ts";
import { clientOptions, deafen, openClient } from "./connect.ts";
import { QUEUE_NAME, QUEUE_OPTIONS } from "./exchange.ts";
import { PREFIX } from "./keys.ts";
import { workersAlive } from "./lookout.ts";
import { MOST_EVENTS } from "./own-events.ts";
import { readChunk, type WorkerCard } from "./payload.ts";
import { runsText, shortReason } from "./problems.ts";

/** How a queue stands. */
export interface QueueStatus {
  readonly isPaused: boolean;
  readonly waiting: number;
  readonly active: number;
  /** Chunks whose rows no coordinator has fetched yet. */
  readonly held: number;
  readonly workers: readonly WorkerCard[];
  readonly deadLetters: readonly DeadLetter[];
}

/** A chunk that nobody could play. */
interface DeadLetter {
  readonly chunk: string;
  /** What it was, where that can still be read. */
  readonly what: string;
  readonly reason: string;
  /** Attempts that failed, and workers that died of it. */
  readonly attempts: number;
  readonly deaths: number;
}

/** What can be asked of a queue from outside. */
export interface Desk {
  status(): Promise<QueueStatus>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Takes out what waits, and what is kept; tells every coordinator. Returns how many chunks it took. */
  cancel(): Promise<number>;
  close(): Promise<void>;
}

/** Dead letters that are listed at most. */
const MOST_LISTED = 100;

/** Opens a desk at a queue that answers. */
export async function openDesk(address: QueueAddress): Promise<Desk> {
  const { Queue, QueueEventsProducer } = await import("bullmq");
  const client = await openClient(address);
  const connection = clientOptions(address);
  const queue = new Queue(QUEUE_NAME, { ...QUEUE_OPTIONS, connection });
  const events = new QueueEventsProducer(QUEUE_NAME, { prefix: PREFIX, connection });
  deafen(queue, events);
  return {
    status: async () => {
      const counts = await queue.getJobCounts("wait", "paused", "prioritized", "delayed", "active");
      const dead = await queue.getFailed(0, MOST_LISTED - 1);
      const { active = 0, ...before } = counts;
      return {
        isPaused: await queue.isPaused(),
        waiting: Object.values(before).reduce((sum, count) => sum + count, 0),
        active,
        held: (await keysOf(client, `${PREFIX}:rows:*`)).length,
        workers: await workersAlive(client),
        deadLetters: dead.map(({ id = "", data, failedReason, attemptsMade, stalledCounter }) => ({
          chunk: id,
          what: whatOf(id, data),
          reason: shortReason(failedReason ?? "unknown"),
          attempts: attemptsMade,
          deaths: stalledCounter,
        })),
      };
    },
    pause: () => queue.pause(),
    resume: () => queue.resume(),
    cancel: async () => {
      const chunks = await queue.getJobCountByTypes("wait", "paused", "failed", "delayed");
      // Counted first: every coordinator that hears of it takes its own chunks out as well.
      await events.publishEvent({ eventName: "cancelled" }, MOST_EVENTS);
      await queue.drain(true);
      await queue.clean(0, Number.MAX_SAFE_INTEGER, "failed");
      for (const pattern of ["rows", "text"]) {
        const keys = await keysOf(client, `${PREFIX}:${pattern}:*`);
        if (keys.length > 0) await client.unlink(...keys);
      }
      return chunks;
    },
    close: async () => {
      client.disconnect();
      await Promise.allSettled([events.close(), queue.close()]);
    },
  };
}

function whatOf(id: string, data: unknown): string {
  const chunk = readChunk(id, data);
  return chunk.ok ? runsText(chunk.value) : "what cannot be read";
}

async function keysOf(client: Redis, pattern: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const some of client.scanStream({ match: pattern, count: 1000 })) {
    keys.push(...(some as string[]));
  }
  return [...new Set(keys)];
}
