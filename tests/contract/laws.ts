/** Laws every scenario, every policy and every phase obeys; a test file is a list of "this obeys that". */
import { expect, test } from "vitest";
import {
  apply,
  canonicalJson,
  checkWorld,
  createChance,
  digestOf,
  type Event,
  type Id,
  isNightTurn,
  observe,
  type OrdersBySeat,
  type Setup,
  SEQUENCE,
  startWorld,
  type World,
  worldDigests,
} from "../../src/engine/index.ts";
import { blockOf, type EventKind } from "../../src/engine/index.ts";
import { file, readingOf } from "../../src/engine/phases/turn.ts";
import {
  checkOrder,
  formatOrder,
  legalOrders,
  parseOrder,
  siftOrders,
} from "../../src/engine/player.ts";
import { hold } from "../../src/policies/hold.ts";
import type { Policy } from "../../src/policies/policy.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import { ordersBy, picksFrom, playWith } from "../support/random-game.ts";

/** A policy made anew, so that none remembers another game. */
export type MakePolicy = () => Policy;

const commandSeats = (setup: Setup) =>
  Object.keys(setup.seats).filter((seat) => setup.seats[seat]!.role === "command");

/** Plays a few turns with one policy at a seat and random legal orders at the others. */
function playedWith(setup: Setup, seat: Id, policy: Policy, turns: number) {
  const others = randomLegal(picksFrom(11));
  const ordersFor = (world: World) =>
    ordersBy(setup, world, (at) => (at === seat ? policy : others));
  return playWith(setup, turns, createChance("laws", setup), ordersFor);
}

/** Laws of a policy at a seat of a setup: pure, legal, printable. */
export function obeysPolicyLaws(
  name: string,
  make: MakePolicy,
  setup: Setup,
  seat: Id,
  turns = 4,
): void {
  const play = () => playedWith(setup, seat, make(), turns);

  test(`${name} gives the same orders for the same game`, () => {
    expect(JSON.stringify(play().orders)).toBe(JSON.stringify(play().orders));
  });

  givesSoundOrders(name, make, setup, seat, turns);

  test(`${name} writes nothing into its view`, () => {
    const view = observe(setup, playedWith(setup, seat, make(), 2).world, seat);
    const before = JSON.stringify(view);
    make()(view);
    expect(JSON.stringify(view)).toBe(before);
  });

  test(`${name} has nothing to say when the game is over`, () => {
    const over = { ...observe(setup, startWorld(setup), seat), over: true };
    expect(make()(over)).toEqual([]);
  });
}

/** The law of a policy's orders, from one game: none is refused, and all read back from their text. */
export function givesSoundOrders(
  name: string,
  make: MakePolicy,
  setup: Setup,
  seat: Id,
  turns = 4,
): void {
  test(`${name} gives orders that are legal by its own view, read back from their text and are not refused`, () => {
    const { orders, worlds, events } = playedWith(setup, seat, make(), turns);
    const refused = events
      .flat()
      .filter((event) => event.kind === "order-refused" && event.seat === seat);
    expect(refused).toEqual([]);
    orders.forEach((bySeat, turn) => {
      const view = observe(setup, worlds[turn - 1] ?? startWorld(setup), seat);
      for (const { order, refusal } of siftOrders(view, bySeat[seat] ?? [])) {
        expect(refusal, formatOrder(order)).toBeNull();
        expect(parseOrder(formatOrder(order))).toEqual({ ok: true, order });
      }
    });
  });
}

