import { expect, test } from "vitest";
import {
  type Formation,
  type Setup,
  startWorld,
  type Verb,
  type World,
} from "../../src/engine/index.ts";
import { contingentOf, ERC, tinySetup, type TinyParts } from "../support/tiny-setup.ts";
import {
  about,
  all,
  firstTurn,
  rows,
  startOf,
  steadyChance,
  the,
  turnOf,
  turnsOf,
} from "../support/table.ts";

/** A blue harbour that is a source of supply, a town beyond it, and red in camp before the town. */
const coast = (change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      harbour: { holder: "blue", supplies: ["blue"] },
      town: { holder: "blue" },
      camp: { holder: "red", supplies: ["red"] },
    },
    roads: ["harbour town 10 road", "camp town 10 road"],
    formations: {
      guard: { side: "blue", place: "town" },
      enemy: { side: "red", place: "camp" },
      fresh: { side: "blue" },
    },
    turns: 20,
    ...change,
  });

const landing = (afterHours: number) => ({
  title: "Landing",
  formations: ["fresh"],
  at: "harbour",
  afterHours,
  when: { always: true as const },
});

/** Turn in whose events a formation arrives; 0 when it never does. */
function arrivesIn(setup: Setup, start: World = startWorld(setup), id = "fresh"): number {
  let world = start;
  for (let turn = 1; turn <= 8; turn++) {
    const stepped = turnOf(setup, world, []);
    if (all(stepped.events, "arrived").some((one) => one.formation === id)) return turn;
    world = stepped.world;
  }
  return 0;
}

test.each(
  rows(`
  | hours | turn | on the map for turn | why                          |
  | 0     | 1    | 2                   | at the end of the first turn |
  | 12    | 1    | 2                   | when twelve hours have passed |
  | 13    | 2    | 3                   | when thirteen have           |
  | 36    | 3    | 4                   | when thirty-six have         |
`),
)("11.1 reinforcements due after %s hours enter in turn %s and play turn %s: %s", (hours, turn) => {
  expect(arrivesIn(coast({ reinforcements: { landing: landing(Number(hours)) } }))).toBe(
    Number(turn),
  );
});

test("11.1 they are ready at their place", () => {
  const { world } = turnsOf(coast({ reinforcements: { landing: landing(0) } }), [[], []]);
  expect(world.formations["fresh"]).toMatchObject({ status: "active", place: "harbour", men: 400 });
});

test("11.1 they wait for their condition, which counts the turn about to be played", () => {
  const reinforcements = { landing: { ...landing(0), when: { turn: { from: 3 } } } };
  expect(arrivesIn(coast({ reinforcements }))).toBe(2);
});

const pool = {
  title: "Veterans",
  seat: "blue",
  formations: ["fresh"],
  at: "harbour",
  delayHours: 24,
  release: { turn: { from: 2 } },
  price: null,
};

test("11.2 a pool is called when its condition is met, once, and comes after its delay", () => {
  const setup = coast({ pools: { veterans: pool } });
  const { log, world } = turnsOf(setup, [[], [], [], [], []]);
  expect(log.map((events) => all(events, "pool-called").length)).toEqual([1, 0, 0, 0, 0]);
  expect(log.map((events) => all(events, "arrived").length)).toEqual([0, 0, 1, 0, 0]);
  expect(world.pools).toEqual({ veterans: 1 });
});

test("11.2 an inject can call a pool too", () => {
  const inject = {
    title: "Mobilised",
    text: "They come.",
    audience: ["blue"],
    when: { turn: { from: 1 } },
    effects: [{ kind: "release-pool" as const, pool: "veterans" }],
    trainingObjective: null,
    expectedResponse: "None.",
  };
  const setup = coast({
    pools: { veterans: { ...pool, release: { not: { always: true } } } },
    injects: { mobilised: inject },
  });
  expect(firstTurn(setup, []).world.pools).toEqual({ veterans: 1 });
});

test.each(
  rows(`
  | entry               | turn | why                           |
  | free                | 1    | nothing in the way            |
  | lost                | 0    | the enemy holds it            |
  | contested           | 0    | an enemy stands in it         |
  | deserted            | 0    | its contingent has left       |
`),
)("11.3 with the entry place %s they enter in turn %s: %s", (entry, turn) => {
  const setup = coast({
    reinforcements: { landing: landing(0) },
    contingents: {
      blue: contingentOf("blue"),
      guests: contingentOf("blue"),
      red: contingentOf("red"),
    },
    formations: {
      guard: { side: "blue", place: "town" },
      enemy: { side: "red", place: entry === "contested" ? "harbour" : "camp" },
      fresh: { side: "blue", contingent: "guests" },
    },
  });
  const start = startOf(setup, (copy) => {
    if (entry === "lost") copy.places["harbour"]!.holder = "red";
    if (entry === "deserted") copy.contingents["guests"]!.status = "left";
  });
  expect(arrivesIn(setup, start)).toBe(Number(turn));
});

