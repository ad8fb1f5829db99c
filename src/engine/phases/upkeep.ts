import { clamp, toThousandth } from "../chance/arithmetic.ts";
import type { Event, Upkeep } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import { joinedTo } from "../world/map.ts";
import type { Id, Works } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import { captures } from "./captures.ts";
import { type Cut, drawFromDepots, type Drawn } from "./depots.ts";
import { untiredPursuers } from "./pursuit.ts";
import {
  enemyMenAt,
  logged,
  type Phase,
  type Standing,
  standing,
  type Turn,
  type Unit,
  unitsAt,
} from "./turn.ts";

/** 11.4–11.8: the broken rally, supply is used and brought up, men rest and dig, kit is taken over. */
export const upkeep: Phase = (turn) => {
  const stands = standing(turn);
  const roads = roadsOf(turn, stands);
  const roles = rolesOf(turn);
  const drawn = drawFromDepots(turn, cutOff(turn, roads, roles));
  const formations = upkeepOf(turn, stands, roads, roles, drawn);
  const refitted: Event[] = formations.length > 0 ? [{ kind: "refitted", formations }] : [];
  return [...rallies(turn), ...drawn.events, ...refitted, ...captures(turn, stands)];
};

/** Places of each side that a road joins to a source of its supply. */
type Roads = Readonly<Record<Id, ReadonlySet<Id>>>;

function roadsOf(turn: Turn, stands: Standing): Roads {
  const supplied: Record<Id, ReadonlySet<Id>> = {};
  for (const side of idsOf(turn.setup.sides)) supplied[side] = suppliedPlaces(turn, side, stands);
  return supplied;
}

/** 11.11: who stands beside a depot and on no road to a source. */
function cutOff(turn: Turn, roads: Roads, roles: ReadonlyMap<Id, Role>): Cut[] {
  const cut: Cut[] = [];
  for (const unit of turn.units) {
    const { status, place } = unit.state;
    if (status !== "active" || place === null || roads[unit.side]?.has(place)) continue;
    if ((turn.world.places[place]?.depotManDays ?? 0) === 0) continue;
    cut.push({ unit, usedDays: usedDays(turn, roles.get(unit.id)) });
  }
  return cut;
}

/** 11.4: a broken formation rallies after a time; by 8.5 its place is its own and free of the enemy. */
function rallies(turn: Turn): Event[] {
  return turn.units.flatMap(({ id, state }): Event[] => {
    const { status, rallyTurn, place, stragglers } = state;
    if (status !== "broken" || rallyTurn > turn.number || place === null) return [];
    const cohesion = turn.setup.parameters.cohesion.rallyCohesion;
    return [{ kind: "rallied", formation: id, stragglers, cohesion }];
  });
}

function upkeepOf(
  turn: Turn,
  stands: Standing,
  roads: Roads,
  roles: ReadonlyMap<Id, Role>,
  drawn: Drawn,
): Upkeep[] {
  const marched = new Set(logged(turn, "marched").map((event) => event.formation));
  const exertions = exertionsOf(turn);
  const changed: Upkeep[] = [];
  for (const unit of turn.units) {
    if (unit.state.status !== "active") continue;
    const used = usedDays(turn, roles.get(unit.id));
    const hasRoad = roads[unit.side]?.has(unit.state.place as Id) ?? false;
    const gained = hasRoad ? broughtUp(turn) : (drawn.days.get(unit.id) ?? 0);
    const ration: Ration = { used, gained, isSupplied: hasRoad || (gained > 0 && gained >= used) };
    const exertion = exertions.get(unit.id) ?? "rest";
    changed.push(kept(turn, unit, ration, marched.has(unit.id), exertion, stands));
  }
  return changed;
}

type Role = "attack" | "defence" | undefined;

function rolesOf(turn: Turn): ReadonlyMap<Id, Role> {
  const roles = new Map<Id, Role>();
  for (const battle of logged(turn, "battle-resolved")) {
    for (const one of battle.defenders) roles.set(one.formation, "defence");
    for (const one of battle.attackers) roles.set(one.formation, "attack");
  }
  return roles;
}

/** What tired or rested a formation in the turn; who is not listed has rested. */
type Exertion = "battle" | "pursuit" | "march" | "rotation" | "rest";

/** 11.6: what is found first counts; who fell back without a fight has not rested. */
function exertionsOf(turn: Turn): ReadonlyMap<Id, Exertion> {
  const found = new Map<Id, Exertion>();
  const note = (formation: Id, exertion: Exertion) => {
    if (!found.has(formation)) found.set(formation, exertion);
  };
  for (const formation of untiredPursuers(turn)) note(formation, "pursuit");
  for (const battle of logged(turn, "battle-resolved"))
    for (const one of [...battle.attackers, ...battle.defenders]) note(one.formation, "battle");
  for (const { formation } of logged(turn, "marched")) note(formation, "march");
  for (const { formation } of logged(turn, "retreated")) note(formation, "march");
  for (const { formation } of logged(turn, "rotated")) note(formation, "rotation");
  return found;
}

