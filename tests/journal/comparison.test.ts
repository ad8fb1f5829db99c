import { describe, expect, it } from "vitest";
import type { Event } from "../../src/engine/index.ts";
import { compareCourses, type CourseTurn, type TableNames } from "../../src/journal/index.ts";

const side = { name: "", adjective: "" };
const names = {
  sides: { red: side, blue: side },
  formations: { lancers: { name: "Lancers", side: "red" }, guard: { name: "Guard", side: "blue" } },
  objectives: { hill: { title: "Hill", seats: ["red-command"], scored: "first" } },
} as unknown as TableNames;

const event = (fields: object) => fields as unknown as Event;
const taken = event({
  kind: "place-taken",
  place: "hill",
  from: "blue",
  by: "red",
  how: "walk-in",
});
const scored = event({ kind: "objective-scored", objective: "hill", points: 3 });
const surrendered = event({ kind: "surrendered", formation: "guard", place: "hill", captured: 40 });
const broke = event({ kind: "formation-broke", formation: "lancers", missing: 7, stragglers: 90 });
const began = (turn: number) => event({ kind: "turn-began", turn });

const start: CourseTurn = { turn: 0, events: [], holders: { hill: "blue", town: "blue" } };
const turnOf = (turn: number, events: readonly Event[], hill: string): CourseTurn => ({
  turn,
  events: [began(turn), ...events],
  holders: { hill, town: "blue" },
});

const taking = [start, turnOf(1, [], "blue"), turnOf(2, [surrendered, taken, scored], "red")];
const waiting = [start, turnOf(1, [], "blue"), turnOf(2, [broke], "blue"), turnOf(3, [], "blue")];

describe("two courses side by side", () => {
  const { parting, turns } = compareCourses(names, taking, waiting);

  it("part at the first event that differs", () => {
    expect(parting).toEqual({ turn: 2, event: 1, first: surrendered, second: broke });
    expect(turns.map(({ same }) => same)).toEqual([true, true, false, false]);
  });

  it("have their falls, losses and points beside each other, and what each has of its own", () => {
    expect(turns[2]).toMatchObject({
      first: {
        taken: [{ place: "hill", by: "red" }],
        lost: { red: 0, blue: 40 },
        points: { "red-command": 3 },
      },
      second: { taken: [], lost: { red: 7, blue: 0 }, points: {} },
      firstOnly: [surrendered, taken, scored],
      secondOnly: [broke],
      apart: [{ place: "hill", first: "red", second: "blue" }],
    });
  });

  it("may be of different lengths: past the end of one there is nothing", () => {
    expect(turns[3]).toMatchObject({ first: null, apart: [] });
    expect(turns[3]?.second?.lost).toEqual({ red: 7, blue: 0 });
  });

  it("that go the same way as far as both go do not part", () => {
    expect(compareCourses(names, waiting, waiting.slice(0, 3)).parting).toBeNull();
  });
});
