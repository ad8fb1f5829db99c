import fc from "fast-check";
import { expect, test } from "vitest";
import { addRow, addRun, columnOf, emptySample, presentColumn } from "../../src/lab/sample.ts";

const anyMeasure = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -200, max: 200 }),
  fc.constantFrom(
    -128,
    -127,
    127,
    128,
    254,
    255,
    -32_768,
    32_768,
    -(2 ** 31),
    2 ** 31,
    2 ** 53,
    -0,
    0.1,
  ),
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

test("a measure that pauses has no value meanwhile, in a column of many blocks", () => {
  const valueOf = (run: number) => (run % 9000 < 200 ? null : run < 20_000 ? run % 255 : run / 4);
  const sample = emptySample(12, 40_000);
  for (let run = 0; run < 40_000; run++) {
    const value = valueOf(run);
    addRun(sample, value === null ? { a: 1 } : { a: 1, b: value });
  }
  expect(columnOf(sample, "b")).toEqual(Array.from({ length: 40_000 }, (_, run) => valueOf(run)));
  expect(presentColumn(sample, "b")).toHaveLength(39_000);
});

test("one wide value widens its block and no other", () => {
  const sample = emptySample(12, 40_000);
  for (let run = 0; run < 40_000; run++) addRun(sample, { a: run === 20_000 ? 0.5 : 254 });
  const widths = sample.columns["a"]!.blocks.map((block) => block?.BYTES_PER_ELEMENT);
  expect(widths).toEqual([1, 8, 1]);
});

test("twenty thousand runs of sixty small whole measures take one byte a value", () => {
  const names = Array.from({ length: 60 }, (_, at) => `m${at}`);
  const sample = emptySample(12, 20_000);
  const row = Float64Array.from(names, (_, at) => at);
  for (let run = 0; run < 20_000; run++) addRow(sample, names, row);
  const blocks = Object.values(sample.columns).flatMap((column) => column.blocks);
  const bytes = blocks.reduce((sum, block) => sum + (block?.byteLength ?? 0), 0);
  expect(bytes).toBe(1_200_000);
});
