import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { portsOf } from "../../src/cli/ports.ts";
import { createArchive } from "../../src/edge/archive.ts";
import { loadScenario } from "../../src/edge/load.ts";
import type { Id } from "../../src/engine/index.ts";
import type { Outcome } from "../../src/journal/index.ts";
import type { Ports } from "../../src/ui/ports.ts";
import { emptyDirectory } from "../edge/directory.ts";

/** The value of an outcome that must be one. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message }) => message).join("\n"));
}

/** The default scenario without a variant, as a new game names it. */
export const AS_IT_IS = { scenario: "palmyra-2016", variant: null } as const;

/** The ports of the default scenario, saving into a directory of their own. */
export function freshPorts(): Ports {
  const chosen = { name: null, variant: undefined, aims: {} };
  const directory = emptyDirectory();
  const loaded = must(loadScenario(null));
  return portsOf(chosen, loaded, createArchive(directory), directory);
}

/** Plays the first turns of a new game, every seat by the policy named, and returns its file. */
export async function savedGame(
  turns: number,
  players?: Readonly<Record<Id, string>>,
): Promise<string> {
  const ports = freshPorts();
  const seats = players ?? ports.scenario.historical;
  const table = must(
    await ports.begin({ length: "offensive", players: seats, aims: {}, ...AS_IT_IS }),
  );
  for (let turn = 0; turn < turns; turn++) must(table.resolve());
  table.close();
  const kept = join(emptyDirectory(), "game.jsonl");
  copyFileSync(table.file as string, kept);
  return kept;
}
