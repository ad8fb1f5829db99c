import { describe, expect, it } from "vitest";
import { formatOrder } from "../../src/engine/player.ts";
import { unitsOf } from "../../src/ui/orders/units.ts";
import { type Player, sitDown } from "./player.ts";
import { smallPorts } from "./table-ports.ts";

async function atTheMap(): Promise<Player> {
  const player = sitDown(smallPorts());
  await player.press("n", "right", "enter", "enter", "e", "enter", "enter");
  return player;
}

const ordersOf = (player: Player) =>
  (player.driver.state().game?.draft.orders ?? []).map(formatOrder);

const unitOf = (player: Player) => {
  const view = player.driver.state().game?.view;
  return view ? (unitsOf(view)[0] ?? "") : "";
};

const type = (text: string) => [":", ...text, "enter"];

describe("what is held in hand", () => {
  it("shows wings with their tasks, reserves and pools in one list", async () => {
    const player = await atTheMap();
    await player.press(...type(`${unitOf(player)} reserve`), ...type("show air"));
    expect(player.screen()).toContain("Air/Res");
    expect(player.screen()).toMatch(/\+ .* reserve/);
  });

  it("changes the sorties of a task by + and -, and takes it away at none", async () => {
    const player = await atTheMap();
    const wing = Object.keys(player.driver.state().game?.view?.brief.wings ?? {})[0] ?? "";
    await player.press(...type("show air"), ...type(`${wing} support tower with 1`), "down");
    const first = ordersOf(player);
    expect(first).toHaveLength(1);
    await player.press("+");
    const more = ordersOf(player);
    expect(more[0]).toMatch(/with 2$/);
    await player.press("-", "-");
    expect(ordersOf(player)).toEqual([]);
    await player.press("u", "u", "u");
    expect(ordersOf(player)).toEqual(first);
  });
});

describe("the idle", () => {
  it("are gone through one by one until nobody is", async () => {
    const player = await atTheMap();
    await player.press("i");
    expect(player.screen()).toMatch(/without an order/);
    await player.press("enter", "d");
    await player.press("i");
    expect(player.screen()).toMatch(/no formation is idle|without an order/);
  });
});
