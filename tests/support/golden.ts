import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/program.ts";
import type { TurnDocument } from "../../src/cli/run-document.ts";

/** Where the golden files are, from the root. */
export const GOLDEN_DIRECTORY = "tests/golden";

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
