import type { Problem } from "../../engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import { MOST_PROBLEMS } from "../limits.ts";
import { idsOf, isObject, problemAt } from "../loose.ts";
import type { Path } from "../pointer.ts";
import { describe, listSome, nearest } from "../text.ts";

/** A name that must exist: the section of the scenario, or of its parameters, that has it. */
export interface Reference {
  readonly path: Path;
  readonly id: string;
  readonly target: Target;
}

const NOUNS = {
  sides: "a side",
  seats: "a seat",
  contingents: "a contingent",
  places: "a place",
  links: "a link",
  formations: "a formation",
  wings: "a wing",
  pools: "a pool",
  tracks: "a track",
  lengths: "a length",
  variants: "a variant",
  measures: "a measure",
  courses: "a course of action of a side",
  trainingObjectives: "a training objective",
  "parameters/classes": "a troop class of the parameters",
  "parameters/kit": "a kind of kit of the parameters",
  "parameters/terrains": "a terrain of the parameters",
  "parameters/placeKinds": "a kind of place of the parameters",
  "parameters/surfaces": "a surface of the parameters",
  "parameters/weathers": "a weather of the parameters",
} as const;
export type Target = keyof typeof NOUNS;

/** The ids there are, by target; null when the section itself is missing or broken. */
export type Known = Readonly<Record<Target, readonly string[] | null>>;

/** Where a scenario names what stands elsewhere: `*` is every value, `@` is every key. */
const REFERENCES: readonly (readonly [pattern: string, target: Target])[] = [
  ["length", "lengths"],
  ["seats/*/side", "sides"],
  ["seats/*/contingents/*", "contingents"],
  ["contingents/*/side", "sides"],
  ["contingents/*/patron/outerLine/*", "places"],
  ["contingents/*/patron/exits/*", "places"],
  ["contingents/*/patron/stake", "places"],
  ["contingents/*/patron/home", "places"],
  ["contingents/*/patron/hosts/*", "contingents"],
  ["contingents/*/patron/hold/track", "tracks"],
  ["places/*/kind", "parameters/placeKinds"],
  ["places/*/terrain", "parameters/terrains"],
  ["places/*/holder", "sides"],
  ["places/*/sectorOf", "places"],
  ["places/*/overlooks/*", "places"],
  ["places/*/supplies/*", "sides"],
  ["places/*/stocks/@", "parameters/kit"],
  ["links/*/between/*", "places"],
  ["links/*/surface", "parameters/surfaces"],
  ["formations/*/contingent", "contingents"],
  ["formations/*/parent", "formations"],
  ["formations/*/class", "parameters/classes"],
  ["formations/*/kit/@", "parameters/kit"],
  ["formations/*/place", "places"],
  ["formations/*/knownTo/*", "seats"],
  ["wings/*/seat", "seats"],
  ["wings/*/contingent", "contingents"],
  ["wings/*/base", "places"],
  ["wings/*/alternate", "places"],
  ["wings/*/against/*", "sides"],
  ["wings/*/controllers", "contingents"],
  ["reinforcements/*/formations/*", "formations"],
  ["reinforcements/*/at", "places"],
  ["pools/*/seat", "seats"],
  ["pools/*/formations/*", "formations"],
  ["pools/*/at", "places"],
  ["pools/*/price/track", "tracks"],
  ["objectives/*/seats/*", "seats"],
  ["objectives/*/visibleTo/*", "seats"],
  ["scores/*/seats/*", "seats"],
  ["scores/*/contingents/*", "contingents"],
  ["tracks/*/visibleTo/*", "seats"],
  ["tracks/*/moves/*/place", "places"],
  ["tracks/*/moves/*/side", "sides"],
  ["tracks/*/moves/*/contingent", "contingents"],
  ["injects/*/audience/*", "seats"],
  ["injects/*/trainingObjective", "trainingObjectives"],
  ["weather/@", "parameters/weathers"],
  ["surprise/*/side", "sides"],
  ["historical/@", "seats"],
  ["record/events/*/places/*", "places"],
  ["record/control/*/place", "places"],
  ["record/control/*/holder", "sides"],
];

/** Where a scenario has effects. */
const EFFECTS = ["injects/*/effects/*", "tracks/*/thresholds/*/effects/*"];

/** What a single effect names. */
const IN_EFFECT: readonly (readonly [pattern: string, target: Target])[] = [
  ["track", "tracks"],
  ["pool", "pools"],
  ["formation", "formations"],
  ["formations/*", "formations"],
  ["contingent", "contingents"],
  ["wing", "wings"],
  ["side", "sides"],
];

/** Where a scenario states a condition. */
const CONDITIONS = [
  "reinforcements/*/when",
  "pools/*/release",
  "objectives/*/when",
  "injects/*/when",
  "tracks/*/drift/*/when",
];

