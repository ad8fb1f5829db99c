import { describe, expect, test } from "vitest";
import type { Formation, Id, Setup, World } from "../../src/engine/index.ts";
import { battlesOf, factor, fight } from "../support/one-battle.ts";
import { about, all, begun, rows, startOf, the, turnOf } from "../support/table.ts";
import { ERC, tinySetup, type TinyParts, wingOf } from "../support/tiny-setup.ts";

const RED = { holder: "red" };
const BLUE = { holder: "blue" };
const red = (place: Id, men = 400) => ({ side: "red", place, men });
const blue = (place: Id, men = 400) => ({ side: "blue", place, men });

const turnWith = (
  setup: Setup,
  told: readonly string[],
  lines: readonly string[] = [],
  change: (copy: World) => void = () => {},
) => {
  const start = startOf(setup, (copy) => {
    begun(told)(copy);
    change(copy);
  });
  return turnOf(setup, start, lines).events;
};

describe("5 who fights whom", () => {
  test("5 who has met the enemy on a road does not also defend the place it set out from there", () => {
    const setup = tinySetup({
      places: { camp: RED, flank: RED, post: BLUE, rear: BLUE },
      roads: ["camp post 10 road", "flank post 10 road", "post rear 10 road"],
      formations: {
        column: red("camp"),
        raiders: red("flank"),
        guard: blue("post"),
        second: blue("post"),
        patrol: blue("rear"),
      },
    });
    const told = ["column assault post", "raiders assault post", "patrol assault camp via post"];
    expect(battlesOf(turnWith(setup, told))).toEqual([
      "camp-post: column / patrol",
      "post: raiders / guard second",
    ]);
  });

  test("5, 8.6 a meeting of which one side was lost on its way is none", () => {
    const setup = tinySetup({
      places: { a: RED, b: {}, c: {}, d: BLUE },
      roads: ["a b 10 road", "b c 10 road", "c d 10 road"],
      formations: { reds: red("a", 3), blues: blue("d") },
      wings: { swifts: wingOf("blue"), hawks: wingOf("red") },
    });
    const meet = ["reds move to c", "blues move to b"];
    expect(battlesOf(turnWith(setup, meet))).toEqual(["b-c: reds / blues"]);
    expect(battlesOf(turnWith(setup, meet, ["swifts interdict a-b with 8"]))).toEqual([]);
    const few = (copy: World) => void (copy.formations["blues"]!.men = 3);
    expect(battlesOf(turnWith(setup, meet, ["hawks interdict c-d with 8"], few))).toEqual([]);
  });

  test.each(
    rows(`
    | blues | greens | defends | why                              |
    | 300   | 200    | blues   | most of the men there            |
    | 200   | 300    | greens  | most of the men there            |
    | 250   | 250    | blues   | on a tie the first side by id    |
  `),
  )("5 of %s blues and %s greens in one place the %s defend it: %s", (blues, greens, defends) => {
    const two = tinySetup({ places: {}, roads: [], formations: {} });
    const setup = tinySetup({
      sides: { ...two.sides, green: { ...two.sides["red"]!, name: "green" } },
      seats: { ...two.seats, green: { ...two.seats["red"]!, side: "green" } },
      contingents: { ...two.contingents, green: { ...two.contingents["red"]!, side: "green" } },
      places: { camp: RED, post: BLUE },
      roads: ["camp post 10 road"],
      formations: {
        column: red("camp"),
        extra: blue("post", 10),
        blues: blue("post", Number(blues) - 10),
        greens: { side: "green", place: "post", men: Number(greens) },
      },
    });
    const events = turnWith(setup, ["column assault post"]);
    const fought = defends === "blues" ? "blues extra" : "greens";
    expect(battlesOf(events)).toEqual([`post: column / ${fought}`]);
    expect(the(events, "battle-resolved").defender).toBe(defends!.slice(0, -1));
  });

  test("5 battles come in the order of their links and places, meetings first", () => {
    const setup = tinySetup({
      places: { x: RED, y: BLUE, m: RED, n: BLUE, a: RED, b: BLUE, q: BLUE },
      roads: ["x y 10 road", "m n 10 road", "a b 10 road", "a q 10 road"],
      formations: {
        one: red("x"),
        two: blue("y"),
        three: red("m"),
        four: blue("n"),
        five: red("a"),
        six: red("a"),
        seven: blue("b"),
        eight: blue("q"),
      },
    });
    const told = ["one assault y", "two assault x", "three assault n", "four assault m"];
    expect(battlesOf(turnWith(setup, [...told, "five assault q", "six assault b"]))).toEqual([
      "m-n: three / four",
      "x-y: one / two",
      "b: six / seven",
      "q: five / eight",
    ]);
  });
});

