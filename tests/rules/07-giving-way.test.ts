import { describe, expect, test } from "vitest";
import {
  type Formation,
  type Place,
  type Setup,
  startWorld,
  step,
  type TurnInput,
  type World,
  type Chance,
} from "../../src/engine/index.ts";
import { ERC, tinySetup } from "../support/tiny-setup.ts";
import { about, all, rows, startOf, steadyChance, the, turnOf } from "../support/table.ts";

/** A blue post that red assaults from camp, with a way out to the rear. */
const ground = (guard: Partial<Formation> = {}, post: Partial<Place> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm: 60, ...post },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 400, knownTo: ["blue"] },
      guard: { side: "blue", place: "post", men: 400, ...guard },
    },
  });

/** Dice on which nobody breaks and the defender loses much, or little. */
const costing = (losses: number) => steadyChance(0.5, { "defenderLosses/1/post/-": losses });
const MUCH = costing(0.999);

/** A setup in which a loss rate of so much, or any at all, is too much. */
const costly = (setup: Setup, delayTrigger = 1e-9): Setup => ({
  ...setup,
  parameters: { ...setup.parameters, losses: { ...setup.parameters.losses, delayTrigger } },
});

const gaveWay = (setup: Setup, start: (copy: World) => void = () => {}, lines: string[] = []) =>
  turnOf(setup, startOf(setup, start), ["column assault post", ...lines], MUCH);

describe("7.7 giving way", () => {
  test("7.7 a defender whose side lost too much goes over to delay from the next turn", () => {
    const { events, world } = gaveWay(ground());
    const { rate } = the(events, "battle-resolved").defenderLosses;
    expect(rate).toBeGreaterThan(ERC.losses.delayTrigger);
    expect(the(events, "battle-resolved").posture).toBe("hasty");
    expect(the(events, "gave-way")).toEqual({
      kind: "gave-way",
      formation: "guard",
      place: "post",
      rate,
    });
    expect(world.formations["guard"]!.task).toEqual({ verb: "delay", to: null, via: [], count: 0 });
    const next = turnOf(ground(), world, [], steadyChance());
    expect(the(next.events, "battle-resolved").posture).toBe("delay");
  });

  test("7.7 from .025 in 12 hours, and half of that in 6", () => {
    const trigger = (turnHours: number, u: number) => {
      const setup = ground();
      const { clock } = setup;
      const short = { ...setup, clock: { ...clock, turnHours } };
      const { events } = turnOf(short, startOf(short), ["column assault post"], costing(u));
      const { rate } = the(events, "battle-resolved").defenderLosses;
      return { gives: all(events, "gave-way").length === 1, rate };
    };
    for (const hours of [6, 12])
      for (const u of [0.02, 0.2, 0.4, 0.5, 0.6, 0.8, 0.98]) {
        const { gives, rate } = trigger(hours, u);
        expect(gives).toBe(rate >= (ERC.losses.delayTrigger * hours) / 12);
      }
    expect(trigger(12, 0.02).gives).toBe(false);
  });

  test.each(
    rows(`
    | guard                       | why it stands                    |
    | dig-in                      | it was told to dig in            |
    | reserve                     | it is a reserve                  |
    | delay to rear               | it delays already, by order      |
  `),
  )("7.7 told to %s it does not: %s", (told) => {
    const { events } = gaveWay(ground(), () => {}, [`guard ${told}`]);
    expect(all(events, "gave-way")).toEqual([]);
  });

  test("7.7 a static formation does not, nor one behind fortified works", () => {
    const gives = (...is: Parameters<typeof ground>) =>
      all(gaveWay(costly(ground(...is))).events, "gave-way").length;
    expect(gives({ mobility: "static" })).toBe(0);
    expect(gives({}, { works: "fortified" })).toBe(0);
    expect(gives({}, { works: "prepared" })).toBe(1);
  });

  test("7.7 one without a way out does not", () => {
    const { events } = gaveWay({
      ...ground(),
      neighbours: { ...ground().neighbours, post: ground().neighbours["post"]!.slice(0, 1) },
    });
    expect(the(events, "battle-resolved").encircled).toBe(true);
    expect(all(events, "gave-way")).toEqual([]);
  });

  test("7.7 one without a refuge does not", () => {
    const lost = (copy: World) => void (copy.places["rear"]!.holder = "red");
    const { events } = gaveWay(ground(), lost);
    expect(the(events, "battle-resolved").encircled).toBe(false);
    expect(all(events, "gave-way")).toEqual([]);
  });

  test("7.7 who was encircled does not, though the way out is free again after the battle", () => {
    const setup = tinySetup({
      places: {
        camp: { holder: "red" },
        post: { holder: "blue", depthKm: 60 },
        valley: { holder: "blue" },
      },
      roads: ["camp post 10 road", "camp valley 10 road"],
      formations: {
        column: { side: "red", place: "camp", men: 400, knownTo: ["blue"] },
        guard: { side: "blue", place: "post", men: 400 },
      },
    });
    const ran = { "defenderLosses/1/post/-": 0.999, "break/1/camp/column": 1e-9 };
    const { events, world } = turnOf(
      setup,
      startOf(setup),
      ["column assault post"],
      steadyChance(0.5, ran),
    );
    expect(the(events, "battle-resolved").encircled).toBe(true);
    expect(world.formations["column"]!.status).toBe("broken");
    expect(all(events, "gave-way")).toEqual([]);
  });

  test("7.7 nobody does after a meeting on a road", () => {
    const setup = costly(ground());
    const lines = ["column assault post", "guard assault camp"];
    const { events } = turnOf(setup, startOf(setup), lines, MUCH);
    expect(the(events, "battle-resolved").link).toBe("camp-post");
    expect(all(events, "gave-way")).toEqual([]);
  });

  test("7.7 at a loss rate of just the trigger it does", () => {
    const lost = the(gaveWay(ground()).events, "battle-resolved").defenderLosses.rate;
    expect(all(gaveWay(costly(ground(), lost)).events, "gave-way")).toHaveLength(1);
    expect(all(gaveWay(costly(ground(), lost + 1e-12)).events, "gave-way")).toEqual([]);
  });

  test("7.7 who marched in to help in this turn stands, and those who were there give way", () => {
    const setup = ground();
    const helped = tinySetup({
      ...setup,
      roads: ["camp post 10 road", "post rear 10 road", "rear valley 10 road"],
      places: { ...setup.places, valley: { holder: "blue" } },
      formations: {
        column: { side: "red", place: "camp", men: 400, knownTo: ["blue"] },
        guard: { side: "blue", place: "post", men: 400 },
        helpers: { side: "blue", place: "rear", men: 400 },
        others: { side: "blue", place: "rear", men: 400 },
      },
    });
    const lines = ["helpers move to post", "others move to valley"];
    const { events, world } = gaveWay(costly(helped), () => {}, lines);
    expect(world.formations["helpers"]).toMatchObject({ place: "post", task: { verb: "defend" } });
    expect(all(events, "gave-way").map(({ formation }) => formation)).toEqual(["guard"]);
  });

  test("7.7 who breaks, or falls back with its place, has no order left to change", () => {
    const dice = steadyChance(0.5, {
      "defenderLosses/1/post/-": 0.999,
      "break/1/post/guard": 1e-9,
    });
    const setup = ground();
    const broken = turnOf(setup, startOf(setup), ["column assault post"], dice);
    expect(all(broken.events, "gave-way")).toEqual([]);
    const fell = gaveWay(ground({}, { depthKm: 0.1 }), (copy) => {
      copy.formations["column"]!.men = 3000;
    });
    expect(all(fell.events, "retreated")).toHaveLength(1);
    expect(all(fell.events, "gave-way")).toEqual([]);
  });

  test("7.7 its seat may countermand", () => {
    const { world } = gaveWay(ground());
    const next = turnOf(ground(), world, ["guard dig-in"], MUCH);
    expect(next.world.formations["guard"]!.task.verb).toBe("dig-in");
  });
});

