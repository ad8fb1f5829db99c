import { createArchive } from "../../src/edge/archive.ts";
import { loadScenario } from "../../src/edge/load.ts";
import { portsOf } from "../../src/cli/ports.ts";
import type { Ports } from "../../src/ui/ports.ts";
import { emptyDirectory } from "../edge/directory.ts";

/**
 * Ports to a scenario that ships, as the program has them, saving into a directory of their own; each
 * new game has the seed "lesson".
 */
export function shippedPorts(name: string): Ports {
  const loaded = loadScenario(name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const chosen = { name, variant: undefined, aims: {} };
  const directory = emptyDirectory();
  return portsOf(chosen, loaded.value, createArchive(directory), "saves", () => "lesson");
}