describe("5 a meeting", () => {
  const meeting = (change: Partial<TinyParts> = {}, lines: readonly string[] = []) => {
    const setup = tinySetup({
      places: { camp: RED, post: BLUE },
      roads: ["camp post 10 road"],
      formations: { column: red("camp"), patrol: blue("post") },
      ...change,
    });
    return turnWith(setup, ["column fix post", "patrol assault camp"], lines);
  };

  test("5.4.7, 4.9, 3.6 has no axes, encircles nobody, holds nobody down and relieves nobody", () => {
    const events = meeting();
    expect(the(events, "battle-resolved")).toMatchObject({
      link: "camp-post",
      axes: [],
      encircled: false,
      holding: false,
    });
    expect(all(events, "rotated")).toEqual([]);
  });

  test("5.4.10 is fought alike in all weather", () => {
    const battle = the(meeting({ weather: { rain: 1 } }), "battle-resolved");
    expect(factor(battle, "weather")).toBe(1);
    expect(ERC.weathers["rain"]!.attack).toBeLessThan(1);
  });

  test("5.4.11, 5.4.12, 5.8.9 is out of reach of aircraft over the places at its ends", () => {
    const wings = { hawks: wingOf("red"), swifts: wingOf("blue") };
    const lines = ["hawks support post with 8", "swifts support post with 8"];
    const battle = the(meeting({ wings }, lines), "battle-resolved");
    expect([factor(battle, "air-on-attacker"), factor(battle, "air-on-defender")]).toEqual([1, 1]);
    expect([battle.attackerLosses.added, battle.defenderLosses.added]).toEqual([0, 0]);
  });
});

describe("5.4.13 the posture of most of the defender's men", () => {
  /** How a company behind fortified works comes to a posture. */
  const POSTURES: Readonly<Record<string, Partial<World["formations"][Id]>>> = {
    hasty: { works: "hasty" },
    prepared: { works: "prepared" },
    fortified: { works: "fortified" },
    delay: { task: { verb: "delay", to: null, via: [], count: 0 } },
    withdrawal: { task: { verb: "withdraw", to: "rear", via: [], count: 0 } },
  };

  const between = (men: Readonly<Record<Id, number>>) => {
    const companies: Record<Id, Partial<Formation> & { side: string }> = Object.fromEntries(
      Object.entries(men).map(([posture, count]) => [posture, blue("post", count)]),
    );
    const setup = tinySetup({
      places: { camp: RED, post: { ...BLUE, works: "fortified" }, rear: BLUE },
      roads: ["camp post 10 road", "post rear 10 road"],
      formations: { ...companies, column: red("camp", 2000) },
    });
    const events = turnWith(setup, ["column assault post"], [], (copy) => {
      for (const id of Object.keys(men)) Object.assign(copy.formations[id]!, POSTURES[id]);
    });
    return the(events, "battle-resolved").posture;
  };

  test.each(
    rows(`
    | companies                  | posture    | why                                        |
    | hasty prepared             | hasty      | 1.3 is weaker than 1.5                     |
    | prepared fortified         | prepared   | 1.5 than 1.6                               |
    | hasty delay                | delay      | 1.2 than 1.3                               |
    | delay withdrawal           | withdrawal | 1.15 than 1.2                              |
    | fortified withdrawal       | withdrawal | 1.15 than 1.6                              |
    | hasty prepared fortified delay withdrawal | withdrawal | the weakest of all          |
  `),
  )("5.4.13 of %s with equal men it is %s: %s", (companies, posture) => {
    const men = Object.fromEntries(companies!.split(" ").map((one) => [one, 100]));
    expect(between(men)).toBe(posture);
  });

  test("5.4.13 men of several companies in one posture count together", () => {
    const setup = tinySetup({
      places: { camp: RED, post: BLUE },
      roads: ["camp post 10 road"],
      formations: {
        column: red("camp"),
        one: blue("post", 100),
        two: blue("post", 100),
        three: blue("post", 150),
      },
    });
    const events = turnWith(setup, ["column assault post"], [], (copy) => {
      copy.formations["three"]!.works = "fortified";
    });
    expect(the(events, "battle-resolved").posture).toBe("hasty");
  });
});

test.each(
  rows(`
  | tanks | factor | why                                                     |
  | 3     | 0.9    | 60 of 460 in tanks: 13 per cent                         |
  | 4     | 1      | 80 of 480: a sixth                                      |
  | 20    | 1      | 400 men of a strength of 800: half                      |
  | 21    | 0.9    | of 820: less than half is infantry                      |
`),
)("5.4.9 in a town 400 men with %s tanks fight at %s: %s", (tanks, expected) => {
  const battle = fight({ red: { men: 400, kit: { tank: Number(tanks) } }, post: { kind: "town" } });
  expect(factor(battle, "combined-arms")).toBe(Number(expected));
});

test("4.3 who marches through places of its own side takes none", () => {
  const setup = tinySetup({
    places: { a: RED, b: RED, c: {} },
    roads: ["a b 10 road", "b c 10 road"],
    formations: { column: red("a") },
  });
  const events = turnWith(setup, ["column move to c"]);
  expect(about(events, "marched", "column").path).toEqual(["b", "c"]);
  expect(all(events, "place-taken").map(({ place }) => place)).toEqual(["c"]);
});
