import { isQuantity } from "./checks/quantities.ts";
import type { Factor } from "./factors.ts";
import type { Json, JsonObject } from "./json.ts";
import { isObject, textOf, textsOf } from "./loose.ts";
import { formatPointer, type Path } from "./pointer.ts";
import type { Scenario } from "./read-scenario.ts";
import { isWholeAt } from "./schema-walk.ts";
import { parametersSchema } from "./schema/parameters.ts";
import { scenarioSchema } from "./schema/scenario.ts";

/** A number whose file gives a range, as a factor over that range, with its parent. */
export interface UncertainNumber {
  readonly factor: Factor;
  /** Ids of the sources it stands on; none when it is an assumption. */
  readonly sources: readonly string[];
  /** Why it is assumed; null when it has sources. */
  readonly assumption: string | null;
  /** High, medium or low; null of an assumption. */
  readonly confidence: string | null;
}

/** Sections that say what happened or is asked, and move nothing. */
const IDLE = ["record", "targets", "reports", "levers", "variants", "measures", "overrides"];
/** Sections of shares that add up to one: none of them can be moved alone. */
const TIED = ["weather"];

/**
 * Every number of a scenario, and of its parameters, whose low lies below its high, in the order of
 * the files; `below` keeps those of pointers that begin so.
 */
export function uncertainNumbers(
  { file, parametersFile }: Scenario,
  below: readonly string[] = [""],
): UncertainNumber[] {
  const own = quantitiesIn(file as unknown as Json).filter(
    ({ path }) => ![...IDLE, ...TIED].includes(String(path[0])),
  );
  const shared = quantitiesIn(parametersFile as unknown as Json);
  const all = [
    ...own.map((one) => numberFrom(one, "pointer")),
    ...shared.map((one) => numberFrom(one, "parameter")),
  ].filter((one) => one !== null);
  return all.filter(({ factor }) =>
    below.some((start) => (factor.pointers[0] as string).startsWith(start)),
  );
}

interface Found {
  readonly path: Path;
  readonly value: JsonObject;
  /** Names of what it stands in, from the outside. */
  readonly names: readonly string[];
}

function quantitiesIn(value: Json, path: Path = [], names: readonly string[] = []): Found[] {
  if (isQuantity(value)) return [{ path, value, names }];
  if (Array.isArray(value))
    return value.flatMap((each, at) => quantitiesIn(each, [...path, at], names));
  if (!isObject(value)) return [];
  const name = textOf(value["name"]) ?? textOf(value["title"]);
  const inside = name === undefined || path.length === 0 ? names : [name];
  return Object.entries(value).flatMap(([key, each]) => quantitiesIn(each, [...path, key], inside));
}

function numberFrom({ path, value, names }: Found, kind: "pointer" | "parameter") {
  const { value: number, low, high } = value;
  if (typeof number !== "number" || typeof low !== "number" || typeof high !== "number")
    return null;
  if (low >= high) return null;
  const pointer = formatPointer(path);
  const isWhole = isWholeAt(kind === "pointer" ? scenarioSchema : parametersSchema, path);
  const words = path.filter((step) => typeof step === "string").slice(names.length === 0 ? 0 : 2);
  const factor: Factor = {
    // Ids of factors are the pointers themselves: no two numbers share one.
    id: `${kind === "parameter" ? "parameters" : ""}${pointer}`,
    title: [...names, words.join(" ")].join(": "),
    kind,
    pointers: [pointer],
    found: [number],
    wholeParts: [isWhole],
    value: number,
    low,
    high,
    levels: null,
    step: isWhole ? 1 : null,
  };
  return {
    factor,
    sources: textsOf(value["sources"]),
    assumption: textOf(value["assumption"]) ?? null,
    confidence: textOf(value["confidence"]) ?? null,
  };
}
