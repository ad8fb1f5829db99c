import type { Id } from "../engine/index.ts";
import { apportioned } from "./apportion.ts";
import type { PatchOperation } from "./patch.ts";
import type { ScenarioFile } from "./schema/scenario.ts";

/** A number that an experiment moves, as it stands in one scenario. */
export interface Factor {
  readonly id: Id;
  readonly title: string;
  readonly kind: "pointer" | "parameter" | "total" | "scaled";
  readonly pointers: readonly string[];
  /** What stands at each pointer. */
  readonly found: readonly number[];
  /** Whether each of those is a whole number by its nature. */
  readonly wholeParts: readonly boolean[];
  /** The factor's own value in the scenario: a sum of a `total`, 1 of a `scaled`. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The only values it takes, rising; null when it takes all of its range. */
  readonly levels: readonly number[] | null;
  /** The grid from `low` that it stands on; null when it has none. */
  readonly step: number | null;
}

/** Factor → value: one point of a design or of a claim. */
export type FactorValues = Readonly<Record<Id, number>>;

/** A point as an RFC 6902 patch on the scenario that the factors were read against. */
export function patchOfPoint(
  factors: readonly Factor[],
  values: FactorValues,
  { overrides }: Pick<ScenarioFile, "overrides">,
): PatchOperation[] {
  const moved = factors.filter(({ id }) => values[id] !== undefined);
  const scenario = moved.filter(({ kind }) => kind !== "parameter");
  const parameters = moved.filter(({ kind }) => kind === "parameter");
  const own = scenario.flatMap((factor) => operationsOf(factor, values[factor.id] as number));
  if (parameters.length === 0) return own;
  const added = parameters.map(({ id, title, pointers: [path = ""] }) => ({
    path,
    value: values[id] as number,
    why: `A factor of an experiment: ${title}`,
  }));
  // Adding to an object replaces: a file without overrides gets them, one with some keeps its own.
  return [...own, { op: "add", path: "/overrides", value: [...overrides, ...added] }];
}

function operationsOf(factor: Factor, value: number): PatchOperation[] {
  const numbers = numbersOf(factor, value);
  return factor.pointers.map((path, at) => ({
    op: "replace",
    path,
    value: numbers[at] as number,
  }));
}

function numbersOf({ kind, found, wholeParts }: Factor, value: number): number[] {
  if (kind === "pointer") return [value];
  if (kind === "total" && wholeParts.every(Boolean)) return apportioned(value, found);
  const sum = found.reduce((all, one) => all + one, 0);
  const times = kind === "total" ? value / sum : value;
  return found.map((one, at) => (wholeParts[at] ? Math.round(one * times) : one * times));
}
