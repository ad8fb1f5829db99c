import { expect, test } from "vitest";
import { type Setup, sortiesOf, startWorld } from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { contingentOf, ERC, seatOf, wingOf } from "../support/tiny-setup.ts";
import { all, evenChance, firstTurn, rows, startOf, the, turnOf } from "../support/table.ts";

const factorOf = (
  setup: Setup,
  id: string,
  line = "swifts support post with 4",
  start = startWorld(setup),
): number =>
  the(turnOf(setup, start, [line]).events, "sorties-flown").factors.find(
    (factor) => factor.id === id,
  )!.value;

test.each(
  rows(`
  | aircraft | rate | serviceable | hours | turn | from | sorties | why                        |
  | 8        | 2    | 1           | 12    | 1    | 0    | 8       | half a day's               |
  | 8        | 1.5  | 0.75        | 12    | 1    | 0    | 4       | 4.5, whole                 |
  | 8        | 2    | 1           | 6     | 1    | 0    | 4       | a quarter of a day's       |
  | 8        | 2    | 1           | 12    | 2    | 13   | 0       | not yet there              |
  | 8        | 2    | 1           | 12    | 3    | 13   | 8       | from the hour it is there  |
`),
)(
  "6.1 %s aircraft at %s a day, %s serviceable, fly in a turn of %s hours, turn %s (from hour %s): %s: %s",
  (aircraft, rate, serviceability, hours, turn, from, sorties) => {
    const wing = wingOf("blue", {
      aircraft: Number(aircraft),
      sortiesPerAircraftPerDay: Number(rate),
      serviceability: Number(serviceability),
      fromHour: Number(from),
    });
    const clock = { ...sky().clock, turnHours: Number(hours) };
    const state = { aircraft: wing.aircraft, base: null, rebased: false, readyTurn: 0, factor: 1 };
    expect(sortiesOf({ clock, parameters: ERC }, wing, state, Number(turn))).toBe(Number(sorties));
  },
);

test("6.1 a wing flies the part of its sorties that effects have left it", () => {
  const rules = { clock: sky().clock, parameters: ERC };
  const state = { aircraft: 8, base: null, rebased: false, readyTurn: 0, factor: 0.7 };
  expect(sortiesOf(rules, wingOf("blue"), state, 1)).toBe(5);
});

test("6.1 a rebased wing flies less, and none before it is ready", () => {
  const wing = wingOf("blue");
  const rules = { clock: sky().clock, parameters: ERC };
  const state = { aircraft: 8, base: "rear", rebased: true, readyTurn: 3, factor: 1 };
  expect([2, 3].map((turn) => sortiesOf(rules, wing, state, turn))).toEqual([
    0,
    Math.floor(8 * ERC.air.rebasedFactor),
  ]);
});

test.each(
  rows(`
  | base | near | factor | why                                      |
  | base | 0    | 1      | a secure base                            |
  | base | 149  | 1      | too few to matter                        |
  | base | 150  | 0.5    | under fire from 150 men within 10 km     |
  | rear | 400  | 1      | the enemy is 40 km away                  |
  | -    | 400  | 1      | off the map                              |
`),
)(
  "6.1 from %s with %s enemies at the next place a sortie is worth %s: %s",
  (base, near, factor) => {
    const formations = {
      ground: { side: "blue", place: "rear" },
      ...(near === "0"
        ? {}
        : { column: { side: "red", place: base === "base" ? "post" : "base", men: Number(near) } }),
    };
    const setup = sky({ base: base === "-" ? null : base! }, { formations });
    const line =
      near === "0" || base === "base" ? "swifts support rear with 4" : "swifts support post with 4";
    expect(factorOf(setup, "base", line)).toBe(Number(factor));
  },
);

test("6.1 from a lost base nothing is flown to effect", () => {
  const setup = sky({ base: "base" });
  const lost = startOf(setup, (copy) => void (copy.places["base"]!.holder = "red"));
  const flown = the(turnOf(setup, lost, ["swifts support post with 4"]).events, "sorties-flown");
  expect(flown).toMatchObject({ effective: 0, lost: 0 });
});

test.each(
  rows(`
  | weather  | factor |
  | clear    | 1      |
  | overcast | 0.7    |
  | rain     | 0.5    |
  | fog      | 0.2    |
`),
)("6.2 in %s weather a sortie is worth %s", (weather, factor) => {
  expect(factorOf(sky({}, { weather: { [weather!]: 1 } }), "weather")).toBe(Number(factor));
});

test("6.2 by night a sortie is worth half", () => {
  expect(factorOf(sky(), "light")).toBe(1);
  expect(factorOf(sky({}, { clock: { ...sky().clock, startHour: 18 } }), "light")).toBe(0.5);
});

test("6.2 a target is exposed as its terrain has it, on the road in full", () => {
  expect(factorOf(sky(), "exposure")).toBe(ERC.terrains["flat-hard"]!.airExposure);
  expect(factorOf(sky(), "exposure", "swifts interdict camp-post with 4")).toBe(1);
});

