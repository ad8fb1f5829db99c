// What every measurement plays: history's courses of action in the default scenario.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { OUTPUT } from "./output.js";

const root = join(import.meta.dirname, "../..");

/** The bundle of game.js. */
export const game = await import(pathToFileURL(join(OUTPUT, "game.mjs")).href);

export const { setup, measures, policies } = game.loadHistory(join(root, "scenarios"));

/** Each campaign has a seed of its own, the same in every process. */
export function seedOf(at) {
  return `bench#${at}`;
}

/** The world in the middle of a campaign, which nobody writes into. */
export function middleOf(at) {
  return game.playOut(setup, policies, seedOf(at), { turns: Math.floor(setup.turns / 2) });
}
