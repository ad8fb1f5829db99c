import { clamp, settle, toThousandth } from "../chance/arithmetic.ts";
import type { Event, Upkeep } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Works } from "../world/setup.ts";
import type { FormationState, PlaceState } from "../world/world.ts";
import { enemyMenOf, logged, type Phase, sideOf, standing, stateOf, type Turn } from "./turn.ts";

type Standing = Readonly<Record<Id, Id[]>>;

/** 11.4–11.8: the broken rally, supply is used and brought up, men rest and dig, kit is taken over. */
export const upkeep: Phase = (turn) => {
  const stands = standing(turn);
  const formations = upkeepOf(turn, stands);
  const refitted: Event[] = formations.length > 0 ? [{ kind: "refitted", formations }] : [];
  return [...rallies(turn), ...refitted, ...captures(turn, stands)];
};

/** 11.4: a broken formation rallies after a time; by 8.5 its place is its own and free of the enemy. */
function rallies(turn: Turn): Event[] {
  return idsOf(turn.setup.formations).flatMap((formation): Event[] => {
    const { status, rallyTurn, place, stragglers } = stateOf(turn, formation);
    if (status !== "broken" || rallyTurn > turn.number || place === null) return [];
    return [
      {
        kind: "rallied",
        formation,
        stragglers,
        cohesion: turn.setup.parameters.cohesion.rallyCohesion,
      },
    ];
  });
}

function upkeepOf(turn: Turn, stands: Standing): Upkeep[] {
  const fought = fightersOf(turn);
  const supplied: Record<Id, ReadonlySet<Id>> = {};
  for (const side of idsOf(turn.setup.sides)) supplied[side] = suppliedPlaces(turn, side, stands);
  const marched = new Set(logged(turn, "marched").map((event) => event.formation));
  const changed: Upkeep[] = [];
  for (const formation of idsOf(turn.setup.formations)) {
    const state = stateOf(turn, formation);
    if (state.status !== "active") continue;
    const isSupplied = supplied[sideOf(turn, formation)]?.has(state.place as Id) ?? false;
    changed.push(
      kept(turn, formation, state, fought[formation], isSupplied, marched.has(formation), stands),
    );
  }
  return changed;
}

type Role = "attack" | "defence" | undefined;

function fightersOf(turn: Turn): Record<Id, Role> {
  const roles: Record<Id, Role> = {};
  for (const battle of logged(turn, "battle-resolved")) {
    for (const one of battle.defenders) roles[one.formation] = "defence";
    for (const one of battle.attackers) roles[one.formation] = "attack";
  }
  return roles;
}

function kept(
  turn: Turn,
  formation: Id,
  state: FormationState,
  role: Role,
  isSupplied: boolean,
  marched: boolean,
  stands: Standing,
): Upkeep {
  const quietHours = role === undefined && !marched ? state.quietHours + turn.hours : 0;
  return {
    formation,
    supplyDays: supplyAfter(turn, formation, state, role, isSupplied),
    freshness: freshnessAfter(turn, state, role, marched),
    cohesion: marched
      ? state.cohesion
      : cohesionAfter(turn, formation, state, role, isSupplied, stands),
    quietHours,
    works: worksAfter(turn, state, quietHours),
    marched,
  };
}

/** 11.5: days of supply used by role; brought up along a road of own places to a source. */
function supplyAfter(
  turn: Turn,
  formation: Id,
  state: FormationState,
  role: Role,
  isSupplied: boolean,
): number {
  const { attackPerDay, defencePerDay, quietPerDay, recoveryPerDay } = turn.setup.parameters.supply;
  const used = role === "attack" ? attackPerDay : role === "defence" ? defencePerDay : quietPerDay;
  const gained = isSupplied ? recoveryPerDay : 0;
  const carry = Math.max(turn.setup.formations[formation]?.supplyDays ?? 0, 0);
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
  formation: Id,
  state: FormationState,
  role: Role,
  isSupplied: boolean,
  stands: Standing,
): number {
  const { recoveryPerHour, hqRecoveryPerHour, ceiling } = turn.setup.parameters.cohesion;
  if (role !== undefined || !isSupplied || state.cohesion >= ceiling) return state.cohesion;
  const withHq = (stands[state.place as Id] ?? []).some((id) => isHqOf(turn, id, formation));
  const gained = (recoveryPerHour + (withHq ? hqRecoveryPerHour : 0)) * turn.hours;
  return toThousandth(Math.min(ceiling, state.cohesion + gained));
}

function isHqOf(turn: Turn, id: Id, formation: Id): boolean {
  const hq = turn.setup.formations[id];
  return hq?.hq === true && hq.side === sideOf(turn, formation);
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
  const isOpen = (place: Id) =>
    turn.world.places[place]?.holder === side && enemyMenOf(turn, stands[place], side) === 0;
  const sources = idsOf(turn.setup.places).filter((id) =>
    turn.setup.places[id]?.supplies.includes(side),
  );
  const open = sources.filter(isOpen);
  const reached = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const link of turn.setup.neighbours[at] ?? []) {
      if (reached.has(link.to) || !isOpen(link.to)) continue;
      reached.add(link.to);
      open.push(link.to);
    }
  }
  return reached;
}

/** 11.9: what lies in a place that was taken is put to use after a day; the rest is scrap. */
function captures(turn: Turn, stands: Standing): Event[] {
  const { takeoverHours } = turn.setup.parameters.capture;
  return idsOf(turn.setup.places).flatMap((place): Event[] => {
    const { takenTurn, holder, stocks } = turn.world.places[place] as PlaceState;
    if (takenTurn === 0 || (turn.number - takenTurn) * turn.hours < takeoverHours) return [];
    const kinds = idsOf(turn.setup.parameters.kit).filter((kind) => (stocks[kind] ?? 0) > 0);
    const formation = (stands[place] ?? []).find((id) => sideOf(turn, id) === holder);
    return formation === undefined || kinds.length === 0
      ? []
      : [takeOver(turn, place, formation, kinds)];
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
