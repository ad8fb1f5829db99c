import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BattleResolved,
  checkWorld,
  createChance,
  digestOf,
  type Event,
  observe,
  road,
  type Setup,
  startWorld,
  step,
  type World,
  worldDigests,
} from "../../src/engine/index.ts";
import { checkOrder, legalOrders } from "../../src/engine/player.ts";
import { readScenario } from "../../src/scenarios/index.ts";
import { tries } from "../support/effort.ts";
import { ERC_1, smallScenario } from "../support/small-scenario.ts";
import { mixed, randomFile, shuffled } from "../support/random-file.ts";
import {
  picksFrom,
  playRandom,
  playWith,
  randomGame,
  randomSetup,
} from "../support/random-game.ts";
import { ERC } from "../support/tiny-setup.ts";

const RUNS = tries(30);
/** For what goes wrong in few games only. */
const MANY = tries(80);
const TURNS = 6;
const digests = (world: World) => digestOf(worldDigests(world));

test("men are conserved and every quantity keeps its bounds, whatever is ordered", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { worlds } = playRandom(setup, seed, TURNS);
      for (const world of worlds)
        expect([...checkWorld(setup, world), ...outOfBounds(world)]).toEqual([]);
    }),
    MANY,
  );
});

/** Bounds of `model.md` 8.12 that need no Setup. */
function outOfBounds(world: World): string[] {
  const formations = Object.entries(world.formations).flatMap(([id, state]) => [
    ...(state.freshness < 0.5 || state.freshness > 1
      ? [`${id}: freshness ${state.freshness}`]
      : []),
    ...(state.status === "active" && state.men === 0 ? [`${id}: active without a man`] : []),
  ]);
  const wings = Object.entries(world.wings).flatMap(([id, { aircraft }]) =>
    Number.isInteger(aircraft) && aircraft >= 0 ? [] : [`${id}: ${aircraft} aircraft`],
  );
  return [...formations, ...wings];
}

test("no place holds active formations of two sides after a turn", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const world of playRandom(setup, seed, TURNS).worlds) {
        const sides: Record<string, string> = {};
        for (const [id, { status, place }] of Object.entries(world.formations)) {
          if (status !== "active") continue;
          const { side } = setup.formations[id]!;
          expect(sides[place!] ?? side, `${id} at ${place}`).toBe(side);
          sides[place!] = side;
        }
      }
    }),
    MANY,
  );
});

test("whoever comes to a place with its minimum garrison holds it", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const before = startWorld(setup);
      const stood = (world: World, id: string) =>
        world.formations[id]!.status === "active" && world.formations[id]!.place;
      const { worlds } = playRandom(setup, seed, TURNS);
      for (const [at, world] of worlds.entries()) {
        for (const id of Object.keys(world.formations)) {
          const place = stood(world, id);
          const from = stood(worlds[at - 1] ?? before, id);
          // Who was detached where his parent stands has not come there.
          if (place === false || from === false || place === from) continue;
          if (world.formations[id]!.men < setup.places[place!]!.minimumGarrison) continue;
          expect(world.places[place!]!.holder, `${id} came to ${place}`).toBe(
            setup.formations[id]!.side,
          );
        }
      }
    }),
    RUNS,
  );
});

test("no kit is made: what formations and places hold together never grows", () => {
  // A captured tank is a tank that was there before (11.9).
  const rows = Object.entries(ERC.kit);
  const madeAs = (kind: string) =>
    rows.find(([, { capturedAs }]) => capturedAs === kind)?.[0] ?? kind;
  const total = (world: World) => {
    const sum: Record<string, number> = {};
    const holders = [
      ...Object.values(world.formations).map((state) => state.kit),
      ...Object.values(world.places).map((state) => state.stocks),
    ];
    for (const kit of holders)
      for (const [kind, pieces] of Object.entries(kit))
        sum[madeAs(kind)] = (sum[madeAs(kind)] ?? 0) + pieces;
    return sum;
  };
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      let before = total(startWorld(setup));
      for (const world of playRandom(setup, seed, TURNS).worlds) {
        const after = total(world);
        for (const kind of Object.keys(after))
          expect(after[kind], kind).toBeLessThanOrEqual(before[kind]!);
        before = after;
      }
    }),
    RUNS,
  );
});

test("a march goes from link to link, and nobody falls back where no road leads", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const events of playRandom(setup, seed, TURNS).events)
        for (const event of events) checkSteps(setup, event);
    }),
    RUNS,
  );
});

function checkSteps(setup: Setup, event: Event): void {
  const joined = (from: string, to: string) =>
    setup.neighbours[from]!.some((link) => link.to === to);
  if (event.kind === "marched") {
    event.path.slice(1).forEach((stop, at) => expect(joined(event.path[at]!, stop)).toBe(true));
  }
  if (event.kind === "retreated") expect(road(setup, event.from, event.to)).not.toBeNull();
  if (event.kind === "formation-broke") expect(road(setup, event.place, event.to)).not.toBeNull();
}

