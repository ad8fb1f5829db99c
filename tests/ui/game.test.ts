import { describe, expect, it } from "vitest";
import { formatOrder } from "../../src/engine/player.ts";
import type { Ports } from "../../src/ui/ports.ts";
import { type Player, sitDown } from "./player.ts";
import { refused, smallPorts, smallTable } from "./table-ports.ts";

/** A new game in which one person plays Flint, at the map. */
async function atTheMap(ports: Ports = smallPorts()): Promise<Player> {
  const player = sitDown(ports);
  await player.press("n", "enter", "enter");
  return player;
}

/** A new game with a person in every seat of a side, before the first hand-over. */
async function twoSides(): Promise<Player> {
  const player = sitDown(smallPorts());
  await player.press(
    "n",
    ...Array<string>(4).fill("right"),
    ...Array<string>(4).fill("down"),
    "right",
    "enter",
  );
  return player;
}

describe("the way to the map", () => {
  it("is three keys from the title, by way of the brief", async () => {
    const player = sitDown(smallPorts());
    expect(player.screen()).toContain("› n  New game");
    await player.press("n", "enter");
    expect(player.screen()).toContain("Your brief: Flint command");
    await player.press("enter");
    expect(player.screen()).toContain("turn 1/6 · 1 May 1950, day");
  });

  it("tells why a game could not be begun, and stays where it was", async () => {
    const player = sitDown(smallPorts({ begin: async () => refused("the disk is full") }));
    await player.press("n", "enter");
    expect(player.screen()).toContain("the disk is full: try again");
    expect(player.driver.state().screen.kind).toBe("seating");
  });
});

describe("an order", () => {
  it("is made of a unit, a verb and a legal target, with its odds before it is given", async () => {
    const player = await atTheMap();
    await player.press("enter", "a", ..."tow");
    expect(player.screen()).toMatch(/›The tower\s+20 km/);
    expect(player.screen()).toMatch(/Odds [\d.]+ : 1/);
    await player.press("enter");
    expect(player.screen()).toContain("on the order sheet: Hammer: assault The tower");
    expect(ordersOf(player)).toEqual(["hammer assault tower"]);
  });

  it("that is refused shows its reason and is not given", async () => {
    const player = await atTheMap();
    await player.press("enter", "r");
    expect(ordersOf(player)).toEqual(["hammer reserve"]);
    await player.press(":", ..."hammer commit to tower", "enter");
    expect(player.screen()).toContain("is not a reserve");
    expect(ordersOf(player)).toEqual(["hammer reserve"]);
  });

  it.each([
    ["hammer assault tower", ["hammer assault tower"]],
    ["Hammer assault the TOWER", ["hammer assault tower"]],
    ["Sickle assault ML via TW", ["sickle assault mill via tower"]],
    ["sickle move to mill via ford", []],
    ["nonsense", []],
    ["undo", []],
  ])("typed as %j leaves %j on the sheet", async (typed, orders) => {
    const player = await atTheMap();
    await player.press(":", ...typed, "enter");
    expect(ordersOf(player)).toEqual(orders);
  });

  it("of the same unit replaces the one before; undo and redo go back and forth", async () => {
    const player = await atTheMap();
    await player.press(
      ":",
      ..."hammer assault tower",
      "enter",
      ":",
      ..."hammer assault mill",
      "enter",
    );
    expect(ordersOf(player)).toEqual(["hammer assault mill"]);
    await player.press("u");
    expect(ordersOf(player)).toEqual(["hammer assault tower"]);
    await player.press("u", "U", "U");
    expect(ordersOf(player)).toEqual(["hammer assault mill"]);
    await player.press("tab", "tab", "x");
    expect(ordersOf(player)).toEqual([]);
  });
});

