import { describe, expect, it } from "vitest";
import { emptyDisk } from "./disk-ports.ts";
import { sitDown } from "./player.ts";

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];

const SEAL = ["e", "enter", "o"];
const TURN = [":", ..."hammer assault tower", "enter", ...SEAL];
const DIG_IN = [":", ..."hammer dig-in", "enter", ...SEAL];
/** Two turns as Flint, a note on the first, and the timeline. */
const TIMELINE = ["n", "enter", "enter", ...TURN, ...SEAL, "t", "left", "n", ..."why?", "enter"];
/** A second game from the first turn, in which Hammer digs in instead. */
const BRANCHED = [...TIMELINE, "b", ..."what if it digs in", "down", "right", "enter", "o"];

const SCREENS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ["timeline", TIMELINE],
  ["timeline-note", [...TIMELINE, "n", ..."the bridge was not blown"]],
  ["timeline-record", ["h", "right", "r"]],
  ["timeline-branch", ["h", "right", "b", ..."Loam holds", "down"]],
  ["branches", [...BRANCHED, "t", "t"]],
  ["compare", [...BRANCHED, ...DIG_IN, "t", "t", "c"]],
];

describe("frames of the past that a person has read", () => {
  it.each(SCREENS)("%s", async (name, keys) => {
    const player = sitDown(emptyDisk().ports);
    await player.press(...keys);
    for (const size of SIZES) {
      const file = `frames/${name}-${size.columns}x${size.rows}.txt`;
      await expect(player.screen(size)).toMatchFileSnapshot(file);
    }
  });
});
