import { parseKind } from "./kinds.ts";
import type { PatchOperation } from "./patch.ts";
import type { Read } from "./read.ts";
import { readBy } from "./schema-problems.ts";
import { excursionSchema } from "./schema/excursion.ts";

/** A what-if: what to change in a scenario, and why. */
export interface Excursion {
  readonly title: string;
  readonly reason: string;
  readonly patch: readonly PatchOperation[];
}

/** An excursion with the id of the scenario it is for; null when it is for any. */
interface ExcursionRead extends Excursion {
  readonly scenario: string | null;
}

/** Text of an excursion → the excursion, or every problem of its form; what it does to a scenario shows there. */
export function readExcursion(text: string): Read<ExcursionRead> {
  const json = parseKind(text, "excursion");
  if (!json.ok) return json;
  const file = readBy(excursionSchema, json.value);
  if (!file.ok) return file;
  const { scenario = null, title, reason, patch } = file.value;
  return { ok: true, value: { scenario, title, reason, patch } };
}
