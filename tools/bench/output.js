import { join } from "node:path";

/**
 * Where the bundle and the recorded campaigns lie: below the root's node_modules, or the engine
 * would find the older Immer that boardgame.io brings into ours.
 */
export const OUTPUT = join(import.meta.dirname, "../../node_modules/.cache/tadmor-bench");
