import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportioned } from "../../src/scenarios/apportion.ts";
import {
  type Factor,
  patchOfPoint,
  readClaim,
  readDesign,
  readScenario,
  uncertainNumbers,
} from "../../src/scenarios/index.ts";
import { readSmall } from "../support/small-scenario.ts";
import { linesOf } from "./edit.ts";

const RANGE = { value: 500, low: 300, high: 800, sources: ["CHRON"], confidence: "L" };
const scenario = readSmall([{ op: "replace", path: "/formations/town-guard/men", value: RANGE }]);

const WATCHES = ["/formations/tower-watch/men", "/formations/mill-watch/men"];

const design = {
  format: "tadmor-design/1",
  title: "How many hold the town",
  scenario: "valley",
  factors: {
    guard: { title: "Town guard", of: { pointer: "/formations/town-guard/men" } },
    watches: { title: "Both watches", of: { total: WATCHES }, range: { low: 100, high: 700 } },
    supply: {
      title: "Supply",
      of: { scaled: ["/formations/hammer/supplyDays", "/formations/hammer/men"] },
      levels: [0.5, 1],
    },
    sharpness: { title: "Sharpness", of: { parameter: "/odds/sharpness" } },
  },
  design: { kind: "full-factorial" },
  runs: 20,
  measures: {
    fall: { title: "Fall of the town", measure: "town-fall" },
    holds: { title: "The town holds", test: { never: "town-fall" } },
  },
  breakEven: [{ factor: "guard", measure: "holds" }],
};

const claim = {
  format: "tadmor-claim/1",
  title: "The guard holds",
  statement: "Whatever the guard's strength, the town holds in half of the runs.",
  scenario: "valley",
  factors: { guard: design.factors.guard },
  test: { never: "town-fall" },
  atLeast: 0.5,
};

const readOne = (file: object) =>
  "measures" in file
    ? readDesign(JSON.stringify(file), scenario)
    : readClaim(JSON.stringify(file), scenario);

describe("factors", () => {
  const read = readDesign(JSON.stringify(design), scenario);
  const factors = read.ok ? read.value.factors : [];

  test("take their range from the estimate, and their grid from what is counted", () => {
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(factors).toMatchObject([
      { id: "guard", value: 500, low: 300, high: 800, step: 1, levels: null },
      { id: "watches", value: 350, low: 100, high: 700, step: 1 },
      { id: "supply", value: 1, low: 0.5, high: 1, step: null, levels: [0.5, 1] },
      { id: "sharpness", kind: "parameter", step: null },
    ]);
  });

  test("become a patch that the scenario takes, with shares kept and parameters overridden", () => {
    const values = { guard: 444, watches: 701, supply: 0.5, sharpness: 3 };
    const patched = readSmall(patchOfPoint(factors, values, scenario.file));
    const { formations, parameters } = patched.setup;
    expect(formations["town-guard"]!.men).toBe(444);
    // 150 and 200 of 350, twice and one man over: the larger remainder is the second's.
    expect(formations["tower-watch"]!.men).toBe(300);
    expect(formations["mill-watch"]!.men).toBe(401);
    expect(formations["hammer"]).toMatchObject({ supplyDays: 2.5, men: 450 });
    expect(parameters.odds.sharpness).toBe(3);
  });

  test("that a point leaves out stay as they are", () => {
    expect(patchOfPoint(factors, {}, scenario.file)).toEqual([]);
    expect(patchOfPoint(factors, { guard: 444 }, scenario.file)).toEqual([
      { op: "replace", path: "/formations/town-guard/men", value: 444 },
    ]);
  });
});

test("an apportioned total is exact, and no part is a man off its share", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 }),
      (total, shares) => {
        const parts = apportioned(total, shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        const sum = shares.reduce((all, share) => all + share, 0);
        parts.forEach((part, at) =>
          expect(Math.abs(part - (total * shares[at]!) / sum)).toBeLessThan(1),
        );
      },
    ),
  );
});

