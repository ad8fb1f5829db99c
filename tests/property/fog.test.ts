import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  countOf,
  destinationOf,
  type Id,
  observe,
  type Order,
  type Setup,
  type World,
} from "../../src/engine/index.ts";
import {
  AIR_VERBS,
  checkOrder,
  FORMATION_VERBS,
  forecast,
  legalOrders,
  siftOrders,
  type View,
} from "../../src/engine/player.ts";
import { askedGame } from "../../src/lab/ask/play-asked.ts";
import { followCoa } from "../../src/policies/course-of-action.ts";
import { hold } from "../../src/policies/hold.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import { tries } from "../support/effort.ts";
import { picksFrom, playRandom, randomGame } from "../support/random-game.ts";
import { startOf } from "../support/table.ts";
import { tinySetup } from "../support/tiny-setup.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Everything a seat is shown, may ask, is told of its asking, and would do by a policy. */
function knownTo(setup: Setup, world: World, seat: Id): string {
  const view = observe(setup, world, seat);
  const offer = legalOrders(view);
  const attacks = offer.filter(({ verb }) => verb === "assault" || verb === "fix");
  return JSON.stringify({
    view,
    offer,
    forecasts: attacks.slice(0, 12).map((order) => forecast(view, order, offer.slice(0, 3))),
    refusals: everyOrder(setup).map((order) => checkOrder(view, order)),
    policies: [hold, randomLegal(picksFrom(7)), followCoa(COA)].map((policy) => policy(view)),
    asked: (["holds", "attacks"] as const).map((enemy) => askedOf(view, offer, enemy)),
  });
}

/** What the laboratory answers the seat: two sheets of orders, played on from its view. */
function askedOf(view: View, offer: readonly Order[], enemy: "holds" | "attacks") {
  const plans = [siftOrders(view, offer.slice(0, 4)).map(({ order }) => order), []] as const;
  const asking = { kind: "imagined", view, plans, enemy, turns: 2, runs: 1, seed: "fog" } as const;
  return [...askedGame(asking).play(1, 1)];
}

/** Where two JSON texts part, with what follows in each; null when they are byte for byte the same. */
function firstDifference(before: string, after: string): string | null {
  if (before === after) return null;
  let at = 0;
  while (before[at] === after[at]) at++;
  return `at ${at}: ${before.slice(at - 60, at + 60)} | ${after.slice(at - 60, at + 60)}`;
}

/** Orders of every kind for every unit on the map, the enemy's among them, to some places. */
function everyOrder(setup: Setup): readonly Order[] {
  const units = Object.keys(setup.formations);
  const places = Object.keys(setup.places);
  const marches = units.flatMap((unit, at) =>
    FORMATION_VERBS.map(
      (verb, step): Order => ({
        unit,
        verb,
        to:
          destinationOf(verb) === "none"
            ? null
            : verb === "join"
              ? units[(at + step) % units.length]!
              : places[(at + step) % places.length]!,
        via: [],
        count: countOf(verb) === "none" ? 0 : 1,
      }),
    ),
  );
  const flights = Object.keys(setup.wings).flatMap((unit, at) =>
    AIR_VERBS.map(
      (verb): Order => ({
        unit,
        verb,
        to: verb === "interdict" ? Object.keys(setup.links)[at]! : places[at]!,
        sorties: verb === "rebase" ? 0 : 2,
      }),
    ),
  );
  const decided = [
    ...Object.keys(setup.contingents).flatMap((unit): Order[] => [
      { unit, verb: "hold", to: null },
      { unit, verb: "release", to: null },
    ]),
    // Asked by name, whether there is such a pool or not.
    { unit: "veterans", verb: "call" as const, to: null },
    ...places.map((unit): Order => ({ unit, verb: "roe", to: "restricted" })),
  ];
  return [...marches, ...flights, ...decided];
}

/** A plan that asks of everything a condition can ask. */
const COA = {
  id: "asker",
  seat: "red",
  title: "Asks",
  intent: "To see.",
  rules: [
    {
      when: { enemy: { place: "dogwood", menAtLeast: 200 } },
      orders: [{ unit: "f1", verb: "assault" as const, to: "dogwood", via: [], count: 0 }],
    },
    {
      when: { ratio: { place: "cedar", atLeast: 1 } },
      orders: [{ unit: "f5", verb: "move" as const, to: "elm", via: [], count: 0 }],
    },
    {
      when: { under: { place: "cedar" } },
      orders: [{ unit: "f5", verb: "dig-in" as const, to: null, via: [], count: 0 }],
    },
    {
      when: { held: { place: "dogwood", by: "red" } },
      orders: [{ unit: "f6", verb: "defend" as const, to: null, via: [], count: 0 }],
    },
    {
      when: { left: "guests" },
      orders: [{ unit: "f5", verb: "withdraw" as const, to: "fir", via: [], count: 0 }],
    },
    {
      when: { track: { track: "nerve", atLeast: 60 } },
      orders: [{ unit: "f2", verb: "reserve" as const, to: null, via: [], count: 0 }],
    },
    {
      when: { always: true as const },
      orders: [
        { unit: "swifts", verb: "support" as const, to: "cedar", sorties: 3 },
        { unit: "f1", verb: "assault" as const, to: "cedar", via: [], count: 0 },
      ],
    },
  ],
};

