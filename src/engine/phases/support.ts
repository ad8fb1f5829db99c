import type { Event, SortiesFlown } from "../events/types.ts";
import type { Wing } from "../world/setup.ts";
import { claimsOf } from "./claims.ts";
import { harmOf } from "./harm.ts";
import { logged, type Phase, type Turn } from "./turn.ts";

/**
 * 6.9, 6.10: support that found its battle harms who lives there, and its crews claim hits; where no
 * battle came it has struck nothing.
 */
export const support: Phase = (turn) => {
  const flown = logged(turn, "sorties-flown").filter((task) => hasFought(turn, task));
  return flown.flatMap((task): Event[] => {
    const { wing, target: place } = task;
    const claims = claimsOf(turn, task);
    return [{ kind: "support-claimed", wing, place, claims }, ...harmOf(turn, task)];
  });
};

/** Whether support was flown over an assault that one of those its wing fights was in. */
function hasFought(turn: Turn, { wing, mission, target, effective }: SortiesFlown): boolean {
  if (mission !== "support" || effective === 0) return false;
  const { against } = turn.setup.wings[wing] as Wing;
  return logged(turn, "battle-resolved").some(
    ({ place, link, attacker, defender }) =>
      link === null &&
      place === target &&
      (against.includes(attacker) || against.includes(defender)),
  );
}
