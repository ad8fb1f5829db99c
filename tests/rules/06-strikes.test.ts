import { expect, test } from "vitest";
import type { Formation, Id, Setup, World } from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { all, evenChance, rows, startOf, the, turnOf } from "../support/table.ts";
import { contingentOf, seatOf, type TinyParts, wingOf } from "../support/tiny-setup.ts";

type Troops = Readonly<Record<Id, Partial<Formation> & Pick<Formation, "side">>>;

const GUARD = { side: "blue", place: "post" };

/** Blue's swifts over a camp in which these stand. */
const over = (troops: Troops, change: Partial<TinyParts> = {}): Setup =>
  sky({ aircraft: 100 }, { formations: { guard: GUARD, ...troops }, ...change });

/** A start at which blue has a report of each red formation. */
const seen = (setup: Setup, change: (copy: World) => void = () => {}): World =>
  startOf(setup, (copy) => {
    for (const contact of Object.values(copy.knowledge["blue"]!.contacts))
      Object.assign(contact, { place: "camp", men: 100 });
    change(copy);
  });

const strikes = (setup: Setup, lines: readonly string[], start: World = seen(setup), u = 0.5) =>
  all(turnOf(setup, start, lines, evenChance(u)).events, "air-struck");

test.each(
  rows(`
  | kind    | terrain   | controllers | task                  | exposure | why                              |
  | post    | flat-hard | left        | strike camp with 8    | 0.6      | nothing is built here            |
  | village | flat-hard | present     | strike camp with 8    | 0.6      | somebody directs them            |
  | village | flat-hard | left        | strike camp with 8    | 0.3      | a town nobody directs from hides |
  | town    | urban     | left        | support camp with 8   | 0.3      | in support as in a strike        |
  | town    | urban     | present     | support camp with 8   | 0.5      | by the terrain                   |
  | town    | urban     | left        | destroy camp with 8   | 1        | kit lies in the open             |
  | town    | urban     | left        | interdict camp-post with 8 | 1   | the road is open                 |
`),
)("6.2 over a %s on %s, controllers %s, swifts %s at an exposure of %s: %s", (...cells) => {
  const [kind, terrain, status, task, exposure] = cells as [string, string, string, string, string];
  const setup = sky(
    { controllers: "guests" },
    {
      places: {
        camp: { holder: "red", kind, terrain },
        post: { holder: "blue" },
        base: { holder: "blue" },
        rear: { holder: "blue" },
      },
      contingents: {
        blue: contingentOf("blue"),
        guests: contingentOf("blue"),
        red: contingentOf("red"),
      },
      seats: { blue: seatOf("blue", ["blue", "guests"]), red: seatOf("red") },
    },
  );
  const start = known(setup, (copy) => {
    Object.assign(copy.contingents["guests"]!, { status, leavesTurn: status === "left" ? 1 : 0 });
  });
  const { factors } = the(turnOf(setup, start, [`swifts ${task}`]).events, "sorties-flown");
  expect(factors.find(({ id }) => id === "exposure")!.value).toBe(Number(exposure));
});

test.each(
  rows(`
  | kind    | resting | marching | exposed | why                                      |
  | post    | 400     | 0        | 1       | all are at rest                          |
  | post    | 0       | 400      | 1.667   | all marched: 1 over six tenths           |
  | post    | 300     | 100      | 1.167   | a quarter of them did                    |
  | village | 0       | 400      | 1       | among houses nobody is in the open       |
`),
)("6.4 in a %s with %s men at rest and %s who marched a sortie hits by %s: %s", (...cells) => {
  const [kind, resting, marching, exposed] = cells as [string, string, string, string];
  const setup = over(
    {
      idle: { side: "red", place: resting === "0" ? null : "camp", men: Number(resting) },
      moved: { side: "red", place: marching === "0" ? null : "camp", men: Number(marching) },
    },
    {
      places: { camp: { holder: "red", kind }, post: { holder: "blue" } },
      roads: ["camp post 20 road"],
    },
  );
  const start = seen(setup, (copy) => void (copy.formations["moved"]!.marched = true));
  const [struck] = strikes(setup, ["swifts strike camp with 40"], start);
  expect(struck!.exposed).toBeCloseTo(Number(exposed), 3);
  // 40 sorties at six tenths hit half a man each, settled by a draw of one half.
  const men = struck!.casualties.reduce((sum, one) => sum + one.killed + one.wounded, 0);
  expect(men).toBeCloseTo(12 * struck!.exposed, 9);
});

