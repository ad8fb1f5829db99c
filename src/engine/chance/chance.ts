import alea from "seedrandom/lib/alea.js";
import type { Draw } from "../events/types.ts";
import { invariant } from "../world/invariant.ts";
import type { Id } from "../world/setup.ts";
import { philox4x32, type Words4 } from "./philox.ts";

/** What a draw is for. The numbers are part of every saved game: add, never reuse or renumber. */
export const PURPOSES = {
  weather: 1,
  odds: 2,
  attackerLosses: 3,
  defenderLosses: 4,
  settleAttacker: 5,
  settleDefender: 6,
  killedAttacker: 7,
  killedDefender: 8,
  kitAttacker: 9,
  kitDefender: 10,
  break: 11,
  patron: 12,
  detect: 13,
  strength: 14,
  airLoss: 15,
  strikeMen: 16,
  strikeKit: 17,
  meeting: 18,
  breach: 19,
  abandon: 20,
  salvage: 21,
  scout: 22,
  claimMen: 23,
  claimKit: 24,
  interdictMen: 25,
  interdictKit: 26,
  destroyKit: 27,
  supportKit: 28,
  end: 29,
} as const;
export type Purpose = keyof typeof PURPOSES;

/** Chance asked by key: the same key gives the same draw, whatever else was asked before. */
export interface Chance {
  /** `block` is a turn or a 12-hour block, `locus` a place or link, `subject` a formation, wing, kit or "". */
  draw(purpose: Purpose, block: number, locus: Id, subject: Id): Draw;
}

/** The text of a key: `purpose/block/locus/subject`, an absent part as "-". */
export function drawKey(purpose: Purpose, block: number, locus: Id, subject: Id): string {
  return `${purpose}/${block}/${locus || "-"}/${subject || "-"}`;
}

/** FNV-1a over UTF-16 code units, 32 bits: ids as words of a counter. */
export function hashId(id: Id): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Two key words of a seed text, by seedrandom's alea. */
export function keyOf(seed: string): [number, number] {
  const source = alea(seed);
  return [source.int32() >>> 0, source.int32() >>> 0];
}

const HALF_OF_52_BITS = 0x4000000;

/** (k + 1/2) / 2^52 with k from two words: strictly between 0 and 1. */
export function unitInterval(high: number, low: number): number {
  const k = (high >>> 6) * HALF_OF_52_BITS + (low >>> 6);
  return (k + 0.5) / (HALF_OF_52_BITS * HALF_OF_52_BITS);
}

const hashes = new WeakMap<object, ReadonlyMap<Id, number>>();

/** Hashes by id as a Map, in which one is found several times faster than in a record. */
function hashesOf({ idHashes }: Hashed): ReadonlyMap<Id, number> {
  let known = hashes.get(idHashes);
  if (known === undefined) hashes.set(idHashes, (known = new Map(Object.entries(idHashes))));
  return known;
}

interface Hashed {
  readonly idHashes: Readonly<Record<Id, number>>;
}

/**
 * The dice of one game. Ids of the scenario have their hashes in `setup.idHashes`, where two alike
 * would have been a Problem; an id that is not there is a bug.
 */
export function createChance(seed: string, setup: Hashed): Chance {
  const idHashes = hashesOf(setup);
  const [keyLow, keyHigh] = keyOf(seed);
  const words: Words4 = [0, 0, 0, 0];
  const hashOf = (id: Id): number => {
    if (id === "") return 0;
    return idHashes.get(id) ?? unhashed(id);
  };
  return {
    draw(purpose, block, locus, subject) {
      const counter = (block * 0x100 + PURPOSES[purpose]) >>> 0;
      philox4x32(counter, hashOf(locus), hashOf(subject), 0, keyLow, keyHigh, words);
      return { key: drawKey(purpose, block, locus, subject), u: unitInterval(words[0], words[1]) };
    },
  };
}

// Made here and not at each draw, which would cost more than the draw.
function unhashed(id: Id): never {
  invariant(false, `chance was asked about "${id}", which the scenario does not have`);
}
