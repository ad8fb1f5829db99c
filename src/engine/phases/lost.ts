import { surrenderOf } from "./rout.ts";
import type { Phase, Unit } from "./turn.ts";

/** 8.6: a formation without a man left is lost, with all its kit. */
export const lost: Phase = (turn) =>
  turn.units.filter(isGone).map(({ id, state }) => surrenderOf(turn, id, state.place as string));

function isGone({ state: { status, men, place } }: Unit): boolean {
  return men === 0 && place !== null && (status === "active" || status === "broken");
}
