// What every measurement plays: history's courses of action in the default scenario.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { OUTPUT } from "./output.js";

const root = join(import.meta.dirname, "../..");

/** The bundle of game.js. */
export const game = await import(pathToFileURL(join(OUTPUT, "game.mjs")).href);

export const { setup, measures, policies } = game.loadHistory(join(root, "scenarios"));

/** Where record.js leaves the campaigns that edits.js writes again. */
export const RECORDED = join(OUTPUT, "recorded.json");

/** Each campaign has a seed of its own, the same in every process. */
export function seedOf(at) {
  return `bench#${at}`;
}