test("6.4 men are shared out by men, and of them in each formation three tenths die, rounded", () => {
  const setup = over({
    large: { side: "red", place: "camp", men: 300 },
    small: { side: "red", place: "camp", men: 100 },
  });
  // 80 sorties at six tenths: 24 men.
  const [struck] = strikes(setup, ["swifts strike camp with 80"]);
  const share = setup.parameters.losses.killedShare;
  expect(struck!.casualties).toEqual([
    {
      formation: "large",
      killed: Math.round(18 * share),
      wounded: 18 - Math.round(18 * share),
      kit: {},
    },
    {
      formation: "small",
      killed: Math.round(6 * share),
      wounded: 6 - Math.round(6 * share),
      kit: {},
    },
  ]);
});

test("6.4 vehicles are shared out by vehicles, in a formation over its kinds, and guns are none", () => {
  const setup = over({
    first: { side: "red", place: "camp", men: 100, kit: { tank: 6, technical: 3, gun: 30 } },
    second: { side: "red", place: "camp", men: 100, kit: { apc: 3, mortar: 30 } },
    third: { side: "red", place: "camp", men: 100 },
  });
  // 84 sorties at six tenths hit 4.032, settled to four.
  const [struck] = strikes(setup, ["swifts strike camp with 84"]);
  expect(struck!.casualties.map(({ kit }) => kit)).toEqual([
    { tank: 2, technical: 1 },
    { apc: 1 },
    {},
  ]);
});

test("6.4 those the wing does not fight are not struck, and not counted", () => {
  const setup = over({
    column: { side: "red", place: "camp", men: 100, kit: { tank: 5 } },
    captives: { side: "blue", place: "camp", men: 900, kit: { tank: 50 } },
  });
  const start = seen(setup, (copy) => void (copy.formations["captives"]!.marched = true));
  const [struck] = strikes(setup, ["swifts strike camp with 84"], start);
  expect(struck!.casualties.map(({ formation }) => formation)).toEqual(["column"]);
  expect(struck!.exposed).toBe(1);
});

test("6.4 a second strike finds what the first has left, and hits no more than that", () => {
  const setup = over(
    {
      column: { side: "red", place: "camp", men: 30, kit: { tank: 3 } },
      second: { side: "red", place: "camp", men: 10, kit: { apc: 1 } },
    },
    {
      wings: {
        larks: wingOf("blue", { aircraft: 100 }),
        swifts: wingOf("blue", { aircraft: 100 }),
      },
    },
  );
  // Each of them would hit 30 men and 4.8 vehicles.
  const struck = strikes(setup, ["larks strike camp with 100", "swifts strike camp with 100"]);
  const hit = struck.map(({ wing, casualties }) => [
    wing,
    ...casualties.map(({ killed, wounded }) => killed + wounded),
  ]);
  expect(hit).toEqual([
    ["larks", 23, 7],
    ["swifts", 7, 3],
  ]);
  expect(struck.map(({ casualties }) => casualties.map(({ kit }) => kit))).toEqual([
    [{ tank: 3 }, { apc: 1 }],
    [{}, {}],
  ]);
});

