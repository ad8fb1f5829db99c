import { expect, test } from "vitest";
import { eventsFor, observe, type Setup, type World } from "../../src/engine/index.ts";
import { all, rows, startOf, steadyChance, the, turnOf } from "../support/table.ts";
import { ERC, tinySetup, type TinyParts } from "../support/tiny-setup.ts";

/** A blue post with a depot and no road to a source, and a red camp before it. */
const enclave = (depotManDays: number, change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 60, depotManDays },
    },
    roads: ["camp post 10 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      enemy: { side: "red", place: "camp", men: 60 },
    },
    ...change,
  });

const living = (
  setup: Setup,
  days: Readonly<Record<string, number>>,
  lines: readonly string[] = [],
  change: (copy: World) => void = () => {},
) => {
  const start = startOf(setup, (copy) => {
    for (const id in days) copy.formations[id]!.supplyDays = days[id]!;
    change(copy);
  });
  return turnOf(setup, start, lines);
};

test.each(
  rows(`
  | role   | depot | from | to   | drawn | why                                             |
  | quiet  | 1000  | 2    | 2.4  | 200   | half a day, as a road would bring, for 400 men  |
  | quiet  | 1000  | 4.9  | 5    | 80    | what it lacks and what it used                  |
  | quiet  | 1000  | 5    | 5    | 40    | what it used                                    |
  | quiet  | 200   | 2    | 2.4  | 200   | to the last man-day                             |
  | quiet  | 100   | 2    | 2.15 | 100   | half of what it wanted                          |
  | quiet  | 0     | 2    | 1.9  | 0     | an empty depot                                  |
  | fights | 1000  | 2    | 2.15 | 200   | no more than a road would bring                 |
`),
)("11.11 who is %s by a depot of %s goes from %s days to %s: %s man-days: %s", (...cells) => {
  const [role, depot, from, to, drawn] = cells as [string, string, string, string, string];
  const lines = role === "fights" ? ["enemy assault post"] : [];
  const { men } = enclave(0).formations["guard"]!;
  const { events, world } = living(enclave(Number(depot)), { guard: Number(from) }, lines);
  const taken = all(events, "depot-drawn").reduce((sum, { manDays }) => sum + manDays, 0);
  expect(world.places["post"]!.depotManDays).toBe(Number(depot) - taken);
  if (role === "quiet") expect([men, taken]).toEqual([400, Number(drawn)]);
  // Who fought draws for the men it has left.
  else expect(taken).toBe(Math.ceil(world.formations["guard"]!.men / 2));
  expect(world.formations["guard"]!.supplyDays).toBe(Number(to));
});

test("11.11 a road to a source goes before the depot", () => {
  const places = {
    camp: { holder: "red" },
    post: { holder: "blue", supplies: ["blue"], depotManDays: 1000 },
  };
  const { events, world } = living(enclave(0, { places }), { guard: 2 });
  expect(all(events, "depot-drawn")).toEqual([]);
  expect(world.formations["guard"]!.supplyDays).toBe(2.4);
});

test("11.11 only formations present, of the side that holds the place, live on its depot", () => {
  const formations = {
    guard: { side: "blue", place: "post" },
    distant: { side: "blue", place: "far" },
    enemy: { side: "red", place: "camp" },
  };
  const places = {
    camp: { holder: "blue", depotManDays: 1000 },
    far: { holder: "blue" },
    post: { holder: "blue", depotManDays: 1000 },
  };
  const setup = enclave(0, { formations, places });
  const { world } = living(setup, { guard: 2, distant: 2, enemy: 2 });
  const days = ["guard", "distant", "enemy"].map((id) => world.formations[id]!.supplyDays);
  expect(days).toEqual([2.4, 1.9, 1.9]);
  expect(world.places["camp"]!.depotManDays).toBe(1000);
});

