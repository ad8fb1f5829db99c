import { describe, expect, it } from "vitest";
import type { Size } from "../../src/ui/frame.ts";
import { sitDown } from "./player.ts";
import { smallPorts } from "./table-ports.ts";

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

/** White's screens and the room's, and playback, in the large window of a projector too. */
const ROOM_SIZES: readonly Size[] = [...SIZES, { columns: 200, rows: 60 }];

const ASSAULT = [":", ..."hammer assault tower", "enter"];

/** An assault that was played, as the playback begins. */
const PLAYED = ["n", "enter", "enter", ...ASSAULT, "e", "enter"];

/** A game with White behind a pass phrase, before the first hand-over. */
const WITH_PHRASE = [
  "n",
  ...Array<string>(3).fill("right"),
  ...Array<string>(5).fill("down"),
  ..."sesame",
  "enter",
];

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
  ["report", [...PLAYED, "escape"]],
  ["report-more", [...PLAYED, "escape", "m"]],
  ["why", [...PLAYED, "escape", "enter"]],
  ["handover", ["n", "right", "right", "enter"]],
  ["help", ["n", "enter", "enter", "?"]],
  ["leave", ["n", "enter", "enter", "q"]],
  ["end", ["n", "enter", "enter", ...Array.from({ length: 6 }).flatMap(() => ["e", "enter", "o"])]],
  ["history", ["h", "right"]],
];

/** A game of both sides and White, before White sits down. */
const BEGUN = ["n", "right", "right", "right", "enter"];
const LOAM_SEALS = ["enter", "enter", "e", "enter", "enter", "e", "enter"];
const SEALED = [...BEGUN, ...LOAM_SEALS, "enter", "enter", ...ASSAULT, "e", "enter"];
const DESK = [...SEALED, "enter", "enter", "down"];
const RULED = [...DESK, "r", "1", ..."the road was mined", "enter"];
const COMMITTED = [...RULED, "c", "enter", "w", "enter", "tab", "tab", "tab"];

const ROOM_SCREENS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ["playback", [...PLAYED, "right", "right"]],
  ["white-curtain", [...WITH_PHRASE, "w", ..."open"]],
  ["white-draft", DESK],
  ["white-choose", [...DESK, "r"]],
  ["white-reason", [...DESK, "r", "1", ..."the road was mined"]],
  ["white-ruled", RULED],
  ["white-hand", [...RULED, "tab"]],
  ["white-events", [...RULED, "tab", "tab"]],
  ["white-audience", [...RULED, "tab", "tab", "enter"]],
  ["white-commit", [...RULED, "c"]],
  ["white-before", COMMITTED],
  ["white-playback", [...DESK, "p", "down", "right", "right"]],
  ["ready", SEALED],
  ["projector", [...COMMITTED, "end", "up", "up", "up", "s", ":", ..."room", "enter"]],
];

describe("frames that a person has read", () => {
  const all = [
    ...SCREENS.map(([name, keys]) => [name, keys, SIZES] as const),
    ...ROOM_SCREENS.map(([name, keys]) => [name, keys, ROOM_SIZES] as const),
  ];
  it.each(all)("%s", async (name, keys, sizes) => {
    const player = sitDown(smallPorts());
    await player.press(...keys);
    for (const size of sizes) {
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