test("11.3 they enter when the place is free again", () => {
  const setup = coast({ reinforcements: { landing: landing(0) } });
  const lost = startOf(setup, (copy) => {
    copy.places["harbour"]!.holder = "red";
    copy.knowledge["blue"]!.holders["harbour"] = "red";
  });
  const { world } = turnOf(setup, lost, ["guard assault harbour"]);
  expect(world.places["harbour"]!.holder).toBe("blue");
  expect(world.formations["fresh"]!.status).toBe("active");
});

const brokenAt = (place: string, rallyTurn: number) => (copy: World) =>
  void Object.assign(copy.formations["guard"]!, {
    status: "broken",
    place,
    rallyTurn,
    men: 300,
    stragglers: 60,
    missing: 40,
    cohesion: 10,
  });

test("11.4 the broken rally when their time has come: stragglers are back, cohesion is 40", () => {
  const start = startOf(coast(), brokenAt("town", 2));
  const { log, world } = turnsOf(coast(), [[], []], steadyChance(), start);
  expect(all(log[0]!, "rallied")).toEqual([]);
  expect(the(log[1]!, "rallied")).toMatchObject({
    formation: "guard",
    stragglers: 60,
    cohesion: 40,
  });
  expect(world.formations["guard"]).toMatchObject({
    status: "active",
    men: 360,
    stragglers: 0,
    missing: 40,
    cohesion: 40,
    rallyTurn: 0,
  });
});

test("11.4 who has run on in the meantime rallies where it came to", () => {
  const start = startOf(coast(), (copy) => {
    brokenAt("town", 1)(copy);
    copy.places["town"]!.holder = "red";
  });
  const { world } = turnOf(coast(), start, []);
  expect(world.formations["guard"]).toMatchObject({ status: "active", place: "harbour" });
});

test("11.4 nobody rallies among the enemy", () => {
  const start = startOf(coast(), (copy) => {
    brokenAt("town", 1)(copy);
    copy.formations["enemy"]!.place = "town";
  });
  const { world } = turnOf(coast(), start, []);
  const { status, place } = world.formations["guard"]!;
  expect([status, place]).not.toEqual(["active", "town"]);
});

const kept = (
  setup: Setup,
  start: (copy: World) => void,
  lines: readonly string[] = [],
  id = "guard",
) => {
  const { events } = turnOf(setup, startOf(setup, start), lines);
  return the(events, "refitted").formations.find((one) => one.formation === id)!;
};

test.each(
  rows(`
  | role             | from | to   | why                                       |
  | quiet            | 2    | 2.4  | .1 used, .5 brought up                    |
  | quiet            | 4.9  | 5    | no more than it carries                   |
  | quiet cut off    | 2    | 1.9  | .1 used, nothing brought up               |
  | defends          | 2    | 2.15 | .35 used, .5 brought up                   |
  | defends cut off  | 2    | 1.65 | .35 used                                  |
  | attacks          | 2    | 2    | .5 used, .5 brought up                    |
  | quiet cut off    | 0.05 | 0    | never below nothing                       |
`),
)("11.5 who is %s goes from %s days of supply to %s: %s", (role, from, to) => {
  const attacker = role === "attacks";
  const setup = coast({
    places: {
      harbour: { holder: "blue", supplies: role!.includes("cut off") ? [] : ["blue"] },
      town: { holder: "blue", depthKm: 60 },
      camp: { holder: "red", supplies: ["red"] },
    },
  });
  const id = attacker ? "enemy" : "guard";
  const lines = role === "quiet" || role === "quiet cut off" ? [] : ["enemy assault town"];
  expect(
    kept(setup, (copy) => void (copy.formations[id]!.supplyDays = Number(from)), lines, id)
      .supplyDays,
  ).toBe(Number(to));
});

test.each(
  rows(`
  | town  | supplied | why                                    |
  | blue  | yes      | along own places                       |
  | red   | no       | a place on the road is lost            |
  | enemy | no       | an enemy stands on the road            |
  | lost source | no | the source is lost                     |
`),
)("11.5 with the town %s, a post beyond it is supplied: %s: %s", (state, supplied) => {
  const setup = tinySetup({
    places: {
      harbour: { holder: state === "lost source" ? "red" : "blue", supplies: ["blue"] },
      town: { holder: state === "red" ? "red" : "blue" },
      post: { holder: "blue" },
    },
    roads: ["harbour town 10 road", "post town 10 road"],
    formations: {
      guard: { side: "blue", place: "post" },
      ...(state === "enemy" ? { enemy: { side: "red", place: "town" } } : {}),
    },
  });
  expect(kept(setup, (copy) => void (copy.formations["guard"]!.supplyDays = 2)).supplyDays).toBe(
    supplied === "yes" ? 2.4 : 1.9,
  );
});