describe("the end of a turn", () => {
  it("asks, names the idle, seals and tells what happened", async () => {
    const player = await atTheMap();
    await player.press(":", ..."hammer assault tower", "enter", "e");
    expect(player.screen()).toContain("1 formation will stand where it is:");
    await player.press("enter");
    expect(player.screen()).toContain("What happened in turn 1");
    expect(player.screen()).toContain("turn 2/6 · 1 May 1950, night");
  });

  it("opens the why of a battle, whose factors multiply to its odds", async () => {
    const player = await atTheMap();
    await player.press(":", ..."hammer assault tower", "enter", "e", "enter");
    await player.press("escape", "enter");
    const why = player.screen({ columns: 100, rows: 80 });
    const [, odds = ""] = why.split("Odds, attacker over defender");
    const factors = [...odds.matchAll(/(\d+\.\d{4}) +\d+\.\d{4} +[+-]?[\d.]+ +(5\.4\.\d+)/g)];
    const product = factors.reduce((result, [, value]) => result * Number(value), 1);
    // Factors of exactly 1 are gathered in one line with their rules; together they are all of 5.4.
    const [, idle = ""] = /Without effect \(1\): ([^:]*)/.exec(why) ?? [];
    const rules = [...factors.map(([, , rule]) => rule), ...(idle.match(/5\.4\.\d+/g) ?? [])];
    expect(new Set(rules)).toEqual(new Set(Array.from({ length: 16 }, (_, at) => `5.4.${at + 1}`)));
    expect(product).toBeCloseTo(Number(/odds +(\d+\.\d{4})/.exec(odds)?.[1]), 2);
  });

  it("says so when the file cannot be written, and keeps the orders on the sheet", async () => {
    const failing: Ports["begin"] = async ({ players }) => {
      const table = smallTable(players);
      return table.ok
        ? { ok: true, value: { ...table.value, seal: () => refused("no space left") } }
        : table;
    };
    const player = await atTheMap(smallPorts({ begin: failing }));
    await player.press(":", ..."hammer assault tower", "enter", "e", "enter");
    expect(player.screen()).toContain("no space left");
    expect(ordersOf(player)).toEqual(["hammer assault tower"]);
  });

  it("after the last turn leads to the scores", async () => {
    const player = await atTheMap();
    for (let turn = 1; turn <= 6; turn++) await player.press("e", "enter", "o");
    expect(player.screen()).toContain("The game is over.");
    expect(player.screen()).toMatch(/\d+ {2}Loam command/);
    await player.press("enter", "right");
    expect(player.screen()).toContain("turn 1 of 6");
  });
});

describe("several seats at one table", () => {
  it("are kept apart by a screen that shows nothing of the game", async () => {
    const player = await twoSides();
    expect(player.screen()).toMatch(/Sits down +THE ENVOY/);
    expect(player.screen()).toMatch(/Look away +Flint command\n +Loam command/);
    expect(player.screen()).not.toMatch(/Hammer|cohort|Tower watch/);
    await player.press("x", "down", "tab");
    expect(player.driver.state().screen.kind).toBe("handover");
    expect(player.driver.state().game?.view).toBeNull();
  });

  it("seal one after the other; then the turn waits for Enter", async () => {
    const player = await twoSides();
    for (let seat = 1; seat <= 3; seat++) await player.press("enter", "enter", "e", "enter");
    expect(player.screen()).toContain("All orders for turn 1 are sealed and saved.");
    await player.press("enter");
    expect(player.screen()).toMatch(/Sits down +THE ENVOY/);
    expect(player.driver.state().game?.turn).toBe(2);
  });

  it("may think again until the turn is adjudicated", async () => {
    const player = await twoSides();
    await player.press("enter", "enter", ":", ..."cohort dig-in", "enter", "e", "enter");
    for (const _ of ["flint", "loam"]) await player.press("enter", "enter", "e", "enter");
    await player.press("1", "enter", "enter");
    expect(ordersOf(player)).toEqual(["cohort dig-in"]);
  });
});

describe("leaving", () => {
  it("is asked once, and says what would be forgotten", async () => {
    const player = await atTheMap();
    await player.press(":", ..."hammer dig-in", "enter", "ctrl-c");
    expect(player.screen()).toContain("1 unsealed order will be forgotten");
    await player.press("n");
    expect(player.left()).toBe(false);
    await player.press("ctrl-c", "ctrl-c");
    expect(player.left()).toBe(true);
  });
});

describe("watching", () => {
  it("plays turn after turn beside the record", async () => {
    const player = sitDown(smallPorts());
    await player.press("n", "left", "enter", "enter");
    expect(player.screen()).toContain("turn 1");
    await player.press("r");
    expect(player.screen()).toContain("Flint crosses the ford.");
  });
});

function ordersOf(player: Player): readonly string[] {
  return (player.driver.state().game?.draft.orders ?? []).map(formatOrder);
}
