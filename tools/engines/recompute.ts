// What every engine does with one game of the corpus: a door of its own, bundled into one script that needs nothing but the language.
import { digestOf, type Setup } from "../../src/engine/index.ts";
import { parseJournal, recompute } from "../../src/journal/index.ts";

interface Game {
  readonly name: string;
  readonly setup: Setup;
  readonly journal: string;
}

/** What came of it: the turns recomputed and the digest over all their digests, or what went wrong. */
interface Recomputed {
  readonly name: string;
  readonly turns: number;
  readonly chain: string;
}

/** A game as a line of JSON → what it recomputes to, as JSON. */
function recomputeGame(text: string): string {
  const { name, setup, journal } = JSON.parse(text) as Game;
  const read = parseJournal(journal);
  if (!read.ok) throw new Error(`${name}: ${read.problems[0]?.message}`);
  const { mismatch, turns } = recompute(setup, read.journal);
  if (mismatch !== null) throw new Error(`${name}: ${JSON.stringify(mismatch)}`);
  const digests = read.journal.entries.flatMap(({ line }) =>
    line.kind === "commit" ? [line.digest] : [],
  );
  const result: Recomputed = { name, turns: turns.length, chain: digestOf(digests) };
  return JSON.stringify(result);
}

Object.assign(globalThis, { recomputeGame });
