/** `model.md` 8.12, 5: nobody is anywhere but by a road, and nobody goes through the enemy in order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  apply,
  type Event,
  type Id,
  type Retreated,
  type Setup,
  startWorld,
  type World,
} from "../../src/engine/index.ts";
import { playRandom, randomGame } from "../support/random-game.ts";
import { all, firstTurn, steadyChance } from "../support/table.ts";
import { contingentOf, seatOf, tinySetup } from "../support/tiny-setup.ts";

const TURNS = 6;

const enemiesAt = (setup: Setup, world: World, place: Id, side: Id) =>
  Object.entries(world.formations).filter(
    ([id, one]) =>
      one.status === "active" && one.place === place && setup.formations[id]!.side !== side,
  );

/** Places that a side reaches from one without passing an enemy; the last of a way may hold one. */
function reached(setup: Setup, world: World, from: Id, side: Id): ReadonlySet<Id> {
  const found = new Set([from]);
  for (const place of found) {
    if (place !== from && enemiesAt(setup, world, place, side).length > 0) continue;
    for (const { to } of setup.neighbours[place]!) found.add(to);
  }
  return found;
}

/** Where the retreats of a turn are decided: what they go by is the world before the first of them. */
function decisionsIn(start: World, events: readonly Event[]): [World, Retreated][] {
  const world = structuredClone(start);
  let before: World | null = null;
  return events.flatMap((event): [World, Retreated][] => {
    const isFall = event.kind === "place-taken" && event.how === "assault";
    const isRetreat = event.kind === "retreated" && !event.ordered;
    if (before === null && (isFall || isRetreat)) before = structuredClone(world);
    const at = isRetreat ? before! : structuredClone(world);
    apply(world, event);
    return event.kind === "retreated" ? [[at, event]] : [];
  });
}

test("who falls back goes to a place of its side's that is free of the enemy, and through none that is not", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const { events, worlds } = playRandom(setup, seed, TURNS);
      events.forEach((turn, at) => {
        if (!turn.some(({ kind }) => kind === "retreated")) return;
        for (const [world, event] of decisionsIn(worlds[at - 1] ?? startWorld(setup), turn)) {
          const { formation, from, to, ordered } = event;
          const { side } = setup.formations[formation]!;
          // 8.5: who runs on a second time goes by what the falls have left.
          if (world.formations[formation]!.status === "broken") continue;
          expect(world.formations[formation]!.place).toBe(from);
          expect(world.places[to]!.holder).toBe(side);
          expect(enemiesAt(setup, world, to, side)).toEqual([]);
          expect(reached(setup, world, from, side).has(to), `${from} to ${to}`).toBe(true);
          if (ordered) expect(setup.neighbours[from]!.map((link) => link.to)).toContain(to);
        }
      });
    }),
    { numRuns: 50 },
  );
});

test("of two sides that assault one place the one whose marker it is takes it, or nobody does", () => {
  const men = fc.integer({ min: 300, max: 4000 });
  fc.assert(
    fc.property(men, men, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (red, amber, u) => {
      const setup = threeSides(red, amber);
      const orders = ["band assault post", "column assault post"];
      const { events, world } = firstTurn(setup, orders, steadyChance(u));
      const last = all(events, "battle-resolved").at(-1)!;
      const { holder, assaultedBy } = world.places["post"]!;
      expect([last.attacker, assaultedBy]).toEqual(["red", "red"]);
      expect(holder).toBe(last.advanceKm >= last.depthKm ? "red" : "blue");
    }),
    { numRuns: 30 },
  );
});

/** Red and amber on either side of a post of blue's. */
function threeSides(red: number, amber: number): Setup {
  const { sides } = tinySetup({ places: {}, roads: [], formations: {} });
  const ids = ["amber", "blue", "red"];
  return tinySetup({
    sides: Object.fromEntries(ids.map((id) => [id, { ...(sides[id] ?? sides["red"]!), name: id }])),
    seats: Object.fromEntries(ids.map((id) => [id, seatOf(id)])),
    contingents: Object.fromEntries(ids.map((id) => [id, contingentOf(id)])),
    places: {
      camp: { holder: "red" },
      hut: { holder: "amber" },
      post: { holder: "blue", depthKm: 3 },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "hut post 10 road", "post rear 10 road"],
    formations: {
      band: { side: "amber", place: "hut", men: amber },
      column: { side: "red", place: "camp", men: red },
      guard: { side: "blue", place: "post", men: 600 },
    },
  });
}