interface Hidden {
  readonly setup: Setup;
  readonly world: World;
  readonly seat: Id;
  readonly side: Id;
}
type Secret = (hidden: Hidden) => { readonly setup?: Setup; readonly world?: World };

/** Writes a copy of the world in which each enemy formation is changed. */
const enemies =
  (change: (state: World["formations"][Id], at: number) => void): Secret =>
  ({ setup, world, side }) => {
    const copy = structuredClone(world);
    Object.keys(copy.formations).forEach((id, at) => {
      if (setup.formations[id]!.side !== side) change(copy.formations[id]!, at);
    });
    return { world: copy };
  };

const places =
  (change: (state: World["places"][Id], id: Id, hidden: Hidden) => void): Secret =>
  (hidden) => {
    const copy = structuredClone(hidden.world);
    for (const id of Object.keys(copy.places)) change(copy.places[id]!, id, hidden);
    return { world: copy };
  };

/** Whether a side has troops at a place or beside it, or thinks otherwise than the truth of it. */
function isWatched({ setup, world, side }: Hidden, place: Id): boolean {
  const near = [place, ...setup.neighbours[place]!.map((link) => link.to)];
  return Object.entries(world.formations).some(
    ([id, state]) =>
      setup.formations[id]!.side === side &&
      state.status === "active" &&
      near.includes(state.place ?? ""),
  );
}

const PLACE_IDS = ["ash", "birch", "cedar", "dogwood", "elm", "fir"];

const SECRETS: Readonly<Record<string, Secret>> = {
  "the enemy's men": enemies((state) => {
    state.killed += Math.floor(state.men / 2);
    state.men -= Math.floor(state.men / 2);
  }),
  "the enemy's cohesion and freshness": enemies((state) => {
    state.cohesion = 11;
    state.freshness = 0.6;
  }),
  "the enemy's supply, works and quiet": enemies((state) =>
    Object.assign(state, {
      supplyDays: 0.1,
      works: "fortified",
      quietHours: 99,
      marched: true,
    }),
  ),
  "where the enemy stands": enemies(
    (state, at) => void (state.place = state.place === null ? null : PLACE_IDS[at % 6]!),
  ),
  "whether the enemy has broken": enemies((state) =>
    Object.assign(state, { status: "broken", rallyTurn: 7 }),
  ),
  "the enemy's kit": enemies((state) => void (state.kit["tank"] = 77)),
  "the enemy's orders": enemies((state) => {
    state.task = { verb: "assault", to: "dogwood", via: [], count: 0 };
    state.pending = { unit: "f1", verb: "assault", to: "fir", via: ["elm"], count: 0 };
    state.pendingTurn = 5;
    state.reserve = true;
  }),
  "the enemy's knowledge": ({ setup, world, side }) => {
    const copy = structuredClone(world);
    for (const seat of Object.keys(copy.knowledge)) {
      if (setup.seats[seat]!.side === side) continue;
      for (const contact of Object.values(copy.knowledge[seat]!.contacts))
        Object.assign(contact, { place: "fir", men: 10, turn: 1 });
      copy.knowledge[seat]!.holders["dogwood"] = null;
    }
    return { world: copy };
  },
  "the enemy's aircraft": ({ setup, world, side }) => {
    const copy = structuredClone(world);
    for (const id of Object.keys(copy.wings))
      if (setup.wings[id]!.side !== side)
        Object.assign(copy.wings[id]!, { aircraft: 1, base: null, readyTurn: 9 });
    return { world: copy };
  },
  "the state of the enemy's contingents": ({ setup, world, side }) => {
    const copy = structuredClone(world);
    for (const id of Object.keys(copy.contingents))
      if (setup.contingents[id]!.side !== side)
        Object.assign(copy.contingents[id]!, { status: "leaving", leavesTurn: 9 });
    return { world: copy };
  },
  "what lies in depots": places((state) => Object.assign(state.stocks, { tank: 31 })),
  "who holds a place out of sight": places((state, id, hidden) => {
    if (!isWatched(hidden, id)) state.holder = state.holder === "red" ? "blue" : "red";
  }),
  "the front at a place one neither holds nor attacked": places((state, _id, { side }) => {
    if (state.holder !== side && state.assaultedBy !== side)
      Object.assign(state, { advanceKm: 0.5, assaultedTurn: 3, assaultedBy: state.holder });
  }),
  "tracks one may not see": ({ setup, world, seat }) => {
    const copy = structuredClone(world);
    for (const id of Object.keys(copy.tracks))
      if (!setup.tracks[id]!.visibleTo.includes(seat)) copy.tracks[id] = 99;
    return { world: copy };
  },
  "scores, injects and the pools of others": ({ setup, world, seat }) => {
    const copy = structuredClone(world);
    for (const state of Object.values(copy.objectives))
      Object.assign(state, { scored: 5, turn: 2 });
    for (const id of Object.keys(copy.injects)) copy.injects[id] = 2;
    for (const id of Object.keys(copy.pools))
      if (setup.pools[id]!.seat !== seat) copy.pools[id] = 3;
    return { world: copy };
  },
  "a patron's tolerance and what it counts": ({ setup }) => {
    const { guests } = setup.contingents;
    const patron = { ...guests!.patron!, tolerance: 0.9, outerLine: ["fir"], stake: "elm" };
    return {
      setup: { ...setup, contingents: { ...setup.contingents, guests: { ...guests!, patron } } },
    };
  },
  "objectives one may not see": ({ setup, seat }) => {
    const objectives = Object.fromEntries(
      Object.entries(setup.objectives).map(([id, one]) => [
        id,
        one.visibleTo.includes(seat)
          ? one
          : { ...one, title: "Another aim", points: 77, when: { always: true as const } },
      ]),
    );
    return { setup: { ...setup, objectives } };
  },
  "the enemy's order of battle": ({ setup, side }) => {
    const formations = Object.fromEntries(
      Object.entries(setup.formations).map(([id, one]) => [
        id,
        one.side === side
          ? one
          : {
              ...one,
              name: "Another",
              men: one.men + 500,
              quality: 1.9,
              class: "elite",
              knownTo: [],
            },
      ]),
    );
    return { setup: { ...setup, formations } };
  },
  "what the enemy knew of one's own before the game": ({ setup, side }) => {
    const formations = Object.fromEntries(
      Object.entries(setup.formations).map(([id, one]) => [
        id,
        one.side === side
          ? { ...one, knownTo: one.knownTo.filter((seat) => setup.seats[seat]?.side === side) }
          : one,
      ]),
    );
    return { setup: { ...setup, formations } };
  },
  "how places were dug in and stocked at the start": ({ setup }) => {
    const others = Object.fromEntries(
      Object.entries(setup.places).map(([id, one]) => [
        id,
        { ...one, works: "fortified" as const, stocks: { gun: 9 } },
      ]),
    );
    return { setup: { ...setup, places: others } };
  },
  "reinforcements, and pools of others": ({ setup, seat }) => {
    const own = Object.entries(setup.pools).filter(([, pool]) => pool.seat === seat);
    return { setup: { ...setup, reinforcements: {}, pools: Object.fromEntries(own) } };
  },
  "the surprise that the enemy brings, and the weather's odds": ({ setup, side }) => ({
    setup: {
      ...setup,
      surprise: setup.surprise.filter((one) => one.side === side),
      weather: { clear: 1 },
    },
  }),
};

