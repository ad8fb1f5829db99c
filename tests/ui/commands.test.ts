import { describe, expect, it } from "vitest";
import { formatOrder } from "../../src/engine/player.ts";
import { completionOf } from "../../src/ui/commands/complete.ts";
import { type Player, sitDown } from "./player.ts";
import { smallPorts } from "./table-ports.ts";

async function atTheMap(): Promise<Player> {
  const player = sitDown(smallPorts());
  await player.press("n", "enter", "enter");
  return player;
}

const ordersOf = (player: Player) =>
  (player.driver.state().game?.draft.orders ?? []).map(formatOrder);

describe("the typed line", () => {
  it("opens on every screen, and does what the key does", async () => {
    const player = sitDown(smallPorts());
    await player.press(":", ..."new", "enter");
    expect(player.driver.state().screen.kind).toBe("seating");
    await player.press(":", ..."begin", "enter", ":", ..."back", "enter");
    expect(player.driver.state().screen.kind).toBe("command");
  });

  it("brings back what was typed before, the newest first", async () => {
    const player = await atTheMap();
    await player.press(":", ..."hammer defend", "enter", ":", ..."undo", "enter", ":", "up", "up");
    expect(player.screen()).toContain(":hammer defend");
    await player.press("down");
    expect(player.screen()).toContain(":undo");
    await player.press("down");
    expect(player.screen()).not.toContain(":undo");
  });

  it("keeps what it did not understand, to be mended", async () => {
    const player = await atTheMap();
    await player.press(":", ..."hammer assault towerr", "enter");
    expect(player.screen()).toContain(":hammer assault towerr");
    await player.press("backspace", "enter");
    expect(ordersOf(player)).toEqual(["hammer assault tower"]);
  });

  it("says what a screen does not know", async () => {
    const player = sitDown(smallPorts());
    await player.press(":", ..."fly", "enter");
    expect(player.screen()).toContain('there is no "fly" here');
  });

  it.each([
    ["se", "seal "],
    ["show f", "show forces "],
    ["find ham", "find Hammer "],
    ["hammer ass", "hammer assault "],
  ])("completes %s to %s", async (typed, text) => {
    const player = await atTheMap();
    expect(completionOf(player.driver.state(), typed).text).toBe(text);
  });

  it("finds a place by its label and opens its list there", async () => {
    const player = await atTheMap();
    await player.press(":", ..."find the tower", "enter");
    expect(player.driver.state().screen).toMatchObject({ kind: "command", tab: "places" });
    expect(player.screen()).toMatch(/›. The tower/);
  });
});

describe("the palette", () => {
  it("lists what can be done with its word and key, finds by typing, and does it", async () => {
    const player = await atTheMap();
    await player.press("ctrl-k");
    expect(player.screen()).toContain("What can be done here");
    await player.press(..."brie");
    expect(player.screen()).toMatch(/› *brief +b +your brief/);
    await player.press("enter");
    expect(player.driver.state().screen).toMatchObject({ kind: "page", page: "brief" });
  });

  it("begins the line of a command that wants a name", async () => {
    const player = await atTheMap();
    await player.press("ctrl-k", ..."find", "enter");
    expect(player.screen()).toContain(":find");
  });

  it("closes without doing anything", async () => {
    const player = await atTheMap();
    await player.press("ctrl-k", "escape");
    expect(player.driver.state().over).toBeNull();
  });
});
