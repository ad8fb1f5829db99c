import { expect, test } from "vitest";
import { apply, type Event, startWorld, type World } from "../../src/engine/index.ts";
import { field } from "../support/one-battle.ts";
import { changed, evenChance, turnOf } from "../support/table.ts";

const setup = field();
const ASSAULT = ["column assault post"];

test("the plain hand writes into the world that it is given, the other leaves it as it was", () => {
  const before = startWorld(setup);
  const kept = turnOf(setup, before, ASSAULT, evenChance(), [], "immer");
  expect(before).toEqual(startWorld(setup));
  expect(kept.world).not.toBe(before);
  const given = startWorld(setup);
  const written = turnOf(setup, given, ASSAULT, evenChance(), [], "plain");
  expect(written.world).toBe(given);
  expect(written).toEqual(kept);
});

test("what one turn of either hand leaves alone the other hand's next turn finds", () => {
  const war = (hand: "immer" | "plain") => {
    let world: World = startWorld(setup);
    const log: (readonly Event[])[] = [];
    for (const lines of [ASSAULT, [], []]) {
      const stepped = turnOf(setup, world, lines, evenChance(0.7), [], hand);
      world = stepped.world;
      log.push(stepped.events);
    }
    return { world, log };
  };
  expect(war("plain")).toEqual(war("immer"));
});

test("a game that is over stays as it is, and nothing happens", () => {
  const over = changed(startWorld(setup), (copy) => void (copy.over = true));
  const { world, events } = turnOf(setup, over, ASSAULT);
  expect(world).toBe(over);
  expect(events).toEqual([]);
});

test.each([
  ["a formation", { kind: "order-failed", formation: "ghost" }],
  ["a place", { kind: "front-moved", place: "moon", advanceKm: 1 }],
  ["a wing", { kind: "sorties-flown", wing: "owls", lost: 1 }],
  ["a contingent", { kind: "contingent-left", contingent: "nobody" }],
  ["a seat", { kind: "rules-set", seat: "press", place: "post", level: "free" }],
  ["a track", { kind: "threshold-passed", track: "grain", threshold: "low" }],
  ["an objective", { kind: "objective-scored", objective: "none", seats: [], points: 1 }],
  [
    "a kind of kit",
    {
      kind: "air-struck",
      casualties: [{ formation: "guard", killed: 0, wounded: 0, kit: { chariot: 1 } }],
    },
  ],
])("an event that names %s which the world does not have is a bug, and says so", (_, event) => {
  const copy = changed(startWorld(setup), () => {});
  expect(() => apply(copy, event as unknown as Event)).toThrow("which the world does not have");
});

test("an event of no kind that there is is a bug too", () => {
  const copy = changed(startWorld(setup), () => {});
  expect(() => apply(copy, { kind: "miracle" } as unknown as Event)).toThrow("miracle");
});
