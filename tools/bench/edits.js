// The writing of campaigns alone: what happened is read from a file.
import { readFileSync } from "node:fs";
import { report, subject } from "./clock.js";
import { game } from "./history.js";
import { RECORDED } from "./output.js";
import { writerOf } from "./writers.js";

const campaigns = JSON.parse(readFileSync(RECORDED, "utf8"));
const write = writerOf(subject);
const nothing = () => {};

for (const { turns, digest } of campaigns) {
  if (game.digestOf(write(turns, nothing)) !== digest)
    throw new Error("the same edits led to another world");
}

report((at) => write(campaigns[at % campaigns.length].turns, nothing));
