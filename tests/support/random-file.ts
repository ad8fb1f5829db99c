/** Scenario files drawn at random, and files with everything unordered in another order. */
import fc from "fast-check";
import { type AuthoredScenario, smallScenario } from "./small-scenario.ts";

type Pick = (count: number) => number;

/** A list in another order. */
export const shuffled = <T>(list: readonly T[], pick: Pick): T[] =>
  list
    .map((item) => ({ item, at: pick(1 << 30) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Lists whose order means something: operations one after another, rows of a table. */
const IN_ORDER = ["patch", "rows"];

/** The same data with keys and lists in another order, but for lists whose order means something. */
export function mixed(value: unknown, pick: Pick, inOrder = false): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => mixed(item, pick, inOrder));
    return inOrder ? items : shuffled(items, pick);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    shuffled(Object.entries(value), pick).map(([key, part]) => [
      key,
      mixed(part, pick, IN_ORDER.includes(key)),
    ]),
  );
}

const guess = (value: number) => ({ value, assumption: "drawn at random" });
const SEATS = ["flint-command", "loam-command", "envoy"];
const PLACES = ["ford", "tower", "mill", "town", "harbour"];
const points = fc.double({ min: -9, max: 9, noNaN: true });

const force = fc.record({
  men: fc.integer({ min: 20, max: 1500 }).map(guess),
  kit: fc.constantFrom(
    {},
    { tank: guess(5), technical: guess(8) },
    { atgm: guess(2), apc: guess(6), gun: guess(1) },
    { svbied: guess(3) },
  ),
  cohesion: fc.integer({ min: 20, max: 90 }).map(guess),
  supplyDays: fc.constantFrom(0.5, 3).map(guess),
  detachments: fc.constantFrom(0, 2),
  knownTo: fc.subarray(SEATS),
});

const move = fc.record({
  event: fc.constantFrom("place-taken", "formation-broke", "civilians-harmed", "kit-destroyed"),
  points,
});

const effect = fc.oneof(
  points.map((by) => ({ kind: "track", track: "favour", points: by })),
  points.map((by) => ({ kind: "cohesion", formation: "hammer", points: by })),
  points.map((by) => ({ kind: "cohesion", contingent: "loam-army", points: by })),
  points.map((by) => ({ kind: "supply", side: "loam", days: by })),
);

const condition = fc.oneof(
  fc.record({ night: fc.boolean() }),
  fc.record({ held: fc.record({ place: fc.constantFrom(...PLACES), by: fc.constant("flint") }) }),
  fc.record({ turn: fc.record({ from: fc.integer({ min: 1, max: 4 }) }) }),
);

/** The small scenario with other forces, and with several entries in every list that is a set. */
export const randomFile = fc
  .record({
    forces: fc.array(force, { minLength: 8, maxLength: 8 }),
    moves: fc.array(move, { maxLength: 5 }),
    drift: fc.array(fc.record({ when: condition, points }), { maxLength: 3 }),
    effects: fc.array(effect, { maxLength: 5 }),
    all: fc.array(condition, { minLength: 1, maxLength: 3 }),
    outerLine: fc.subarray(PLACES, { minLength: 2 }),
    exits: fc.subarray(PLACES, { minLength: 1 }),
    overlooks: fc.subarray(["mill", "town", "ford"]),
    audience: fc.subarray(SEATS, { minLength: 1 }),
  })
  .map((drawn) => {
    const { forces, moves, drift, effects, all, outerLine, exits, overlooks, audience } = drawn;
    const file = smallScenario();
    Object.values(file.formations).forEach((one, at) => Object.assign(one, forces[at]));
    Object.assign(file.tracks!["favour"]!, { moves, drift });
    Object.assign(file.injects!["rumour"]!, { effects, audience, when: { any: all } });
    Object.assign(file.contingents["legion"]!.patron!, { outerLine, exits });
    Object.assign(file.places["tower"]!, { overlooks });
    Object.assign(file.objectives["keep-town"]!, { when: { all }, visibleTo: [...SEATS] });
    // As a counterexample: what was drawn, a line each, and not the whole file.
    return Object.defineProperty(file satisfies AuthoredScenario, fc.toStringMethod, {
      value: () => ["the small scenario with", ...Object.entries(drawn).map(lineOf)].join("\n"),
    });
  });

const lineOf = ([name, value]: [string, unknown]): string => `  ${name}: ${JSON.stringify(value)}`;