test.each(
  rows(`
  | role   | from | to    | why                     |
  | quiet  | 0.8  | 0.85  | rest restores           |
  | quiet  | 0.99 | 1     | to fresh, no further    |
  | fights | 0.8  | 0.775 | combat tires            |
  | fights | 0.51 | 0.5   | to a floor              |
`),
)("11.6 who is %s goes from a freshness of %s to %s: %s", (role, from, to) => {
  const after = kept(
    coast(),
    (copy) => void (copy.formations["guard"]!.freshness = Number(from)),
    role === "fights" ? ["enemy assault town"] : [],
  );
  expect(after.freshness).toBeCloseTo(Number(to), 3);
});

test.each(
  rows(`
  | case            | began | from | to | why                             |
  | quiet           | 95    | 50   | 53 | three points a half-day         |
  | beside hq       | 95    | 50   | 55 | two more beside a headquarters  |
  | beside enemy hq | 95    | 50   | 53 | not an enemy's                  |
  | cut off         | 95    | 50   | 50 | not without supply              |
  | quiet           | 95    | 89   | 90 | up to 90                        |
  | quiet           | 65    | 64   | 65 | up to what it began with        |
  | quiet           | 65    | 70   | 70 | who has more keeps it           |
`),
)("11.7 %s, begun at %s, cohesion goes from %s to %s: %s", (name, began, from, to) => {
  const setup = coast({
    places: {
      ...coast().places,
      harbour: { holder: "blue", supplies: name === "cut off" ? [] : ["blue"] },
    },
    formations: {
      guard: { side: "blue", place: "town", cohesion: Number(began) },
      ...(name === "beside hq" && { staff: { side: "blue", place: "town", hq: true } }),
      enemy: { side: "red", place: "camp", hq: name === "beside enemy hq" },
    },
  });
  expect(
    kept(setup, (copy) => void (copy.formations["guard"]!.cohesion = Number(from))).cohesion,
  ).toBeCloseTo(Number(to), 2);
});

test("11.7 who fought does not recover in that turn", () => {
  const town = { holder: "blue", depthKm: 60 };
  const { events } = firstTurn(coast({ places: { ...coast().places, town } }), [
    "enemy assault town",
  ]);
  const { cohesion } = about(events, "cohesion-lost", "guard");
  expect(
    the(events, "refitted").formations.find((one) => one.formation === "guard")!.cohesion,
  ).toBe(cohesion);
});

const quiet = (verb: string, quietHours: number, change: Partial<Formation> = {}) =>
  kept(
    coast(),
    (copy) =>
      void Object.assign(copy.formations["guard"]!, {
        task: { verb, to: null, via: [], count: 0 },
        works: "hasty",
        quietHours,
        ...change,
      }),
  );

test.each(
  rows(`
  | verb   | quiet | works    | why                              |
  | defend | 107   | hasty    | 119 hours are too few            |
  | defend | 108   | prepared | 120 are enough                   |
  | dig-in | 47    | hasty    | 59 are too few, dug in earnest   |
  | dig-in | 48    | prepared | 60 are enough, dug in earnest    |
`),
)(
  "11.8 who is to %s after %s quiet hours and twelve more has %s works: %s",
  (verb, hours, works) => {
    expect(quiet(verb!, Number(hours)).works).toBe(works);
  },
);

test.each(
  rows(`
  | verb   | quiet | engineers | works     | why                                        |
  | defend | 347   | blue      | prepared  | 359 hours are too few                      |
  | defend | 348   | blue      | fortified | 360 are enough                             |
  | dig-in | 167   | blue      | prepared  | 179 are too few, dug in earnest            |
  | dig-in | 168   | blue      | fortified | 180 are enough, dug in earnest             |
  | defend | 348   | -         | prepared  | it takes engineers                         |
  | defend | 348   | red       | prepared  | and those of one's own side                |
`),
)(
  "11.8 who is to %s behind prepared works after %s quiet hours, engineers of %s there, has %s works: %s",
  (...cells) => {
    const [verb, hours, engineers, works] = cells as [string, string, string, string];
    const side = engineers === "-" ? "blue" : engineers;
    const sappers = { side, place: engineers === "-" ? "harbour" : "town", branch: "engineer" };
    const setup = coast({
      formations: { guard: { side: "blue", place: "town" }, sappers },
    });
    const start = startOf(setup, (copy) => {
      copy.formations["guard"]!.works = "prepared";
      copy.formations["guard"]!.quietHours = Number(hours);
      copy.formations["guard"]!.task = { verb: verb as Verb, to: null, via: [], count: 0 };
    });
    expect(turnOf(setup, start, []).world.formations["guard"]!.works).toBe(works);
  },
);

