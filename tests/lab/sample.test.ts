import fc from "fast-check";
import { expect, test } from "vitest";
import { addRow, addRun, columnOf, emptySample, presentColumn } from "../../src/lab/sample.ts";

const anyMeasure = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -200, max: 200 }),
  fc.constantFrom(-128, 127, 128, -32_768, 32_768, -(2 ** 31), 2 ** 31, 2 ** 53, -0, 0.1),
  fc.double({ noNaN: true }),
);

test("a column gives back every value to the last bit, whatever came before and after it", () => {
  fc.assert(
    fc.property(fc.array(anyMeasure, { maxLength: 200 }), fc.nat(250), (values, spare) => {
      const sample = emptySample(12, values.length + spare);
      for (const value of values) addRun(sample, { fall: value });
      const found = columnOf(sample, "fall");
      expect(found).toHaveLength(values.length);
      for (const [run, value] of values.entries()) expect(found[run]).toBe(value);
    }),
  );
});

test("a measure that begins late has no value before", () => {
  const sample = emptySample(12);
  for (let run = 0; run < 100; run++) addRun(sample, run < 70 ? { a: 1 } : { a: 1, b: 300 });
  expect([...presentColumn(sample, "b")]).toEqual(Array.from({ length: 30 }, () => 300));
  expect(columnOf(sample, "b").slice(0, 71)).toEqual([
    ...Array.from({ length: 70 }, () => null),
    300,
  ]);
});

test("twenty thousand runs of sixty small whole measures take one byte a value", () => {
  const names = Array.from({ length: 60 }, (_, at) => `m${at}`);
  const sample = emptySample(12, 20_000);
  const row = Float64Array.from(names, (_, at) => at);
  for (let run = 0; run < 20_000; run++) addRow(sample, names, row);
  const bytes = Object.values(sample.columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(bytes).toBe(1_200_000);
});
