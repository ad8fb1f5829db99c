import type { Draw, Event } from "../events/types.ts";
import { isMet, type Sight } from "../views/conditions.ts";
import { worldSight } from "../views/sight.ts";
import { isPursued } from "../world/aims.ts";
import { entriesOf } from "../world/ids.ts";
import { pointsForMen, scoreOf } from "../world/scores.ts";
import type { Id, Objective } from "../world/setup.ts";
import type { Phase, Turn } from "./turn.ts";

/** 13.1: objectives are scored when their condition holds; those of the end in the last turn. */
export const objectives: Phase = (turn) => {
  const isLast = turn.number >= endOf(turn).turn;
  const sightOf = sights(turn);
  return entriesOf(turn.setup.objectives).flatMap(({ id, value }): Event[] => {
    // 13.2: of a group of aims the chosen one counts.
    if (!isPursued(turn.world.aims, id, value)) return [];
    const seats = value.seats.filter(
      (seat) => isOpen(turn, id, value, seat, isLast) && isMet(value.when, sightOf(seat)),
    );
    const { points } = value;
    return seats.length > 0 ? [{ kind: "objective-scored", objective: id, seats, points }] : [];
  });
};

/** What the objectives of each seat are judged by: the truth with its side as "own", made once a side. */
function sights(turn: Turn): (seat: Id) => Sight {
  const bySide = new Map<Id | null, Sight>();
  return (seat) => {
    const side = turn.setup.seats[seat]?.side ?? null;
    let sight = bySide.get(side);
    if (sight === undefined) {
      sight = worldSight(turn.setup, turn.world, turn.number + 1, side);
      bySide.set(side, sight);
    }
    return sight;
  };
}

function isOpen(turn: Turn, id: Id, { scored }: Objective, seat: Id, isLast: boolean): boolean {
  if (scored === "end") return isLast;
  return scored === "each-turn" || turn.world.objectives[id]?.[seat]?.turn === 0;
}

/** 13.3: the game ends with its last turn; a seat's score is of its objectives and its men. */
export const ending: Phase = (turn) => {
  const { turn: last, draw } = endOf(turn);
  if (turn.number < last) return [];
  const scores: Record<Id, number> = {};
  for (const seat of Object.keys(turn.setup.seats)) {
    scores[seat] = scoreOf(turn.setup, turn.world, seat);
  }
  return [{ kind: "game-ended", scores, forMen: pointsForMen(turn.setup, turn.world), draw }];
};

/** The last turn: that of the length, or within so many after it, drawn once a game. */
function endOf({ setup, chance }: Turn): { turn: number; draw: Draw | null } {
  const { turns, hiddenTurns } = setup;
  if (hiddenTurns === 0) return { turn: turns, draw: null };
  const draw = chance.draw("end", 0, "", "");
  return { turn: turns + Math.floor(draw.u * (hiddenTurns + 1)), draw };
}
