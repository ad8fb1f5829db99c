// A worker that gives rows without playing: what is left is what a chunk costs beside its work.
// Arguments: port, concurrency. Prints, when it is told to end, its processor time and chunks as JSON.
import { openWork } from "../../../src/edge/queue/work.ts";
import { ownRules } from "../../../src/cli/own-rules.ts";
import { gameOn, scenarioOf } from "../../../src/lab/compile-game.ts";
import type { Recipe } from "../../../src/lab/recipe.ts";
import { measureNames } from "../../../src/lab/replicate.ts";
import { addressOf, rowsLike } from "./rows.ts";

const [port, concurrency] = process.argv.slice(2).map(Number);
const names = new Map<number, readonly string[]>();
let [chunks, since] = [0, process.cpuUsage()];

function namesOf(key: number, recipe: Recipe): readonly string[] {
  const known = names.get(key) ?? measureNames(gameOn(scenarioOf(recipe), recipe));
  names.set(key, known);
  return known;
}

const work = await openWork({
  address: addressOf(port!),
  concurrency: concurrency!,
  lock: 30,
  idle: null,
  patience: 60,
  rules: ownRules(),
  hear: ({ event }) => {
    if (event === "began") console.log("began");
    if (event === "played") chunks += 1;
  },
  play: async ({ key, recipe, from, to }) => {
    // What is made ready once for a game is no cost of a chunk.
    if (!names.has(key)) since = process.cpuUsage();
    return rowsLike(namesOf(key, recipe), from, to);
  },
});
process.once("SIGTERM", work.drain);
await work.ended;
const { user, system } = process.cpuUsage(since);
console.log(JSON.stringify({ ms: (user + system) / 1000, chunks }));
