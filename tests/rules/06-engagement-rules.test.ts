import { expect, test } from "vitest";
import {
  eventsFor,
  observe,
  type RulesOfEngagement,
  type Setup,
  type TrackMove,
  type World,
} from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { all, rows, the, turnOf } from "../support/table.ts";
import { seatOf, type TinyParts, trackOf, wingOf } from "../support/tiny-setup.ts";

const STRIKE = "swifts strike camp with 8";

/** Camp with people in it, under blue's rules of engagement from the start. */
const inhabited = (
  rulesOfEngagement: string,
  civilians = 1000,
  change: Partial<TinyParts> = {},
): Setup =>
  sky(
    {},
    {
      places: {
        camp: {
          holder: "red",
          civilians,
          rulesOfEngagement: rulesOfEngagement as RulesOfEngagement,
        },
        post: { holder: "blue" },
        base: { holder: "blue" },
        rear: { holder: "blue" },
      },
      ...change,
    },
  );

const flown = (setup: Setup, lines: readonly string[], change?: (copy: World) => void) =>
  turnOf(setup, known(setup, change), lines);

const harmOf = (setup: Setup, lines: readonly string[], change?: (copy: World) => void) =>
  all(flown(setup, lines, change).events, "civilians-harmed").map(({ harm }) => harm);

test.each(
  rows(`
  | rules      | civilians | effective | harm | why                                     |
  | free       | 1000      | 4.8       | 4.8  | each effective sortie                   |
  | free       | 500       | 4.8       | 2.4  | by the people there                     |
  | free       | 1         | 4.8       | .005 | by the people there                     |
  | free       | 9000      | 4.8       | 4.8  | a thousand are as many as there can be  |
  | free       | 0         | 4.8       | -    | nobody lives there                      |
  | restricted | 1000      | 2.4       | 1.44 | half the effect, three tenths of the harm |
  | restricted | 500       | 2.4       | .72  | by the people there                     |
`),
)("6.10 under %s rules over %s people eight sorties are worth %s and harm %s: %s", (...cells) => {
  const [rules, people, effective, harm] = cells as [string, string, string, string];
  const { events } = flown(inhabited(rules, Number(people)), [STRIKE]);
  expect(the(events, "sorties-flown").effective).toBeCloseTo(Number(effective), 9);
  const harmed = all(events, "civilians-harmed");
  if (harm === "-") expect(harmed).toEqual([]);
  else expect(harmed).toMatchObject([{ place: "camp", seat: "blue", holder: "red" }]);
  if (harm !== "-") expect(harmed[0]!.harm).toBe(Number(harm));
});

test("6.10 supply is flown into a place that is forbidden and inhabited, and harms nobody there", () => {
  const places = {
    ...inhabited("free").places,
    post: { holder: "blue", civilians: 1000, rulesOfEngagement: "forbidden" as const },
  };
  const { events } = flown(inhabited("free", 0, { places }), ["swifts supply post with 8"]);
  expect(the(events, "sorties-flown").effective).toBe(8);
  expect(all(events, "civilians-harmed")).toEqual([]);
});

test("6.10 restricted rules stand among the factors of the sorties, free ones do not", () => {
  const factors = (rules: string) =>
    the(flown(inhabited(rules), [STRIKE]).events, "sorties-flown").factors.filter(
      ({ rule }) => rule === "6.10",
    );
  expect(factors("free")).toEqual([]);
  expect(factors("restricted")).toEqual([{ id: "rules", value: 0.5, rule: "6.10" }]);
});

test.each(
  rows(`
  | order                             | code    | why                       |
  | swifts strike camp with 8         | air.roe | it hits the place         |
  | swifts support camp with 8        | air.roe | it hits the place         |
  | swifts destroy camp with 8        | air.roe | it hits the place         |
  | swifts interdict camp-post with 8 | -       | a road is no place        |
  | swifts supply post with 8         | -       | it hits nothing           |
  | swifts support post with 8        | -       | forbidden is one place    |
`),
)("6.10 with camp forbidden, %s is refused: %s: %s", (line, code) => {
  const { events } = flown(inhabited("forbidden"), [line!]);
  expect(all(events, "order-refused").map(({ refusal }) => refusal.code)).toEqual(
    code === "-" ? [] : [code],
  );
  expect(all(events, "sorties-flown")).toHaveLength(code === "-" ? 1 : 0);
});