describe("nothing a seat is shown, offered, forecast, refused, advised or answered depends on", () => {
  test.each(Object.keys(SECRETS))("%s", (name) => {
    fc.assert(
      fc.property(
        randomGame,
        fc.constantFrom("blue", "envoy", "red"),
        fc.integer({ min: 1, max: 5 }),
        ({ setup, seed }, seat, turns) => {
          const { world } = playRandom(setup, seed, turns);
          const side = setup.seats[seat]!.side!;
          const other = { setup, world, ...SECRETS[name]!({ setup, world, seat, side }) };
          expect(
            firstDifference(knownTo(setup, world, seat), knownTo(other.setup, other.world, seat)),
          ).toBeNull();
        },
      ),
      tries(10),
    );
  });
});

test("what a seat may see does change what it is shown", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { world } = playRandom(setup, seed, 2);
      const copy = structuredClone(world);
      copy.formations["f1"]!.cohesion = 3.5;
      expect(knownTo(setup, copy, "red")).not.toBe(knownTo(setup, world, "red"));
      expect(knownTo(setup, copy, "blue")).toBe(knownTo(setup, world, "blue"));
    }),
    { numRuns: 10 },
  );
});

test("an own place lost out of sight does not vanish from the seat's fronts", () => {
  const setup = tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue" },
      middle: { holder: "blue" },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "middle post 10 road", "middle rear 10 road"],
    formations: { staff: { side: "blue", place: "rear" }, column: { side: "red", place: "camp" } },
  });
  const fought = startOf(
    setup,
    (copy) => void Object.assign(copy.places["post"]!, { assaultedTurn: 1, assaultedBy: "red" }),
  );
  const lost = startOf(
    setup,
    (copy) =>
      void Object.assign(copy.places["post"]!, {
        assaultedTurn: 1,
        assaultedBy: "red",
        holder: "red",
      }),
  );
  expect(observe(setup, lost, "blue").fronts).toEqual(observe(setup, fought, "blue").fronts);
});
