import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  binsOf,
  curveSpec,
  curveText,
  heatSpec,
  heatText,
  histogramSpec,
  histogramText,
  type Line,
  type MatrixData,
  matrixSpec,
  matrixText,
  tornadoSpec,
  tornadoText,
} from "../../src/reports/index.ts";

const FOOT = { scenario: "valley", hash: "0123456789abcdef0123", seed: "dice", runs: 1200 };
const FOOT_TEXT = "In this model: scenario valley, 0123456789abcdef…, seed dice, 1,200 runs";

const HISTOGRAM = {
  title: "Fall of the town",
  unit: "turn",
  bins: binsOf([7, 7, 7, 7, 9]),
  without: { count: 2, words: "not by turn 12" },
};
const CURVE = {
  title: "Fallen by",
  turns: [
    { turn: 1, label: "1 May, day", found: 0, low: 0, high: 0.1 },
    { turn: 2, label: "1 May, night", found: 0.5, low: 0.4, high: 0.6 },
    { turn: 3, label: "2 May, day", found: 1, low: 0.9, high: 1 },
  ],
};
const HEAT = {
  title: "Chance that the town holds",
  x: { title: "attackers", levels: [1000, 2000] },
  y: { title: "garrison", levels: [500, 600] },
  cells: [
    [0.5, 0.05],
    [0.95, null],
  ],
};
const TORNADO = {
  title: "Effects on the fall",
  bars: [
    { title: "nerve", found: -3, low: -4, high: -2, source: "CHRON" },
    { title: "idle", found: 0.1, low: -0.4, high: 0.6, source: "" },
  ],
};
const choice = (title: string, weight: number, isStruck = false) => ({ title, weight, isStruck });
const MATRIX: MatrixData = {
  title: "Payoff to Red",
  red: [choice("Thrust", 1), choice("Pin", 0, true)],
  blue: [choice("Ring", 0.25), choice("City", 0.75)],
  cells: [
    [1, 2],
    [-3, 0.5],
  ].map((row) => row.map((found) => ({ found, low: found - 1, high: found + 1 }))),
};

const PICTURES: [name: string, text: (width: number) => Line[], spec: object][] = [
  ["histogram", (width) => histogramText(HISTOGRAM, FOOT, width), histogramSpec(HISTOGRAM, FOOT)],
  ["fall curve", (width) => curveText(CURVE, FOOT, width), curveSpec(CURVE, FOOT)],
  ["heat map", (width) => heatText(HEAT, FOOT, width), heatSpec(HEAT, FOOT)],
  ["tornado", (width) => tornadoText(TORNADO, FOOT, width), tornadoSpec(TORNADO, FOOT)],
  ["matrix", (width) => matrixText(MATRIX, FOOT, width), matrixSpec(MATRIX, FOOT)],
];

describe.each(PICTURES)("a %s", (_name, text, spec) => {
  test("names the model, the scenario's hash, the seed and the runs", () => {
    const all = text(100)
      .map((line) => line.text)
      .join("\n");
    expect(all).toContain(FOOT_TEXT);
    expect(JSON.stringify(spec)).toContain(FOOT_TEXT);
  });

  test.each([60, 80, 120])("keeps to %i columns and has no colours", (width) => {
    for (const line of text(width)) {
      expect(line.text.length).toBeLessThanOrEqual(width);
      expect(line.text).not.toContain("\u001b");
    }
  });

  test("is plain JSON with its data inside, and asks the network for nothing", () => {
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(spec).toMatchObject({ data: { values: expect.any(Array) } });
    expect(JSON.stringify(spec)).not.toContain('"url"');
  });
});

const rowsOf = (lines: readonly Line[]) => lines.map(({ text }) => text);

test("a histogram has a row a bin, with a bar as long as its count", () => {
  const rows = rowsOf(histogramText(HISTOGRAM, FOOT, 60)).slice(2, 6);
  const bars = rows.map((row) => row.match(/■/g)?.length ?? 0);
  expect(rows.map((row) => row.replace(/■/g, "").trim())).toEqual([
    "7                  4",
    "8                  0",
    "9                  1",
    "not by turn 12     2",
  ]);
  expect(bars[0]! / bars[2]!).toBeCloseTo(4, 0);
  expect(bars[1]).toBe(0);
});

test("a fall curve draws what was found inside its band", () => {
  const rows = rowsOf(curveText(CURVE, FOOT, 80)).slice(2, 5);
  for (const row of rows) expect(row).toMatch(/│ *░*●░* *│/);
  expect(rows[0]).toMatch(/│●░+ +│ 0\.00 \(0\.00 to 0\.10\)$/);
  expect(rows[2]).toMatch(/│ +░+●│ 1\.00 \(0\.90 to 1\.00\)$/);
});

test("a heat map has the highest level on top, and a point where nothing was run", () => {
  const rows = rowsOf(heatText(HEAT, FOOT, 80));
  expect(rows[2]).toMatch(/600 +0\.95 ██ +·$/);
  expect(rows[3]).toMatch(/500 +0\.5 ▓▓ +0\.05 ░░$/);
});

test("a heat map without room for numbers keeps its shades", () => {
  const levels = Array.from({ length: 30 }, (_, at) => at);
  const wide = { ...HEAT, x: { title: "men", levels }, cells: [levels, levels] };
  const row = rowsOf(heatText(wide, FOOT, 80))[2]!;
  expect(row).toMatch(/░+▒+▓+█+$/);
});

test("a tornado draws bars from zero, with the source below", () => {
  const rows = rowsOf(tornadoText(TORNADO, FOOT, 80));
  expect(rows[1]).toMatch(/nerve +░+●░+■+│ +-3 \(-4 to -2\)$/);
  expect(rows[2]).toBe("    CHRON");
  expect(rows[3]).toMatch(/idle +░+│?●?░+ +0\.1 \(-0\.4 to 0\.6\)$/);
});

test("a matrix has the mixes beside its courses, and marks what is struck out", () => {
  const rows = rowsOf(matrixText(MATRIX, FOOT, 80));
  expect(rows.slice(1, 7)).toEqual([
    "                     A     B",
    "                  25 %  75 %",
    "  Thrust  100 %      1     2",
    "  Pin         ×     -3   0.5",
    "  A  Ring",
    "  B  City",
  ]);
});

describe("bins", () => {
  test("of few whole numbers are one each, of many a round width", () => {
    expect(binsOf([2, 2, 4])).toEqual([
      { from: 2, to: 2, count: 2 },
      { from: 3, to: 3, count: 0 },
      { from: 4, to: 4, count: 1 },
    ]);
    const wide = binsOf([0, 130, 999], 10);
    expect(wide.map(({ from, to }) => to - from)).toEqual(wide.map(() => 100));
    expect(wide.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(binsOf([])).toEqual([]);
  });

  test("of a width say that the upper edge is not in them", () => {
    const bins = { ...HISTOGRAM, bins: binsOf([24, 50], 13), without: null };
    expect(
      histogramText(bins, FOOT, 80)
        .map(({ text }) => text)
        .join(" "),
    ).toContain("24 to below 26");
  });

  const values = fc.array(
    fc.oneof(fc.integer({ min: -9999, max: 9999 }), fc.double({ min: -9, max: 9, noNaN: true })),
    { minLength: 1 },
  );

  test("hold every value once", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 40 }), (all, most) => {
        const bins = binsOf(all, most);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(bins.length).toBeLessThanOrEqual(most + 2);
      }),
    );
  });
});
