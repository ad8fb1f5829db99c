import { describe, expect, test } from "vitest";
import type { Setup, World } from "../../src/engine/index.ts";
import { seatOf, tinySetup, type TinyParts, wingOf } from "../support/tiny-setup.ts";
import { about, all, begun, rows, startOf, turnOf } from "../support/table.ts";

const BLUE = { holder: "blue" };

/** Blue ground: from the west through a gate to the east, short by the north, longer by the south. */
const fork = (change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: { west: BLUE, gate: BLUE, north: BLUE, south: BLUE, east: BLUE },
    roads: [
      "gate west 10 road",
      "gate north 10 road",
      "east north 10 road",
      "gate south 20 road",
      "east south 20 road",
    ],
    formations: { column: { side: "blue", place: "west" } },
    ...change,
  });

/** A turn in which the column does what it was told before, and nothing else is ordered. */
const march = (setup: Setup, order: string, change: (copy: World) => void = () => {}) => {
  const start = startOf(setup, (copy) => {
    begun([order])(copy);
    change(copy);
  });
  return turnOf(setup, start, []);
};

const pathOf = (...told: Parameters<typeof march>) =>
  about(march(...told).events, "marched", "column").path.join(" ");

describe("4.4 the road of a march", () => {
  // From the west nobody watches the north (2.3): what is believed of it stands.
  test.each(
    rows(`
    | north | told to                | goes by | why                                          |
    | blue  | move to east           | north   | the quickest road                            |
    | red   | move to east           | south   | its seat believes the enemy holds the other  |
    | -     | move to east           | north   | what nobody holds is in nobody's way         |
    | red   | withdraw to east       | south   | whoever is not to attack goes round          |
    | red   | assault east           | north   | an attack goes straight                      |
    | red   | pursue east            | north   | so does a pursuit                            |
    | red   | move to east via north | north   | where there is no other way it goes straight |
  `),
  )(
    "4.4 with the north believed held by %s, told to %s, a column goes by it: %s: %s",
    (...cells) => {
      const [holder, order, by] = cells as [string, string, string];
      const believed = (copy: World) =>
        void (copy.knowledge["blue"]!.holders["north"] = holder === "-" ? null : holder);
      expect(pathOf(fork(), `column ${order}`, believed)).toBe(`gate ${by} east`);
    },
  );

  test.each(
    rows(`
    | reported | by    | why                                     |
    | nowhere  | north | a report that stands no more            |
    | north    | south | though its own side holds the place     |
    | south    | north | he is on the other                      |
  `),
  )("4.4 with an enemy reported %s it goes by the %s: %s", (place, by) => {
    const raiders = { side: "red", place: null };
    const setup = fork({ formations: { column: { side: "blue", place: "west" }, raiders } });
    const reported = (copy: World) =>
      void Object.assign(copy.knowledge["blue"]!.contacts["raiders"]!, {
        place: place === "nowhere" ? null : place,
        men: 90,
      });
    expect(pathOf(setup, "column move to east", reported)).toBe(`gate ${by} east`);
  });

  test("4.4 what counts is what its own seat was told, not another of its side", () => {
    const seats = { ally: seatOf("blue", []), blue: seatOf("blue"), red: seatOf("red") };
    const told = (seat: string) => (copy: World) =>
      void (copy.knowledge[seat]!.holders["north"] = "red");
    const by = ["ally", "blue"].map((seat) =>
      pathOf(fork({ seats }), "column move to east", told(seat)),
    );
    expect(by).toEqual(["gate north east", "gate south east"]);
  });
});

describe("4 places named with via", () => {
  const row = (place: string): Setup =>
    tinySetup({
      places: { a: BLUE, b: BLUE, c: BLUE, d: BLUE },
      roads: ["a b 10 road", "b c 10 road", "c d 10 road", "a d 90 road", "b d 5 road"],
      formations: { column: { side: "blue", place } },
    });

  test.each(
    rows(`
    | from | via   | goes by   | why                                           |
    | a    | b c   | b c d     | one after the other                           |
    | b    | b c   | c d       | where it stands it has passed                 |
    | c    | b c   | d         | and what was named before that                |
    | a    | c b   | b c b d   | in the order they were named                  |
    | b    | c b   | d         | so that it does not go back                   |
  `),
  )("4 from %s to d via %s a column goes by %s: %s", (from, via, path) => {
    expect(pathOf(row(from!), `column move to d via ${via}`)).toBe(path);
  });
});

