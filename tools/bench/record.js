// Plays some campaigns and leaves the events of their turns in a file, so that who writes them
// again does it in a process that never played.
import { writeFileSync } from "node:fs";
import { game, policies, RECORDED, seedOf, setup } from "./history.js";

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