test.each(
  rows(`
  | before | by   | turn | points | why                                  |
  | 330    | red  | 1    | 4      | 400 men after 330: a fifth more      |
  | 340    | red  | 1    | 0      | not quite                            |
  | 0      | red  | 0    | 0      | nobody attacked before               |
  | 200    | red  | 0    | 0      | it was two turns ago                 |
  | 200    | blue | 1    | 0      | it was another side                  |
`),
)("7.2.8 after %s men of %s in turn %s, reinforcement costs %s: %s", (men, by, turn, points) => {
  const setup = ground();
  const start = startOf(setup, (copy) => {
    copy.turn = 1;
    Object.assign(copy.places["post"]!, {
      assaultMen: Number(men),
      assaultedBy: by,
      assaultedTurn: Number(turn),
      firstAssaultTurn: 1,
    });
  });
  const { events, world } = turnOf(setup, start, ["column assault post"]);
  const found = about(events, "cohesion-lost", "guard").terms.find(({ id }) => id === "reinforced");
  expect(found?.points ?? 0).toBeCloseTo(ERC.cohesion.scale * Number(points), 9);
  expect(found?.rule ?? "7.2.8").toBe("7.2.8");
  expect(world.places["post"]!.assaultMen).toBe(400);
});

test.each(
  rows(`
  | u     | result   | thrown back | failed | why                          |
  | 0.001 | repulsed | 3.6         | 6      | below half: both             |
  | 0.4   | held     | 0           | 6      | held only: the repulse alone |
`),
)(
  "7.3.4 at a draw of %s, %s, being thrown back costs %s and failing %s: %s",
  (u, result, back, failed) => {
    const setup = ground({ men: 300 });
    const dice = steadyChance(0.5, { "odds/0/post/-": Number(u) });
    const { events } = turnOf(setup, startOf(setup), ["column assault post"], dice);
    expect(the(events, "battle-resolved").result).toBe(result);
    const { terms } = about(events, "cohesion-lost", "column");
    const points = (id: string) => terms.find((term) => term.id === id)?.points ?? 0;
    expect(points("thrown-back")).toBeCloseTo(Number(back), 9);
    expect(points("repulse")).toBeCloseTo(Number(failed), 9);
  },
);

const ruled = (setup: Setup, input: TurnInput, dice: Chance) =>
  step(setup, startWorld(setup), input, dice);

test("14.2 White may rule who breaks; the draw stays on record", () => {
  const setup = ground();
  const rule = (breaks: boolean, u: number) => {
    const dice = steadyChance(0.5, { "break/1/post/guard": u });
    const ruling = { kind: "break" as const, formation: "guard", breaks, reason: "so it was" };
    const input = {
      orders: {
        red: [{ unit: "column", verb: "assault" as const, to: "post", via: [], count: 0 }],
      },
      rulings: [ruling],
      injects: [],
    };
    return { setup, input, dice };
  };
  for (const [breaks, u] of [
    [true, 1 - 1e-12],
    [false, 1e-12],
  ] as const) {
    const { input, dice } = rule(breaks, u);
    const { events } = ruled(setup, input, dice);
    const { test: tested } = about(events, "cohesion-lost", "guard");
    expect(tested).toMatchObject({ ruling: "so it was", broke: breaks, draw: { u } });
    expect(all(events, "formation-broke").map((one) => one.formation)).toEqual(
      breaks ? ["guard"] : [],
    );
  }
});
