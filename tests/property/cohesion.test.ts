import fc from "fast-check";
import { expect, test } from "vitest";
import { clamp, logistic, toThousandth } from "../../src/engine/chance/arithmetic.ts";
import {
  type CohesionLost,
  createChance,
  type Event,
  type Formation,
  type Setup,
  startWorld,
  step,
  type World,
} from "../../src/engine/index.ts";
import { tries } from "../support/effort.ts";
import { playRandom, randomGame } from "../support/random-game.ts";
import { tinySetup } from "../support/tiny-setup.ts";

const RUNS = tries(60);
const TURNS = 6;

/** Each turn's events with the world before it. */
function turnsIn(setup: Setup, seed: number): readonly (readonly [World, readonly Event[]])[] {
  const { worlds, events } = playRandom(setup, seed, TURNS);
  const before = [startWorld(setup), ...worlds];
  return events.map((one, at) => [before[at]!, one] as const);
}

/** What each loss left, told from what there was before it in the same turn. */
function lossesIn(
  before: World,
  events: readonly Event[],
): readonly (readonly [number, CohesionLost])[] {
  const now = new Map(Object.entries(before.formations).map(([id, one]) => [id, one.cohesion]));
  return events.flatMap((event) => {
    // A child of a formation brings its parent's cohesion; who joins changes another's.
    if (event.kind === "detached" || event.kind === "joined") now.clear();
    if (event.kind !== "cohesion-lost") return [];
    const had = now.get(event.formation);
    now.set(event.formation, event.cohesion);
    return had === undefined || event.cause === "inject" ? [] : [[had, event] as const];
  });
}

test("every term of lost cohesion costs something, and together they are exactly what is lost", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const [before, events] of turnsIn(setup, seed))
        for (const [had, { terms, cohesion }] of lossesIn(before, events)) {
          for (const { points } of terms) expect(points).toBeGreaterThan(0);
          const lost = terms.reduce((sum, { points }) => sum + points, 0);
          expect(cohesion).toBe(toThousandth(clamp(had - lost, 0, 100)));
          expect(cohesion).toBeLessThanOrEqual(had);
        }
    }),
    RUNS,
  );
});

test("who breaks is who draws below a chance that falls as cohesion rises", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { breakSlope } = setup.parameters.cohesion;
      for (const [, events] of turnsIn(setup, seed)) {
        const gone = new Set(
          events.flatMap((one) =>
            one.kind === "formation-broke" || one.kind === "surrendered" ? [one.formation] : [],
          ),
        );
        for (const event of events) {
          if (event.kind !== "cohesion-lost" || event.test === null) continue;
          const { class: kind } = setup.formations[event.formation]!;
          const { breakPoint } = setup.parameters.classes[kind]!;
          const { chance, draw, broke } = event.test;
          expect(chance).toBe(logistic((breakPoint - event.cohesion) / breakSlope));
          expect(broke).toBe(draw.u < chance);
          if (broke) expect(gone.has(event.formation)).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

test("of those who break no more leave than the rules say, and half as many behind a rearguard", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { missing, missingPursued, missingEncircled, rearguardMissing } =
        setup.parameters.cohesion;
      const most = Math.max(missing, missingPursued, missingEncircled);
      for (const [before, events] of turnsIn(setup, seed))
        for (const event of events) {
          if (event.kind !== "formation-broke") continue;
          const { men } = before.formations[event.formation]!;
          // Who was made in this turn, or joined by others, had other men before it.
          if (men === 0 || events.some(({ kind }) => kind === "joined")) continue;
          const share = event.rearguard ? most * rearguardMissing : most;
          expect(event.missing + event.stragglers).toBeLessThanOrEqual(Math.ceil(men * share));
        }
    }),
    RUNS,
  );
});

test("a holding attack moves no marker and takes no place in which an enemy is left", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const [before, events] of turnsIn(setup, seed)) {
        const assaulted = new Set<string>();
        const held = new Map<string, readonly string[]>();
        for (const event of events) {
          if (event.kind !== "battle-resolved" || event.link !== null) continue;
          if (!event.holding) assaulted.add(event.place);
          else
            held.set(
              event.place,
              event.defenders.map((one) => one.formation),
            );
          if (event.holding) expect(event.advanceKm).toBe(before.places[event.place]!.advanceKm);
        }
        const stayed = (id: string) =>
          !events.some(
            (one) =>
              (one.kind === "formation-broke" || one.kind === "surrendered") &&
              one.formation === id,
          );
        for (const event of events) {
          if (event.kind !== "retreated" || event.ordered) continue;
          const defenders = held.get(event.from);
          if (defenders === undefined || assaulted.has(event.from)) continue;
          expect(defenders.filter(stayed)).not.toContain(event.formation);
        }
      }
    }),
    RUNS,
  );
});

test("who was relieved in the line did not fight, and others with as many men did", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const [, events] of turnsIn(setup, seed))
        for (const event of events) {
          if (event.kind !== "rotated") continue;
          const battles = events.filter((one) => one.kind === "battle-resolved");
          const fought = battles.flatMap((one) => [...one.attackers, ...one.defenders]);
          expect(fought.map(({ formation }) => formation)).not.toContain(event.formation);
          expect(battles.map(({ place }) => place)).toContain(event.place);
        }
    }),
    RUNS,
  );
});

test("nobody goes farther in a turn than its hours allow, nor through a place where an enemy stood", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      for (const [before, events] of turnsIn(setup, seed)) {
        const first = events.findIndex(({ kind }) => kind === "battle-resolved");
        const marches = first < 0 ? events : events.slice(0, first);
        for (const event of marches) checkMarch(setup, before, event, gone(marches));
      }
    }),
    RUNS,
  );
});