test("6.2 effective sorties are the sorties times the factors", () => {
  const setup = sky({}, { weather: { overcast: 1 } });
  const flown = the(firstTurn(setup, ["swifts support post with 4"]).events, "sorties-flown");
  expect(flown.effective).toBe(
    flown.factors.reduce((product, factor) => product * factor.value, 4),
  );
  expect(flown.effective).toBeCloseTo(4 * 0.7 * 0.6, 9);
  expect(flown.factors.map((factor) => factor.rule)).toEqual(["6.2", "6.2", "6.2", "6.3", "6.1"]);
});

test.each(
  rows(`
  | controllers | status  | factor |
  | -           | -       | 1      |
  | guests      | present | 1      |
  | guests      | leaving | 1      |
  | guests      | left    | 0.6    |
`),
)("6.3 with controllers of %s, %s, a sortie is worth %s", (controllers, status, factor) => {
  const setup = sky(
    { controllers: controllers === "-" ? null : controllers! },
    {
      contingents: {
        blue: contingentOf("blue"),
        guests: contingentOf("blue"),
        red: contingentOf("red"),
      },
      seats: { blue: seatOf("blue", ["blue", "guests"]), red: seatOf("red") },
    },
  );
  const start = startOf(setup, (copy) => {
    if (controllers !== "-") Object.assign(copy.contingents["guests"]!, { status, leavesTurn: 9 });
  });
  expect(factorOf(setup, "controllers", undefined, start)).toBe(Number(factor));
});

const struck = (kit: Record<string, number>, u: number, sorties = 8) => {
  const setup = sky(
    {},
    {
      formations: {
        guard: { side: "blue", place: "post" },
        column: { side: "red", place: "camp", men: 400, kit },
      },
    },
  );
  return the(
    turnOf(setup, known(setup), [`swifts strike camp with ${sorties}`], evenChance(u)).events,
    "air-struck",
  );
};

test("6.4 a strike kills men and vehicles by effective sorties, each settled by one draw", () => {
  const effective = 8 * 0.6;
  const low = struck({ tank: 10 }, 1e-6).casualties[0]!;
  const high = struck({ tank: 10 }, 1 - 1e-6).casualties[0]!;
  expect(low.killed + low.wounded).toBe(Math.floor(effective * 0.5));
  expect(high.killed + high.wounded).toBe(Math.ceil(effective * 0.5));
  expect([low.kit, high.kit]).toEqual([{}, { tank: 1 }]);
});

test("6.4 a strike destroys vehicles only, not guns", () => {
  expect(struck({ gun: 10 }, 1 - 1e-6).casualties[0]!.kit).toEqual({});
});

test("6.4 a strike where nobody is any more strikes nothing", () => {
  const setup = sky(
    {},
    {
      formations: { guard: { side: "blue", place: "post" }, column: { side: "red", place: null } },
    },
  );
  const { events } = turnOf(setup, known(setup), ["swifts strike camp with 8"]);
  expect(all(events, "air-struck")).toEqual([]);
  expect(all(events, "sorties-flown")).toHaveLength(1);
});

test("6.4 strikes leave what they hit with what is left", () => {
  const setup = sky();
  const { world, events } = turnOf(setup, known(setup), ["swifts strike camp with 8"]);
  const { killed, wounded } = the(events, "air-struck").casualties[0]!;
  expect(world.formations["column"]).toMatchObject({
    men: 400 - killed - wounded,
    killed,
    wounded,
  });
});

test("6.4 two strikes on one small formation do not kill its men twice", () => {
  const setup = sky(
    {},
    {
      formations: {
        guard: { side: "blue", place: "post" },
        column: { side: "red", place: "camp", men: 2, kit: { tank: 1 } },
      },
      wings: { larks: wingOf("blue", { aircraft: 40 }), swifts: wingOf("blue", { aircraft: 40 }) },
    },
  );
  const { world } = turnOf(setup, known(setup), [
    "larks strike camp with 40",
    "swifts strike camp with 40",
  ]);
  const { men, kit } = world.formations["column"]!;
  expect(men).toBeGreaterThanOrEqual(0);
  expect(kit["tank"]).toBeGreaterThanOrEqual(0);
});

test("6.4 a formation in which a strike leaves no man is lost, and stands nowhere any more", () => {
  const setup = sky(
    { aircraft: 40 },
    {
      formations: {
        guard: { side: "blue", place: "post" },
        column: { side: "red", place: "camp", men: 2 },
      },
    },
  );
  const { world } = turnOf(setup, known(setup), ["swifts strike camp with 40"]);
  expect(world.formations["column"]).toMatchObject({ men: 0, status: "lost" });
});

test("6.4 a column without a man left after a strike neither marches nor fights, and no odds are infinite", () => {
  const setup = sky(
    { aircraft: 40 },
    {
      formations: {
        guard: { side: "blue", place: "post" },
        column: { side: "red", place: "camp", men: 2 },
      },
    },
  );
  const lines = ["swifts strike camp with 40", "column assault post", "guard assault camp"];
  const { world, events } = turnOf(setup, known(setup), lines);
  for (const battle of all(events, "battle-resolved"))
    expect(Number.isFinite(battle.odds), "odds").toBe(true);
  expect(world.places["camp"]!.holder).toBe("blue");
});

