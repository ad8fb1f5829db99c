import { describe, expect, test } from "vitest";
import {
  createChance,
  drawThrough,
  type Id,
  type Order,
  startWorld,
  step,
} from "../../src/engine/index.ts";
import { ordersBehind, withoutOrder } from "../../src/lab/pin-decisions.ts";
import { wantedBy, wantedOf } from "../../src/lab/pin-record.ts";
import {
  LEAST_CHANCE,
  NARROW,
  type PinGame,
  rulingOf,
  searchPins,
  WIDE,
} from "../../src/lab/pin-search.ts";
import { pinHistory, type PinnedAsked } from "../../src/lab/pinned.ts";
import { field } from "../support/one-battle.ts";
import { firstTurn, orderIn, steadyChance, the } from "../support/table.ts";
import { ERC } from "../support/tiny-setup.ts";

/** The row of the advance table that the post's depth is cut to: these odds on the day come through. */
const [ENOUGH, KM_PER_DAY] = ERC.ground.kmPerDay[ERC.postures.hasty.column][3]!;
const DEPTH_KM = (KM_PER_DAY * 12 * ERC.terrains["flat-hard"]!.advance) / 24;

const setup = field({
  post: { depthKm: Math.floor(DEPTH_KM * 1000) / 1000, works: "hasty" },
  red: { class: "assault" },
  change: { turns: 1 },
});
const ASSAULT = "column assault post";

const game = (holder: Id, change: Partial<PinGame> = {}): PinGame => ({
  setup,
  policies: { red: () => [orderIn(ASSAULT)] },
  aims: {},
  seed: "1",
  wanted: { post: ["blue", holder] },
  turns: 1,
  ...change,
});

const battle = () => the(firstTurn(setup, [ASSAULT]).events, "battle-resolved");
const before = { turn: 1, weather: "clear", advanceKm: 0 };

/** P(R* > x) in closed form, as the model has it. */
const chanceOf = (least: number) => 1 / (1 + (least / battle().odds) ** ERC.odds.sharpness);

/** A seed whose draw of the only battle comes through, and one whose draw does not. */
function seeds() {
  const through = drawThrough(setup, battle(), before);
  const drawOf = (seed: string) => createChance(seed, setup).draw("odds", 0, "post", "").u;
  const all = Array.from({ length: 50 }, (_, at) => `s${at}`);
  return {
    strong: all.find((seed) => drawOf(seed) > through)!,
    weak: all.find((seed) => drawOf(seed) < through)!,
  };
}

describe("the least draw that comes through", () => {
  const through = drawThrough(setup, battle(), before);

  test("is where odds on the day reach the row of the table", () => {
    expect(1 - through).toBeCloseTo(chanceOf(ENOUGH), 3);
  });

  test.each([
    [0.01, true],
    [-0.01, false],
  ])("a draw %f beside it takes the place: %s", (beside, falls) => {
    const chance = steadyChance(through + beside);
    const { events } = firstTurn(setup, [ASSAULT], chance);
    expect(events.some(({ kind }) => kind === "place-taken")).toBe(falls);
  });

  test("is 1 of a holding attack, which takes no ground", () => {
    const held = the(firstTurn(setup, ["column fix post"]).events, "battle-resolved");
    expect(drawThrough(setup, held, before)).toBe(1);
  });
});

