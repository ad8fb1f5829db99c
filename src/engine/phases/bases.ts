import type { Event } from "../events/types.ts";
import { turnsFor } from "../world/clock.ts";
import type { Wing } from "../world/setup.ts";
import type { WingState } from "../world/world.ts";
import type { Phase } from "./turn.ts";

/**
 * 6.7: a wing whose base is lost, or that needs the runway of one that is assaulted, moves to its
 * alternate; without one it stays at a base that is held, and is grounded with one that is lost.
 */
export const bases: Phase = (turn) =>
  Object.entries(turn.setup.wings).flatMap(([id, wing]: [string, Wing]): Event[] => {
    const { base } = turn.world.wings[id] as WingState;
    if (base === null || wing.side === null) return [];
    const at = turn.world.places[base];
    const isDrivenOut = at?.assaultedTurn === turn.number && wing.needsRunway;
    if (at?.holder === wing.side && !isDrivenOut) return [];
    const { alternate } = wing;
    const to =
      alternate !== null && alternate !== base && turn.world.places[alternate]?.holder === wing.side
        ? alternate
        : null;
    if (to === null && at?.holder === wing.side) return [];
    const { rebaseHours } = turn.setup.parameters.air;
    const readyTurn = turn.number + 1 + turnsFor(turn.setup.clock, rebaseHours);
    const rebased = to !== wing.base;
    return [{ kind: "wing-rebased", wing: id, to, rebased, ordered: false, readyTurn }];
  });
