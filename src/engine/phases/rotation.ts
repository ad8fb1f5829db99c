import { sumOf } from "../chance/arithmetic.ts";
import type { Unit } from "./turn.ts";

const NONE: readonly Unit[] = [];

/**
 * 3.6: those of one side at a place who come out of the line: all that were told to rotate, when the
 * others have together at least their men; else nobody.
 */
export function relievedOf(units: readonly Unit[]): readonly Unit[] {
  const rotating = units.filter(({ state }) => state.task.verb === "rotate");
  if (rotating.length === 0) return NONE;
  const staying = units.filter(({ state }) => state.task.verb !== "rotate");
  return menOf(staying) >= menOf(rotating) ? rotating : NONE;
}

function menOf(units: readonly Unit[]): number {
  return sumOf(units.map(({ state }) => state.men));
}
