import type { Event } from "../events/types.ts";
import { turnsFor } from "../world/clock.ts";
import type { Id, Wing } from "../world/setup.ts";
import type { PlaceState, WingState } from "../world/world.ts";
import type { Phase, Turn } from "./turn.ts";

/**
 * 6.7: a wing whose base is lost, or that needs the runway of one that is assaulted, moves to its
 * alternate; without one it stays at a base that is held, and is grounded with one that is lost.
 */
export const bases: Phase = (turn) =>
  Object.entries(turn.setup.wings).flatMap(([id, wing]: [string, Wing]): Event[] => {
    const { base } = turn.world.wings[id] as WingState;
    if (base === null || wing.side === null) return [];
    const at = turn.world.places[base] as PlaceState;
    const isDrivenOut = at.assaultedTurn === turn.number && wing.needsRunway;
    if (at.holder === wing.side && !isDrivenOut) return [];
    const to = alternateOf(turn, wing, base);
    if (to === null && at.holder === wing.side) return [];
    const { rebaseHours } = turn.setup.parameters.air;
    const readyTurn = turn.number + 1 + turnsFor(turn.setup.clock, rebaseHours);
    const rebased = to !== wing.base;
    return [{ kind: "wing-rebased", wing: id, to, rebased, ordered: false, readyTurn }];
  });

/** Where a wing goes from a base, if its side holds it; else null. */
function alternateOf({ world }: Turn, { side, alternate }: Wing, base: Id): Id | null {
  if (alternate === null || alternate === base) return null;
  return (world.places[alternate] as PlaceState).holder === side ? alternate : null;
}
