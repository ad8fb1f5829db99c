import { clamp, toThousandth } from "../chance/arithmetic.ts";
import type { Effect } from "../events/inject.ts";
import type { Event } from "../events/types.ts";
import type { Id } from "../world/setup.ts";
import type { ContingentState, FormationState, WingState } from "../world/world.ts";
import { isAsked, isEarly } from "./arrivals.ts";
import { stateOf, type Turn } from "./turn.ts";

/** What has effects, and the paragraph that says so. */
const RULES = { inject: "2.2", threshold: "12.3" } as const;
type Source = keyof typeof RULES;

type EffectOf<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

/**
 * What the effects of injects (2.2) or of thresholds (12.3) come to, those on one thing added up.
 * What they do to tracks is left to the phases that move tracks. `sightTurn` is the turn by which
 * a pool's release is judged.
 */
export function effectEvents(
  turn: Turn,
  effects: readonly Effect[],
  source: Source,
  sightTurn: number,
): Event[] {
  if (effects.length === 0) return [];
  return [
    ...callPools(turn, of(effects, "release-pool"), sightTurn),
    ...shakeFormations(turn, of(effects, "cohesion"), source),
    ...recall(turn, of(effects, "recall")),
    ...shiftTolerances(turn, of(effects, "tolerance")),
    ...scaleSorties(turn, of(effects, "sorties")),
    ...changeCommands(of(effects, "command"), sightTurn),
    ...changeSupply(turn, of(effects, "supply")),
  ];
}

function of<K extends Effect["kind"]>(effects: readonly Effect[], kind: K): EffectOf<K>[] {
  return effects.filter((effect): effect is EffectOf<K> => effect.kind === kind);
}

/** Ids in order, each once. */
function each(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)].toSorted();
}

/** 11.2: what White or a track does costs a seat nothing, unless it has called the pool itself. */
function callPools(turn: Turn, effects: EffectOf<"release-pool">[], sightTurn: number): Event[] {
  return each(effects.map(({ pool }) => pool)).flatMap((pool): Event[] => {
    if (turn.world.pools[pool] !== 0) return [];
    const early = isAsked(turn, pool) && isEarly(turn, pool, sightTurn);
    return [{ kind: "pool-called", pool, early }];
  });
}

function shakeFormations(turn: Turn, effects: EffectOf<"cohesion">[], source: Source): Event[] {
  const points: Record<Id, number> = {};
  for (const effect of effects) {
    for (const id of shakenBy(turn, effect)) points[id] = (points[id] ?? 0) + effect.points;
  }
  return each(Object.keys(points)).flatMap((id) => shake(turn, id, points[id] as number, source));
}

function shakenBy(turn: Turn, effect: EffectOf<"cohesion">): readonly Id[] {
  if ("formation" in effect) return [effect.formation];
  return turn.units.flatMap(({ id, data }) => (data.contingent === effect.contingent ? [id] : []));
}

function shake(turn: Turn, formation: Id, points: number, source: Source): Event[] {
  const state = stateOf(turn, formation);
  if (state.status !== "active" || state.place === null) return [];
  const cohesion = clamp(toThousandth(state.cohesion + points), 0, 100);
  const terms = [{ id: source, points: -points, rule: RULES[source] }];
  const at = { formation, place: state.place, cause: source };
  return [{ kind: "cohesion-lost", ...at, terms, cohesion, test: null }];
}

const RECALLABLE: readonly FormationState["status"][] = ["expected", "active", "broken"];

function recall(turn: Turn, effects: EffectOf<"recall">[]): Event[] {
  return each(effects.flatMap(({ formations }) => formations)).flatMap((formation): Event[] => {
    const { status, place } = stateOf(turn, formation);
    if (!RECALLABLE.includes(status)) return [];
    return [{ kind: "formation-left", formation, place, recalled: true }];
  });
}

function shiftTolerances(turn: Turn, effects: EffectOf<"tolerance">[]): Event[] {
  return each(effects.map(({ contingent }) => contingent)).map((contingent): Event => {
    const state = turn.world.contingents[contingent] as ContingentState;
    let shift = state.toleranceShift;
    for (const effect of effects) if (effect.contingent === contingent) shift += effect.points;
    return { kind: "tolerance-shifted", contingent, shift: toThousandth(shift) };
  });
}

function scaleSorties(turn: Turn, effects: EffectOf<"sorties">[]): Event[] {
  return each(effects.map(({ wing }) => wing)).map((wing): Event => {
    let { factor } = turn.world.wings[wing] as WingState;
    for (const effect of effects) if (effect.wing === wing) factor *= effect.factor;
    return { kind: "sorties-scaled", wing, factor: toThousandth(factor) };
  });
}

/** 5.4.16: it is felt in the next battles, which after a threshold are those of the next turn. */
function changeCommands(effects: EffectOf<"command">[], battleTurn: number): Event[] {
  return each(effects.map(({ contingent }) => contingent)).map(
    (contingent): Event => ({ kind: "command-changed", contingent, turn: battleTurn }),
  );
}

function changeSupply(turn: Turn, effects: EffectOf<"supply">[]): Event[] {
  return each(effects.map(({ side }) => side)).map((side): Event => {
    let days = 0;
    for (const effect of effects) if (effect.side === side) days += effect.days;
    const formations = turn.units.flatMap(({ id, side: its, data, state }) => {
      if (its !== side || state.status !== "active") return [];
      // What is given is carried as far as it can be (11.5).
      const most = Math.max(state.supplyDays, data.supplyDays);
      const supplyDays = clamp(toThousandth(state.supplyDays + days), 0, most);
      return [{ formation: id, supplyDays }];
    });
    return { kind: "supply-changed", side, days, formations };
  });
}

/** Points that move a track, and what they are told as caused by. */
export interface Cause {
  readonly points: number;
  readonly because: string;
}

/** Points by which effects move one track, for the phases that move tracks. */
export function trackEffects(effects: readonly Effect[], track: Id, because: string): Cause[] {
  return of(effects, "track").flatMap((effect) =>
    effect.track === track ? [{ points: effect.points, because }] : [],
  );
}