/** Formations that aircraft left without a man before anyone marched. */
function gone(events: readonly Event[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => (event.kind === "surrendered" ? [event.formation] : [])),
  );
}

/** A march of the movement step: from link to link, at most the fastest road for all its hours. */
function checkMarch(setup: Setup, before: World, event: Event, lost: ReadonlySet<string>): void {
  if (event.kind !== "marched") return;
  const { side } = setup.formations[event.formation]!;
  const start = before.formations[event.formation]!;
  // A formation that was made in this turn has no place before it.
  if (start.status !== "active" || start.place === null) return;
  const { dayHours, nightHours } = setup.parameters.movement;
  const fastest = Math.max(
    ...Object.values(setup.parameters.surfaces).map((one) => one.dayKmPerHour),
  );
  let km = event.kmDone - start.kmDone;
  let at = start.place;
  for (const place of event.path) {
    const link = setup.neighbours[at]!.find(({ to }) => to === place);
    expect(link, `${at} to ${place}`).toBeDefined();
    km += link!.km;
    const enemies = Object.entries(before.formations).filter(
      ([id, one]) =>
        one.status === "active" && one.place === place && setup.formations[id]!.side !== side,
    );
    for (const [id] of enemies) expect(lost.has(id), `${id} at ${place}`).toBe(true);
    at = place;
  }
  expect(km).toBeLessThanOrEqual(Math.max(dayHours, nightHours) * fastest);
}

const garrison = fc.record({
  men: fc.integer({ min: 20, max: 900 }),
  class: fc.constantFrom("militia", "static", "elite"),
  cohesion: fc.integer({ min: 20, max: 90 }),
  supplyDays: fc.constantFrom(0.5, 2, 5),
});

const enclave = fc.record({
  ring: fc.integer({ min: 1, max: 5 }),
  besiegers: fc.integer({ min: 100, max: 2000 }),
  garrisons: fc.array(garrison, { minLength: 1, maxLength: 3 }),
  feeds: fc.constantFrom("depot", "source"),
  terrain: fc.constantFrom("flat-desert", "urban", "rugged"),
  seed: fc.integer(),
});

/** A blue place whose every neighbour holds red men; it has a depot for the time, or is a source. */
function enclaveOf({
  ring,
  besiegers,
  garrisons,
  feeds,
  terrain,
}: typeof enclave extends fc.Arbitrary<infer T> ? T : never): Setup {
  const around = Array.from({ length: ring }, (_, at) => `camp${at + 1}`);
  const inside = garrisons.map((one, at): [string, Partial<Formation> & { side: string }] => [
    `guard${at + 1}`,
    { ...one, side: "blue", place: "enclave" },
  ]);
  const outside = around.map((place, at): [string, Partial<Formation> & { side: string }] => [
    `siege${at + 1}`,
    { side: "red", place, men: besiegers },
  ]);
  const men = garrisons.reduce((sum, one) => sum + one.men, 0);
  return tinySetup({
    turns: 60,
    places: {
      ...Object.fromEntries(around.map((id) => [id, { holder: "red", supplies: ["red"] }])),
      enclave: {
        holder: "blue",
        terrain,
        supplies: feeds === "source" ? ["blue"] : [],
        depotManDays: feeds === "depot" ? men * 60 : 0,
      },
    },
    roads: around.map((id) => `${id} enclave 10 road`),
    formations: Object.fromEntries([...inside, ...outside]),
  });
}

test("a besieged, supplied enclave that nobody assaults does not collapse of itself in 60 turns", () => {
  fc.assert(
    fc.property(enclave, (given) => {
      const setup = enclaveOf(given);
      const chance = createChance(`siege ${given.seed}`, setup);
      let world = startWorld(setup);
      const start = startWorld(setup);
      for (let turn = 0; turn < 60; turn++) {
        const stepped = step(setup, world, { orders: {}, rulings: [], injects: [] }, chance);
        expect(stepped.events.filter(({ kind }) => kind === "cohesion-lost")).toEqual([]);
        world = stepped.world;
      }
      expect(world.places["enclave"]!.holder).toBe("blue");
      for (const [id, state] of Object.entries(world.formations)) {
        if (setup.formations[id]!.side !== "blue") continue;
        expect(state).toMatchObject({ status: "active", place: "enclave", freshness: 1 });
        expect(state.men).toBe(start.formations[id]!.men);
        expect(state.cohesion).toBeGreaterThanOrEqual(start.formations[id]!.cohesion);
      }
    }),
    { numRuns: 60 },
  );
});

test("the same enclave with nothing in its depot does", () => {
  fc.assert(
    fc.property(enclave, (given) => {
      const setup = enclaveOf({ ...given, feeds: "depot", besiegers: 2000 });
      const bare = {
        ...setup,
        places: { ...setup.places, enclave: { ...setup.places["enclave"]!, depotManDays: 0 } },
      };
      const chance = createChance(`siege ${given.seed}`, bare);
      let world = startWorld(bare);
      for (let turn = 0; turn < 60; turn++)
        world = step(bare, world, { orders: {}, rulings: [], injects: [] }, chance).world;
      for (const [id, state] of Object.entries(world.formations))
        if (setup.formations[id]!.side === "blue")
          expect(state.cohesion).toBeLessThan(setup.formations[id]!.cohesion);
    }),
    { numRuns: 20 },
  );
});