const BAD: [what: string, file: object, problems: string[]][] = [
  [
    "a pointer to nothing",
    { ...claim, factors: { guard: { title: "G", of: { pointer: "/formations/guard/men" } } } },
    ["factor.unknown /factors/guard/of/pointer"],
  ],
  [
    "a pointer to a group, and one to text",
    {
      ...claim,
      factors: {
        guard: { title: "G", of: { total: ["/formations/hammer", "/formations/hammer/name"] } },
      },
    },
    ["factor.unknown /factors/guard/of/total/0", "factor.unknown /factors/guard/of/total/1"],
  ],
  [
    "a number without a range",
    { ...claim, factors: { guard: { title: "G", of: { pointer: "/formations/hammer/men" } } } },
    ["factor.no-range /factors/guard"],
  ],
  [
    "a range upside down and half a man",
    {
      ...claim,
      factors: { guard: { ...design.factors.guard, range: { low: 800, high: 300 }, step: 0.5 } },
    },
    ["factor.range /factors/guard/range", "factor.not-whole /factors/guard/step"],
  ],
  [
    "two factors on one number",
    {
      ...claim,
      factors: {
        guard: design.factors.guard,
        same: { title: "S", of: { pointer: "/formations/town-guard/men/value" }, levels: [1, 2] },
      },
    },
    ["factor.twice /factors/same/of"],
  ],
  [
    "a level twice",
    { ...claim, factors: { guard: { ...design.factors.guard, levels: [400, 300, 400] } } },
    ["factor.level-twice /factors/guard/levels/2"],
  ],
  ["no factor", { ...claim, factors: {} }, ["schema.wrong-form /factors"]],
  ["both thresholds", { ...claim, atMost: 0.5 }, ["claim.threshold "]],
  ["no threshold", { ...claim, atLeast: undefined }, ["claim.threshold "]],
  ["a threshold that says nothing", { ...claim, atLeast: 1 }, ["schema.out-of-range /atLeast"]],
  [
    "another scenario, and a variant, a length and a course it does not have",
    { ...claim, scenario: "hill", variant: "no", length: "no", courses: ["no"] },
    [
      "design.other-scenario /scenario",
      "reference.unknown /variant",
      "reference.unknown /length",
      "reference.unknown /courses/0",
    ],
  ],
  [
    "a test of a measure that is not there",
    { ...claim, test: { all: [{ never: "town-fell" }, { not: { measure: "x" } }] } },
    ["reference.unknown /test/all/0/never", "reference.unknown /test/all/1/not/measure"],
  ],
  [
    "measures that are not there, in a design",
    {
      ...design,
      measures: { ...design.measures, other: { title: "O", measure: "town-fell" } },
    },
    ["reference.unknown /measures/other/measure"],
  ],
  [
    "a break-even of no factor, and of a measure that is no test",
    { ...design, breakEven: [{ factor: "gard", measure: "fall" }] },
    ["reference.unknown /breakEven/0/factor", "reference.unknown /breakEven/0/measure"],
  ],
  [
    "more points than can be played",
    { ...design, design: { kind: "full-factorial", levels: 100 } },
    ["design.too-large /design"],
  ],
  [
    "mistakes of form and of content at once",
    { ...claim, title: 3, test: { never: "town-fell" } },
    ["schema.wrong-type /title", "reference.unknown /test/never"],
  ],
];

test.each(BAD)("%s is refused", (_what, file, problems) => {
  const read = readOne(file);
  expect(read.ok ? [] : linesOf(read.problems)).toEqual(problems);
});

test("every problem says what was found, what was expected and what to do", () => {
  for (const [, file] of BAD) {
    const read = readOne(file);
    for (const { message, hint } of read.ok ? [] : read.problems) {
      expect(message).toMatch(/found .*, expected /);
      expect(hint).not.toBe("");
    }
  }
});

