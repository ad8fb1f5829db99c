import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, digestOf, startWorld, worldDigests } from "../../src/engine/index.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { changed } from "../support/table.ts";

test("keys are written in code-unit order at every depth, lists as they stand", () => {
  expect(canonicalJson({ b: [2, { z: 1, a: null }], a: "x", B: true })).toBe(
    '{"B":true,"a":"x","b":[2,{"a":null,"z":1}]}',
  );
});

test("a field without a value is left out", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test("a number is written as JSON writes it, whatever it is", () => {
  for (const number of [-0, Number.NaN, Infinity, 1e21, 5e-324, 0.1 + 0.2, -7])
    expect(canonicalJson(number)).toBe(JSON.stringify(number));
  fc.assert(
    fc.property(fc.double(), (number) => {
      expect(canonicalJson([number])).toBe(JSON.stringify([number]));
    }),
  );
});

test("canonical JSON is JSON of the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("the order in which keys were made changes no digest", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
      const reversed = Object.fromEntries(Object.entries(record).toReversed());
      expect(digestOf(reversed)).toBe(digestOf(record));
    }),
  );
});

test("the digest is SHA-256 of the canonical text in UTF-8", () => {
  const value = { name: "Sákhnah", men: 3 };
  expect(digestOf(value)).toBe(
    createHash("sha256").update(canonicalJson(value), "utf8").digest("hex"),
  );
});

const world = startWorld(compileSmall());

test("a world has a digest for each entity and one for what is in no record", () => {
  const digests = worldDigests(world);
  expect(Object.keys(digests)).toContain("/formations/hammer");
  expect(Object.keys(digests)).toContain("/knowledge/flint-command");
  expect(Object.keys(digests)).toContain("/tracks/favour");
  expect(digests["/"]).toBe(digestOf({ turn: 0, weather: world.weather, over: false }));
});

test("one changed field changes the digest of its entity and no other", () => {
  const before = worldDigests(world);
  const after = worldDigests(changed(world, (copy) => void copy.formations["hammer"]!.men--));
  expect(Object.keys(before).filter((key) => before[key] !== after[key])).toEqual([
    "/formations/hammer",
  ]);
});
