import { expect, test } from "vitest";
import { checkWorld, eventsFor } from "../../src/engine/index.ts";
import { all, startOf, the, turnOf } from "../support/table.ts";
import { tinySetup, type TinyParts } from "../support/tiny-setup.ts";

/** A blue formation with stragglers in the rear, of which an inject may call it away. */
const scattered = (status: "broken" | "lost" | "left", change: Partial<TinyParts> = {}) => {
  const setup = tinySetup({
    places: { camp: { holder: "red" }, town: { holder: "blue" } },
    roads: ["camp town 10 road"],
    formations: {
      taker: { side: "blue", place: "town", men: 300 },
      far: { side: "red", place: "camp" },
    },
    ...change,
  });
  const start = startOf(setup, (copy) => {
    Object.assign(copy.formations["taker"]!, {
      status,
      men: 240,
      missing: 30,
      stragglers: 30,
      place: "town",
      rallyTurn: 9,
    });
  });
  return { setup, start };
};

test.each(["lost", "left"] as const)(
  "11.4 stragglers of a formation that is %s are missing, and that once",
  (status) => {
    const { setup, start } = scattered(status);
    const { events, world } = turnOf(setup, start, []);
    expect(the(events, "stragglers-missing")).toEqual({
      kind: "stragglers-missing",
      formation: "taker",
      men: 30,
    });
    expect(world.formations["taker"]).toMatchObject({ stragglers: 0, missing: 60, men: 240 });
    expect(checkWorld(setup, world)).toEqual([]);
    expect(all(turnOf(setup, world, []).events, "stragglers-missing")).toEqual([]);
    const told = (seat: string) => all(eventsFor(setup, events, seat), "stragglers-missing").length;
    expect([told("blue"), told("red")]).toEqual([1, 0]);
  },
);

test("11.4 while it may still rally they are stragglers", () => {
  const { setup, start } = scattered("broken");
  const { events, world } = turnOf(setup, start, []);
  expect(all(events, "stragglers-missing")).toEqual([]);
  expect(world.formations["taker"]!.stragglers).toBe(30);
});

test("11.4 those of a broken formation that is recalled are missing in the same turn", () => {
  const { setup, start } = scattered("broken", {
    injects: {
      home: {
        title: "Home",
        text: "They go.",
        audience: ["blue"],
        when: { always: true },
        effects: [{ kind: "recall", formations: ["taker"] }],
        trainingObjective: null,
        expectedResponse: "None.",
      },
    },
  });
  expect(turnOf(setup, start, []).world.formations["taker"]).toMatchObject({
    status: "left",
    stragglers: 0,
    missing: 60,
  });
});