test("6.4 a strike elsewhere takes nothing from what another finds", () => {
  const setup = over(
    {
      column: { side: "red", place: "camp", men: 400 },
      outpost: { side: "red", place: "rear", men: 400 },
    },
    {
      wings: {
        larks: wingOf("blue", { aircraft: 100 }),
        swifts: wingOf("blue", { aircraft: 100 }),
      },
      places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "red" } },
      roads: ["camp post 20 road", "post rear 20 road"],
    },
  );
  const start = seen(setup, (copy) => {
    copy.knowledge["blue"]!.contacts["outpost"]!.place = "rear";
  });
  const struck = strikes(
    setup,
    ["larks strike rear with 100", "swifts strike camp with 100"],
    start,
  );
  expect(
    struck.map(({ place, casualties }) => [place, casualties[0]!.killed + casualties[0]!.wounded]),
  ).toEqual([
    ["rear", 30],
    ["camp", 30],
  ]);
});

test("6.4 a strike casts one die for men and one for vehicles, by its place and wing", () => {
  const setup = over({ column: { side: "red", place: "camp", men: 400, kit: { tank: 9 } } });
  const dice = evenChance(0.5, {
    "strikeMen/1/camp/swifts": 0.01,
    "strikeKit/1/camp/swifts": 0.99,
  });
  // Three sorties: nine tenths of a man, a seventh of a vehicle.
  const { events } = turnOf(setup, seen(setup), ["swifts strike camp with 3"], dice);
  const { casualties, draws } = the(events, "air-struck");
  expect(casualties[0]).toMatchObject({ kit: { tank: 1 } });
  expect(casualties[0]!.killed + casualties[0]!.wounded).toBe(0);
  expect(draws).toEqual([
    { key: "strikeMen/1/camp/swifts", u: 0.01 },
    { key: "strikeKit/1/camp/swifts", u: 0.99 },
  ]);
});

/** Aircraft the swifts lose over camp, of which as many are left. */
const downed = (
  kit: Formation["kit"],
  task: string,
  u: number,
  change: Partial<Formation> = {},
) => {
  const setup = sky(
    {},
    {
      formations: {
        guard: GUARD,
        column: { side: "red", place: "camp", men: 400, kit, ...change },
      },
    },
  );
  const dice = evenChance(0.5, { "airLoss/1/camp/swifts": u, "airLoss/1/camp-post/swifts": u });
  return the(turnOf(setup, known(setup), [`swifts ${task} with 8`], dice).events, "sorties-flown");
};

test.each(
  rows(`
  | kit           | task                | draw | lost | why                                  |
  | aa-gun 2      | strike camp         | 0.83 | 0    | .16 expected                         |
  | aa-gun 2      | strike camp         | 0.85 | 1    | .16 expected                         |
  | aa-gun 2      | support camp        | 0.85 | 1    | in support as in a strike            |
  | aa-gun 2      | destroy camp        | 0.85 | 1    | and over kit                         |
  | aa-gun 90     | interdict camp-post | 0.99 | 0    | interdiction loses none              |
  | technical 40  | strike camp         | 0.83 | 0    | twenty machine guns are as one piece |
  | technical 40  | strike camp         | 0.85 | 1    | twenty machine guns are as one piece |
  | tank 90       | strike camp         | 0.99 | 0    | a tank does not shoot at aircraft    |
`),
)("6.6 eight sorties over %s who %s lose at a draw of %s: %s: %s", (...cells) => {
  const [kit, task, u, lost] = cells as [string, string, string, string];
  const [kind, pieces] = kit.split(" ") as [string, string];
  expect(downed({ [kind]: Number(pieces) }, task, Number(u)).lost).toBe(Number(lost));
});

test("6.6 the die for losses is cast for the place and the wing", () => {
  expect(downed({}, "strike camp", 0.3).draw).toEqual({ key: "airLoss/1/camp/swifts", u: 0.3 });
});

