import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/program.ts";
import type { TurnDocument } from "../../src/cli/run-document.ts";

/** Where the golden files are, from the root. */
export const GOLDEN_DIRECTORY = "tests/golden";

/** The file with a digest for each game of the corpus. */
export const GOLDEN_CORPUS = join(GOLDEN_DIRECTORY, "corpus.json");

/** What the games of the corpus come to, and the line of the changelog that says why. */
export interface GoldenCorpus {
  readonly because: string;
  readonly games: Readonly<Record<string, string>>;
}

/** Whether a sentence stands under Rules in the changelog. */
export function rulesChanged(sentence: string): boolean {
  const sections = readFileSync("CHANGELOG.md", "utf8").split(/^### /m);
  return sections.some((section) => section.startsWith("Rules\n") && section.includes(sentence));
}

/**
 * The playthrough that a change of rules must be seen to change: its text as a person reads it,
 * and the digest of the world after each turn; by file name.
 */
export async function goldenFiles(): Promise<Readonly<Record<string, string>>> {
  const text = await printed("history", "--seed", "1");
  const run = JSON.parse(await printed("history", "--seed", "1", "--json"));
  const turns = run.turns.map(({ turn, start, hash }: TurnDocument) => ({ turn, start, hash }));
  const digests = { ...run, turns };
  return {
    "history-seed-1.txt": text,
    "history-seed-1.json": `${JSON.stringify(digests, null, 2)}\n`,
  };
}

async function printed(...argv: readonly string[]): Promise<string> {
  let printed = "";
  const io: Io = {
    out: (text) => {
      printed += text;
    },
    err: (text) => {
      throw new Error(text);
    },
    width: 80,
    interactive: false,
    colour: false,
  };
  await run(argv, io);
  return printed;
}
