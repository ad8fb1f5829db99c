import type { Redis } from "ioredis";
import { coordinatorKey, WORKERS, workerKey } from "./keys.ts";
import { readCard, type WorkerCard } from "./payload.ts";

/** How often a worker says that it is alive, and when one that is silent counts as gone. */
export const BEAT_MS = 1000;
const SILENT_SECONDS = 10;

/** Says that a worker is alive, and what it has done. */
export async function announce(client: Redis, card: WorkerCard): Promise<void> {
  await client
    .pipeline()
    .sadd(WORKERS, card.name)
    .set(workerKey(card.name), JSON.stringify(card), "EX", SILENT_SECONDS)
    .exec();
}

/** Says that a coordinator is alive: whoever cannot write that cannot write chunks either. */
export async function announceCoordinator(client: Redis, name: string): Promise<void> {
  await client.set(coordinatorKey(name), "", "EX", SILENT_SECONDS);
}

/** Takes leave. */
export async function leave(client: Redis, name: string): Promise<void> {
  await client.pipeline().srem(WORKERS, name).del(workerKey(name)).exec();
}

/** The workers that are alive, by name; those that fell silent are forgotten. */
export async function workersAlive(client: Redis): Promise<readonly WorkerCard[]> {
  const names = (await client.smembers(WORKERS)).toSorted();
  if (names.length === 0) return [];
  const texts = await client.mget(names.map(workerKey));
  const gone = names.filter((_, at) => texts[at] === null);
  if (gone.length > 0) await client.srem(WORKERS, ...gone);
  return texts.flatMap((text) => (text === null ? [] : (readCard(text) ?? [])));
}
