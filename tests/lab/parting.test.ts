import { expect, test } from "vitest";
import type { Order } from "../../src/engine/index.ts";
import { partingOf } from "../../src/lab/parting.ts";
import type { Game } from "../../src/lab/replicate.ts";
import { tinySetup } from "../support/tiny-setup.ts";

const setup = tinySetup({
  places: { camp: { holder: "red" }, town: { holder: "blue", depthKm: 2 } },
  roads: ["camp town 10 road"],
  formations: {
    band: { side: "red", place: "camp", men: 900 },
    guard: { side: "blue", place: "town", men: 400 },
  },
});

const assault: Order = { unit: "band", verb: "assault", to: "town", via: [], count: 0 };

/** Red attacks from a turn on, and stands still before. */
const attacksFrom = (turn: number): Game => ({
  setup,
  policies: { red: (view) => (view.turn + 1 >= turn ? [assault] : []) },
  aims: {},
  asked: {},
});

test("two runs part at the first event that is not the same", () => {
  const parting = partingOf(attacksFrom(2), attacksFrom(3), "dice#1");
  expect(parting?.turn).toBe(2);
  expect(parting?.a).not.toEqual(parting?.b);
  expect(parting?.a?.kind).toBe("order-received");
});

test("the same game on the same dice never parts", () => {
  expect(partingOf(attacksFrom(2), attacksFrom(2), "dice#1")).toBe(null);
});

test("a run that ends parts where the other has no more in this turn", () => {
  const shorter = { ...attacksFrom(1), setup: { ...setup, turns: 1 } };
  const parting = partingOf(attacksFrom(1), shorter, "dice#1");
  expect(parting).toMatchObject({ turn: 1, a: null });
  expect(parting?.shared).toBeGreaterThan(0);
});
