import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/engine/index.ts";
import {
  FILE_KINDS,
  kindOf,
  readCoa,
  readIndex,
  readParameters,
  readScenario,
  schemaText,
} from "../../src/scenarios/index.ts";
import { compileSmall, ERC_1, smallScenario } from "../support/small-scenario.ts";
import { edited, linesOf } from "./edit.ts";

const root = new URL("../../", import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), "utf8");

test.each(FILE_KINDS)("schema/%s.schema.json is current", (kind) => {
  expect(textOf(`schema/${kind}.schema.json`)).toBe(schemaText(kind));
});

test("the shipped parameters read without a problem", () => {
  const read = readParameters(ERC_1);
  expect(read.ok ? [] : read.problems).toEqual([]);
});

test("the kind of a file is what its format says", () => {
  expect(
    [smallScenario(), JSON.parse(ERC_1), { format: "tadmor-coa/7" }, {}, null, 3].map(kindOf),
  ).toEqual(["scenario", "parameters", "coa", undefined, undefined, undefined]);
});

describe("the shipped collection", () => {
  const index = readIndex(textOf("scenarios/index.json"));
  const entries = index.ok ? Object.entries(index.value.scenarios) : [];

  test("its index reads without a problem and is not empty", () => {
    expect(index.ok ? [] : index.problems).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });

  test.each(entries)(
    "%s, its variants and its courses of action read without a problem",
    (_id, { file, coas }) => {
      const read = readScenario(textOf(`scenarios/${file}`), ERC_1, { everyVariant: true });
      expect(read.ok ? [] : read.problems).toEqual([]);
      if (!read.ok) return;
      for (const path of Object.values(coas)) {
        const coa = readCoa(textOf(`scenarios/${path}`), read.value.setup);
        expect(coa.ok ? [] : coa.problems).toEqual([]);
      }
    },
  );

  test.each(entries)("%s gives the same setup whatever the order of its keys", (_id, { file }) => {
    const text = textOf(`scenarios/${file}`);
    const [a, b] = [text, canonicalJson(JSON.parse(text))].map((each) => readScenario(each, ERC_1));
    expect(JSON.stringify(a?.ok && a.value.setup)).toBe(JSON.stringify(b?.ok && b.value.setup));
  });
});

const BAD_INDEXES: [what: string, text: string, problem: string][] = [
  [
    "a default that is not there",
    '{ "default": "x", "scenarios": {}, "parameters": {} }',
    "reference.unknown /default",
  ],
  [
    "a path that leaves the collection",
    '{ "default": "x", "scenarios": { "x": { "file": "../x.json" } }, "parameters": {} }',
    "schema.wrong-form /scenarios/x/file",
  ],
];

test.each(BAD_INDEXES)("an index with %s is refused", (_what, text, problem) => {
  const read = readIndex(text);
  expect(read.ok ? [] : linesOf(read.problems)).toEqual([problem]);
});

const coa = {
  format: "tadmor-coa/1",
  id: "plan",
  scenario: "valley",
  seat: "loam-command",
  title: "Hold",
  intent: "Hold the town.",
  basis: "hypothetical",
  rules: [
    {
      when: { under: { place: "mill" } },
      orders: ["mill-watch delay to town", "swallows support mill with 4"],
    },
  ],
};

test("a course of action is read into orders", () => {
  const read = readCoa(JSON.stringify(coa), compileSmall());
  expect(read.ok && read.value.rules[0]?.orders).toMatchObject([
    { unit: "mill-watch", verb: "delay", to: "town" },
    { unit: "swallows", verb: "support", to: "mill", sorties: 4 },
  ]);
});

test("a course of action may decide of its seat's own contingents and pools, and of any place", () => {
  const lines = ["veterans call", "mill roe restricted", "tower-watch join mill-watch"];
  const rules = [{ when: { always: true }, orders: lines }];
  const read = readCoa(JSON.stringify({ ...coa, rules }), compileSmall());
  expect(read.ok && read.value.rules[0]?.orders.map(({ unit, verb }) => `${unit} ${verb}`)).toEqual(
    ["veterans call", "mill roe", "tower-watch join"],
  );
});