test("11.8 works once made stay while nobody moves", () => {
  expect(quiet("defend", 0, { works: "fortified" } as Partial<Formation>).works).toBe("fortified");
});

test("11.8 combat and marches start the count of quiet hours again", () => {
  const fought = kept(coast(), (copy) => void (copy.formations["guard"]!.quietHours = 60), [
    "enemy assault town",
  ]);
  const marched = kept(coast(), (copy) => void (copy.formations["guard"]!.quietHours = 60), [
    "guard move to harbour",
  ]);
  expect([fought.quietHours, marched.quietHours]).toEqual([0, 0]);
});

test("11.8 a turn at rest after a march is quiet in full", () => {
  const { log } = turnsOf(coast(), [["guard move to harbour"], [], []]);
  const hours = log.map(
    (events) =>
      the(events, "refitted").formations.find((one) => one.formation === "guard")!.quietHours,
  );
  expect(hours).toEqual([0, 12, 24]);
});

const depot =
  (takenTurn: number, holder = "blue") =>
  (copy: World) => {
    Object.assign(copy.places["town"]!, { holder, takenTurn });
    Object.assign(copy.places["town"]!.stocks, { tank: 10, gun: 1, technical: 3 });
    copy.turn = 4;
  };

test.each(
  rows(`
  | since turn | taken | why                        |
  | 4          | no    | twelve hours ago           |
  | 3          | yes   | a day ago                  |
  | 0          | no    | a depot of its own         |
`),
)(
  "11.9 kit in a place that was taken in turn %s is taken over in turn 5: %s: %s",
  (since, taken) => {
    expect(
      all(turnOf(coast(), startOf(coast(), depot(Number(since))), []).events, "kit-taken"),
    ).toHaveLength(taken === "yes" ? 1 : 0);
  },
);

test("11.9 three tenths of it are put to use by a formation of the holder, the rest is scrap", () => {
  const { events, world } = turnOf(coast(), startOf(coast(), depot(2)), []);
  expect(the(events, "kit-taken")).toMatchObject({
    place: "town",
    formation: "guard",
    kit: { tank: 3, technical: 1 },
  });
  expect(world.formations["guard"]!.kit).toMatchObject({ tank: 3, gun: 0, technical: 1 });
  expect(Object.values(world.places["town"]!.stocks).every((pieces) => pieces === 0)).toBe(true);
});

test("11.9 it lies until somebody of the holder's is there", () => {
  const { world } = turnOf(
    coast(),
    startOf(coast(), (copy) => {
      depot(2)(copy);
      copy.formations["guard"]!.place = "harbour";
    }),
    [],
  );
  expect(world.places["town"]!.stocks["tank"]).toBe(10);
});

test.each(
  rows(`
  | at the start | holder | kit                               | why                                 |
  | blue         | red    | tank-captured 3, technical 1      | light kit serves in full            |
  | red          | blue   | tank-captured 3, technical 1      | nor does the other side's           |
  | -            | blue   | tank-captured 3, technical 1      | nor nobody's                        |
  | blue         | blue   | tank 3, technical 1               | in a place of one's own from the start |
`),
)("11.9 in a place of %s that %s holds now there serve %s: %s", (first, holder, kit) => {
  const setup = coast({
    places: { ...coast().places, town: { holder: first === "-" ? null : first! } },
    formations: { taker: { side: holder!, place: "town" } },
  });
  const { events } = turnOf(setup, startOf(setup, depot(2, holder)), []);
  const served = Object.entries(the(events, "kit-taken").kit).filter(([, pieces]) => pieces > 0);
  expect(served.map(([kind, pieces]) => `${kind} ${pieces}`).join(", ")).toBe(kit);
});

test("11.9 captured heavy kit fights at eight tenths of its weight", () => {
  const { kit } = ERC;
  const captured = Object.values(kit).filter((row) => row.capturedAs !== null);
  expect(captured.length).toBeGreaterThan(0);
  for (const row of captured) expect(kit[row.capturedAs!]!.weight).toBeCloseTo(0.8 * row.weight, 9);
});

test("11.9 a depot that falls is captured kit", () => {
  const setup = coast({
    places: { ...coast().places, town: { holder: "blue", stocks: { tank: 10 } } },
    formations: { enemy: { side: "red", place: "camp" } },
  });
  const { log, world } = turnsOf(setup, [["enemy assault town"], [], []]);
  expect(log.map((events) => all(events, "kit-taken").length)).toEqual([0, 0, 1]);
  expect(world.formations["enemy"]!.kit).toMatchObject({
    "tank-captured": Math.round(10 * ERC.capture.serviceable),
  });
});