/** Days of supply used and gained in the turn. */
interface Ration {
  readonly used: number;
  readonly gained: number;
  /** By a road, or by a depot that gave all that was used (11.11). */
  readonly isSupplied: boolean;
}

function kept(
  turn: Turn,
  unit: Unit,
  ration: Ration,
  marched: boolean,
  exertion: Exertion,
  stands: Standing,
): Upkeep {
  const { id, state } = unit;
  const isResting = exertion === "rest" || exertion === "rotation";
  const quietHours = isResting ? state.quietHours + turn.hours : 0;
  return {
    formation: id,
    supplyDays: supplyAfter(unit, ration),
    freshness: freshnessAfter(turn, state, exertion),
    cohesion: isResting && ration.isSupplied ? cohesionAfter(turn, unit, stands) : state.cohesion,
    quietHours,
    works: worksAfter(turn, unit, quietHours, stands),
    marched,
  };
}

/** 11.5: days of supply used in the turn, by role. */
function usedDays(turn: Turn, role: Role): number {
  const { attackPerDay, defencePerDay, quietPerDay } = turn.setup.parameters.supply;
  const used = role === "attack" ? attackPerDay : role === "defence" ? defencePerDay : quietPerDay;
  return (used * turn.hours) / 24;
}

/** 11.5: days brought up along a road of own places to a source. */
function broughtUp(turn: Turn): number {
  return (turn.setup.parameters.supply.recoveryPerDay * turn.hours) / 24;
}

function supplyAfter({ data, state }: Unit, { used, gained }: Ration): number {
  const carry = Math.max(data.supplyDays, 0);
  return toThousandth(clamp(state.supplyDays + gained - used, 0, carry));
}

/** 11.6: combat tires, rest restores, a march does neither (QJM exhaustion, by the hour); 4.10, 3.6. */
function freshnessAfter(turn: Turn, state: FormationState, exertion: Exertion): number {
  const { exhaustion } = turn.setup.parameters;
  const { perCombatHour, perNightCombatHour, perRestHour, rotation, floor } = exhaustion;
  const changes: Readonly<Record<Exertion, number>> = {
    battle: -(perCombatHour + (turn.night ? perNightCombatHour : 0)),
    pursuit: 0,
    march: 0,
    rotation: perRestHour + rotation / 12,
    rest: perRestHour,
  };
  const change = changes[exertion];
  return toThousandth(clamp(state.freshness + change * turn.hours, floor, 1));
}

/**
 * 11.7: the unengaged, resting and supplied recover the cohesion they have lost, faster beside a
 * headquarters; rest makes nobody better than he came.
 */
function cohesionAfter(turn: Turn, { side, data, state }: Unit, stands: Standing): number {
  const { recoveryPerHour, hqRecoveryPerHour, ceiling } = turn.setup.parameters.cohesion;
  const most = Math.min(ceiling, data.cohesion);
  if (state.cohesion >= most) return state.cohesion;
  const withHq = unitsAt(stands, state.place as Id).some(
    ({ data, side: hqSide }) => data.hq && hqSide === side,
  );
  const gained = (recoveryPerHour + (withHq ? hqRecoveryPerHour : 0)) * turn.hours;
  return toThousandth(Math.min(most, state.cohesion + gained));
}

/**
 * 11.8: hasty works become prepared after enough quiet hours, sooner when ordered to dig in, and
 * prepared ones fortified after more of them with engineers of its side in the place.
 */
function worksAfter(
  turn: Turn,
  { side, state }: Unit,
  quietHours: number,
  stands: Standing,
): Works {
  const { preparedHours, digInFactor, fortifiedFactor } = turn.setup.parameters.ground;
  if (state.works === "fortified") return "fortified";
  const needed = preparedHours * (state.task.verb === "dig-in" ? digInFactor : 1);
  if (state.works === "hasty") return quietHours >= needed ? "prepared" : "hasty";
  if (quietHours < needed * fortifiedFactor) return "prepared";
  return hasEngineers(stands, state.place as Id, side) ? "fortified" : "prepared";
}

function hasEngineers(stands: Standing, place: Id, side: Id): boolean {
  return unitsAt(stands, place).some(
    (unit) => unit.side === side && unit.data.branch === "engineer",
  );
}

/** Places joined to a source of supply through places their side holds and no enemy stands in. */
function suppliedPlaces(turn: Turn, side: Id, stands: Standing): ReadonlySet<Id> {
  const open = new Set<Id>();
  const sources: Id[] = [];
  for (const { id, data, state } of turn.places) {
    if (state.holder !== side || enemyMenAt(stands, id, side) > 0) continue;
    open.add(id);
    if (data.supplies.includes(side)) sources.push(id);
  }
  return joinedTo(turn.setup, sources, (place) => open.has(place));
}
