import { describe, expect, it } from "vitest";
import { formatOrder } from "../../src/engine/player.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { type Player, sitDown } from "./player.ts";
import { smallPorts, smallTable } from "./table-ports.ts";

const guess = (value: number) => ({ value, assumption: "Made up for a test" });

/** Hammer has something to send ahead and can be divided; the swallows may do all that wings can. */
const setup = compileSmall([
  { op: "add", path: "/formations/hammer/kit/svbied", value: guess(3) },
  { op: "add", path: "/formations/hammer/detachments", value: 1 },
  {
    op: "replace",
    path: "/wings/swallows/missions",
    value: ["support", "interdict", "strike", "destroy", "supply"],
  },
  { op: "add", path: "/places/town/airbase", value: true },
]);

const ports = smallPorts({ begin: async ({ players }) => smallTable(players, setup) });

/** A new game at the map, by who is played: one person, at the seat of a preset. */
async function atTheMap(preset: number): Promise<Player> {
  const player = sitDown(ports);
  await player.press("n", ...Array<string>(preset).fill("right"), "enter", "enter");
  return player;
}
const FLINT = 0;
const LOAM = 5;

function ordersOf(player: Player): readonly string[] {
  return (player.driver.state().game?.draft.orders ?? []).map(formatOrder);
}

describe("the menu of a formation", () => {
  it("shows every verb, refused ones last and with their reason", async () => {
    const player = await atTheMap(FLINT);
    await player.press("enter");
    const menu = player.screen({ columns: 100, rows: 60 });
    expect(menu).toMatch(/f fix +pin him by attack/);
    expect(menu).toMatch(/rotate +too few of your own/);
    expect(menu).toMatch(/h detach +send men off alone/);
    expect(menu.indexOf("send men off alone")).toBeLessThan(menu.indexOf("too few of your own"));
  });

  it("asks how much is sent ahead when there is something to send, and none by default", async () => {
    const player = await atTheMap(FLINT);
    await player.press("enter", "a", ..."tow", "enter");
    expect(player.screen()).toMatch(/Sent ahead: ◂ {2}0 {2}▸ of 2/);
    await player.press("enter");
    expect(ordersOf(player)).toEqual(["hammer assault tower"]);
    await player.press("home", "enter", "p", ..."tow", "enter", "right", "right", "right", "enter");
    expect(ordersOf(player)).toEqual(["hammer pursue tower with 2"]);
  });

  it("asks how many men are detached: half of them, by arrows or by digits", async () => {
    const player = await atTheMap(FLINT);
    await player.press("enter", "h", "up", "enter");
    expect(ordersOf(player)).toEqual(["hammer detach 460"]);
    await player.press(
      "home",
      "enter",
      "h",
      "backspace",
      "backspace",
      "backspace",
      ..."120",
      "enter",
    );
    expect(ordersOf(player)).toEqual(["hammer detach 120"]);
    await player.press("home", "enter", "h", ..."99999", "enter");
    expect(ordersOf(player)).toEqual(["hammer detach 899"]);
  });

  it("offers the formations that can be joined, and places near enough to scout", async () => {
    const player = await atTheMap(FLINT);
    await player.press("enter", "l", "enter");
    expect(ordersOf(player)).toEqual(["hammer join sickle"]);
    expect(player.screen()).toContain("on the order sheet: Hammer: join Sickle");
    await player.press("home", "enter", "n", ..."harb");
    expect(player.screen()).toContain("more than two roads");
  });

  it("does not list detachments that are not in the field, and lists them once they are", async () => {
    const player = await atTheMap(FLINT);
    expect(player.screen()).not.toContain("detachment");
    await player.press(":", ..."hammer detach 300", "enter", "e", "enter", "o");
    expect(player.screen({ columns: 120, rows: 40 })).toMatch(/Hammer, detachment 1 +300/);
  });
});

describe("the menu of a wing", () => {
  it("gives a new base without asking for sorties", async () => {
    const player = await atTheMap(LOAM);
    await player.press("tab", "enter", "b", ..."town", "enter");
    expect(ordersOf(player)).toEqual(["swallows rebase to town"]);
    await player.press(":", ..."swallows supply tn with 2", "enter");
    expect(ordersOf(player)).toEqual(["swallows supply town with 2"]);
  });
});

describe("what a seat decides itself", () => {
  it("rules of engagement are set at a place", async () => {
    const player = await atTheMap(LOAM);
    await player.press("tab", "tab", "enter", "x");
    expect(ordersOf(player)).toEqual(["town roe forbidden"]);
    await player.press("x");
    expect(ordersOf(player)).toEqual([]);
  });

  it("rules of engagement on the sheet hold for the tasks written beside them", async () => {
    const player = await atTheMap(LOAM);
    await player.press(":", ..."town roe forbidden", "enter");
    await player.press(":", ..."swallows support town with 2", "enter");
    expect(ordersOf(player)).toEqual(["town roe forbidden"]);
    await player.press("escape");
    await player.press(":", ..."town roe restricted", "enter");
    await player.press(":", ..."swallows support town with 2", "enter");
    expect(ordersOf(player)).toEqual(["town roe restricted", "swallows support town with 2"]);
  });

  it("who commands no aircraft is told so instead of a menu", async () => {
    const player = await atTheMap(FLINT);
    await player.press("tab", "enter");
    expect(player.screen()).toContain("you command no aircraft");
  });

  it("a pool is called from the list of the seat", async () => {
    const player = await atTheMap(LOAM);
    await player.press("backtab");
    expect(player.screen()).toContain("Old guard; at The harbour 24 hours");
    await player.press("enter", "c");
    expect(ordersOf(player)).toEqual(["veterans call"]);
    expect(player.screen()).toContain("on the order sheet: Veterans: call");
  });

  it.each([
    ["veterans call", ["veterans call"]],
    ["Veterans call", ["veterans call"]],
    ["TW roe restricted", ["tower roe restricted"]],
    ["The mill roe free", ["mill roe free"]],
    ["legion hold", []],
    ["the legion release", []],
  ])("typed as %j leaves %j on the sheet", async (typed, orders) => {
    const player = await atTheMap(LOAM);
    await player.press(":", ...typed, "enter");
    expect(ordersOf(player)).toEqual(orders);
  });
});
