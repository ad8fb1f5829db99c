import { entriesOf } from "./ids.ts";
import type { Parameters } from "./parameters.ts";
import type { Id } from "./setup.ts";

/** How many of these pieces can be sent ahead of one assault (5.3.1). */
export function breachPieces(
  { kit, breach }: Pick<Parameters, "kit" | "breach">,
  held: Readonly<Record<Id, number>>,
): number {
  let pieces = 0;
  for (const { id, value } of entriesOf(kit)) if (value.breach > 0) pieces += held[id] as number;
  return Math.min(breach.perBattle, pieces);
}