const interdicted = (sorties: number, against = "red") => {
  const setup = sky(
    { aircraft: 40, against: [against] },
    {
      places: { camp: { holder: "red" }, halt: { holder: "red" } },
      roads: ["camp halt 400 road"],
      formations: { column: { side: "red", place: "camp" } },
    },
  );
  const lines = [
    "column move to halt",
    ...(sorties > 0 ? [`swifts interdict camp-halt with ${sorties}`] : []),
  ];
  return firstTurn(setup, lines).world.formations["column"]!.kmDone;
};

test.each(
  rows(`
  | sorties | km   | why                          |
  | 0       | 90   | free                         |
  | 2       | 75.6 | 8 % an effective sortie      |
  | 5       | 54   | 40 %                         |
  | 20      | 54   | and no more                  |
`),
)(
  "6.5 a road under %s effective sorties of interdiction lets a column go %s km: %s",
  (sorties, km) => {
    expect(interdicted(Number(sorties))).toBeCloseTo(Number(km), 3);
  },
);

test("6.5 interdiction does not slow its own side", () => {
  expect(interdicted(5, "blue")).toBe(90);
});

const losses = (guns: number, u: number, sorties = 8) => {
  const setup = sky(
    {},
    {
      formations: {
        guard: { side: "blue", place: "post" },
        column: { side: "red", place: "camp", kit: { "aa-gun": guns } },
      },
    },
  );
  const { events, world } = turnOf(
    setup,
    known(setup),
    [`swifts strike camp with ${sorties}`],
    evenChance(0.5, { "airLoss/1/camp/swifts": u }),
  );
  return [the(events, "sorties-flown").lost, world.wings["swifts"]!.aircraft];
};

test.each(
  rows(`
  | guns | draw | lost | why                                   |
  | 0    | 0.99 | 0    | nobody shoots                         |
  | 2    | 0.83 | 0    | .01 a gun and sortie: .16 expected    |
  | 2    | 0.85 | 1    | .01 a gun and sortie: .16 expected    |
  | 90   | 0.59 | 0    | no more than .05 a sortie: .40        |
  | 90   | 0.61 | 1    | no more than .05 a sortie: .40        |
`),
)("6.6 eight sorties against %s guns lose at a draw of %s: %s: %s", (guns, u, lost) => {
  expect(losses(Number(guns), Number(u))).toEqual([Number(lost), 8 - Number(lost)]);
});

test("6.6 a wing never loses more aircraft than it has", () => {
  const setup = sky(
    { aircraft: 1, sortiesPerAircraftPerDay: 4 },
    {
      formations: {
        guard: { side: "blue", place: "post" },
        column: { side: "red", place: "camp", kit: { "aa-gun": 9 } },
      },
    },
  );
  const lines = ["swifts strike camp with 1", "swifts support camp with 1"];
  const { world } = turnOf(setup, known(setup), lines, evenChance(1 - 1e-6));
  expect(world.wings["swifts"]!.aircraft).toBe(0);
});

const based = (alternate: string | null) => sky({ base: "base", alternate });

test("6.7 a wing whose base is lost moves to its alternate and is ready after a time", () => {
  const setup = based("rear");
  const lost = startOf(setup, (copy) => void (copy.places["base"]!.holder = "red"));
  const { events, world } = turnOf(setup, lost, []);
  expect(the(events, "wing-rebased")).toMatchObject({
    wing: "swifts",
    to: "rear",
    readyTurn: 1 + 1 + 2,
  });
  expect(world.wings["swifts"]).toMatchObject({ base: "rear", rebased: true, readyTurn: 4 });
});

test("6.7 without an alternate in its own hands it is grounded", () => {
  const setup = based("rear");
  const lost = startOf(setup, (copy) => {
    copy.places["base"]!.holder = "red";
    copy.places["rear"]!.holder = "red";
  });
  const { world } = turnOf(setup, lost, []);
  expect(world.wings["swifts"]!.base).toBeNull();
  expect(
    factorOf(
      setup,
      "base",
      "swifts support post with 4",
      startOf(setup, (copy) => {
        Object.assign(copy.wings["swifts"]!, { base: null, rebased: true });
      }),
    ),
  ).toBe(0);
});

test("6.7 a wing leaves a base that is assaulted, if it has somewhere to go", () => {
  const reds = {
    formations: {
      ground: { side: "blue", place: "base", men: 900 },
      column: { side: "red", place: "post" },
    },
  };
  const moved = firstTurn(sky({ base: "base", alternate: "rear" }, reds), ["column assault base"]);
  expect(the(moved.events, "battle-resolved").place).toBe("base");
  expect(moved.world.wings["swifts"]!.base).toBe("rear");
  const stayed = firstTurn(sky({ base: "base" }, reds), ["column assault base"]);
  expect(stayed.world.wings["swifts"]!.base).toBe("base");
});

test("6.7 a wing on a secure base stays", () => {
  expect(all(firstTurn(based("rear"), []).events, "wing-rebased")).toEqual([]);
});
