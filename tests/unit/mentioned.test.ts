import { expect, test } from "vitest";
import { mentionedIn, type Event } from "../../src/engine/index.ts";

const unseen = { place: "fir", men: 90, turn: 2, moving: false };
const mentioned = (...events: object[]) => [
  ...mentionedIn([{ contacts: { guards: unseen } }], events as Event[]),
];

test("a seat was told of whom it has reports, and of whom its events name", () => {
  const fought = { kind: "battle-resolved", attackers: [{ formation: "column", men: 3 }] };
  const seen = { kind: "scouted", formations: ["own"], place: "fir", seen: ["rearguard"] };
  expect(mentioned(fought, seen)).toEqual(["guards", "column", "own", "rearguard"]);
});

test("a word is no name of a formation that happens to be called by it", () => {
  const order = { unit: "own", verb: "assault", to: "town", via: [], count: 0 };
  expect(mentioned({ kind: "order-began", formation: "own", order })).toEqual(["guards", "own"]);
  expect(mentioned({ kind: "joined", formation: "own", into: "own", kit: { tank: 3 } })).toEqual([
    "guards",
    "own",
  ]);
});

test("what an event leaves open names nobody", () => {
  const shaken = { kind: "cohesion-lost", formation: "own", terms: [], test: null };
  expect(mentioned(shaken)).toEqual(["guards", "own"]);
});

test("who guesses a name in an order that is refused is not told that there is one", () => {
  const order = { unit: "ghosts", verb: "move", to: "fir", via: [], count: 0 };
  expect(mentioned({ kind: "order-refused", seat: "red", order })).toEqual(["guards"]);
});