test("no text that is JSON makes a reader throw", () => {
  fc.assert(
    fc.property(fc.constantFrom(design, claim), fc.jsonValue(), fc.nat(), (file, value, at) => {
      const keys = Object.keys(file);
      const text = JSON.stringify({ ...file, [keys[at % keys.length]!]: value });
      for (const read of [readDesign, readClaim]) expect(read(text, scenario)).toHaveProperty("ok");
    }),
  );
});

describe("the uncertain numbers", () => {
  const numbers = uncertainNumbers(scenario);

  test("are those of the scenario and of the parameters whose low lies below their high", () => {
    expect(numbers[0]).toMatchObject({
      factor: { id: "/formations/town-guard/men", title: "Town guard: men", low: 300, step: 1 },
      sources: ["CHRON"],
      assumption: null,
      confidence: "L",
    });
    const sharpness = numbers.find(({ factor }) => factor.id === "parameters/odds/sharpness")!;
    expect(sharpness.factor).toMatchObject({ kind: "parameter", pointers: ["/odds/sharpness"] });
    expect(
      numbers.every(({ sources, assumption }) => sources.length > 0 !== (assumption !== null)),
    ).toBe(true);
  });

  test("have no two of one pointer, and what happened is none of them", () => {
    const ids = numbers.map(({ factor }) => factor.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith("/record"))).toEqual([]);
  });

  test("can be kept to those below a pointer", () => {
    expect(uncertainNumbers(scenario, ["/formations"]).map(({ factor }) => factor.id)).toEqual([
      "/formations/town-guard/men",
    ]);
  });

  test("may each stand at either end without breaking the scenario", () => {
    const ends = (end: "low" | "high") =>
      Object.fromEntries(numbers.map(({ factor }) => [factor.id, factor[end]]));
    const factors: Factor[] = numbers.map(({ factor }) => factor);
    for (const end of ["low", "high"] as const)
      expect(() => readSmall(patchOfPoint(factors, ends(end), scenario.file))).not.toThrow();
  });
});

describe("the claims that ship", () => {
  const root = new URL("../../scenarios/", import.meta.url);
  const textOf = (path: string) => readFileSync(new URL(path, root), "utf8");
  const shipped = readdirSync(new URL("claims/", root)).flatMap((id) =>
    readdirSync(new URL(`claims/${id}/`, root)).map((file) => [id, file] as const),
  );

  test.each(shipped)("%s/%s reads without a problem, and says what it teaches", (id, file) => {
    const text = textOf(`claims/${id}/${file}`);
    const { variant } = JSON.parse(text) as { variant?: string };
    const read = readScenario(textOf(`${id}.json`), textOf("parameters/erc-1.json"), { variant });
    const found = read.ok ? readClaim(text, read.value) : read;
    expect(found.ok ? [] : found.problems).toEqual([]);
    expect(found.ok && found.value.teaches).toMatch(/^(True|False) in this model/);
    const isTrue = found.ok && found.value.teaches?.startsWith("True");
    expect(found.ok && found.value.expected).toBe(isTrue ? "survived" : "refuted");
  });

  test("are at least six, true ones and false ones", () => {
    const expected = shipped.map(
      ([id, file]) => (JSON.parse(textOf(`claims/${id}/${file}`)) as { expected: string }).expected,
    );
    expect(expected.length).toBeGreaterThanOrEqual(6);
    expect(expected).toContain("survived");
    expect(expected).toContain("refuted");
  });
});

describe("the designs that ship", () => {
  const root = new URL("../../scenarios/", import.meta.url);
  const textOf = (path: string) => readFileSync(new URL(path, root), "utf8");
  const shipped = readdirSync(new URL("designs/", root)).flatMap((id) =>
    readdirSync(new URL(`designs/${id}/`, root)).map((file) => [id, file] as const),
  );

  test.each(shipped)("%s/%s reads without a problem", (id, file) => {
    const read = readScenario(textOf(`${id}.json`), textOf("parameters/erc-1.json"));
    const found = read.ok ? readDesign(textOf(`designs/${id}/${file}`), read.value) : read;
    expect(found.ok ? [] : found.problems).toEqual([]);
  });
});
