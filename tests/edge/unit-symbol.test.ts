import { expect, test } from "vitest";
import { loadScenario } from "../../src/edge/load.ts";
import { unitSymbol } from "../../src/edge/unit-symbol.ts";
import { sidcOf } from "../../src/reports/map/sidc.ts";

test.each(["palmyra-2016", "palmyra-2016-03", "two-fords"])(
  "every formation of %s has a symbol, in the frame of its side",
  (id) => {
    const read = loadScenario(id);
    if (!read.ok) throw new Error(`${id} cannot be read`);
    const { formations, sides } = read.value.scenario.setup;
    const drawn = Object.values(formations).map((one) => sidcOf(one, sides[one.side]));
    const invalid = drawn.filter((sidc) => !/^\d{20}$/.test(sidc) || !unitSymbol(sidc).isValid);
    expect(invalid).toEqual([]);
    const frames = Object.values(formations).map(({ side }) => sides[side]!.affiliation);
    expect(drawn.map((sidc) => sidc[3])).toEqual(
      frames.map((affiliation) => ({ friend: "3", hostile: "6", neutral: "4" })[affiliation]),
    );
  },
);

test("a formation of which nothing is known has a symbol too", () => {
  expect(unitSymbol(sidcOf({ sidc: "" }, undefined)).isValid).toBe(true);
});

test("a symbol that the library does not have is called invalid", () => {
  expect(unitSymbol("10061000999999990000").isValid).toBe(false);
});
