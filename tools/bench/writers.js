// Who writes the events of a campaign, turn by turn: a function of them and of what is done with
// the world after each turn, which gives the last world.
import { createRequire } from "node:module";
import { game, setup } from "./history.js";

const { apply, produce, startWorld } = game;

function write(world, events) {
  for (const event of events) apply(world, event);
}

function plain(turns, each) {
  const world = startWorld(setup);
  for (const events of turns) {
    write(world, events);
    each(world);
  }
  return world;
}

function immer(turns, each) {
  let world = startWorld(setup);
  for (const events of turns) {
    world = produce(world, (draft) => write(draft, events));
    each(world);
  }
  return world;
}

/** boardgame.io's own client: a turn is one move, the turn's events are its argument. */
function boardgame() {
  const { Client } = createRequire(import.meta.url)("boardgame.io/client");
  const rules = {
    setup: () => startWorld(setup),
    moves: { adjudicate: ({ G }, events) => write(G, events) },
    turn: { minMoves: 1, maxMoves: 1 },
  };
  return (turns, each) => {
    const client = Client({ game: rules, debug: false });
    client.start();
    for (const events of turns) {
      client.moves.adjudicate(events);
      each(client);
    }
    const { G } = client.getState();
    client.stop();
    return G;
  };
}

/** A writer by name. */
export function writerOf(name) {
  return name === "boardgame" ? boardgame() : { plain, immer }[name];
}
