// Plays some campaigns and leaves the events of their turns in a file, so that who writes them
// again does it in a process that never played; and one campaign as a saved game.
import { writeFileSync } from "node:fs";
import { loadGame } from "../../src/cli/load-game.ts";
import { runAsJournal } from "../../src/cli/open-run.ts";
import { game, policies, seedOf, setup } from "./history.js";
import { RECORDED, SAVED_GAME } from "./output.js";

const CAMPAIGNS = 20;

const { digestOf, playOut } = game;

/** Events of each turn of a campaign, and the digest of the world they lead to. */
function record(seed) {
  const turns = [];
  const onTurn = ({ events }) => turns.push(events);
  const world = playOut(setup, policies, seed, { hand: "plain", onTurn });
  return { turns, digest: digestOf(world) };
}

const campaigns = Array.from({ length: CAMPAIGNS }, (_, at) => record(seedOf(at)));
writeFileSync(RECORDED, JSON.stringify(campaigns));

const loaded = loadGame(null, {});
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
writeFileSync(SAVED_GAME, runAsJournal(loaded.value, "bench", 1));
