import { describe, expect, test } from "vitest";
import type { CohesionLost, Formation, Place, Setup, World } from "../../src/engine/index.ts";
import { ERC, tinySetup, type TinyParts, wingOf } from "../support/tiny-setup.ts";
import { about, all, evenChance, rows, startOf, the, turnOf } from "../support/table.ts";

interface Case {
  readonly red?: Partial<Formation>;
  readonly blue?: Partial<Formation>;
  readonly post?: Partial<Place>;
  readonly change?: Partial<TinyParts>;
  readonly start?: (copy: World) => void;
  readonly lines?: readonly string[];
  /** Draws by key; all others are 0.5. */
  readonly draws?: Readonly<Record<string, number>>;
}

const WHOLE = { "break/1/post/guard": 1 - 1e-12, "break/1/camp/column": 1 - 1e-12 };

function setupOf({ red, blue, post, change }: Case): Setup {
  return tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 10, ...post },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 2000, knownTo: ["blue"], ...red },
      guard: { side: "blue", place: "post", men: 1000, ...blue },
    },
    ...change,
  });
}

function fought(given: Case) {
  const setup = setupOf(given);
  const lines = ["column assault post", ...(given.lines ?? [])];
  return turnOf(
    setup,
    startOf(setup, given.start),
    lines,
    evenChance(0.5, { ...WHOLE, ...given.draws }),
  );
}

const shaken = (given: Case, id = "guard"): CohesionLost =>
  about(
    all(fought(given).events, "cohesion-lost").filter((one) => one.cause === "battle"),
    "cohesion-lost",
    id,
  );
const points = (given: Case, term: string, id = "guard"): number =>
  shaken(given, id).terms.find((one) => one.id === term)?.points ?? 0;

/** Points of a whole term of some weight for a shock of 1. */
const UNIT = ERC.cohesion.scale;

test("7.1 a point of weight costs its scale times the class's shock", () => {
  const supply = (kind: string) => points({ blue: { class: kind, supplyDays: 0 } }, "supply");
  expect(supply("static")).toBeCloseTo(UNIT * 2, 9);
  expect(supply("militia")).toBeCloseTo(UNIT * 2 * 1.5, 9);
  expect(supply("elite")).toBeCloseTo(UNIT * 2 * 0.6, 9);
});

test("7.1 cohesion after is cohesion before less the sum of the terms, and never below zero", () => {
  const event = shaken({ blue: { cohesion: 70 } });
  const sum = event.terms.reduce((all, term) => all + term.points, 0);
  expect(event.cohesion).toBeCloseTo(70 - sum, 3);
  expect(shaken({ blue: { cohesion: 2, class: "militia" }, red: { men: 9000 } }).cohesion).toBe(0);
});

test("7.2.1 penetration is the ground won over the depth, in full from realised odds of 1.5", () => {
  const given = { red: { men: 1950 } };
  const battle = the(fought(given).events, "battle-resolved");
  expect(battle.outcome).toBeGreaterThan(1);
  expect(battle.outcome).toBeLessThan(1.5);
  const expected = UNIT * 33 * (battle.km / 10) * (battle.outcome / 1.5);
  expect(points(given, "penetration")).toBeCloseTo(expected, 9);
  expect(shaken(given).terms[0]!.rule).toBe("7.2.1");
});

test("7.2.1 an attack that gains nothing penetrates nothing", () => {
  expect(points({ red: { men: 300 } }, "penetration")).toBe(0);
});

describe("7.2.1 in encirclement", () => {
  const closed: Case = {
    change: { roads: ["camp post 10 road"] },
    red: { men: 300 },
    post: { works: "fortified" },
  };

  test("7.2.1 an assault on it scores in full, however far it came", () => {
    expect(points(closed, "encirclement")).toBeCloseTo(UNIT * 33, 9);
    expect(points(closed, "penetration")).toBe(0);
  });

  test("7.2.1 with an exit open it scores by how far and hard the attack came in", () => {
    const open = { red: { men: 300 }, post: { works: "fortified" as const } };
    expect(points(open, "encirclement")).toBe(0);
    expect(points(open, "penetration")).toBeLessThan(UNIT * 33);
  });

  test("7.2.1 a place that is a source of supply of its own scores by the ground won", () => {
    const fed = { ...closed, post: { works: "fortified" as const, supplies: ["blue"] } };
    expect(the(fought(fed).events, "battle-resolved").encircled).toBe(true);
    expect(points(fed, "encirclement")).toBe(0);
  });
});

test.each(
  rows(`
  | factor | share of 8 | why                        |
  | 1      | 0          | no surprise                |
  | 1.25   | 0.3425     | between minor and substantial |
  | 1.73   | 1          | substantial: in full       |
  | 2.24   | 1          | and no more                |
`),
)("7.2.2 a surprise of %s costs %s of its weight: %s", (factor, share) => {
  const given = { change: { surprise: [{ side: "red", factor: Number(factor) }] } };
  expect(points(given, "surprise")).toBeCloseTo(UNIT * 8 * Number(share), 2);
});

