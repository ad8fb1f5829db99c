// The writing of campaigns alone: what happened is read from a file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { report, subject } from "./clock.js";
import { game, RECORDED, setup } from "./history.js";

const { apply, digestOf, produce, startWorld } = game;
const campaigns = JSON.parse(readFileSync(RECORDED, "utf8"));

function write(world, events) {
  for (const event of events) apply(world, event);
}

function plain(turns) {
  const world = startWorld(setup);
  for (const events of turns) write(world, events);
  return world;
}

function immer(turns) {
  let world = startWorld(setup);
  for (const events of turns) world = produce(world, (draft) => write(draft, events));
  return world;
}

/** boardgame.io's own client: a turn is one move, the turn's events are its argument. */
function boardgame(turns) {
  const client = Client({ game: GAME, debug: false });
  client.start();
  for (const events of turns) client.moves.adjudicate(events);
  const { G } = client.getState();
  client.stop();
  return G;
}

const GAME = {
  setup: () => startWorld(setup),
  moves: { adjudicate: ({ G }, events) => write(G, events) },
  turn: { minMoves: 1, maxMoves: 1 },
};

const { Client } =
  subject === "boardgame" ? createRequire(import.meta.url)("boardgame.io/client") : {};

const writer = { plain, immer, boardgame }[subject];

for (const { turns, digest } of campaigns) {
  if (digestOf(writer(turns)) !== digest) throw new Error("the same edits led to another world");
}

report((at) => writer(campaigns[at % campaigns.length].turns));