describe("4.1, 4.2 kilometres", () => {
  const far = (change: Partial<TinyParts> = {}): Setup =>
    fork({
      places: { west: BLUE, mill: BLUE, east: BLUE, "east-west": BLUE },
      roads: ["mill west 400 road", "east west 400 road"],
      ...change,
    });

  test("4.1 kilometres done on a road are rounded down to thousandths", () => {
    // 10 hours: 4 1/6 of driving at 4 km an hour, 16.6666... km.
    const clock = { ...far().clock, turnHours: 10 };
    const foot = { column: { side: "blue", place: "west", mobility: "foot" as const } };
    const marched = (copy: World) => void (copy.formations["column"]!.marched = true);
    const { world } = march(far({ clock, formations: foot }), "column move to east", marched);
    expect(world.formations["column"]!.kmDone).toBe(16.666);
  });

  test.each(
    rows(`
    | under way to | told to go to | km  | why                              |
    | mill         | mill          | 140 | it goes on: 50 km and 90         |
    | east         | mill          | 90  | on another road it begins again  |
  `),
  )("4 with 50 km done towards %s, told to go to %s, it is %s km on: %s", (to, goal, km) => {
    const under = (copy: World) =>
      void Object.assign(copy.formations["column"]!, { towards: to, kmDone: 50 });
    const { world } = march(far(), `column move to ${goal}`, under);
    expect(world.formations["column"]).toMatchObject({ towards: goal, kmDone: Number(km) });
  });

  test("4 what is left of a road is shorter by what is done of it", () => {
    const under = (kmDone: number) => (copy: World) =>
      void Object.assign(copy.formations["column"]!, { towards: "mill", kmDone });
    const arrives = (kmDone: number) =>
      march(far(), "column move to mill", under(kmDone)).world.formations["column"]!.place;
    expect([310, 309.9].map(arrives)).toEqual(["mill", "west"]);
  });

  test("4 kilometres done on the way to a place do not shorten another road to it", () => {
    const setup = fork({
      places: { west: BLUE, mill: BLUE, east: BLUE },
      roads: ["mill west 30 road", "east mill 400 road", "east west 400 road"],
    });
    const under = (copy: World) =>
      void Object.assign(copy.formations["column"]!, { towards: "east", kmDone: 390 });
    const { world } = march(setup, "column move to east via mill", under);
    // Three hours: one to the mill, two beyond it.
    expect(world.formations["column"]).toMatchObject({
      place: "mill",
      towards: "east",
      kmDone: 60,
    });
  });

  test("4.3 each place on the way that is not its own takes an hour of what is left", () => {
    const setup = fork({
      places: { west: BLUE, ford: {}, mill: {}, east: BLUE },
      roads: ["ford west 15 road", "ford mill 15 road", "east mill 400 road"],
    });
    const km = (order: string) => {
      const { world } = march(setup, order);
      const { place, kmDone } = world.formations["column"]!;
      return [place, kmDone];
    };
    // Three hours: half of one, one to clear, half of one, one to clear.
    expect(km("column assault east")).toEqual(["mill", 0]);
    // Five hours, two of them driven, none lost in clearing.
    expect(km("column pursue east")).toEqual(["mill", 120]);
  });

  test.each(
    rows(`
    | mission   | over      | against | km | why                                  |
    | interdict | east-west | blue    | 54 | two fifths are taken from the road   |
    | interdict | mill-west | blue    | 90 | not from another                     |
    | interdict | east-west | red     | 90 | nor from whom the wing does not fight |
    | supply    | west      | blue    | 90 | nor by another task                  |
    | supply    | east-west | blue    | 90 | nor by it over a place of that name  |
  `),
  )("6.5 under %s over %s against %s a column goes %s km: %s", (mission, over, against, km) => {
    const wings = {
      hawks: wingOf("red", { aircraft: 40, against: [against!] }),
      hens: wingOf("blue", { aircraft: 40, against: [against!] }),
    };
    const setup = far({ wings });
    const start = startOf(setup, begun(["column move to east"]));
    const wing = mission === "supply" ? "hens" : "hawks";
    const { world } = turnOf(setup, start, [`${wing} ${mission} ${over} with 5`]);
    expect(world.formations["column"]!.kmDone).toBe(Number(km));
  });
});

describe("4 who marches", () => {
  test.each(
    rows(`
    | order                  | marches | why                                         |
    | column move to gate    | yes     |                                             |
    | column withdraw to gate | yes   |                                             |
    | column commit to gate  | yes     |                                             |
    | column fix gate        | yes     | into an empty place                         |
    | column delay to gate   | no      | it falls back there when it must            |
    | column defend          | no      |                                             |
    | column move to west    | no      | it is there                                 |
  `),
  )("4 told to %s a column marches: %s %s", (order, marches) => {
    expect(all(march(fork(), order!).events, "marched")).toHaveLength(marches === "yes" ? 1 : 0);
  });

  test.each(["broken", "lost", "left", "expected"] as const)("4 who is %s does not", (status) => {
    const { events } = march(fork(), "column move to gate", (copy) =>
      Object.assign(copy.formations["column"]!, { status, rallyTurn: 9 }),
    );
    expect(all(events, "marched")).toEqual([]);
  });

  test("4 a reserve committed against a place stops before an enemy on the way to it", () => {
    const setup = fork({
      places: { west: BLUE, north: BLUE, east: { holder: "red" } },
      roads: ["north west 10 road", "east north 10 road"],
      formations: {
        column: { side: "blue", place: "west", reserve: true },
        raiders: { side: "red", place: "north", men: 100 },
        guard: { side: "red", place: "east", men: 100 },
      },
    });
    const { events } = march(setup, "column commit to east");
    expect(all(events, "deployed")).toEqual([]);
    expect(about(events, "halted", "column")).toMatchObject({ before: "north", reason: "enemy" });
    const gone = march(setup, "column commit to east", (copy) => {
      copy.formations["raiders"]!.place = "east";
    });
    expect(about(gone.events, "deployed", "column")).toMatchObject({
      at: "north",
      against: "east",
    });
  });
});
