import type { FormationBroke, Kit, Surrendered } from "../events/types.ts";
import { turnsFor } from "../world/clock.ts";
import type { Id } from "../world/setup.ts";
import { enemyMenOf, logged, sideOf, stateOf, type Turn } from "./turn.ts";

type Standing = Readonly<Record<Id, Id[]>>;

/** How much heavy kit stays behind: a share, or everything. */
export type Abandoned = number | "all";

/** Kit left behind, whole pieces rounded half up; light kit goes along unless all is lost. */
export function abandonedBy(turn: Turn, id: Id, share: Abandoned): Kit {
  const { kit } = stateOf(turn, id);
  const left: Record<Id, number> = {};
  for (const kind in kit) {
    const pieces = kit[kind] as number;
    const heavy = turn.setup.parameters.kit[kind]?.heavy;
    const some = share === "all" ? pieces : heavy ? Math.floor(pieces * share + 0.5) : 0;
    if (some > 0) left[kind] = some;
  }
  return left;
}

/**
 * 8.1: the nearest place by road, own and free of the enemy, that a formation can fall back to;
 * it passes no enemy on the way. Ties by id; null when every way is closed.
 */
export function findRefuge(
  turn: Turn,
  id: Id,
  from: Id,
  stands: Standing,
  closed: ReadonlySet<Id>,
): Id | null {
  const side = sideOf(turn, id);
  const isFree = (place: Id) =>
    turn.world.places[place]?.holder === side &&
    !closed.has(place) &&
    enemyMenOf(turn, stands[place], side) === 0;
  const near = (turn.setup.neighbours[from] ?? []).filter((link) => isFree(link.to));
  const sorted = near.toSorted((a, b) => a.km - b.km || (a.to < b.to ? -1 : 1));
  return sorted[0]?.to ?? null;
}

/**
 * 7.5: a broken formation runs, to a place not under assault itself if there is one: some go
 * missing, some straggle, heavy kit stays, the rest rallies later.
 */
export function rout(
  turn: Turn,
  id: Id,
  from: Id,
  encircled: boolean,
  stands: Standing,
): FormationBroke | Surrendered {
  const rules = turn.setup.parameters.cohesion;
  const assaulted = new Set(logged(turn, "battle-resolved").map((battle) => battle.place));
  const to =
    findRefuge(turn, id, from, stands, assaulted) ??
    findRefuge(turn, id, from, stands, new Set([from]));
  if (to === null) return surrenderOf(turn, id, from, "all");
  const { men } = stateOf(turn, id);
  const gone = Math.floor(men * (encircled ? rules.missingEncircled : rules.missing) + 0.5);
  const stragglers = Math.floor(gone * rules.stragglers + 0.5);
  const abandoned = abandonedBy(turn, id, turn.setup.parameters.capture.routAbandoned);
  const rallyTurn = turn.number + turnsFor(turn.setup.clock, rules.rallyHours);
  return {
    kind: "formation-broke",
    formation: id,
    place: from,
    to,
    missing: gone - stragglers,
    stragglers,
    abandoned,
    rallyTurn,
  };
}

/** 8.3: with no way out a formation lays down its arms. */
export function surrenderOf(turn: Turn, id: Id, place: Id, share: Abandoned): Surrendered {
  const captured = stateOf(turn, id).men;
  return {
    kind: "surrendered",
    formation: id,
    place,
    captured,
    abandoned: abandonedBy(turn, id, share),
  };
}
