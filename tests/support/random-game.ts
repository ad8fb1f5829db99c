/** Random small wars, and games played in them by random legal orders from a seed. */
import fc from "fast-check";
import {
  type Chance,
  createChance,
  type Event,
  type Formation,
  type Hand,
  type Id,
  observe,
  type Order,
  type OrdersBySeat,
  type Patron,
  type Setup,
  startWorld,
  step,
  type World,
} from "../../src/engine/index.ts";
import { legalOrders, siftOrders } from "../../src/engine/player.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import type { Policy } from "../../src/policies/policy.ts";
import { contingentOf, seatOf, tinySetup, wingOf } from "./tiny-setup.ts";

const PLACES = ["ash", "birch", "cedar", "dogwood", "elm", "fir"];
const FORMATIONS = ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8"];
const PATRON: Patron = {
  tolerance: 0.4,
  outerLine: ["birch", "cedar"],
  exits: ["elm"],
  stake: "dogwood",
  hosts: ["blue"],
  home: "fir",
  hold: { track: "nerve", points: -4 },
};

const place = fc.record({
  terrain: fc.constantFrom("flat-desert", "rugged", "urban"),
  kind: fc.constantFrom("post", "town", "base"),
  depthKm: fc.constantFrom(1, 3, 8),
  works: fc.constantFrom("hasty" as const, "prepared" as const, "fortified" as const),
  lat: fc.integer({ min: -3, max: 3 }),
  lon: fc.integer({ min: -3, max: 3 }),
  value: fc.integer({ min: 1, max: 5 }),
  stocks: fc.constantFrom({}, { tank: 4, gun: 2 }),
  civilians: fc.constantFrom(0, 900),
  airbase: fc.boolean(),
});

const formation: fc.Arbitrary<Partial<Formation> & { readonly at: number }> = fc.record({
  at: fc.integer({ min: 0, max: 99 }),
  men: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 20, max: 1500 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) },
  ),
  class: fc.constantFrom("militia", "static", "elite", "assault"),
  cohesion: fc.integer({ min: 15, max: 90 }),
  quality: fc.constantFrom(0.75, 1, 1.3),
  supplyDays: fc.constantFrom(0.5, 2, 5),
  mobility: fc.constantFrom(
    "motorised" as const,
    "foot" as const,
    "mechanised" as const,
    "static" as const,
  ),
  hq: fc.boolean(),
  reserve: fc.boolean(),
  detachments: fc.constantFrom(0, 1, 2),
  kit: fc.constantFrom<Record<Id, number>>(
    {},
    { tank: 5 },
    { technical: 8, "aa-gun": 3 },
    { apc: 6, atgm: 2, gun: 1 },
    { svbied: 3 },
  ),
});

const war = fc.record({
  places: fc.tuple(place, place, place, place, place, place),
  ring: fc.constantFrom(
    ["ash fir 25 track"],
    ["ash dogwood 30 road", "birch elm 12 road"],
    [] as string[],
  ),
  formations: fc.array(formation, { minLength: 3, maxLength: 8 }),
  delay: fc.constantFrom(0, 12),
  guns: fc.boolean(),
});

/** Six places: the first two red, the others blue, with wings, guests, a landing and a pool. */
const randomWar: fc.Arbitrary<Setup> = war.map(({ places, ring, formations, delay }) =>
  tinySetup({
    turns: 8,
    places: Object.fromEntries(
      PLACES.map((id, at) => [
        id,
        {
          ...places[at],
          holder: at < 2 ? "red" : at === 3 && places[3].value > 3 ? null : "blue",
          supplies: at === 0 ? ["red"] : at === 5 ? ["blue"] : [],
          minimumGarrison: 15,
          overlooks: at === 2 ? ["birch", "dogwood"] : [],
        },
      ]),
    ),
    roads: [
      "ash birch 15 road",
      "birch cedar 12 track",
      "cedar dogwood 10 road",
      "dogwood elm 9 road",
      "elm fir 20 highway",
      ...ring,
    ],
    formations: Object.fromEntries(
      FORMATIONS.slice(0, formations.length).map((id, at) => [
        id,
        formationAt(formations[at]!, at),
      ]),
    ),
    contingents: {
      blue: contingentOf("blue", { commandDelayHours: delay }),
      guests: contingentOf("blue", { patron: PATRON }),
      red: contingentOf("red"),
    },
    seats: {
      blue: seatOf("blue"),
      envoy: seatOf("blue", ["guests"]),
      red: seatOf("red"),
      white: { ...seatOf("blue", []), side: null, role: "white" },
    },
    wings: {
      hawks: wingOf("red", { aircraft: 3, base: "ash", alternate: "birch" }),
      swifts: wingOf("blue", { aircraft: 6, base: "elm", alternate: "fir", controllers: "guests" }),
      terns: wingOf("blue", { aircraft: 2 }),
    },
    reinforcements: {
      landing: {
        title: "Landing",
        formations: ["f3"],
        at: "fir",
        afterHours: 20,
        when: { always: true },
      },
    },
    pools: {
      veterans: {
        title: "Veterans",
        seat: "red",
        formations: ["f2"],
        at: "ash",
        delayHours: 12,
        release: { turn: { from: 2 } },
        price: { track: "nerve", points: -5 },
      },
    },
    tracks: {
      nerve: {
        title: "Nerve",
        initial: 50,
        minimum: 0,
        maximum: 100,
        visibleTo: ["red"],
        moves: [{ event: "place-taken", place: null, side: "red", contingent: null, points: 7 }],
        drift: [],
        thresholds: {},
      },
    },
    objectives: {
      "hold-dogwood": {
        title: "Hold",
        seats: ["blue"],
        visibleTo: ["blue"],
        when: { held: { place: "dogwood", by: "blue" } },
        scored: "each-turn",
        points: 1,
        group: null,
      },
      "take-dogwood": {
        title: "Take",
        seats: ["red"],
        visibleTo: ["red"],
        when: { held: { place: "dogwood", by: "red" } },
        scored: "end",
        points: 9,
        group: null,
      },
    },
    weather: { clear: 0.5, fog: 0.25, rain: 0.25 },
    surprise: [{ side: "red", factor: 1.25 }],
  }),
);

