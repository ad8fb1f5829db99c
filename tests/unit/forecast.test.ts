import { expect, test } from "vitest";
import { observe, type Setup, startWorld } from "../../src/engine/index.ts";
import { forecast } from "../../src/engine/player.ts";
import { orderIn, rows } from "../support/table.ts";
import { tinySetup } from "../support/tiny-setup.ts";

/** Two red columns in camp, before a blue hill and a blue post that red knows to be held. */
const setup: Setup = tinySetup({
  places: { camp: { holder: "red" }, hill: { holder: "blue" }, post: { holder: "blue" } },
  roads: ["camp hill 10 road", "camp post 10 road"],
  formations: {
    first: { side: "red", place: "camp", men: 400 },
    second: { side: "red", place: "camp", men: 300 },
    guard: { side: "blue", place: "post", men: 200, knownTo: ["red"] },
    watch: { side: "blue", place: "hill", men: 100, knownTo: ["red"] },
  },
});

const foreseen = (line: string, sheet: readonly string[] = [], war = setup) => {
  const view = observe(war, startWorld(war), "red");
  const found = forecast(view, orderIn(line), sheet.map(orderIn));
  if (found === null) return null;
  const { place, turn, attackerMen, defenderMen } = found;
  return { place, turn, attackerMen, defenderMen };
};

const AT_POST = { place: "post", turn: 1, attackerMen: 400, defenderMen: 200 };

test.each(
  rows(`
  | sheet               | men | why                                              |
  |                     | 400 | alone                                            |
  | second assault post | 700 | with those who are to attack the same place      |
  | second assault hill | 400 | the battle at the hill, fought first, is another |
  | first assault hill  | 400 | the order looked at replaces the one given       |
`),
)("with [%s] on the sheet the first column would attack the post with %s men: %s", (sheet, men) => {
  const lines = sheet === "" ? [] : [sheet!];
  const expected = { ...AT_POST, attackerMen: Number(men) };
  expect(foreseen("first assault post", lines)).toEqual(expected);
});

/** A red road of so many kilometres from camp to the last place before the blue post. */
const far = (km: number): Setup =>
  tinySetup({
    places: { camp: { holder: "red" }, ford: { holder: "red" }, post: { holder: "blue" } },
    roads: [`camp ford ${km} road`, "ford post 10 road"],
    formations: {
      first: { side: "red", place: "camp", men: 400 },
      guard: { side: "blue", place: "post", men: 200, knownTo: ["red"] },
    },
  });

test.each(
  rows(`
  | km  | turn | why                                              |
  | 90  | 1    | three hours by day, two for the column           |
  | 91  | 2    | then four by night, of 60 km                     |
  | 150 | 2    | to the last of them                              |
  | 300 | 3    | five hours by day, of 150 km                     |
  | 360 | 4    | and four by night                                |
  | 361 | none | in the fifth turn: so far nobody thinks          |
`),
)("over a road of %s km the first battle is foreseen in turn %s: %s", (km, turn) => {
  const expected = turn === "none" ? null : { ...AT_POST, turn: Number(turn) };
  expect(foreseen("first assault post", [], far(Number(km)))).toEqual(expected);
});

test("who goes where no enemy is known fights nobody", () => {
  expect(foreseen("first move to post")).toBeNull();
  expect(foreseen("first defend")).toBeNull();
});
