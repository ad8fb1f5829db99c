import { describe, expect, it } from "vitest";
import { formatOrder } from "../../src/engine/player.ts";
import { key } from "../../src/ui/key.ts";
import { press } from "../../src/ui/press.ts";
import { tickAfter } from "../../src/ui/screens/playback/clock.ts";
import { beatsOf } from "../../src/ui/screens/playback/beats.ts";
import { playerWords, presetsOf } from "../../src/ui/screens/seating/presets.ts";
import type { PatchOperation } from "../../src/scenarios/index.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { type Player, sitDown } from "./player.ts";
import { smallPorts, smallTable } from "./table-ports.ts";

const LARGE = { columns: 200, rows: 60 };
const type = (text: string) => [":", ...text, "enter"];
/** Both sides at the table, Loam's seats together. */
const BOTH = ["n", "right", "right", "enter"];

function table(patch: readonly PatchOperation[] = []): Player {
  const setup = compileSmall(patch);
  return sitDown(smallPorts({ begin: async ({ players }) => smallTable(players, setup) }));
}

const ordersOf = (player: Player) =>
  (player.driver.state().game?.draft.orders ?? []).map(formatOrder);
const screenOf = (player: Player) => player.driver.state().screen;

describe("seats that sit together", () => {
  it("are gone through without a hand-over, each with its own view and its own sheet", async () => {
    const player = table();
    await player.press(...BOTH, "enter", "enter", ...type("cohort dig-in"), "]");
    expect(player.screen()).toContain("Your brief: Loam command");
    await player.press("enter", ...type("mill-watch defend"));
    expect(player.screen()).toContain("L 2/2 Loam command");
    expect(ordersOf(player)).toEqual(["mill-watch defend"]);
    await player.press("[");
    expect(ordersOf(player)).toEqual(["cohort dig-in"]);
    expect(player.screen()).toContain("L 1/2 The envoy");
    await player.press(...type("pass loam"), "u");
    expect(ordersOf(player)).toEqual([]);
  });

  it("seal each for itself; only then another group sits down", async () => {
    const player = table();
    await player.press(...BOTH, "enter", "enter", "e", "enter");
    expect(player.screen()).toContain("Your brief: Loam command");
    await player.press("enter", "e", "enter");
    expect(player.screen()).toMatch(/Sits down +FLINT COMMAND/);
    expect(player.screen()).toMatch(/Look away +The envoy\n +Loam command/);
  });

  it("cannot pass to a seat of another group", async () => {
    const player = table();
    await player.press(...BOTH, "enter", "enter", ...type("pass flint"));
    expect(player.screen()).toContain("no seat of this name sits here");
    expect(player.driver.state().game?.view?.brief.seat).toBe("envoy");
  });
});

describe("a hand-over", () => {
  it("leaves nothing of what the group before typed or saw", async () => {
    const player = table();
    await player.press(...BOTH, "enter", "enter", ...type("cohort dig-in"), "e", "enter");
    await player.press("enter", "e", "enter");
    const { game, typed, notice } = player.driver.state();
    expect([game?.view, game?.told, game?.before, game?.draft.orders, typed, notice]).toEqual([
      null,
      null,
      null,
      [],
      [],
      null,
    ]);
    await player.press("enter", "enter", ":", "up");
    expect(player.screen()).not.toContain("cohort");
  });
});

describe("whoever plays a seat", () => {
  it("can be a person, hold, or random legal orders, and every preset says so in words", () => {
    const { scenario } = smallPorts();
    for (const { title, players } of presetsOf(scenario)) {
      expect(title).not.toBe("");
      for (const who of Object.values(players)) expect(playerWords(scenario, who)).not.toBe("");
    }
  });
});

/** One person plays Flint, and an assault was sealed: its playback begins. */
async function playback(patch: readonly PatchOperation[] = []): Promise<Player> {
  const player = table(patch);
  await player.press("n", "enter", "enter", ...type("hammer assault tower"), "e", "enter");
  return player;
}