/** What a single condition names. */
const IN_CONDITION: readonly (readonly [pattern: string, target: Target])[] = [
  ["held/place", "places"],
  ["held/by", "sides"],
  ["lostShare/places/*", "places"],
  ["lostShare/by", "sides"],
  ["left", "contingents"],
  ["active", "formations"],
  ["at/formation", "formations"],
  ["at/place", "places"],
  ["enemy/place", "places"],
  ["ratio/place", "places"],
  ["track/track", "tracks"],
  ["under/place", "places"],
  ["reported/place", "places"],
  ["broken/contingent", "contingents"],
  ["men/place", "places"],
];

/** Every name in a scenario that stands for nothing. */
export function checkReferences(data: JsonObject, parameters: JsonObject | undefined): Problem[] {
  const conditions = CONDITIONS.flatMap((pattern) =>
    matchesOf(data, pattern).flatMap(({ value, path }) => conditionReferences(value, path)),
  );
  const plain = REFERENCES.flatMap(([pattern, target]) => referencesAt(data, pattern, target, []));
  return unknownReferences(
    [...plain, ...effectReferences(data), ...conditions],
    knownIn(data, parameters),
  );
}

/** Every name inside a condition, however deep, with the section that must have it. */
export function conditionReferences(condition: Json, path: Path): Reference[] {
  if (!isObject(condition)) return [];
  const own = IN_CONDITION.flatMap(([pattern, target]) =>
    referencesAt(condition, pattern, target, path),
  );
  const inner = ["all/*", "any/*", "not"].flatMap((pattern) => matchesOf(condition, pattern, path));
  return [...own, ...inner.flatMap((part) => conditionReferences(part.value, part.path))];
}

/** A problem for each reference to an id that is not there. */
export function unknownReferences(references: readonly Reference[], known: Known): Problem[] {
  const sets = new Map(Object.entries(known).map(([target, ids]) => [target, ids && new Set(ids)]));
  return references
    .filter(({ target, id }) => sets.get(target)?.has(id) === false)
    .slice(0, MOST_PROBLEMS + 1)
    .map((reference) => unknown(reference, known[reference.target]!));
}

function unknown({ path, id, target }: Reference, ids: readonly string[]): Problem {
  const near = nearest(id, ids);
  return problemAt(
    path,
    "reference.unknown",
    `found ${describe(id)}, expected the id of ${NOUNS[target]}`,
    near === undefined ? `there are: ${listSome(ids)}` : `did you mean "${near}"?`,
  );
}

/** The ids that a scenario and its parameters have. */
export function knownIn(data: JsonObject, parameters: JsonObject | undefined): Known {
  const entries = Object.keys(NOUNS).map((target) => [
    target,
    idsOfTarget(data, parameters, target),
  ]);
  return Object.fromEntries(entries) as Known;
}

function idsOfTarget(data: JsonObject, parameters: JsonObject | undefined, target: string) {
  const shared = target.startsWith("parameters/");
  return shared
    ? idsOf(parameters, target.slice("parameters/".length))
    : (idsOf(data, target) ?? absent(target));
}

const OPTIONAL: readonly string[] = [
  "wings",
  "pools",
  "tracks",
  "trainingObjectives",
  "variants",
  "measures",
  "courses",
];

/** Sections that a file may leave out are empty then; the others are the schema's to ask for. */
function absent(target: string): readonly string[] | null {
  return OPTIONAL.includes(target) ? [] : null;
}

function effectReferences(data: JsonObject): Reference[] {
  return EFFECTS.flatMap((effects) =>
    IN_EFFECT.flatMap(([pattern, target]) =>
      referencesAt(data, `${effects}/${pattern}`, target, []),
    ),
  );
}

/** The texts that a pattern reaches below a value, as names in a section. */
export function referencesAt(
  root: Json,
  pattern: string,
  target: Target,
  above: Path,
): Reference[] {
  return matchesOf(root, pattern, above).flatMap(({ path, value }) =>
    typeof value === "string" ? [{ path, id: value, target }] : [],
  );
}

/** A value and where it stands. */
interface Match {
  readonly path: Path;
  readonly value: Json;
}

/** The values that a pattern reaches; `@` gives the keys themselves. */
export function matchesOf(root: Json, pattern: string, above: Path = []): Match[] {
  let found: Match[] = [{ path: above, value: root }];
  for (const step of pattern.split("/")) found = found.flatMap((match) => stepInto(match, step));
  return found;
}

function stepInto({ path, value }: Match, step: string): Match[] {
  if (typeof value !== "object" || value === null) return [];
  if (step === "*" && Array.isArray(value))
    return value.map((each, index) => ({ path: [...path, index], value: each }));
  if (Array.isArray(value)) return [];
  if (step === "@") return Object.keys(value).map((key) => ({ path: [...path, key], value: key }));
  const keys = step === "*" ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return keys.map((key) => ({ path: [...path, key], value: value[key]! }));
}