const battlesOf = (events: readonly (readonly Event[])[]): readonly BattleResolved[] =>
  events.flat().filter((event): event is BattleResolved => event.kind === "battle-resolved");

test("every battle's odds are exactly the left fold of its factors, and its losses are in bounds", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const battle of battlesOf(playRandom(setup, seed, TURNS).events)) {
        expect(battle.odds).toBe(
          battle.factors.reduce((product, factor) => product * factor.value, 1),
        );
        expect(Number.isFinite(battle.outcome)).toBe(true);
        expect(battle.km > 0).toBe(battle.outcome >= 1 && !battle.holding);
        for (const losses of [battle.attackerLosses, battle.defenderLosses]) {
          expect(losses.rate).toBeGreaterThanOrEqual(0);
          expect(losses.rate).toBeLessThanOrEqual(setup.parameters.losses.cap);
          expect(losses.killed).toBeLessThanOrEqual(losses.men);
        }
        const lost = battle.casualties.reduce((sum, one) => sum + one.killed + one.wounded, 0);
        expect(lost).toBe(battle.attackerLosses.men + battle.defenderLosses.men);
      }
    }),
    MANY,
  );
});

test("nobody fights in two battles of one turn", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const events of playRandom(setup, seed, TURNS).events) {
        const fighters = battlesOf([events]).flatMap((battle) =>
          [...battle.attackers, ...battle.defenders].map((one) => one.formation),
        );
        expect(fighters.toSorted()).toEqual([...new Set(fighters)].toSorted());
      }
    }),
    MANY,
  );
});

test("the plain hand plays exactly what the Immer hand plays: worlds, events and digests", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const immer = playRandom(setup, seed, TURNS, "immer");
      const plain = playRandom(setup, seed, TURNS, "plain");
      expect(JSON.stringify(plain.events)).toBe(JSON.stringify(immer.events));
      expect(JSON.stringify(plain.world)).toBe(JSON.stringify(immer.world));
      expect(worldDigests(plain.world)).toEqual(worldDigests(immer.world));
    }),
    RUNS,
  );
});

test("the same input gives the same digest", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      expect(digests(playRandom(setup, seed, TURNS).world)).toBe(
        digests(playRandom(structuredClone(setup), seed, TURNS).world),
      );
    }),
    RUNS,
  );
});

test("the order of orders and of seats changes nothing", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const first = playRandom(setup, seed, TURNS);
      const pick = picksFrom(seed + 1);
      const mixed = first.orders.map((bySeat) =>
        Object.fromEntries(
          shuffled(Object.entries(bySeat), pick).map(([seat, orders]) => [
            seat,
            shuffled(orders, pick),
          ]),
        ),
      );
      const again = playWith(
        setup,
        TURNS,
        createChance(`random ${seed}`, setup),
        (_, turn) => mixed[turn]!,
      );
      expect(digests(again.world)).toBe(digests(first.world));
      expect(JSON.stringify(again.events)).toBe(JSON.stringify(first.events));
    }),
    RUNS,
  );
});

const readFile = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), "utf8"));

test.each([
  ["a small scenario", smallScenario()],
  ["palmyra-2016", readFile("palmyra-2016.json")],
  ["palmyra-2016-03", readFile("palmyra-2016-03.json")],
])("the order of everything unordered in the file changes no digest: %s", (_, scenario) => {
  const parameters = JSON.parse(ERC_1) as unknown;
  const setupFrom = (data: unknown, numbers: unknown) => {
    const read = readScenario(JSON.stringify(data), JSON.stringify(numbers));
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
    return read.value.setup;
  };
  const first = playRandom(setupFrom(scenario, parameters), 7, 4);
  fc.assert(
    fc.property(fc.integer({ min: 1 }), (seed) => {
      const pick = picksFrom(seed);
      const setup = setupFrom(mixed(scenario, pick), mixed(parameters, pick));
      expect(digests(playRandom(setup, 7, 4).world)).toBe(digests(first.world));
    }),
    { numRuns: 4 },
  );
});

test("the order of everything unordered in the file changes no digest and no event: random small scenarios", () => {
  const setupOf = (data: unknown) => {
    const read = readScenario(JSON.stringify(data), ERC_1);
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
    return read.value.setup;
  };
  fc.assert(
    fc.property(randomFile, fc.integer({ min: 1, max: 10_000 }), (file, seed) => {
      const [plain, other] = [file, mixed(file, picksFrom(seed))].map((data) =>
        playRandom(setupOf(data), seed, TURNS),
      );
      expect(digests(other!.world)).toBe(digests(plain!.world));
      expect(JSON.stringify(other!.events)).toBe(JSON.stringify(plain!.events));
    }),
    { numRuns: 30 },
  );
});