test("6.6 all who stand there and are fought shoot, and nobody else", () => {
  const guns = { kit: { "aa-gun": 1 } };
  const lost = (troops: Troops) => {
    const setup = over(troops);
    const dice = evenChance(0.5, { "airLoss/1/camp/swifts": 0.85 });
    return the(
      turnOf(setup, seen(setup), ["swifts strike camp with 8"], dice).events,
      "sorties-flown",
    ).lost;
  };
  const one = { side: "red", place: "camp", men: 100, ...guns };
  expect(lost({ one })).toBe(0);
  expect(lost({ one, two: one })).toBe(1);
  expect(lost({ one, two: { ...one, side: "blue" } })).toBe(0);
  expect(lost({ one, two: { ...one, place: "rear" } })).toBe(0);
});

test("6.6 a task loses no more aircraft than the earlier tasks of its wing have left", () => {
  const guns = { side: "red", men: 100, kit: { "aa-gun": 90 } };
  const wing = (aircraft: number) => wingOf("blue", { aircraft, sortiesPerAircraftPerDay: 80 });
  const setup = over(
    { guard: GUARD, near: { ...guns, place: "camp" }, far: { ...guns, place: "rear" } },
    { wings: { larks: wing(9), swifts: wing(2) } },
  );
  const start = seen(setup, (copy) => {
    copy.knowledge["blue"]!.contacts["far"]!.place = "rear";
  });
  // One in twenty is lost: of forty sorties two, of twenty one, of forty two where one is left.
  const lines = [
    "larks strike camp with 40",
    "swifts strike camp with 20",
    "swifts strike rear with 40",
  ];
  const { events, world } = turnOf(setup, start, lines, evenChance());
  expect(all(events, "sorties-flown").map(({ wing: id, lost }) => [id, lost])).toEqual([
    ["larks", 2],
    ["swifts", 1],
    ["swifts", 1],
  ]);
  expect([world.wings["larks"]!.aircraft, world.wings["swifts"]!.aircraft]).toEqual([7, 0]);
});

test("6.4 of vehicles too a second strike finds what the first has left", () => {
  const setup = over(
    { column: { side: "red", place: "camp", men: 400, kit: { tank: 7 } } },
    {
      wings: {
        larks: wingOf("blue", { aircraft: 100 }),
        swifts: wingOf("blue", { aircraft: 100 }),
      },
    },
  );
  // Each would hit 4.8, settled to five.
  const struck = strikes(setup, ["larks strike camp with 100", "swifts strike camp with 100"]);
  expect(struck.map(({ casualties }) => casualties[0]!.kit)).toEqual([{ tank: 5 }, { tank: 2 }]);
});

test("6.4 of vehicles caught on the move more are hit, as of men", () => {
  const setup = over({ column: { side: "red", place: "camp", men: 400, kit: { tank: 90 } } });
  const start = seen(setup, (copy) => void (copy.formations["column"]!.marched = true));
  // 100 sorties at six tenths, times one over six tenths: eight.
  const [struck] = strikes(setup, ["swifts strike camp with 100"], start);
  expect(struck!.casualties[0]!.kit).toEqual({ tank: 8 });
});

test("6.1 from a base that is lost nothing is struck, brought, lost or harmed", () => {
  const troops = { guard: GUARD, column: { side: "red", place: "camp", kit: { "aa-gun": 90 } } };
  const places = {
    camp: { holder: "red", civilians: 900 },
    post: { holder: "blue" },
    base: { holder: "blue", airbase: true },
  };
  const setup = sky({ base: "base" }, { formations: troops, places, roads: ["camp post 20 road"] });
  const start = known(setup, (copy) => void (copy.places["base"]!.holder = "red"));
  const lines = ["swifts strike camp with 4", "swifts supply post with 4"];
  const { events } = turnOf(setup, start, lines, evenChance(1 - 1e-6));
  expect(all(events, "sorties-flown").map(({ effective, lost }) => [effective, lost])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  for (const kind of ["air-struck", "depot-stocked", "civilians-harmed"] as const)
    expect(all(events, kind), kind).toEqual([]);
});
