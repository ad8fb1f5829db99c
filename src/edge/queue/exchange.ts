import type { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { CHUNKS, chunkKey, KEPT_SECONDS, PREFIX, rowsKey, textKey } from "./keys.ts";
import { chunkText } from "./payload.ts";
import { MOST_EVENTS } from "./own-events.ts";
import type { Waiting } from "./waiting.ts";

/** What the queue holds of a chunk. */
interface Standing {
  readonly isThere: boolean;
  /** Whether it is a dead letter. */
  readonly isDead: boolean;
  readonly hasRows: boolean;
}

/** What a coordinator does with the queue, a command each. */
export interface Exchange {
  /** How chunks stand, one by one. */
  standings(ids: readonly string[]): Promise<readonly Standing[]>;
  /** Puts chunks into the queue with the texts they need; one that is there stays what it is. */
  ask(chunks: readonly Waiting[]): Promise<void>;
  /** Takes chunks out again that nobody plays. */
  withdraw(ids: readonly string[]): Promise<void>;
  /** Texts of rows; null for those that are not there. */
  rows(ids: readonly string[]): Promise<readonly (string | null)[]>;
  /** Forgets rows. */
  forget(ids: readonly string[]): Promise<void>;
  /** Why a chunk is a dead letter. */
  reasonOf(id: string): Promise<string>;
  /** Says once more which texts chunks stand for: the queue may have lost them. */
  forgetTexts(): void;
}

/** How often a chunk is tried that throws: a pure function would throw again. */
const ATTEMPTS = 2;

/** Opens the exchange of a coordinator. */
export function exchangeOn(client: Redis, queue: Queue): Exchange {
  const told = new Set<string>();
  return {
    standings: (ids) => standings(client, ids),
    ask: async (chunks) => {
      await tell(client, chunks, told);
      await queue.addBulk(
        chunks.map(({ id, chunk }) => ({
          name: "chunk",
          data: chunkText(chunk),
          opts: { jobId: id, attempts: ATTEMPTS, removeOnComplete: true },
        })),
      );
    },
    withdraw: async (ids) => {
      for (const id of ids) await queue.remove(id).catch(() => 0);
    },
    rows: (ids) => client.mget(ids.map(rowsKey)),
    forget: async (ids) => void (await client.unlink(ids.map(rowsKey))),
    reasonOf: async (id) => (await client.hget(chunkKey(id), "failedReason")) ?? "unknown",
    forgetTexts: () => told.clear(),
  };
}

async function standings(client: Redis, ids: readonly string[]): Promise<readonly Standing[]> {
  const asked = client.pipeline();
  // Rows are looked for last: they are written before their chunk leaves the queue.
  for (const id of ids) {
    asked.exists(chunkKey(id)).zscore(chunkKey("failed"), id).exists(rowsKey(id));
  }
  const answers = ((await asked.exec()) ?? []).map(([error, answer]) => {
    if (error !== null) throw error;
    return answer;
  });
  return ids.map((_, at) => ({
    isThere: answers[3 * at] === 1,
    isDead: answers[3 * at + 1] !== null,
    hasRows: answers[3 * at + 2] === 1,
  }));
}

/** Texts go once, and are there before the chunks that stand for them. */
async function tell(client: Redis, chunks: readonly Waiting[], told: Set<string>): Promise<void> {
  for (const [id, text] of chunks.flatMap(({ texts }) => [...texts])) {
    if (told.has(id)) continue;
    await client.set(textKey(id), text, "EX", KEPT_SECONDS);
    told.add(id);
  }
}

/** BullMQ's queue of chunks, as all open it. */
export const QUEUE_OPTIONS = {
  prefix: PREFIX,
  streams: { events: { maxLen: MOST_EVENTS } },
} as const;

/** The name of that queue. */
export const QUEUE_NAME = CHUNKS;
