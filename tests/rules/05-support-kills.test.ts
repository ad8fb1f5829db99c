import { expect, test } from "vitest";
import type { BattleResolved, Chance, Formation, Setup } from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { all, evenChance, the, turnOf } from "../support/table.ts";
import { ERC, type TinyParts } from "../support/tiny-setup.ts";

/** Vehicles that a sortie destroys: enough to see how they are shared out. */
const withKills = (vehicleKills: number): TinyParts["parameters"] => ({
  ...ERC,
  air: { ...ERC.air, vehicleKills },
});

const VEHICLES = { technical: 6, tank: 3 };
const KIT = { ...VEHICLES, gun: 4, mortar: 2, svbied: 2 };

/** Red in camp and blue in its post, one of whom attacks with blue aircraft over the place. */
const over = (
  vehicleKills: number,
  column: Partial<Formation> = { kit: KIT },
  more: TinyParts["formations"] = {},
): Setup =>
  sky(
    {},
    {
      parameters: withKills(vehicleKills)!,
      formations: {
        guard: { side: "blue", place: "post" },
        ground: { side: "blue", place: "base" },
        column: { side: "red", place: "camp", men: 400, ...column },
        ...more,
      },
    },
  );

const fought = (setup: Setup, lines: readonly string[], chance: Chance = evenChance()) =>
  the(turnOf(setup, known(setup), lines, chance).events, "battle-resolved");

const ASSAULT = ["swifts support camp with 8", "guard assault camp"];
const kitOf = ({ casualties }: BattleResolved, id = "column") =>
  casualties.find(({ formation }) => formation === id)!.kit;

test("5.9 support destroys vehicles of the side it is flown against, and no other kit", () => {
  const setup = over(1);
  const { events } = turnOf(setup, known(setup), ASSAULT, evenChance());
  expect(the(events, "sorties-flown").effective).toBeCloseTo(4.8, 9);
  // 4.8 and one half are five, over six technicals and three tanks.
  expect(kitOf(the(events, "battle-resolved"))).toEqual({ technical: 3, tank: 2 });
});

test("5.9 what support destroys is one draw a side, after those of what the fight costs", () => {
  const keys = (lines: readonly string[]) =>
    fought(over(1), lines).defenderLosses.draws.map(({ key }) => key);
  const before = [
    "defenderLosses/1/camp/-",
    "settleDefender/1/camp/-",
    "killedDefender/1/camp/-",
    "kitDefender/1/camp/gun",
    "kitDefender/1/camp/mortar",
    "kitDefender/1/camp/tank",
    "kitDefender/1/camp/technical",
  ];
  expect(keys(ASSAULT)).toEqual([...before, "supportKit/1/camp/-"]);
  expect(keys(["guard assault camp"])).toEqual(before);
});

test("5.9 support over the post that is assaulted destroys vehicles of the attackers", () => {
  const setup = over(1);
  const battle = fought(setup, ["swifts support post with 8", "column assault post"]);
  expect(battle.attackerLosses.draws.at(-1)!.key).toBe("supportKit/1/post/post");
  expect(kitOf(battle)).toEqual({ technical: 3, tank: 2 });
  expect(battle.defenderLosses.draws.map(({ key }) => key)).not.toContain("supportKit/1/post/-");
});

test("5.9 support destroys of the vehicles that the fight has left, and never more", () => {
  const dice = evenChance(0.5, { "kitDefender/1/camp/tank": 0.999 });
  expect(kitOf(fought(over(1), ASSAULT, dice))).toEqual({ technical: 4, tank: 2 });
  expect(kitOf(fought(over(10), ASSAULT, dice))).toEqual(VEHICLES);
});

test("5.9 what support destroys is shared out by the vehicles that formations have", () => {
  const setup = over(
    1,
    { kit: { technical: 6 } },
    {
      second: { side: "red", place: "camp", kit: { tank: 2, gun: 2 } },
      third: { side: "red", place: "camp", kit: { gun: 2 } },
    },
  );
  const battle = fought(setup, ASSAULT);
  expect(["column", "second", "third"].map((id) => kitOf(battle, id))).toEqual([
    { technical: 4 },
    { tank: 1 },
    {},
  ]);
});

test("5.9 a kind that nobody has is not drawn for, and one piece lost is lost by one", () => {
  const setup = over(
    0,
    { kit: { gun: 3 } },
    {
      second: { side: "red", place: "camp", kit: { gun: 3 } },
    },
  );
  const dice = evenChance(0.5, { "kitDefender/1/camp/gun": 0.99 });
  const battle = fought(setup, ["guard assault camp"], dice);
  expect(battle.defenderLosses.draws.slice(3)).toEqual([
    { key: "kitDefender/1/camp/gun", u: 0.99 },
  ]);
  expect(["column", "second"].map((id) => kitOf(battle, id))).toEqual([{ gun: 1 }, {}]);
});

test("5.9 support without a battle destroys nothing", () => {
  const setup = over(10);
  const { events, world } = turnOf(setup, known(setup), ASSAULT.slice(0, 1), evenChance());
  expect(all(events, "battle-resolved")).toEqual([]);
  expect(world.formations["column"]!.kit).toMatchObject(KIT);
});
