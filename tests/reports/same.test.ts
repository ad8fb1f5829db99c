import { expect, it } from "vitest";
import { ledgerLines, ledgerSections, sweepLines, sweepSections } from "../../src/reports/index.ts";

const FOOT = { scenario: "valley", hash: "0123456789abcdef0123", seed: "dice", runs: 180 };
const NONE = { found: 0, low: 0, high: 0 };

it("a sweep whose runs all gave the same says so, and has no direction and no effect", () => {
  const design = {
    title: "How many",
    factors: [{ id: "men", title: "Men" }],
    measures: { falls: { title: "It falls" } },
  };
  const table = [1, 2].map((men) => ({ ...NONE, high: 0.1, values: { men }, n: 90 }));
  const effects = { men: NONE };
  const swept = {
    measures: { falls: { table, effects, ranks: {}, outliers: [], same: 0 } },
    breakEvens: [
      {
        factor: "men",
        measure: "falls",
        share: 0.5,
        direction: null,
        found: Infinity,
        low: Infinity,
        high: Infinity,
        fit: [{ value: 0 }],
      },
    ],
  };
  const text = sweepLines(design, swept, [], FOOT, 120).map((one) => one.text);
  expect(text).toContain("  the same in every run of every point: 0.");
  expect(text).toContain(
    "  It falls, in 50 % of the runs: no break-even of Men; it is 0 % at every point.",
  );
  expect(text.join("\n")).not.toMatch(/effects|correlations|rising|beyond/);
  const page = JSON.stringify(sweepSections(design, swept, [], FOOT));
  expect(page).toContain("the same in every run of every point: 0");
  expect(page).not.toMatch(/effects|correlations|rising|beyond/);
});

it("a ledger whose runs do not differ says so, and ranks nothing", () => {
  const number = { title: "Nerve", low: 1, high: 2, sources: [], assumption: "-" };
  const told = {
    title: "the fall",
    shares: { share: { found: null, low: 0, high: 1 }, points: 4, runs: 2 },
    isPartial: true,
    entries: [{ ...number, confidence: null, effect: NONE, isSeen: false }],
    foot: FOOT,
  };
  const text = ledgerLines(told, 120)
    .map((one) => one.text)
    .join("\n");
  expect(text).toContain("the runs do not differ");
  expect(text + JSON.stringify(ledgerSections(told))).not.toMatch(/Rank correlation|Nerve/);
});