test.each(
  rows(`
  | before     | now        | code    | effective | harm | why                                       |
  | free       | restricted | -       | 2.4       | 1.44 | new rules hold before the tasks are flown |
  | restricted | free       | -       | 4.8       | 4.8  | new rules hold before the tasks are flown |
  | free       | forbidden  | air.roe | -         | -    | and forbid at once                        |
  | forbidden  | free       | -       | 4.8       | 4.8  | as they allow at once                     |
`),
)("6.10 a strike under %s rules with %s ones set in its turn: %s, %s, %s: %s", (...cells) => {
  const [before, now, code, effective, harm] = cells as [string, string, string, string, string];
  const setup = inhabited(before);
  const { events, world } = flown(setup, [STRIKE, `blue: camp roe ${now}`]);
  expect(all(events, "order-refused").map(({ refusal }) => refusal.code)).toEqual(
    code === "-" ? [] : [code],
  );
  const worth = all(events, "sorties-flown").map((one) => one.effective);
  expect(worth).toEqual(effective === "-" ? [] : [expect.closeTo(Number(effective), 9)]);
  const harmed = all(events, "civilians-harmed").map((one) => one.harm);
  expect(harmed).toEqual(harm === "-" ? [] : [Number(harm)]);
  expect(world.rulesOfEngagement["blue"]!["camp"]).toBe(now);
  expect(observe(setup, world, "blue").rulesOfEngagement["camp"]).toBe(now);
});

test("6.10 what is set holds until the seat sets it anew", () => {
  const setup = inhabited("free");
  const one = flown(setup, ["blue: camp roe forbidden"]).world;
  const two = turnOf(setup, one, [STRIKE]);
  expect(the(two.events, "order-refused").refusal.code).toBe("air.roe");
  const three = turnOf(setup, two.world, ["blue: camp roe free"]);
  expect(all(turnOf(setup, three.world, [STRIKE]).events, "order-refused")).toEqual([]);
});

test("6.10 rules are for a seat's own aircraft, and for one place", () => {
  const setup = inhabited("free", 1000, {
    seats: { ally: seatOf("blue", []), blue: seatOf("blue"), red: seatOf("red") },
    wings: { guests: wingOf("ally", { side: "blue", against: ["red"] }), swifts: wingOf("blue") },
  });
  const lines = ["blue: camp roe restricted", "guests strike camp with 8", STRIKE];
  const { events, world } = flown(setup, [...lines, "swifts support post with 8"]);
  const worth = all(events, "sorties-flown").map(({ wing, effective }) => `${wing} ${effective}`);
  expect(worth).toEqual(["guests 4.8", "swifts 2.4"]);
  expect(world.rulesOfEngagement["ally"]!["camp"]).toBe("free");
  expect(world.rulesOfEngagement["blue"]!["post"]).toBe("free");
});

test.each(
  rows(`
  | order                             | harm | why                                  |
  | swifts support camp with 8        | -    | with no battle there                 |
  | swifts destroy camp with 8        | 8    | with nothing lying there             |
  | swifts interdict camp-post with 8 | -    | nobody lives on a road               |
`),
)("6.10 %s harms %s: %s", (line, harm) => {
  expect(harmOf(inhabited("free"), [line!])).toEqual(harm === "-" ? [] : [Number(harm)]);
});

test("6.10 a strike that finds no enemy harms all the same, and where all have left it harms nobody", () => {
  const away = (copy: World) => void (copy.formations["column"]!.place = null);
  expect(harmOf(inhabited("free"), [STRIKE], away)).toEqual([4.8]);
  const left = (copy: World) => void (copy.places["camp"]!.civilians = 0);
  expect(harmOf(inhabited("free"), [STRIKE], left)).toEqual([]);
});

test.each(
  rows(`
  | place | side | to   | why                        |
  | -     | -    | 40.4 | two points a sortie        |
  | camp  | blue | 40.4 | of the seat that flew      |
  | post  | -    | 50   | another place              |
  | -     | red  | 50   | not of whom it befell      |
`),
)("6.10 harm moves a track for place %s and side %s to %s: %s", (place, side, to) => {
  const own = (cell: string | undefined) => (cell === "-" ? null : cell!);
  const move: TrackMove = {
    event: "civilians-harmed",
    place: own(place),
    side: own(side),
    contingent: null,
    points: -2,
  };
  const setup = inhabited("free", 1000, { tracks: { favour: trackOf({ moves: [move] }) } });
  expect(flown(setup, [STRIKE]).world.tracks["favour"]).toBe(Number(to));
});

test("6.10 harm is told to the seat that flew and to the side that holds the place, the rules to their own seat", () => {
  const setup = inhabited("free", 1000, {
    seats: {
      ally: seatOf("blue", []),
      blue: seatOf("blue"),
      red: seatOf("red"),
      white: { ...sky().seats["white"]! },
    },
  });
  const { events } = flown(setup, [STRIKE, "blue: camp roe free"]);
  const told = (kind: "civilians-harmed" | "rules-set") =>
    ["ally", "blue", "red", "white"].filter(
      (seat) => all(eventsFor(setup, events, seat), kind).length > 0,
    );
  expect(told("civilians-harmed")).toEqual(["blue", "red", "white"]);
  expect(told("rules-set")).toEqual(["blue", "white"]);
});

test("6.10 harm of less than half a thousandth is none", () => {
  const night = { ...sky().clock, startHour: 18 };
  // One sortie in fog by night over one man's house: 0.2 × 0.5 × 0.6 / 1000.
  expect(
    harmOf(inhabited("free", 1, { weather: { fog: 1 }, clock: night }), [
      "swifts strike camp with 1",
    ]),
  ).toEqual([]);
});
