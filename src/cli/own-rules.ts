import { listScenarios } from "../edge/assets.ts";
import { ENGINE_VERSION } from "../engine/index.ts";
import type { Rules } from "../lab/chunk.ts";
import { engineHash } from "../lab/engine-hash.ts";
import { gameOf, loadRun } from "./load-run.ts";

/** The rules of this program: their version, and their digest by the history of every scenario. */
export function ownRules(): Rules {
  const games = listScenarios().flatMap(({ id }) => {
    const loaded = loadRun(id, {});
    return loaded.ok ? [gameOf(loaded.value)] : [];
  });
  return { version: ENGINE_VERSION, engine: engineHash(games) };
}