describe("the playback of a turn", () => {
  it("goes on by ticks, stops at its end, and wants no tick while it is held", async () => {
    const player = await playback();
    let { state } = { state: player.driver.state() };
    expect(tickAfter(state)).toBeGreaterThan(0);
    const { screen } = state;
    const steps = screen.kind === "playback" ? beatsOf(screen.events).length : 0;
    expect(steps).toBeGreaterThan(3);
    for (let step = 1; step < steps; step++) state = press(state, key("tick")).state;
    expect(state.screen).toMatchObject({ kind: "playback", step: steps - 1, playing: false });
    expect(tickAfter(state)).toBeNull();
    expect(press(state, key("tick")).state).toBe(state);
  });

  it.each(["?", ":", "ctrl-k", "ctrl-c", " "])("waits behind %j", async (pressed) => {
    const player = await playback();
    await player.press(pressed);
    const { state } = { state: player.driver.state() };
    expect(tickAfter(state)).toBeNull();
    expect(press(state, key("tick")).state).toBe(state);
  });

  it("is slower, faster or off as the room chooses, and stays so in the next turn", async () => {
    const player = await playback();
    const normal = tickAfter(player.driver.state()) ?? 0;
    await player.press(...type("speed slow"));
    expect(tickAfter(player.driver.state())).toBeGreaterThan(normal);
    await player.press(...type("speed fast"));
    expect(tickAfter(player.driver.state())).toBeLessThan(normal);
    await player.press(...type("speed off"), "o", "e", "enter");
    expect(screenOf(player).kind).toBe("report");
  });

  it("tells a battle's result only after its odds", async () => {
    const player = await playback();
    expect(player.screen(LARGE)).toContain("Battle of The tower");
    expect(player.screen(LARGE)).not.toMatch(/Odds|overrun|Killed/);
    await player.press("right");
    expect(player.screen(LARGE)).toMatch(/Odds +5\.38 : 1/);
    expect(player.screen(LARGE)).not.toMatch(/► overrun|Killed/);
    await player.press("right");
    expect(player.screen(LARGE)).toMatch(/► overrun/);
    await player.press("left", "left");
    expect(player.screen(LARGE)).not.toMatch(/Odds|Killed/);
  });

  it("opens the working of a result, and comes back to where it was", async () => {
    const player = await playback();
    await player.press("right", "w");
    expect(player.screen(LARGE)).toContain("Odds, attacker over defender");
    await player.press("escape");
    expect(screenOf(player)).toMatchObject({ kind: "playback", step: 1, playing: false });
  });
});

const UNSEEN: readonly [string, PatchOperation][] = [
  ["men off the map", { op: "replace", path: "/formations/old-guard/men/value", value: 250 }],
  ["the enemy's aims", { op: "replace", path: "/objectives/keep-legion/points", value: 7 }],
  ["the enemy's brief", { op: "replace", path: "/seats/loam-command/brief", value: "Other." }],
];

describe("what a seat cannot see", () => {
  it.each(UNSEEN)("changes no byte of its playback: %s", async (_, change) => {
    const frames = async (patch: readonly PatchOperation[]) => {
      const player = await playback(patch);
      const seen: string[] = [];
      for (const pressed of ["right", "right", "right", "end", "w", "escape", "home"]) {
        seen.push(player.screen(), player.screen(LARGE));
        await player.press(pressed);
      }
      return seen;
    };
    expect(await frames([change])).toEqual(await frames([]));
  });

  it.each<[string, PatchOperation]>([
    ...UNSEEN,
    ["men at the tower", { op: "replace", path: "/formations/tower-watch/men/value", value: 60 }],
    ["men of the attacker", { op: "replace", path: "/formations/hammer/men/value", value: 300 }],
  ])("changes no byte of a hand-over nor of the room's screen: %s", async (_, change) => {
    const frames = async (patch: readonly PatchOperation[]) => {
      const player = table(patch);
      const seen: string[] = [];
      const look = () => seen.push(player.screen(), player.screen(LARGE));
      await player.press(...BOTH);
      look();
      await player.press("enter", "enter", "e", "enter", "enter", "e", "enter");
      look();
      await player.press("enter", "enter", ...type("hammer assault tower"), "e", "enter");
      look();
      await player.press("enter");
      look();
      await player.press("p");
      look();
      await player.press("?");
      look();
      return seen;
    };
    expect(await frames([change])).toEqual(await frames([]));
  });
});

describe("the room's screen", () => {
  it("plays the game back as it truly went, turn by turn, only when it is over", async () => {
    const player = table();
    await player.press("n", "enter", "enter", ...type("room"), "enter");
    expect(screenOf(player).kind).toBe("handover");
    await player.press("enter", "enter");
    for (let turn = 1; turn <= 6; turn++) await player.press("e", "enter", "o");
    await player.press("p", "enter");
    expect(player.screen(LARGE)).toContain("What truly happened in turn 1");
    await player.press("escape", "enter");
    expect(player.screen(LARGE)).toContain("What truly happened in turn 2");
  });
});
