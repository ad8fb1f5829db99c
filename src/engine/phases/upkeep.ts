import { clamp, settle, toThousandth } from "../chance/arithmetic.ts";
import type { Event, Upkeep } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Works } from "../world/setup.ts";
import type { FormationState, PlaceState } from "../world/world.ts";
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
  const formations = upkeepOf(turn, stands);
  const refitted: Event[] = formations.length > 0 ? [{ kind: "refitted", formations }] : [];
  return [...rallies(turn), ...refitted, ...captures(turn, stands)];
};

/** 11.4: a broken formation rallies after a time; by 8.5 its place is its own and free of the enemy. */
function rallies(turn: Turn): Event[] {
  return turn.units.flatMap(({ id, state }): Event[] => {
    const { status, rallyTurn, place, stragglers } = state;
    if (status !== "broken" || rallyTurn > turn.number || place === null) return [];
    const cohesion = turn.setup.parameters.cohesion.rallyCohesion;
    return [{ kind: "rallied", formation: id, stragglers, cohesion }];
  });
}

function upkeepOf(turn: Turn, stands: Standing): Upkeep[] {
  const roles = rolesOf(turn);
  const supplied: Record<Id, ReadonlySet<Id>> = {};
  for (const side of idsOf(turn.setup.sides)) supplied[side] = suppliedPlaces(turn, side, stands);
  const marched = new Set(logged(turn, "marched").map((event) => event.formation));
  const changed: Upkeep[] = [];
  for (const unit of turn.units) {
    if (unit.state.status !== "active") continue;
    const isSupplied = supplied[unit.side]?.has(unit.state.place as Id) ?? false;
    changed.push(kept(turn, unit, roles.get(unit.id), isSupplied, marched.has(unit.id), stands));
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

function kept(
  turn: Turn,
  unit: Unit,
  role: Role,
  isSupplied: boolean,
  marched: boolean,
  stands: Standing,
): Upkeep {
  const { id, state } = unit;
  const quietHours = role === undefined && !marched ? state.quietHours + turn.hours : 0;
  return {
    formation: id,
    supplyDays: supplyAfter(turn, unit, role, isSupplied),
    freshness: freshnessAfter(turn, state, role, marched),
    cohesion: marched ? state.cohesion : cohesionAfter(turn, unit, role, isSupplied, stands),
    quietHours,
    works: worksAfter(turn, state, quietHours),
    marched,
  };
}

/** 11.5: days of supply used by role; brought up along a road of own places to a source. */
function supplyAfter(turn: Turn, { data, state }: Unit, role: Role, isSupplied: boolean): number {
  const { attackPerDay, defencePerDay, quietPerDay, recoveryPerDay } = turn.setup.parameters.supply;
  const used = role === "attack" ? attackPerDay : role === "defence" ? defencePerDay : quietPerDay;
  const gained = isSupplied ? recoveryPerDay : 0;
  const carry = Math.max(data.supplyDays, 0);
  return toThousandth(clamp(state.supplyDays + ((gained - used) * turn.hours) / 24, 0, carry));
}

/** 11.6: combat tires, rest restores, a march does neither (QJM exhaustion, by the hour). */
function freshnessAfter(turn: Turn, state: FormationState, role: Role, marched: boolean): number {
  const { perCombatHour, perRestHour, floor } = turn.setup.parameters.exhaustion;
  const change = role === undefined ? (marched ? 0 : perRestHour) : -perCombatHour;
  return toThousandth(clamp(state.freshness + change * turn.hours, floor, 1));
}

/** 11.7: the unengaged, resting and supplied recover cohesion, faster beside a headquarters. */
function cohesionAfter(
  turn: Turn,
  { side, state }: Unit,
  role: Role,
  isSupplied: boolean,
  stands: Standing,
): number {
  const { recoveryPerHour, hqRecoveryPerHour, ceiling } = turn.setup.parameters.cohesion;
  if (role !== undefined || !isSupplied || state.cohesion >= ceiling) return state.cohesion;
  const withHq = unitsAt(stands, state.place as Id).some(
    ({ data, side: hqSide }) => data.hq && hqSide === side,
  );
  const gained = (recoveryPerHour + (withHq ? hqRecoveryPerHour : 0)) * turn.hours;
  return toThousandth(Math.min(ceiling, state.cohesion + gained));
}

/** 11.8: hasty works become prepared after enough quiet hours, sooner when ordered to dig in. */
function worksAfter(turn: Turn, state: FormationState, quietHours: number): Works {
  if (state.works !== "hasty") return state.works;
  const { preparedHours, digInFactor } = turn.setup.parameters.ground;
  const needed = preparedHours * (state.task.verb === "dig-in" ? digInFactor : 1);
  return quietHours >= needed ? "prepared" : "hasty";
}

/** Places joined to a source of supply through places their side holds and no enemy stands in. */
function suppliedPlaces(turn: Turn, side: Id, stands: Standing): ReadonlySet<Id> {
  const open = new Set<Id>();
  const reached = new Set<Id>();
  for (const { id, data, state } of turn.places) {
    if (state.holder !== side || enemyMenAt(stands, id, side) > 0) continue;
    open.add(id);
    if (data.supplies.includes(side)) reached.add(id);
  }
  // A set is walked in the order of its growth, so this ends when nothing new is reached.
  for (const place of reached) {
    for (const link of turn.setup.neighbours[place] ?? [])
      if (open.has(link.to)) reached.add(link.to);
  }
  return reached;
}

/** 11.9: what lies in a place that was taken is put to use after a day; the rest is scrap. */
function captures(turn: Turn, stands: Standing): Event[] {
  const { takeoverHours } = turn.setup.parameters.capture;
  return turn.places.flatMap(({ id: place, state }): Event[] => {
    const { takenTurn, holder, stocks } = state;
    if (takenTurn === 0 || (turn.number - takenTurn) * turn.hours < takeoverHours) return [];
    const kinds = idsOf(turn.setup.parameters.kit).filter((kind) => (stocks[kind] ?? 0) > 0);
    const taker = unitsAt(stands, place).find((unit) => unit.side === holder);
    return taker === undefined || kinds.length === 0
      ? []
      : [takeOver(turn, place, taker.id, kinds)];
  });
}

function takeOver(turn: Turn, place: Id, formation: Id, kinds: readonly Id[]): Event {
  const { stocks } = turn.world.places[place] as PlaceState;
  const kit: Record<Id, number> = {};
  const draws = kinds.map((kind) => {
    const draw = turn.chance.draw("salvage", turn.number, place, kind);
    const pieces = stocks[kind] as number;
    kit[kind] = Math.min(
      pieces,
      settle(pieces * turn.setup.parameters.capture.serviceable, draw.u),
    );
    return draw;
  });
  return { kind: "kit-taken", place, formation, kit, draws };
}