test.each(
  rows(`
  | marker | key terrain | no reserve | why                       |
  | 0      | no          | no         | at the edge               |
  | 3.5    | no          | yes        | more than .3 of the depth |
  | 5.5    | yes         | yes        | more than half of it      |
`),
)(
  "7.2.3 and 7.2.6 with the front at %s km of 10, key terrain is lost: %s, a reserve is missed: %s: %s",
  (marker, key, reserve) => {
    const given = {
      red: { men: 150 },
      start: (copy: World) =>
        void (copy.places["post"]!.advanceKm = Number(marker) + (marker === "0" ? 0 : 0.5)),
    };
    expect(points(given, "keyTerrain")).toBeCloseTo(key === "yes" ? UNIT * 6 : 0, 9);
    expect(points(given, "noReserve")).toBeCloseTo(reserve === "yes" ? UNIT * 12 : 0, 9);
  },
);

test.each(
  rows(`
  | where | missed | why                      |
  | post  | no     | in the place             |
  | rear  | no     | one place away           |
  | far   | yes    | two places away          |
  | enemy | yes    | the enemy's own reserve  |
`),
)("7.2.6 a reserve at %s is missed: %s: %s", (where, missed) => {
  const side = where === "enemy" ? "red" : "blue";
  const place = where === "enemy" ? "camp" : where!;
  const base = setupOf({});
  const given = {
    change: {
      places: {
        camp: { holder: "red" },
        post: { holder: "blue", depthKm: 10 },
        rear: { holder: "blue" },
        far: { holder: "blue" },
      },
      roads: ["camp post 10 road", "post rear 10 road", "far rear 10 road"],
      formations: {
        column: { ...base.formations["column"]!, men: 150 },
        guard: base.formations["guard"]!,
        spare: { side, place, reserve: true },
      },
    },
    start: (copy: World) => void (copy.places["post"]!.advanceKm = 5),
  };
  expect(points(given, "noReserve") > 0).toBe(missed === "yes");
});

test("7.2.4 a tenth of the men lost costs the whole weight, in proportion", () => {
  const { events } = fought({});
  const { killed, wounded } = the(events, "battle-resolved").casualties.find(
    (one) => one.formation === "guard",
  )!;
  expect(points({}, "losses")).toBeCloseTo(UNIT * 10 * ((killed + wounded) / 1000 / 0.1), 9);
});

test.each(
  rows(`
  | sorties | costs |
  | 3       | no    |
  | 4       | yes   |
`),
)(
  "7.2.5 close support of %s sorties on the defender (.6 of them effective, on one battalion group) costs cohesion: %s",
  (sorties, costs) => {
    const given = {
      change: { wings: { hawks: wingOf("red") } },
      blue: { men: 400 },
      lines: [`hawks support post with ${sorties}`],
    };
    expect(points(given, "air")).toBeCloseTo(costs === "yes" ? UNIT * 2 : 0, 9);
  },
);

test("7.2.7 the defender's hunger costs cohesion", () => {
  expect(points({ blue: { supplyDays: 0 } }, "supply")).toBeCloseTo(UNIT * 2, 9);
  expect(points({ blue: { supplyDays: 0.1 } }, "supply")).toBe(0);
});

test("7.3.1 an attacker feels his losses, and no term of the defender's", () => {
  const event = shaken({}, "column");
  const battle = the(fought({}).events, "battle-resolved");
  const { killed, wounded } = battle.casualties.find((one) => one.formation === "column")!;
  expect(event.terms).toEqual([
    { id: "losses", points: UNIT * 10 * ((killed + wounded) / 2000 / 0.1), rule: "7.3.1" },
  ]);
});

test("7.3.2 an attacker's hunger costs cohesion", () => {
  const given = {
    start: (copy: World) => {
      copy.formations["column"]!.supplyDays = 0;
      copy.formations["column"]!.task = { verb: "assault" as const, to: "post", via: [], count: 0 };
    },
  };
  expect(points(given, "supply", "column")).toBeCloseTo(UNIT * 2, 9);
});

test.each(
  rows(`
  | men  | class   | points | why                    |
  | 300  | static  | 6      | a failed assault       |
  | 300  | militia | 9      | for militia more       |
  | 2600 | static  | 0      | not failed             |
`),
)("7.3.3 an assault by %s men of class %s costs them %s points: %s", (men, kind, expected) => {
  expect(points({ red: { men: Number(men), class: kind! } }, "repulse", "column")).toBeCloseTo(
    Number(expected),
    9,
  );
});

test("7.3.3 to come off worse in a meeting is no failed assault", () => {
  const given = { red: { men: 300 }, blue: { men: 600 }, lines: ["guard assault camp"] };
  const { link, outcome } = the(fought(given).events, "battle-resolved");
  expect([link, outcome < 1]).toEqual(["camp-post", true]);
  expect(points(given, "repulse", "column")).toBe(0);
});

