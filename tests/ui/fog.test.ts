import { describe, expect, it } from "vitest";
import type { PatchOperation } from "../../src/scenarios/index.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { type Player, sitDown } from "./player.ts";
import { smallPorts, smallTable } from "./table-ports.ts";

const LARGE = { columns: 200, rows: 60 };

/** A game in which one person plays Flint, on a scenario changed where Flint cannot see. */
function flintPlays(patch: readonly PatchOperation[]): Player {
  const setup = compileSmall(patch);
  return sitDown(smallPorts({ begin: async ({ players }) => smallTable(players, setup) }));
}

/** Every frame of the way to the map, round its lists, and of an assault's forecast. */
async function framesOf(player: Player): Promise<readonly string[]> {
  const frames: string[] = [];
  const keys = [
    "n",
    "enter",
    "enter",
    "z",
    "tab",
    ...Array.from({ length: 5 }, () => "down"),
    "tab",
    "tab",
    "tab",
    "enter",
    "a",
    ..."t",
  ];
  for (const pressed of keys) {
    await player.press(pressed);
    frames.push(player.screen(), player.screen(LARGE));
  }
  return frames;
}

describe("what a seat cannot see", () => {
  it.each<[string, PatchOperation]>([
    [
      "men of a formation it has no report of",
      { op: "replace", path: "/formations/mill-watch/men/value", value: 150 },
    ],
    [
      "the strength of one that it has only a report of",
      { op: "replace", path: "/formations/town-guard/men/value", value: 450 },
    ],
    [
      "a patron's tolerance",
      { op: "replace", path: "/contingents/legion/patron/tolerance/value", value: 0.9 },
    ],
    [
      "what lies in the enemy's depots",
      { op: "replace", path: "/places/town/stocks/tank/value", value: 0 },
    ],
    [
      "the enemy's brief",
      { op: "replace", path: "/seats/loam-command/brief", value: "Something else." },
    ],
    ["the enemy's aims", { op: "replace", path: "/objectives/keep-town/points", value: 9 }],
  ])("changes no byte of its frames: %s", async (_, change) => {
    const frames = await framesOf(flintPlays([change]));
    expect(frames).toEqual(await framesOf(flintPlays([])));
  });

  it.each<[string, PatchOperation]>([
    [
      "men who wait off the map",
      { op: "replace", path: "/formations/old-guard/men/value", value: 250 },
    ],
    ["the enemy's aims", { op: "replace", path: "/objectives/keep-legion/points", value: 7 }],
  ])("changes no byte of what it is told of a turn, nor of the why: %s", async (_, change) => {
    const turn = [
      ":",
      ..."hammer assault tower",
      "enter",
      "e",
      "enter",
      "escape",
      "m",
      "m",
      "enter",
    ];
    const told = async (patch: readonly PatchOperation[]) => {
      const player = flintPlays(patch);
      await player.press("n", "enter", "enter", ...turn);
      return player.screen(LARGE);
    };
    expect(await told([])).toContain("Battle of The tower");
    expect(await told([change])).toBe(await told([]));
  });

  it.each<[string, PatchOperation]>([
    [
      "men who wait off the map",
      { op: "replace", path: "/formations/old-guard/men/value", value: 250 },
    ],
    [
      "men of a formation it has no report of",
      { op: "replace", path: "/formations/mill-watch/men/value", value: 150 },
    ],
    ["the enemy's aims", { op: "replace", path: "/objectives/keep-legion/points", value: 7 }],
  ])("changes no byte of its timeline, nor of what it may branch: %s", async (_, change) => {
    const keys = ["home", "right", "a", "r", "right", "b", "down", "down", "escape", "n", "escape"];
    const framesOfPast = async (patch: readonly PatchOperation[]) => {
      const player = flintPlays(patch);
      const seal = ["e", "enter", "escape", "o"];
      await player.press("n", "enter", "enter", ":", ..."hammer assault tower", "enter", ...seal);
      await player.press(...seal, "t");
      const frames: string[] = [];
      for (const pressed of keys) {
        await player.press(pressed);
        frames.push(player.screen(), player.screen(LARGE));
      }
      return frames;
    };
    const frames = await framesOfPast([change]);
    expect(frames).toEqual(await framesOfPast([]));
    expect(frames[0]).toContain("What you knew");
  });

  it("would be noticed: what it can see does change them", async () => {
    const seen = { op: "replace", path: "/formations/hammer/men/value", value: 800 } as const;
    expect(await framesOf(flintPlays([seen]))).not.toEqual(await framesOf(flintPlays([])));
  });
});
