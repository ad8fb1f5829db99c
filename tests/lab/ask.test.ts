import { describe, expect, it } from "vitest";
import { observe, parseOrder, startWorld, type Order } from "../../src/engine/index.ts";
import { answerOf } from "../../src/lab/ask/answer.ts";
import type { ImaginedAsking, TrueAsking } from "../../src/lab/ask/asking.ts";
import { widthOf } from "../../src/lab/ask/gauge.ts";
import { pairsInOrder } from "../../src/lab/ask/in-order.ts";
import { askedGame } from "../../src/lab/ask/play-asked.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { seedOfRun } from "../../src/lab/replicate.ts";
import { followCoa } from "../../src/policies/course-of-action.ts";
import { hold } from "../../src/policies/hold.ts";
import { compileSmall } from "../support/small-scenario.ts";

const setup = compileSmall();
const world = startWorld(setup);
const FLINT = "flint-command";

function order(text: string): Order {
  const read = parseOrder(text);
  if (!read.ok) throw new Error(text);
  return read.order;
}

const ASSAULT = [order("hammer assault tower")];

const imagined = (parts: Partial<ImaginedAsking> = {}): ImaginedAsking => ({
  kind: "imagined",
  view: observe(setup, world, FLINT),
  plans: [ASSAULT, []],
  enemy: "holds",
  turns: 3,
  runs: 20,
  seed: "ask",
  ...parts,
});

const none = { given: [], after: null };

const fromTruth = (parts: Partial<TrueAsking> = {}): TrueAsking => ({
  kind: "true",
  setup,
  world,
  seat: FLINT,
  plans: [{ given: [ASSAULT], after: null }, none],
  others: {},
  turns: 3,
  runs: 20,
  seed: "ask",
  ...parts,
});

function answered(asking: ImaginedAsking | TrueAsking) {
  const { yardstick, play } = askedGame(asking);
  return answerOf(yardstick, play(1, asking.runs));
}

describe("two plans on the same dice", () => {
  it.each([
    ["from a view", imagined({ plans: [ASSAULT, ASSAULT] })],
    ["from a view, under attack", imagined({ plans: [ASSAULT, ASSAULT], enemy: "attacks" })],
    ["from the truth", fromTruth({ plans: [none, none] })],
  ])("differ by exactly nought when they are the same, %s", (_, asking) => {
    const { rows, parted, runs } = answered(asking);
    expect(runs).toBe(20);
    expect(parted).toBe(0);
    expect(rows.map(({ measure }) => measure.kind)).toEqual(["points", "held", "lost"]);
    for (const { difference } of rows)
      expect(difference).toMatchObject({ found: 0, low: 0, high: 0, apart: false });
  });

  it("are told apart where one attacks: it loses men, and may have the place", () => {
    const { rows, parted } = answered(imagined());
    expect(parted).toBeGreaterThan(15);
    const lost = rows.find(({ measure }) => measure.kind === "lost");
    expect(lost?.difference.apart).toBe(true);
    expect(lost?.difference.high).toBeLessThan(0);
    const tower = rows.find(({ measure }) => measure.kind === "place" && measure.place === "tower");
    expect(tower?.a.found).toBeGreaterThan(0);
    expect(tower?.b.found).toBe(0);
  });

  it("lose men who do nothing only when the reported enemy is taken to attack", () => {
    const still = { plans: [[], []] as const };
    const lostIn = (enemy: "holds" | "attacks") =>
      answered(imagined({ ...still, enemy })).rows.find(({ measure }) => measure.kind === "lost")?.a
        .found ?? 0;
    expect(lostIn("holds")).toBe(0);
    expect(lostIn("attacks")).toBeGreaterThan(0);
  });

  it("say of each run the same alone as among others", () => {
    for (const asking of [imagined(), fromTruth()]) {
      const { yardstick, play } = askedGame(asking);
      const width = 2 * widthOf(yardstick);
      expect(play(7, 7)).toEqual(play(5, 9).slice(2 * width, 3 * width));
    }
  });

  it("count in the order of their seeds, whatever the order in which they come", () => {
    const { yardstick, play } = askedGame(imagined());
    const counted = pairsInOrder(yardstick, 9);
    for (const [from, to, sofar] of [
      [4, 6, 0],
      [1, 3, 6],
      [8, 9, 6],
      [7, 7, 9],
    ] as const) {
      counted.take(from, play(from, to));
      expect(counted.runs()).toBe(sofar);
    }
    expect(counted.values()).toEqual(play(1, 9));
  });
});

describe("a question from the truth", () => {
  it("plays run r as the game with its seed", () => {
    const coa = { id: "x", seat: FLINT, title: "", intent: "" };
    const rules = [{ when: { always: true as const }, orders: ASSAULT }];
    const asking = fromTruth({
      plans: [{ given: [], after: { ...coa, rules } }, none],
      turns: setup.turns,
    });
    const { yardstick, play } = askedGame(asking);
    const policies = { [FLINT]: followCoa({ ...coa, rules }), envoy: hold };
    for (const run of [1, 2, 3]) {
      const after = playOut(setup, policies, seedOfRun("ask", run), { turns: setup.turns });
      const held = yardstick.places.map((place) =>
        after.places[place]?.holder === yardstick.side ? 1 : 0,
      );
      expect(play(run, run).slice(3, widthOf(yardstick))).toEqual(Float64Array.from(held));
    }
  });

  it("counts no points again that are scored once, and were", () => {
    const once = { ...setup.objectives["take-town"]!, scored: "first", when: { always: true } };
    const objectives = { ...setup.objectives, "take-town": once } as typeof setup.objectives;
    const pointsOf = (turn: number) => {
      const scored = {
        ...world.objectives["take-town"],
        [FLINT]: { scored: turn > 0 ? 10 : 0, turn },
      };
      const before = { ...world, objectives: { ...world.objectives, "take-town": scored } };
      const { rows } = answered(
        fromTruth({ setup: { ...setup, objectives }, world: before, runs: 2 }),
      );
      return rows.find(({ measure }) => measure.kind === "points")?.a.found;
    };
    expect(pointsOf(0)).toBe(10);
    expect(pointsOf(1)).toBe(0);
  });

  it("leaves the world it begins from as it is", () => {
    const before = JSON.stringify(world);
    answered(fromTruth());
    expect(JSON.stringify(world)).toBe(before);
  });
});

it("a question is plain data", () => {
  for (const asking of [imagined(), fromTruth()])
    expect(JSON.parse(JSON.stringify(asking))).toEqual(asking);
});