test.each(
  rows(`
  | class           | break point |
  | militia         | 30          |
  | static          | 25          |
  | elite           | 15          |
`),
)(
  "7.4 a formation of class %s breaks with chance 1/2 when its cohesion is %s",
  (kind, breakPoint) => {
    const event = shaken({ blue: { class: kind!, cohesion: 60 } });
    const expected = 1 / (1 + Math.exp(-(Number(breakPoint) - event.cohesion) / 5));
    expect(event.test!.chance).toBeCloseTo(expected, 9);
    expect(event.test!.draw.key).toBe("break/1/post/guard");
  },
);

test("7.4 whoever draws less than the chance breaks, whoever draws as much does not", () => {
  const { chance } = shaken({ blue: { cohesion: 45 } }).test!;
  const broken = (u: number) =>
    all(
      fought({ blue: { cohesion: 45 }, draws: { "break/1/post/guard": u } }).events,
      "formation-broke",
    ).length;
  expect([broken(chance - 1e-9), broken(chance)]).toEqual([1, 0]);
});

const BROKEN = { "break/1/post/guard": 1e-9 };

test("7.5 the broken run: some missing, some straggling, heavy kit left, to rally after two days", () => {
  const { events, world } = fought({
    blue: { cohesion: 20, kit: { tank: 10, technical: 10 } },
    draws: { ...BROKEN, "kitDefender/1/post/tank": 0.01, "kitDefender/1/post/technical": 0.01 },
  });
  const { men } = the(events, "battle-resolved").defenderLosses;
  const left = 1000 - men;
  const gone = Math.round(left * 0.15);
  const event = the(events, "formation-broke");
  expect(event).toMatchObject({
    formation: "guard",
    place: "post",
    to: "rear",
    rallyTurn: 1 + 4,
    abandoned: { tank: 4 },
  });
  expect(event.missing + event.stragglers).toBe(gone);
  expect(event.stragglers).toBe(Math.round(gone / 2));
  expect(world.formations["guard"]).toMatchObject({
    status: "broken",
    place: "rear",
    men: left - gone,
    stragglers: event.stragglers,
    missing: event.missing,
  });
  expect(world.formations["guard"]!.kit).toMatchObject({ tank: 6, technical: 10 });
  expect(world.places["post"]!.stocks).toMatchObject({ tank: 4, technical: 0 });
});

test.each(
  rows(`
  | draw | tanks left | why                              |
  | 0.19 | 4          | 4.8 is four by a low draw        |
  | 0.21 | 5          | and five by a higher one         |
`),
)(
  "7.6 of twelve tanks four tenths are left behind, settled by a draw: at %s %s: %s",
  (u, tanks) => {
    const draws = { ...BROKEN, "abandon/1/tank/guard": Number(u) };
    const { events } = fought({ blue: { cohesion: 20, kit: { tank: 12, technical: 9 } }, draws });
    const event = the(events, "formation-broke");
    expect(event.abandoned).toEqual({ tank: Number(tanks) });
    expect(event.draws.map((draw) => draw.key)).toEqual(["abandon/1/tank/guard"]);
  },
);

test("7.4 who was in two battles of a turn is tested once", () => {
  const { events } = fought({});
  expect(all(events, "cohesion-lost").filter((one) => one.cause === "battle")).toHaveLength(2);
});

test("7.5 of the encircled more go missing, and the rest slip through", () => {
  const given: Case = {
    change: {
      places: {
        camp: { holder: "red" },
        post: { holder: "blue", depthKm: 10 },
        rear: { holder: "red" },
        home: { holder: "blue" },
      },
      roads: ["camp post 10 road", "post rear 10 road", "home rear 10 road"],
      formations: {
        column: { side: "red", place: "camp", men: 2000 },
        guard: { side: "blue", place: "post", men: 1000, cohesion: 5 },
        raiders: { side: "red", place: "rear", men: 400 },
      },
    },
    draws: BROKEN,
  };
  const { events } = fought(given);
  const { encircled, defenderLosses } = the(events, "battle-resolved");
  const event = about(events, "formation-broke", "guard");
  expect([encircled, event.to]).toEqual([true, "home"]);
  expect(event.missing + event.stragglers).toBe(Math.round((1000 - defenderLosses.men) * 0.4));
});

test("7.5 the broken are engaged by nobody and engage nobody until they rally", () => {
  const { world } = fought({ blue: { cohesion: 20 }, draws: BROKEN });
  expect(world.places["post"]!.holder).toBe("red");
  expect(world.formations["guard"]!.task).toEqual({ verb: "defend", to: null, via: [], count: 0 });
});

test("7.5 a formation is shaken and tested once a turn, however many battles it is in", () => {
  const setup = tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue" }, flank: { holder: "red" } },
    roads: ["camp post 10 road", "flank post 10 road"],
    formations: {
      column: { side: "red", place: "camp" },
      raiders: { side: "red", place: "flank" },
      patrol: { side: "blue", place: "post", cohesion: 5 },
    },
  });
  const lines = ["column assault post", "raiders assault post", "patrol assault camp"];
  const { world } = turnOf(
    setup,
    startOf(setup),
    lines,
    evenChance(0.5, { "break/1/post/patrol": 1e-9 }),
  );
  expect(world.formations["patrol"]!.men).toBeGreaterThanOrEqual(0);
});
