import type { Redis } from "ioredis";
import { type Chunk, gameKeyOf, recipeOf, type Rules, textId, textsOf } from "../../lab/chunk.ts";
import type { Rows } from "../../lab/replicate.ts";
import { clip } from "../../scenarios/text.ts";
import { KEPT_SECONDS, rowsKey, textKey } from "./keys.ts";
import { readChunk, rowsText } from "./payload.ts";
import type { Task } from "../worker.ts";

/** What playing chunks needs. */
export interface ChunkPlayer {
  readonly client: Redis;
  /** By whose rules it plays. */
  readonly rules: Rules;
  /** Plays runs in a thread. */
  readonly play: (task: Task) => Promise<Rows>;
  /** Texts that were fetched, by digest. */
  readonly texts: Map<string, string>;
  /** Game → the number that the threads know it by. */
  readonly keys: Map<string, number>;
}

/** A chunk that no worker can play: it would be the same everywhere, and is not tried again. */
export class Unplayable extends Error {}

/** A chunk of other rules than this worker's: somebody else may play it. */
export class OtherRules extends Error {}

/** Reads the chunk in a job, or says why nobody can play it. */
export function chunkIn(id: string, data: unknown): Chunk {
  const read = readChunk(id, data);
  if (read.ok) return read.value;
  const [first] = read.problems;
  throw new Unplayable(
    `${first?.code ?? ""}${first?.path ? ` at ${first.path}` : ""}: ${first?.message ?? ""}`,
  );
}

/**
 * Plays a chunk and leaves its rows in the queue; returns how many runs were played. Rows that are
 * there already, from a worker that died before it could say so, are not played again.
 */
export async function playChunk(player: ChunkPlayer, id: string, chunk: Chunk): Promise<number> {
  const { client, rules, play } = player;
  if (chunk.engine !== rules.engine) throw new OtherRules(otherRules(chunk, rules));
  if ((await client.exists(rowsKey(id))) === 1) return 0;
  const texts = await textsFor(player, chunk);
  const { seed, from, to } = chunk;
  const rows = await play({
    key: keyOf(player, chunk),
    recipe: recipeOf(chunk, texts),
    seed,
    from,
    to,
  });
  await client.set(rowsKey(id), rowsText(id, rows), "EX", KEPT_SECONDS);
  return to - from + 1;
}

function otherRules(chunk: Chunk, rules: Rules): string {
  const [theirs, own] = [rulesText(chunk), rulesText(rules)];
  return `its engine is ${own}, the chunks are of engine ${theirs}; both sides must run the same version`;
}

/** "0.1.0 (1a2b3c4d)". */
export function rulesText({ version, engine }: Rules): string {
  return `${clip(version)} (${engine.slice(0, 8)})`;
}

const MOST_TEXTS = 256;

/** The texts of a chunk, from here or from the queue; each must be what its digest says. */
async function textsFor(
  { client, texts }: ChunkPlayer,
  chunk: Chunk,
): Promise<ReadonlyMap<string, string>> {
  if (texts.size > MOST_TEXTS) texts.clear();
  for (const id of textsOf(chunk)) {
    if (texts.has(id)) continue;
    const text = await client.get(textKey(id));
    if (text === null) throw new Error(`a text of it (${id.slice(0, 12)}) is not in the queue`);
    if (textId(text) !== id) {
      const what = id === chunk.scenario ? "scenario" : "text";
      throw new Unplayable(
        `the ${what} in the queue is not the one it was made of: found the hash ${textId(text).slice(0, 12)}, expected ${id.slice(0, 12)}`,
      );
    }
    texts.set(id, text);
  }
  return texts;
}

function keyOf({ keys }: ChunkPlayer, chunk: Chunk): number {
  const game = gameKeyOf(chunk);
  const key = keys.get(game) ?? keys.size + 1;
  keys.set(game, key);
  return key;
}
