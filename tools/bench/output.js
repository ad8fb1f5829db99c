import { join } from "node:path";

/**
 * Where the bundle and what was recorded lie: below the root's node_modules, or the engine would
 * find the older Immer that boardgame.io brings into ours.
 */
export const OUTPUT = join(import.meta.dirname, "../../node_modules/.cache/tadmor-bench");

/** Where record.js leaves the campaigns that are written again, and a saved game. */
export const RECORDED = join(OUTPUT, "recorded.json");
export const SAVED_GAME = join(OUTPUT, "saved-game.jsonl");