/** A small war that fast-check prints in a few lines when it is a counterexample. */
export const randomSetup: fc.Arbitrary<Setup> = randomWar.map((setup) =>
  Object.defineProperty(setup, fc.toStringMethod, { value: () => briefly(setup) }),
);

function briefly({ places, links, formations, contingents }: Setup): string {
  const lines = (record: object) => Object.entries(record).map(([id, one]) => `${id} ${one}`);
  const all = [
    `roads ${Object.keys(links).join(" ")}, blue's delay ${contingents["blue"]!.commandDelayHours} h`,
    ...lines(
      mapped(places, (at) => `${at.holder} ${at.kind} ${at.terrain} ${at.works} ${at.depthKm} km`),
    ),
    ...lines(
      mapped(
        formations,
        (one) =>
          `${one.side} ${one.place} ${one.class} ${one.mobility} ${one.men} men ${JSON.stringify(one.kit)} cohesion ${one.cohesion}`,
      ),
    ),
  ];
  return all.join("; ");
}

function mapped<T>(
  record: Readonly<Record<Id, T>>,
  change: (value: T) => string,
): Record<Id, string> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}

/** Every third formation is red; f4 is the guests'; f3 is landed and f2 called later. */
function formationAt(
  { at, ...data }: Partial<Formation> & { readonly at: number },
  index: number,
): Partial<Formation> & { side: Id } {
  const isLater = index === 1 || index === 2;
  const side =
    index % 2 === 1 && index !== 3
      ? "red"
      : index === 0 || index === 4
        ? index === 0
          ? "red"
          : "blue"
        : "blue";
  const home = side === "red" ? ["ash", "birch"] : ["cedar", "dogwood", "elm", "fir"];
  const guest = index === 3 ? { contingent: "guests", seat: "envoy" } : {};
  return {
    ...data,
    ...guest,
    side,
    place: isLater ? null : home[at % home.length]!,
    knownTo: at % 2 === 0 ? ["red", "blue"] : [],
  };
}

/** A seeded stream of whole numbers below a count (Marsaglia's 32-bit xorshift). */
export function picksFrom(seed: number): (count: number) => number {
  let state = seed | 0 || 1;
  return (count) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(1, count);
  };
}

/** Like a random legal player, but every second unit that can assault or strike does. */
function fierce(pick: (count: number) => number): Policy {
  return (view) => {
    const offered = offersByUnit(legalOrders(view));
    const chosen = Object.values(offered).flatMap((orders) => {
      const bold = orders.filter(({ verb }) => verb === "assault" || verb === "strike");
      const from = bold.length > 0 && pick(2) === 0 ? bold : orders;
      return pick(5) === 0
        ? []
        : [from[pick(from.length)]!, ...("sorties" in from[0]! ? [from[pick(from.length)]!] : [])];
    });
    return siftOrders(view, chosen).flatMap(({ order, refusal }) =>
      refusal === null ? [order] : [],
    );
  };
}

function offersByUnit(orders: readonly Order[]): Record<Id, Order[]> {
  const offers: Record<Id, Order[]> = {};
  for (const order of orders) (offers[order.unit] ??= []).push(order);
  return offers;
}

export interface Played {
  readonly orders: readonly OrdersBySeat[];
  readonly events: readonly (readonly Event[])[];
  readonly world: World;
  /** World after each turn; in the plain hand all are the last. */
  readonly worlds: readonly World[];
}

/** Orders of every commanding seat by one policy a seat. */
export function ordersBy(setup: Setup, world: World, policyOf: (seat: Id) => Policy): OrdersBySeat {
  const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]!.role === "command");
  return Object.fromEntries(
    seats.map((seat) => [seat, policyOf(seat)(observe(setup, world, seat))]),
  );
}

/** Plays some turns of random legal orders, fierce ones for odd seeds; the same seed always plays the same. */
export function playRandom(
  setup: Setup,
  seed: number,
  turns: number,
  hand: Hand = "immer",
  start: World = startWorld(setup),
): Played {
  const pick = picksFrom(seed);
  const policy = seed % 2 === 0 ? randomLegal(pick) : fierce(pick);
  return playWith(
    setup,
    turns,
    createChance(`random ${seed}`, setup),
    (world) => ordersBy(setup, world, () => policy),
    hand,
    start,
  );
}

/** Plays some turns by whatever orders a function gives for a world. */
export function playWith(
  setup: Setup,
  turns: number,
  chance: Chance,
  ordersFor: (world: World, turn: number) => OrdersBySeat,
  hand: Hand = "immer",
  start: World = startWorld(setup),
): Played {
  let world = start;
  const orders: OrdersBySeat[] = [];
  const events: (readonly Event[])[] = [];
  const worlds: World[] = [];
  for (let turn = 0; turn < turns && !world.over; turn++) {
    const given = ordersFor(world, turn);
    const stepped = step(setup, world, { orders: given, rulings: [], injects: [] }, chance, hand);
    world = stepped.world;
    orders.push(given);
    events.push(stepped.events);
    worlds.push(world);
  }
  return { orders, events, world, worlds };
}

/** A random war and a seed to play it by. */
export const randomGame = fc.record({
  setup: randomSetup,
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});
