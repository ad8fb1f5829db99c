import { entriesOf } from "./ids.ts";
import type { Parameters, TerrainRow } from "./parameters.ts";
import type { Formation } from "./setup.ts";

/** 5.2: infantryman-equivalents on a terrain: men, and each piece of kit at its weight. */
export function strengthOf(
  parameters: Parameters,
  terrain: Pick<TerrainRow, "infantry" | "vehicle" | "gun">,
  fighter: Pick<Formation, "men" | "kit">,
  antiTank = 1,
): number {
  let sum = fighter.men * terrain.infantry;
  for (const { id: kind, value: row } of entriesOf(parameters.kit)) {
    const pieces = fighter.kit[kind] ?? 0;
    if (pieces > 0) sum += pieces * row.weight * terrain[row.arm] * (row.antiTank ? antiTank : 1);
  }
  return sum;
}
