import { expect, test } from "vitest";
import { all, rows, startOf, steadyChance, turnOf } from "../support/table.ts";
import { ERC, tinySetup, wingOf } from "../support/tiny-setup.ts";

/** A blue post whose one road leads to the red camp: 300 men who use 105 man-days in defence. */
const pocket = tinySetup({
  places: { camp: { holder: "red" }, post: { holder: "blue", depthKm: 60 } },
  roads: ["camp post 10 road"],
  formations: {
    sentry: { side: "red", place: "camp", men: 800, knownTo: ["blue"] },
    guard: { side: "blue", place: "post", men: 300 },
  },
  wings: { geese: wingOf("blue", { missions: ["supply"] }) },
});

const need = (300 * ERC.supply.defencePerDay) / 2;

test("7.2.1 the garrison of the next test uses 105 man-days", () => expect(need).toBe(105));

test.each(
  rows(`
  | depot | flown in the fog | assault | costs as encircled | why                             |
  | 105   | 0                | yes     | no                 | it lasts them the turn          |
  | 95    | 0                | yes     | yes                | it does not, losses counted     |
  | 1     | 0                | yes     | yes                | one man-day feeds nobody        |
  | 105   | 0                | no      | no                 | the same without an assault     |
  | 104   | 0                | no      | yes                | the same without an assault     |
  | 0     | 1                | no      | yes                | 80 man-days came, too few       |
  | 25    | 1                | no      | no                 | with what lay there it is enough |
  | 24    | 1                | no      | yes                | and so it is not                |
`),
)(
  "7.2.1 with %s man-days in the depot and %s flown in, under assault: %s, it costs: %s: %s",
  (depot, flown, assault, costs) => {
    const foggy = { ...pocket, weather: { fog: 1 } };
    const start = startOf(foggy, (copy) => {
      copy.formations["guard"]!.supplyDays = 0;
      copy.places["post"]!.depotManDays = Number(depot);
    });
    const lines = [
      ...(flown === "0" ? [] : [`geese supply post with ${flown}`]),
      ...(assault === "yes" ? ["sentry assault post"] : []),
    ];
    const { events } = turnOf(foggy, start, lines, steadyChance(0.7));
    const terms = all(events, "cohesion-lost").flatMap((one) =>
      one.formation === "guard" ? one.terms : [],
    );
    expect(terms.some(({ id }) => id === "encirclement")).toBe(costs === "yes");
  },
);