const BAD_COAS: [what: string, change: object, problem: string][] = [
  [
    "an order that is none",
    { rules: [{ when: { always: true }, orders: ["mill-watch dance"] }] },
    "order.verb /rules/0/orders/0",
  ],
  [
    "a unit that is not there",
    { rules: [{ when: { always: true }, orders: ["nobody defend"] }] },
    "reference.unknown /rules/0/orders/0",
  ],
  [
    "a unit of another seat",
    { rules: [{ when: { always: true }, orders: ["cohort defend"] }] },
    "coa.not-its-unit /rules/0/orders/0",
  ],
  [
    "a place that is not there",
    { rules: [{ when: { always: true }, orders: ["mill-watch move to moon"] }] },
    "reference.unknown /rules/0/orders/0",
  ],
  [
    "a formation to join that is not there",
    { rules: [{ when: { always: true }, orders: ["mill-watch join town"] }] },
    "reference.unknown /rules/0/orders/0",
  ],
  [
    "a pool that is not there",
    { rules: [{ when: { always: true }, orders: ["loam-army call"] }] },
    "reference.unknown /rules/0/orders/0",
  ],
  [
    "a contingent of another seat",
    { rules: [{ when: { always: true }, orders: ["legion release"] }] },
    "coa.not-its-unit /rules/0/orders/0",
  ],
  [
    "a pool of another seat",
    { seat: "envoy", rules: [{ when: { always: true }, orders: ["veterans call"] }] },
    "coa.not-its-unit /rules/0/orders/0",
  ],
  [
    "rules of engagement for nowhere",
    { rules: [{ when: { always: true }, orders: ["moon roe free"] }] },
    "reference.unknown /rules/0/orders/0",
  ],
  [
    "a condition on nothing",
    { rules: [{ when: { active: "nobody" }, orders: ["mill-watch defend"] }] },
    "reference.unknown /rules/0/when/active",
  ],
  ["another scenario", { scenario: "desert" }, "coa.other-scenario /scenario"],
  [
    "a seat that gives no orders",
    { seat: "white", rules: [{ when: { always: true }, orders: ["mill-watch defend"] }] },
    "coa.seat /seat",
  ],
];

test.each(BAD_COAS)("a course of action with %s is refused", (_what, change, problem) => {
  const read = readCoa(JSON.stringify({ ...coa, ...change }), compileSmall());
  expect(read.ok ? [] : linesOf(read.problems)).toContain(problem);
});

/** Every path of the small scenario, so that a mutation can land anywhere. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

test("a mutated file is read or refused with problems, never with an exception", () => {
  const paths = pathsOf(smallScenario()).filter((path) => path.length > 0);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...paths), fc.option(fc.jsonValue())), { maxLength: 4 }),
      (changes) => {
        const text = edited((draft) => {
          for (const [path, value] of changes) spoil(draft, path, value);
        });
        const read = readScenario(text, ERC_1, { everyVariant: true });
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});

test("a file with characters changed is read or refused with problems, never with an exception", () => {
  const whole = JSON.stringify(smallScenario());
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(8), fc.string({ maxLength: 8 }), (at, cut, put) => {
      const read = readScenario(whole.slice(0, at) + put + whole.slice(at + cut), ERC_1);
      if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

/** Puts a value at a path where there still is one; null removes what stands there. */
function spoil(draft: unknown, path: readonly string[], value: unknown): void {
  let at = draft as Record<string, unknown>;
  for (const step of path.slice(0, -1)) {
    if (typeof at[step] !== "object" || at[step] === null) return;
    at = at[step] as Record<string, unknown>;
  }
  const last = path.at(-1) as string;
  if (value === null) delete at[last];
  else at[last] = value;
}
