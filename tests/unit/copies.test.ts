import { expect, test } from "vitest";
import { startWorld, type World } from "../../src/engine/index.ts";
import { copyWorld } from "../../src/engine/world/copy-world.ts";
import { copyOf, mapValues } from "../../src/engine/world/copy.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { changed } from "../support/table.ts";

/** Every object in plain data, however deep. */
function objectsIn(data: unknown): readonly object[] {
  if (typeof data !== "object" || data === null) return [];
  return [data, ...Object.values(data).flatMap(objectsIn)];
}

function shared(one: unknown, other: unknown): readonly object[] {
  const known = new Set(objectsIn(one));
  return objectsIn(other).filter((object) => known.has(object));
}

const setup = compileSmall();

/** A world in which every list and every record that may be empty holds something. */
const full: World = changed(startWorld(setup), (copy) => {
  const hammer = copy.formations["hammer"]!;
  hammer.task = { verb: "move", to: "town", via: ["mill"], count: 0 };
  hammer.pending = { unit: "hammer", verb: "move", to: "town", via: ["tower"], count: 0 };
  copy.places["town"]!.abandoned["flint"]!["tank"] = 1;
});

test("a copy of a world is the same world, and shares no object with it", () => {
  const copy = copyWorld(full);
  expect(copy).toEqual(full);
  expect(shared(full, copy)).toEqual([]);
});

test("its records keep their keys in order", () => {
  const copy = copyWorld(full);
  for (const [name, record] of Object.entries(full))
    expect([name, Object.keys(copy[name as keyof World])]).toEqual([name, Object.keys(record)]);
});

test("no two worlds before the first turn share an object, and none remembers another", () => {
  const first = startWorld(setup);
  const second = startWorld(setup);
  expect(shared(first, second)).toEqual([]);
  first.formations["hammer"]!.men = 1;
  first.tracks["favour"] = 1;
  expect(startWorld(setup)).toEqual(second);
});

test.each([
  ["a record of lists", { a: [1, { b: [2, null] }], c: { d: "x", e: true } }],
  ["a list of records", [{ a: 1 }, { a: { b: 2 } }]],
  ["nothing", null],
  ["a number", 3],
])("%s is copied whole, and shares no object", (_, data) => {
  const copy = copyOf(data);
  expect(copy).toEqual(data);
  expect(Array.isArray(copy)).toBe(Array.isArray(data));
  expect(shared(data, copy)).toEqual([]);
});

test("what is made of each value of a record stands under its key", () => {
  expect(mapValues({ a: 1, b: 2 }, (value, id) => `${id}${value}`)).toEqual({ a: "a1", b: "b2" });
});
