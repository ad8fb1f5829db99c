import { describe, expect, test } from "vitest";
import {
  formatOrder,
  type Formation,
  observe,
  type Setup,
  startWorld,
} from "../../src/engine/index.ts";
import { forecast, legalOrders } from "../../src/engine/player.ts";
import {
  all,
  evenChance,
  firstTurn,
  orderIn,
  rows,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";
import { contingentOf, tinySetup, type TinyParts, wingOf } from "../support/tiny-setup.ts";

/** A blue reserve with things to send ahead, behind a post; red in camp, and beyond it a mill. */
const behind = (reserve: Partial<Formation> = {}, change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red", depthKm: 60 },
      mill: { holder: "red" },
      post: { holder: "blue" },
      rear: { holder: "blue" },
    },
    roads: ["camp mill 10 road", "camp post 10 road", "post rear 10 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      second: { side: "blue", place: "rear", reserve: true, kit: { svbied: 2 }, ...reserve },
      column: { side: "red", place: "camp", knownTo: ["blue"] },
    },
    contingents: {
      blue: contingentOf("blue", { commandDelayHours: 24 }),
      red: contingentOf("red"),
    },
    ...change,
  });

const codes = (setup: Setup, line: string) =>
  all(firstTurn(setup, [line]).events, "order-refused").map(({ refusal }) => refusal.code);

test("3.1 a reserve committed against the enemy attacks him in the same turn, whatever the delay", () => {
  const { events, world } = firstTurn(behind(), ["second commit to camp with 2"]);
  expect(the(events, "order-received").takesEffect).toBe(1);
  const battle = the(events, "battle-resolved");
  expect(battle).toMatchObject({ place: "camp", attacker: "blue", holding: false });
  expect(battle.attackers.map(({ formation, from }) => [formation, from])).toEqual([
    ["second", "post"],
  ]);
  expect(battle.breach!.sent).toBe(2);
  expect(world.formations["second"]!.reserve).toBe(false);
});

test("3.1 it fights on in the turns that follow until it is told otherwise, and sends no more", () => {
  const { log } = turnsOf(behind(), [["second commit to camp with 2"], []], evenChance());
  expect(log.map((events) => all(events, "battle-resolved").length)).toEqual([1, 1]);
  expect(the(log[1]!, "battle-resolved").breach).toBeNull();
});

test("3.1 into a place of its own it marches, and defends", () => {
  const { events, world } = firstTurn(behind(), ["second commit to post"]);
  expect(all(events, "battle-resolved")).toEqual([]);
  expect(world.formations["second"]).toMatchObject({ place: "post", task: { verb: "defend" } });
});

test("4 a reserve committed elsewhere halts before an enemy on its way, as on a march", () => {
  const { events, world } = firstTurn(behind(), ["second commit to mill"]);
  expect(all(events, "battle-resolved")).toEqual([]);
  expect(the(events, "halted")).toMatchObject({ formation: "second", before: "camp" });
  expect(world.formations["second"]!.place).toBe("post");
});

test("4 it attacks an enemy at its goal of whom its seat did not know", () => {
  const setup = behind(
    {},
    {
      formations: {
        guard: { side: "blue", place: "rear" },
        second: { side: "blue", place: "rear", reserve: true },
        raid: { side: "red", place: "post" },
      },
    },
  );
  expect(the(firstTurn(setup, ["second commit to post"]).events, "battle-resolved")).toMatchObject({
    place: "post",
    attacker: "blue",
  });
});

describe("3.1 against the enemy the law is that of an assault, towards one's own that of a march", () => {
  test.each(
    rows(`
    | order                        | reserve | supply | code        |
    | second commit to camp        | yes     | 5      | -           |
    | second commit to camp        | no      | 5      | reserve.not |
    | second commit to camp        | yes     | 0      | supply.out  |
    | second commit to camp with 3 | yes     | 5      | breach.none |
    | second commit to post        | yes     | 0      | -           |
    | second commit to post with 1 | yes     | 5      | breach.none |
  `),
  )("3.1 %s of a reserve: %s, with %s days of supply: %s", (line, reserve, supplyDays, code) => {
    const setup = behind({ reserve: reserve === "yes", supplyDays: Number(supplyDays) });
    expect(codes(setup, line!)).toEqual(code === "-" ? [] : [code]);
  });
});

test("3.1 what is offered of a commitment can be given", () => {
  const setup = behind();
  const offered = legalOrders(observe(setup, startWorld(setup), "blue"))
    .filter(({ verb }) => verb === "commit")
    .map(formatOrder);
  expect(offered).toEqual([
    "second commit to camp",
    "second commit to camp with 2",
    "second commit to mill",
    "second commit to mill with 2",
    "second commit to post",
  ]);
});

test("3.1 its forecast is that of the assault it is", () => {
  const setup = behind();
  const view = observe(setup, startWorld(setup), "blue");
  const odds = (line: string) => forecast(view, orderIn(line))?.odds ?? null;
  expect(odds("second commit to camp")).toBe(odds("second assault camp"));
  expect(odds("second commit to camp")).not.toBeNull();
  expect(odds("second commit to post")).toBeNull();
  expect(odds("second commit to mill")).toBeNull();
});

test.each([
  ["movers rebase to post", "movers strike camp with 1"],
  ["wings rebase to post", "wings destroy camp with 1"],
])(
  "3.1 told both to fly and to rebase a wing rebases, by whatever letter: %s, %s",
  (base, task) => {
    const wing = base!.split(" ")[0]!;
    const setup = behind(
      {},
      {
        places: {
          camp: { holder: "red" },
          post: { holder: "blue", airbase: true },
          rear: { holder: "blue", airbase: true },
        },
        roads: ["camp post 10 road", "post rear 10 road"],
        wings: { [wing]: wingOf("blue", { base: "rear" }) },
      },
    );
    for (const lines of [
      [base!, task!],
      [task!, base!],
    ]) {
      const { events } = turnOf(setup, startWorld(setup), lines);
      expect(the(events, "wing-rebased").to).toBe("post");
      expect(the(events, "order-refused").order.verb).not.toBe("rebase");
    }
  },
);
