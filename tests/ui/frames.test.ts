import { describe, expect, it } from "vitest";
import type { Size } from "../../src/ui/frame.ts";
import { sitDown } from "./player.ts";
import { smallPorts } from "./table-ports.ts";

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

const ASSAULT = [":", ..."hammer assault tower", "enter"];

/** An assault that was played, as the playback begins. */
const PLAYED = ["n", "enter", "enter", ...ASSAULT, "e", "enter"];

/** A game of both Loam seats, in which the first has sealed. */
const LOAM = ["n", "right", "enter", "enter", "e", "enter"];

/** Screens worth reading, and the keys that lead to them from the title. */
const SCREENS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ["title", []],
  ["seating", ["n", "down", "down"]],
  ["record", ["r"]],
  ["brief", ["n", "enter"]],
  ["situation", ["n", "enter", "enter", "s", "3"]],
  ["map", ["n", "enter", "enter"]],
  ["map-closer", ["n", "enter", "enter", "z"]],
  ["verbs", ["n", "enter", "enter", "enter"]],
  ["targets", ["n", "enter", "enter", "enter", "a", ..."tow"]],
  ["refused-target", ["n", "enter", "enter", "enter", "a", ..."ford"]],
  ["air", [...LOAM, "enter", "tab", "enter", "i"]],
  ["sorties", [...LOAM, "enter", "tab", "enter", "s", "enter"]],
  ["orders", ["n", "enter", "enter", ...ASSAULT, "left"]],
  ["seal", ["n", "enter", "enter", ...ASSAULT, "e"]],
  ["playback", [...PLAYED, "right", "right"]],
  ["report", [...PLAYED, "escape"]],
  ["report-more", [...PLAYED, "escape", "m"]],
  ["why", [...PLAYED, "escape", "enter"]],
  ["handover", ["n", "right", "right", "enter"]],
  ["help", ["n", "enter", "enter", "?"]],
  ["leave", ["n", "enter", "enter", "q"]],
  ["end", ["n", "enter", "enter", ...Array.from({ length: 6 }).flatMap(() => ["e", "enter", "o"])]],
  ["history", ["h", "right"]],
];

describe("frames that a person has read", () => {
  it.each(SCREENS)("%s", async (name, keys) => {
    const player = sitDown(smallPorts());
    await player.press(...keys);
    for (const size of SIZES) {
      const file = `frames/${name}-${size.columns}x${size.rows}.txt`;
      await expect(player.screen(size)).toMatchFileSnapshot(file);
    }
  });
});

describe("a window that is too small", () => {
  it("is told so, whatever is going on", async () => {
    const player = sitDown(smallPorts());
    expect(player.screen({ columns: 79, rows: 30 })).toContain("This window is 79×30.");
    expect(player.screen({ columns: 80, rows: 23 })).toContain("Tadmor needs 80×24");
    expect(player.screen({ columns: 40, rows: 20 })).toContain("press p to go on in plain lines");
    expect(player.screen({ columns: 9, rows: 2 })).toBe("This win…\n");
  });
});
