// What it takes to keep the world after every turn of one campaign after another: megabytes of heap
// for a thousand worlds, several times, as JSON. What happened is read before and not counted.
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { runs, subject } from "./clock.js";
import { game } from "./history.js";
import { RECORDED } from "./output.js";
import { writerOf } from "./writers.js";

const WORLDS = 1000;
const BYTES = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const campaigns = JSON.parse(readFileSync(RECORDED, "utf8"));
const write = writerOf(subject);
/** How each keeps a world: the plain hand writes on in it, so it needs a copy. */
const kept = {
  plain: (world) => game.copyOf(world),
  immer: (world) => world,
  boardgame: (client) => client.getState(),
}[subject];

function heap() {
  collect();
  return process.memoryUsage().heapUsed;
}

function megabytes() {
  const before = heap();
  const worlds = [];
  for (let at = 0; worlds.length < WORLDS; at++)
    write(campaigns[at % campaigns.length].turns, (state) => worlds.push(kept(state)));
  const taken = heap() - before;
  return (taken / BYTES) * (WORLDS / worlds.length);
}

megabytes();
console.log(JSON.stringify(Array.from({ length: runs }, megabytes)));