describe("a record of one place and one turn", () => {
  const { strong, weak } = seeds();

  test("needs no pin where the seed does it", () => {
    expect(searchPins(game("red", { seed: strong }), WIDE)).toMatchObject({
      apart: 0,
      lnChance: 0,
    });
    expect(searchPins(game("blue", { seed: weak }), WIDE)).toMatchObject({ apart: 0, lnChance: 0 });
  });

  test("pins the fall with the chance of all draws that come through", () => {
    const line = searchPins(game("red", { seed: weak }), WIDE);
    const [pin] = line.turns[0]!.pins;
    expect(line.apart).toBe(0);
    expect(pin).toMatchObject({ place: "post", aim: "falls", attacker: "red" });
    expect(pin!.chance).toBeCloseTo(chanceOf(ENOUGH), 3);
    expect(Math.exp(line.lnChance)).toBeCloseTo(pin!.chance, 12);
  });

  test("pins what held with the chance of all other draws", () => {
    const line = searchPins(game("blue", { seed: strong }), WIDE);
    expect(line.turns[0]!.pins[0]).toMatchObject({ aim: "holds" });
    expect(Math.exp(line.lnChance)).toBeCloseTo(1 - chanceOf(ENOUGH), 3);
  });

  test("the pin is a ruling that does it in the game itself", () => {
    const line = searchPins(game("red", { seed: weak }), WIDE);
    const rulings = line.turns[0]!.pins.map((pin) => rulingOf(setup, pin));
    const orders = { red: [orderIn(ASSAULT)] };
    const chance = createChance(weak, setup);
    const { world } = step(setup, startWorld(setup), { orders, rulings, injects: [] }, chance);
    expect(world.places["post"]!.holder).toBe("red");
    expect(rulings[0]!.reason).toMatch(/^pinned to the record: a place falls/);
  });

  test("is the same twice", () => {
    const once = () => searchPins(game("red", { seed: weak }), WIDE);
    expect(JSON.stringify(once())).toBe(JSON.stringify(once()));
  });

  test("pins nothing less likely than the least, and says that it is apart", () => {
    const deep = field({ post: { depthKm: 400 }, change: { turns: 1 } });
    const line = searchPins(game("red", { setup: deep, seed: weak }), WIDE);
    expect(line).toMatchObject({ apart: 1, lnChance: 0 });
    expect(LEAST_CHANCE).toBeGreaterThan(0);
  });
});

test("an order left out is a line of its own, from the turn in which it was first given", () => {
  const { strong } = seeds();
  const held = game("blue", { seed: strong });
  const line = searchPins(held, NARROW);
  const behind = ordersBehind(line);
  expect(behind).toEqual([{ seat: "red", order: orderIn(ASSAULT) as Order, turn: 1 }]);
  expect(withoutOrder(held, line, behind[0]!)).toMatchObject({ apart: 0, lnChance: 0 });
});

describe("how lucky history was", () => {
  const { strong, weak } = seeds();
  const entry = { place: "post", turn: 1, confidence: "H" as const, sources: ["S"] };
  const asked = (holder: Id, change: Partial<PinnedAsked> = {}): PinnedAsked => ({
    ...game(holder, { seed: holder === "red" ? weak : strong }),
    wanted: wantedOf(setup, [{ ...entry, holder }], 1),
    file: {
      record: { events: [], control: [{ ...entry, holder }], figures: {}, conflicts: {} },
      measures: {},
    },
    courses: [],
    ...change,
  });

  test("a fall that was pinned came in its turn", () => {
    const { told } = pinHistory(asked("red"));
    expect(told).toMatchObject({
      apart: 0,
      compared: 1,
      changes: [{ place: "post", came: "then" }],
    });
    expect(told.asked.falls.count).toBe(1);
    expect(told.asked.holds).toEqual({ count: 0, chance: 1 });
  });

  test("where nobody attacks, the record is not met and nobody is blamed", () => {
    const { told } = pinHistory(asked("red", { policies: {} }));
    expect(told).toMatchObject({ apart: 1, pins: [], changes: [{ came: "unfought" }] });
  });

  test("the decision that changes it most is the one without which nothing needs luck", () => {
    const idle = { title: "Stay at home", side: "red", policies: {} };
    const { told } = pinHistory(asked("blue", { courses: [idle] }));
    expect(told.decisions.map(({ what, chance }) => [what.kind, chance])).toEqual([
      ["course", 1],
      ["order", 1],
    ]);
  });
});

describe("a side of a dispute", () => {
  const wanted = { post: ["blue", "blue", "red", "red"] } as const;
  const about = {
    setup,
    asked: { "post-fall": { title: "Fall", kind: "fall", subject: "post" } },
  } as const;

  test("lets anybody hold the place within its turns, and whoever took it at the last", () => {
    expect(wantedBy(wanted, { measure: "post-fall", from: 1, to: 3 }, about)).toEqual({
      post: ["blue", undefined, undefined, "red"],
    });
  });

  test("that the place never fell keeps it", () => {
    expect(wantedBy(wanted, { never: "entry-post" }, about)).toEqual({
      post: ["blue", "blue", "blue", "blue"],
    });
  });

  test("about anything else changes no record", () => {
    expect(wantedBy(wanted, { measure: "red-killed", from: 1 }, about)).toBeNull();
  });
});