test.each(
  rows(`
  | depot | guard | second | why                                             |
  | 250   | 2.4   | 2.4    | enough for both: 200 and 50                     |
  | 100   | 2.1   | 2.1    | shared out by need: 80 and 20                   |
  | 3     | 1.905 | 1.91   | in whole man-days: 2 and 1                      |
`),
)("11.11 two formations share a depot of %s and come to %s and %s days: %s", (depot, a, b) => {
  const formations = {
    guard: { side: "blue", place: "post", men: 400 },
    second: { side: "blue", place: "post", men: 100 },
    enemy: { side: "red", place: "camp", men: 60 },
  };
  const { events, world } = living(enclave(Number(depot), { formations }), { guard: 2, second: 2 });
  const days = ["guard", "second"].map((id) => world.formations[id]!.supplyDays);
  expect(days).toEqual([Number(a), Number(b)]);
  expect(the(events, "depot-drawn")).toEqual({
    kind: "depot-drawn",
    place: "post",
    side: "blue",
    manDays: Number(depot),
  });
});

test.each(
  rows(`
  | men | depot | gained | why                                         |
  | 400 | 1000  | 3      | given what it used, it recovers as by road  |
  | 225 | 1000  | 3      | 22.5 man-days, rounded up to 23             |
  | 400 | 40    | 3      | just enough                                 |
  | 400 | 39    | 0      | a man-day too little                        |
  | 400 | 0     | 0      | nothing                                     |
`),
)("11.11 %s men with a full load by a depot of %s gain %s points of cohesion: %s", (...cells) => {
  const [men, depot, gained] = cells.map(Number) as [number, number, number];
  const formations = {
    guard: { side: "blue", place: "post", men },
    enemy: { side: "red", place: "camp", men: 40 },
  };
  const tired = (copy: World) => void (copy.formations["guard"]!.cohesion = 60);
  const { world } = living(enclave(depot, { formations }), {}, [], tired);
  expect(world.formations["guard"]!.cohesion).toBeCloseTo(60 + gained, 9);
});

test.each(
  rows(`
  | holder | depot | besieged | why                              |
  | blue   | 140   | no       | seven tenths of a day for 400 men, halved |
  | blue   | 139   | yes      | a man-day too few                |
  | blue   | 0     | yes      | nothing is in it                 |
  | red    | 900   | yes      | it is not theirs to eat          |
`),
)(
  "11.11 in a place of %s with a depot of %s the hungry are besieged: %s: %s",
  (holder, depot, is) => {
    const formations = {
      guard: { side: "blue", place: "post" },
      enemy: { side: "red", place: "camp", men: 400 },
    };
    const setup = enclave(Number(depot), { formations });
    const held = (copy: World) => void (copy.places["post"]!.holder = holder!);
    const { events } = living(setup, { guard: 0 }, [], held);
    const lost = all(events, "cohesion-lost").filter(({ cause }) => cause === "siege");
    expect(lost).toHaveLength(is === "yes" ? 1 : 0);
  },
);

test("11.11 who takes the place has what is left in its depot", () => {
  const places = { camp: { holder: "red" }, post: { holder: "blue", depotManDays: 900 } };
  const formations = {
    guard: { side: "blue", place: "post", men: 20 },
    enemy: { side: "red", place: "camp", men: 800 },
  };
  const setup = enclave(0, { places, formations });
  const { events, world } = turnOf(
    setup,
    startOf(setup),
    ["enemy assault post"],
    steadyChance(0.9),
  );
  expect(world.places["post"]!.holder).toBe("red");
  const drawn = the(events, "depot-drawn");
  expect(drawn).toMatchObject({ place: "post", side: "red" });
  expect(world.places["post"]!.depotManDays).toBe(900 - drawn.manDays);
  expect(world.formations["enemy"]!.supplyDays).toBe(ERC.supply.recoveryPerDay * 0.5 + 5 - 0.5);
});

test("11.11 a depot is seen by the side that holds its place, and by White", () => {
  const setup = enclave(1000);
  const { events, world } = living(setup, { guard: 2 });
  const told = (seat: string) => all(eventsFor(setup, events, seat), "depot-drawn").length;
  expect(["blue", "red", "white"].map(told)).toEqual([1, 0, 1]);
  expect(observe(setup, world, "blue").depots).toEqual({ post: 800 });
  expect(observe(setup, world, "red").depots).toEqual({ camp: 0 });
});
