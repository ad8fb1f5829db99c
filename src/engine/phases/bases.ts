import type { Event } from "../events/types.ts";
import { turnsFor } from "../world/clock.ts";
import type { Wing } from "../world/setup.ts";
import type { WingState } from "../world/world.ts";
import type { Phase } from "./turn.ts";

/**
 * 6.7: a wing whose base is lost or assaulted moves to its alternate; without one it flies on from
 * a base that is held, and is grounded with one that is lost.
 */
export const bases: Phase = (turn) =>
  Object.entries(turn.setup.wings).flatMap(([id, wing]: [string, Wing]): Event[] => {
    const { base } = turn.world.wings[id] as WingState;
    if (base === null || wing.side === null) return [];
    const at = turn.world.places[base];
    if (at?.holder === wing.side && at.assaultedTurn !== turn.number) return [];
    const { alternate } = wing;
    const to =
      alternate !== null && alternate !== base && turn.world.places[alternate]?.holder === wing.side
        ? alternate
        : null;
    if (to === null && at?.holder === wing.side) return [];
    const readyTurn =
      turn.number + 1 + turnsFor(turn.setup.clock, turn.setup.parameters.air.rebaseHours);
    return [{ kind: "wing-rebased", wing: id, to, readyTurn }];
  });
