import { idsOf } from "./ids.ts";
import type { Parameters } from "./parameters.ts";
import type { Id } from "./setup.ts";

/** How many of these pieces can be sent ahead of one assault (5.3.1). */
export function breachPieces(
  { kit, breach }: Pick<Parameters, "kit" | "breach">,
  held: Readonly<Record<Id, number>>,
): number {
  let pieces = 0;
  for (const kind of idsOf(kit)) if ((kit[kind]?.breach ?? 0) > 0) pieces += held[kind] ?? 0;
  return Math.min(breach.perBattle, pieces);
}
