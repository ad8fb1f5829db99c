import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AirOrder,
  AIR_MISSIONS,
  AIR_VERBS,
  countOf,
  destinationOf,
  FORMATION_VERBS,
  formatOrder,
  isSameOrder,
  isWellFormed,
  type Order,
  parseOrder,
  RULES_OF_ENGAGEMENT,
  SEAT_VERBS,
  isMarching,
  type Verb,
} from "../../src/engine/index.ts";
import { rows } from "../support/table.ts";

const VERBS = [...FORMATION_VERBS, ...AIR_VERBS, ...SEAT_VERBS];

/** Ids of any kind, the grammar's own words among them: a scenario may name a place "to". */
const id = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/) },
  { weight: 1, arbitrary: fc.constantFrom("to", "via", "with", ...VERBS) },
);

const GOING: readonly Verb[] = ["move", "assault", "fix", "pursue", "withdraw", "commit"];

/** Any order of one verb that has the form of its kind. */
const ofVerb = (verb: Verb) => {
  const count = fc.integer({ min: 1, max: 99_999 });
  const wanted = <T, U>(shape: "none" | "optional" | "needed", none: T, some: fc.Arbitrary<U>) =>
    shape === "none"
      ? fc.constant(none)
      : shape === "needed"
        ? some
        : fc.oneof(fc.constant(none), some);
  return fc.record({
    unit: id,
    verb: fc.constant(verb),
    to: wanted(destinationOf(verb), null, id),
    via: isMarching(verb) ? fc.array(id, { maxLength: 4 }) : fc.constant([]),
    count: wanted(countOf(verb), 0, count),
  });
};
const formation = fc.oneof(...FORMATION_VERBS.map(ofVerb));
const air: fc.Arbitrary<AirOrder> = fc.record({
  unit: id,
  verb: fc.constantFrom(...AIR_MISSIONS),
  to: id,
  sorties: fc.integer({ min: 1, max: 9999 }),
});
const rebase = fc.record({
  unit: id,
  verb: fc.constant("rebase" as const),
  to: id,
  sorties: fc.constant(0),
});
const decision = fc.record({
  unit: id,
  verb: fc.constantFrom("hold" as const, "release" as const, "call" as const),
  to: fc.constant(null),
});
const engagement = fc.record({
  unit: id,
  verb: fc.constant("roe" as const),
  to: fc.constantFrom(...RULES_OF_ENGAGEMENT),
});
const anyOrder: fc.Arbitrary<Order> = fc.oneof(formation, air, rebase, decision, engagement);

test("every order reads back from its own text as an equal order", () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      expect(parseOrder(formatOrder(order))).toEqual({ ok: true, order });
      expect(isWellFormed(order)).toBe(true);
    }),
    { numRuns: 800 },
  );
});

test("a place may be named like a word of the grammar", () => {
  for (const to of ["to", "via", "with"]) {
    for (const verb of GOING) {
      const order: Order = { unit: "hammer", verb, to, via: ["via", "to"], count: 0 };
      expect(parseOrder(formatOrder(order)), formatOrder(order)).toEqual({ ok: true, order });
    }
  }
});

test("a line that reads as an order is written as one that reads the same", () => {
  const word = fc.oneof(id, fc.constantFrom("to", "via", "with", "3", "F", "free"));
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
  | cohort commit to mill with 1       | cohort commit to mill with 1    |
  | cohort reserve                     | cohort reserve                  |
  | swallows support town with 4       | swallows support town with 4    |
  | swallows interdict ford-mill with 2 | swallows interdict ford-mill with 2 |
  | swallows strike ford with 9999     | swallows strike ford with 9999  |
  | hammer assault town with 2         | hammer assault town with 2      |
  | hammer assault to town via mill with 2 | hammer assault town via mill with 2 |
  | hammer pursue town via mill with 1 | hammer pursue town via mill with 1 |
  | hammer fix to town via mill        | hammer fix town via mill        |
  | hammer reconnoitre to town         | hammer reconnoitre town         |
  | hammer rotate                      | hammer rotate                   |
  | hammer detach 250                  | hammer detach 250               |
  | hammer join anvil                  | hammer join anvil               |
  | hammer demolish                    | hammer demolish                 |
  | hammer evacuate                    | hammer evacuate                 |
  | swallows destroy ford with 2       | swallows destroy ford with 2    |
  | swallows supply town with 3        | swallows supply town with 3     |
  | swallows rebase town               | swallows rebase to town         |
  | guests hold                        | guests hold                     |
  | guests release                     | guests release                  |
  | levy call                          | levy call                       |
  | town roe forbidden                 | town roe forbidden              |
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
  | hammer move to mill with 2     | order.extra   | a march sends nothing ahead       |
  | hammer fix mill with 2         | order.extra   | nothing is sent ahead             |
  | hammer assault mill with       | order.extra   | with nothing                      |
  | hammer assault mill with 0     | order.extra   | with none                         |
  | hammer assault with 2          | order.place   | no place                          |
  | hammer detach                  | order.count   | no men                            |
  | hammer detach 0                | order.count   | fewer than one                    |
  | hammer detach with 20          | order.extra   | with is not for men               |
  | hammer detach 20 mill          | order.count   | men stand last                    |
  | hammer join                    | order.place   | no formation                      |
  | hammer join anvil via mill     | order.extra   | it is where it is                 |
  | hammer reconnoitre mill via ford | order.extra | it stays where it is              |
  | hammer rotate mill             | order.extra   | it stays where it is              |
  | guests hold town               | order.extra   | nothing follows                   |
  | town roe                       | order.level   | no level                          |
  | town roe loose                 | order.level   | no such level                     |
  | town roe free now              | order.extra   | words left over                   |
  | swallows rebase                | order.place   | no place                          |
  | swallows rebase town with 2    | order.extra   | it takes no sorties               |
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

test("two orders are the same when verb, place, way and number are", () => {
  const order = { unit: "hammer", verb: "move" as const, to: "town", via: ["mill"], count: 0 };
  expect(isSameOrder(order, { ...order, via: ["mill"] })).toBe(true);
  expect(isSameOrder(order, { ...order, via: [] })).toBe(false);
  expect(isSameOrder(order, { ...order, verb: "withdraw" })).toBe(false);
  expect(isSameOrder(order, { ...order, to: "mill" })).toBe(false);
  expect(isSameOrder(order, { ...order, count: 1 })).toBe(false);
});
