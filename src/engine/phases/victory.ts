import type { Event } from "../events/types.ts";
import { isMet, type Sight } from "../views/conditions.ts";
import { worldSight } from "../views/sight.ts";
import { entriesOf } from "../world/ids.ts";
import type { Id, Objective, Setup } from "../world/setup.ts";
import type { ObjectiveState } from "../world/world.ts";
import type { Phase, Turn } from "./turn.ts";

/** 13.1: objectives are scored when their condition holds; those of the end in the last turn. */
export const objectives: Phase = (turn) => {
  const isLast = turn.number >= turn.setup.turns;
  const sightOf = sights(turn);
  return entriesOf(turn.setup.objectives).flatMap(({ id, value }): Event[] => {
    if (!isOpen(turn, id, value, isLast)) return [];
    return isMet(value.when, sightOf(sideOfObjective(turn.setup, value)))
      ? [{ kind: "objective-scored", objective: id, points: value.points }]
      : [];
  });
};

/** What each side's objectives are judged by, made once a side. */
function sights(turn: Turn): (side: Id | null) => Sight {
  const bySide = new Map<Id | null, Sight>();
  return (side) => {
    let sight = bySide.get(side);
    if (sight === undefined) {
      sight = worldSight(turn.setup, turn.world, turn.number + 1, side);
      bySide.set(side, sight);
    }
    return sight;
  };
}

function isOpen(turn: Turn, id: Id, objective: Objective, isLast: boolean): boolean {
  if (objective.group !== null && !isChosen(turn.setup, id, objective)) return false;
  const { turn: scoredTurn } = turn.world.objectives[id] as ObjectiveState;
  if (objective.scored === "end") return isLast;
  return objective.scored === "each-turn" || scoredTurn === 0;
}

/** 13.2: of a group of aims one counts; until a seat can choose, the first in id order. */
function isChosen(setup: Setup, id: Id, { group }: Objective): boolean {
  return (
    Object.keys(setup.objectives).find((other) => setup.objectives[other]?.group === group) === id
  );
}

function sideOfObjective(setup: Setup, objective: Objective): Id | null {
  return setup.seats[objective.seats[0] as Id]?.side ?? null;
}

/** 13.3: the game ends with its last turn; a seat's score is the sum of its objectives. */
export const ending: Phase = (turn) => {
  if (turn.number < turn.setup.turns) return [];
  const scores: Record<Id, number> = {};
  for (const seat of Object.keys(turn.setup.seats)) scores[seat] = scoreOf(turn, seat);
  return [{ kind: "game-ended", scores }];
};

function scoreOf(turn: Turn, seat: Id): number {
  return Object.entries(turn.setup.objectives).reduce((sum, [id, objective]) => {
    return objective.seats.includes(seat) ? sum + (turn.world.objectives[id]?.scored ?? 0) : sum;
  }, 0);
}
