import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AirOrder,
  AIR_VERBS,
  FORMATION_VERBS,
  formatOrder,
  isSameOrder,
  type Order,
  parseOrder,
  type Verb,
} from "../../src/engine/index.ts";
import { rows } from "../support/table.ts";

/** Ids of any kind, the grammar's own words among them: a scenario may name a place "to". */
const id = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/) },
  { weight: 1, arbitrary: fc.constantFrom("to", "via", "with", ...FORMATION_VERBS, ...AIR_VERBS) },
);

const STAYING: readonly Verb[] = ["defend", "dig-in", "reserve"];
const GOING: readonly Verb[] = ["move", "assault", "withdraw", "commit"];

const stay = fc.record({
  unit: id,
  verb: fc.constantFrom(...STAYING),
  to: fc.constant(null),
  via: fc.constant([]),
});
const go = fc.record({
  unit: id,
  verb: fc.constantFrom(...GOING),
  to: id,
  via: fc.array(id, { maxLength: 4 }),
});
const delay = fc.record({
  unit: id,
  verb: fc.constant("delay" as const),
  to: fc.option(id),
  via: fc.constant([]),
});
const air: fc.Arbitrary<AirOrder> = fc.record({
  unit: id,
  verb: fc.constantFrom(...AIR_VERBS),
  to: id,
  sorties: fc.integer({ min: 1, max: 9999 }),
});
const anyOrder: fc.Arbitrary<Order> = fc.oneof(stay, go, delay, air);

test("every order reads back from its own text as an equal order", () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      expect(parseOrder(formatOrder(order))).toEqual({ ok: true, order });
    }),
    { numRuns: 400 },
  );
});

test("a place may be named like a word of the grammar", () => {
  for (const to of ["to", "via", "with"]) {
    for (const verb of GOING) {
      const order: Order = { unit: "hammer", verb, to, via: ["via", "to"] };
      expect(parseOrder(formatOrder(order)), formatOrder(order)).toEqual({ ok: true, order });
    }
  }
});

test("a line that reads as an order is written as one that reads the same", () => {
  const word = fc.oneof(id, fc.constantFrom("to", "via", "with", "3", "F"));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), (words) => {
      const parsed = parseOrder(words.join(" "));
      if (parsed.ok) expect(parseOrder(formatOrder(parsed.order))).toEqual(parsed);
    }),
  );
});

test("no text makes the reader throw, and a refusal holds no control character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (line) => {
      const parsed = parseOrder(line);
      if (!parsed.ok) expect(parsed.problem.message).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});

test.each(
  rows(`
  | typed                              | read                            |
  | hammer move to mill                | hammer move to mill             |
  | hammer move mill                   | hammer move to mill             |
  | HAMMER Move TO Mill                | hammer move to mill             |
  |   hammer   move  to   mill         | hammer move to mill             |
  | hammer move to town via mill tower | hammer move to town via mill tower |
  | hammer assault town                | hammer assault town             |
  | hammer assault to town via mill    | hammer assault town via mill    |
  | hammer defend                      | hammer defend                   |
  | hammer dig-in                      | hammer dig-in                   |
  | hammer delay                       | hammer delay                    |
  | hammer delay to town               | hammer delay to town            |
  | hammer withdraw to town            | hammer withdraw to town         |
  | cohort commit to mill              | cohort commit to mill           |
  | cohort reserve                     | cohort reserve                  |
  | swallows support town with 4       | swallows support town with 4    |
  | swallows interdict ford-mill with 2 | swallows interdict ford-mill with 2 |
  | swallows strike ford with 9999     | swallows strike ford with 9999  |
`),
)("%s is read as: %s", (typed, read) => {
  const parsed = parseOrder(typed!);
  expect(parsed.ok && formatOrder(parsed.order)).toBe(read);
});

test.each(
  rows(`
  | typed                          | code          | why                               |
  |                                | order.unit    | nothing                           |
  | 9th move to mill               | order.unit    | an id starts with a letter        |
  | hammer                         | order.verb    | no verb                           |
  | hammer dance                   | order.verb    | an unknown verb                   |
  | hammer move                    | order.place   | no place                          |
  | hammer move to                 | order.place   | no place after to                 |
  | hammer move to Mill!           | order.place   | no id                             |
  | hammer move to mill by tower   | order.extra   | by is no word of the grammar      |
  | hammer move to mill via        | order.extra   | via nothing                       |
  | hammer move to mill via 7      | order.place   | via no id                         |
  | hammer defend mill             | order.extra   | who defends stays                 |
  | hammer delay to mill via tower | order.extra   | a delay names one place           |
  | swallows support               | order.place   | no place                          |
  | swallows support town          | order.sorties | no sorties                        |
  | swallows support town with     | order.sorties | no number                         |
  | swallows support town with 0   | order.sorties | no sortie                         |
  | swallows support town with -1  | order.sorties | fewer than none                   |
  | swallows support town with 1.5 | order.sorties | half a sortie                     |
  | swallows support town with 2 x | order.sorties | words left over                   |
`),
)("%s is refused as %s: %s", (typed, code) => {
  const parsed = parseOrder(typed!);
  expect(parsed.ok ? "accepted" : parsed.problem.code).toBe(code);
  if (!parsed.ok) expect(parsed.problem.hint).not.toBe("");
});

test("a line longer than any order is refused", () => {
  const parsed = parseOrder(`hammer move to mill via ${"tower ".repeat(200)}`);
  expect(parsed.ok).toBe(false);
});

test("two orders are the same when verb, place and way are", () => {
  const order = { unit: "hammer", verb: "move" as const, to: "town", via: ["mill"] };
  expect(isSameOrder(order, { ...order, via: ["mill"] })).toBe(true);
  expect(isSameOrder(order, { ...order, via: [] })).toBe(false);
  expect(isSameOrder(order, { ...order, verb: "withdraw" })).toBe(false);
  expect(isSameOrder(order, { ...order, to: "mill" })).toBe(false);
});
