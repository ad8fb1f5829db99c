// Milliseconds from start to end of a command, in the program as it was built last, and of Node
// alone: of the processor and on the wall's clock, as JSON.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runs, subject, WARM_UP_RUNS } from "./clock.js";

const here = import.meta.dirname;
const PROGRAM = join(here, "../../bin/tadmor.js");
const TOLD = ["--import", pathToFileURL(join(here, "processor-time.js")).href];
const words = {
  node: ["--eval", "0"],
  version: [PROGRAM, "--version"],
  record: [PROGRAM, "history", "--record"],
}[subject];

function start() {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...TOLD, ...words], { encoding: "utf8" });
  const wall = performance.now() - began;
  if (status !== 0) throw new Error(`ended with ${status}: ${stderr}`);
  return { wall, processor: Number(stderr.split("\n").at(-1)) };
}

for (let at = 0; at < WARM_UP_RUNS; at++) start();
const starts = Array.from({ length: runs }, start);
console.log(
  JSON.stringify({
    wall: starts.map(({ wall }) => wall),
    processor: starts.map(({ processor }) => processor),
  }),
);