test("a run gone on with from its own JSON, or from a turn one went back to, goes on the same", () => {
  fc.assert(
    fc.property(randomGame, fc.integer({ min: 1, max: TURNS - 1 }), ({ setup, seed }, at) => {
      const whole = playRandom(setup, seed, TURNS);
      const kept = whole.worlds[at - 1]!;
      for (const from of [JSON.parse(JSON.stringify(kept)) as World, kept]) {
        const rest = playWith(
          setup,
          TURNS - at,
          createChance(`random ${seed}`, setup),
          (_, turn) => whole.orders[at + turn]!,
          "immer",
          from,
        );
        expect(JSON.stringify(rest.world)).toBe(JSON.stringify(whole.world));
        expect(JSON.stringify(rest.events)).toBe(JSON.stringify(whole.events.slice(at)));
      }
    }),
    RUNS,
  );
});

/** Every object reachable from a value. */
function objectsIn(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value !== "object" || value === null || found.has(value)) return found;
  found.add(value);
  for (const part of Object.values(value)) objectsIn(part, found);
  return found;
}

test.each(["immer", "plain"] as const)(
  "a world of the %s hand shares no object with events, orders or Setup",
  (hand) => {
    fc.assert(
      fc.property(randomGame, ({ setup, seed }) => {
        const { world, events, orders } = playRandom(setup, seed, TURNS, hand);
        const outside = objectsIn([events, orders, setup]);
        const shared = [...objectsIn(world)].filter((part) => outside.has(part));
        expect(shared).toEqual([]);
      }),
      { numRuns: 30 },
    );
  },
);

function deepFreeze<T>(value: T): T {
  for (const part of objectsIn(value)) Object.freeze(part);
  return value;
}

test("in the Immer hand a step writes neither into its world nor into its input", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { worlds, orders } = playRandom(setup, seed, TURNS);
      const before = deepFreeze(structuredClone(worlds.at(-2) ?? startWorld(setup)));
      const text = JSON.stringify(before);
      const input = deepFreeze(
        structuredClone({ orders: orders.at(-1)!, rulings: [], injects: [] }),
      );
      const stepped = step(deepFreeze(setup), before, input, createChance(`random ${seed}`, setup));
      expect(JSON.stringify(before)).toBe(text);
      expect(JSON.stringify(stepped.world)).toBe(JSON.stringify(worlds.at(-1)));
    }),
    { numRuns: 30 },
  );
});

test("every order of the offer passes the law, and none is refused in the turn", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { worlds, events } = playRandom(setup, seed, 4);
      expect(events.flat().filter((event) => event.kind === "order-refused")).toEqual([]);
      const world = worlds.at(-1)!;
      for (const seat of ["blue", "envoy", "red"]) {
        const view = observe(setup, world, seat);
        for (const order of legalOrders(view)) expect(checkOrder(view, order)).toBeNull();
      }
    }),
    RUNS,
  );
});

test("each legal order given alone is received and not refused", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const world = playRandom(setup, seed, 2).worlds.at(-1)!;
      const chance = createChance("one", setup);
      for (const seat of ["blue", "red"]) {
        for (const order of legalOrders(observe(setup, world, seat))) {
          const { events } = step(
            setup,
            world,
            { orders: { [seat]: [order] }, rulings: [], injects: [] },
            chance,
          );
          expect(events.filter((event) => event.kind === "order-refused")).toEqual([]);
        }
      }
    }),
    { numRuns: 5 },
  );
});

test("a world after any game is plain JSON: nothing undefined, no NaN, no -0, no instance of a class", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { world, events } = playRandom(setup, seed, TURNS);
      expect(notPlain(world)).toEqual([]);
      expect(notPlain(events)).toEqual([]);
    }),
    RUNS,
  );
});

function notPlain(value: unknown, path = ""): string[] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`${path}: ${value}`];
  if (typeof value !== "object") return [`${path}: ${typeof value}`];
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === Array.prototype;
  return [
    ...(isPlain ? [] : [`${path}: a class`]),
    ...Object.entries(value).flatMap(([key, part]) => notPlain(part, `${path}/${key}`)),
  ];
}

test("a distant formation or a new rule's draw moves nobody's dice", () => {
  fc.assert(
    fc.property(randomSetup, fc.integer({ min: 1, max: 10_000 }), (setup, seed) => {
      const chance = createChance(`dice ${seed}`, setup);
      const more = { ...setup, idHashes: { ...setup.idHashes, stranger: 12345 } };
      const other = createChance(`dice ${seed}`, more);
      for (const id of Object.keys(setup.formations)) {
        expect(other.draw("break", 2, "ash", id)).toEqual(chance.draw("break", 2, "ash", id));
        other.draw("break", 2, "ash", "stranger");
      }
    }),
    { numRuns: 10 },
  );
});