/** Laws of a scenario: every way of playing it keeps the promises of a world. */
export function obeysScenarioLaws(name: string, setup: Setup, turns = 4): void {
  const play = (seed: number, hand: "immer" | "plain" = "immer") => {
    const policy = randomLegal(picksFrom(seed));
    return playWith(
      setup,
      turns,
      createChance(`scenario ${seed}`, setup),
      (world) => ordersBy(setup, world, () => policy),
      hand,
    );
  };

  test(`${name} starts in a sound world`, () => {
    expect(checkWorld(setup, startWorld(setup))).toEqual([]);
  });

  test(`${name} stays sound while random legal orders are given`, () => {
    for (const seed of [1, 2, 3])
      for (const world of play(seed).worlds) expect(checkWorld(setup, world)).toEqual([]);
  });

  test(`${name} stays sound when nobody gives an order`, () => {
    const { worlds } = playWith(setup, turns, createChance("held", setup), (world) =>
      ordersBy(setup, world, () => hold),
    );
    for (const world of worlds) expect(checkWorld(setup, world)).toEqual([]);
  });

  test(`${name} plays the same in both hands and twice in one`, () => {
    const text = canonicalJson(play(4).world);
    expect(canonicalJson(play(4).world)).toBe(text);
    expect(canonicalJson(play(4, "plain").world)).toBe(text);
  });

  test(`${name} plays the same when it is saved and read back between turns`, () => {
    const policy = randomLegal(picksFrom(5));
    const saved = (world: World) =>
      ordersBy(setup, JSON.parse(JSON.stringify(world)) as World, () => policy);
    const through = playWith(setup, turns, createChance("scenario 5", setup), saved);
    expect(digestOf(worldDigests(through.world))).toBe(digestOf(worldDigests(play(5).world)));
  });

  test(`${name} offers every commanding seat with a formation of its own something to do`, () => {
    for (const seat of commandSeats(setup)) {
      const view = observe(setup, startWorld(setup), seat);
      const hasActive = Object.entries(view.brief.formations).some(
        ([id, one]) => one.seat === seat && view.formations[id]!.status === "active",
      );
      const offer = legalOrders(view);
      if (hasActive) expect(offer.length, seat).toBeGreaterThan(0);
      for (const order of offer) expect(checkOrder(view, order)).toBeNull();
    }
  });

  test(`${name} has its records in code-unit order`, () => {
    const { parameters: _, ...records } = setup;
    for (const record of Object.values(records)) {
      if (
        typeof record !== "object" ||
        record === null ||
        Array.isArray(record) ||
        record === setup.clock
      )
        continue;
      expect(Object.keys(record)).toEqual(Object.keys(record).toSorted());
    }
  });

  test(`${name} ends with its last turn`, () => {
    const short = { ...setup, turns: 1 };
    expect(playWith(short, 3, createChance("end", short), () => ({})).worlds).toHaveLength(1);
  });
}

/**
 * Laws of the phases: each reads and says, and writes nothing; what it says is plain data that
 * `apply` alone turns into the next world; the same question gets the same answer.
 */
export function obeysPhaseLaws(name: string, setup: Setup, turns = 3): void {
  const policy = () => randomLegal(picksFrom(21));

  test(`${name}: no phase writes into the world it reads, and each says the same twice`, () => {
    const give = policy();
    eachPhase(
      setup,
      turns,
      (world) => ordersBy(setup, world, () => give),
      ({ world, run }) => {
        const before = JSON.stringify(world);
        const [first, second] = [JSON.stringify(run()), JSON.stringify(run())];
        expect(second).toBe(first);
        expect(JSON.stringify(world)).toBe(before);
      },
    );
  });

  test(`${name}: events are JSON, and read back they do the same to a world`, () => {
    const give = policy();
    eachPhase(
      setup,
      turns,
      (world) => ordersBy(setup, world, () => give),
      ({ world, run }) => {
        const events = run();
        expect(JSON.parse(JSON.stringify(events))).toEqual(events);
        const [a, b] = [structuredClone(world), structuredClone(world)];
        for (const event of events) apply(a, event);
        for (const event of JSON.parse(JSON.stringify(events)) as Event[]) apply(b, event);
        expect(canonicalJson(b)).toBe(canonicalJson(a));
      },
    );
  });
}

interface PhaseRun {
  readonly world: World;
  readonly run: () => readonly Event[];
}

/** Plays turns phase by phase on a frozen world, as the sequence has them. */
function eachPhase(
  setup: Setup,
  turns: number,
  ordersFor: (world: World) => OrdersBySeat,
  look: (run: PhaseRun) => void,
): void {
  const chance = createChance("phases", setup);
  let world = startWorld(setup);
  for (let number = 1; number <= turns; number++) {
    const log: Event[] = [];
    const night = isNightTurn(setup.clock, number);
    const fixed = {
      setup,
      number,
      night,
      hours: setup.clock.turnHours,
      block: blockOf(setup.clock, number),
      chance,
      orders: ordersFor(world),
      rulings: [],
      injects: [],
    };
    for (const [, phase] of SEQUENCE) {
      const current = frozen(world);
      const run = () => {
        const byKind = new Map<EventKind, Event[]>();
        for (const event of log) file(byKind, event);
        return phase({ ...fixed, ...readingOf(setup, current), log: [...log], byKind });
      };
      look({ world: current, run });
      const events = run();
      world = structuredClone(current);
      for (const event of events) apply(world, event);
      log.push(...events);
    }
  }
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
