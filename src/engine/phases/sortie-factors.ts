import type { Factor } from "../events/types.ts";
import type { SortieOrder } from "../orders/types.ts";
import { hitsPlace } from "../world/air.ts";
import { entriesOf } from "../world/ids.ts";
import type { PlaceKind, TerrainRow, WeatherRow } from "../world/parameters.ts";
import type { Id, Neighbour, Place, Wing } from "../world/setup.ts";
import type { ContingentState, PlaceState, WingState } from "../world/world.ts";
import { ruleAt } from "./rules-of-engagement.ts";
import { enemyMenAt, type Standing, type Turn, unitsAt } from "./turn.ts";

/** 6.1–6.3, 6.10: what makes effective sorties of sorties. */
export function sortieFactors(
  turn: Turn,
  wing: Wing,
  order: SortieOrder,
  stands: Standing,
): readonly Factor[] {
  const { parameters } = turn.setup;
  const weather = (parameters.weathers[turn.world.weather] as WeatherRow).air;
  const factors: Factor[] = [
    { id: "weather", value: weather, rule: "6.2" },
    { id: "light", value: turn.night ? parameters.night.air : 1, rule: "6.2" },
  ];
  // 6.12: what is brought needs neither a target in the open nor anybody to point it out.
  if (order.verb !== "supply")
    factors.push(
      { id: "exposure", value: exposureOf(turn, wing, order), rule: "6.2" },
      {
        id: "controllers",
        value: hasLostControllers(turn, wing) ? parameters.air.noControllers : 1,
        rule: "6.3",
      },
    );
  factors.push({ id: "base", value: baseFactor(turn, order.unit, stands), rule: "6.1" });
  if (hitsPlace(order.verb)) factors.push(...ruleFactor(turn, wing, order.to));
  return factors;
}

/** 6.3: qualified controllers leave with their contingent. */
function hasLostControllers({ world }: Turn, { controllers }: Wing): boolean {
  if (controllers === null) return false;
  return (world.contingents[controllers] as ContingentState).status === "left";
}

/** 6.2: troops on the road and kit lying about are in the open; a town nobody directs from hides best. */
function exposureOf(turn: Turn, wing: Wing, { verb, to }: SortieOrder): number {
  const { air, terrains, placeKinds } = turn.setup.parameters;
  if (verb === "interdict") return air.movingExposure;
  if (verb === "destroy") return 1;
  const { terrain, kind } = turn.setup.places[to] as Place;
  const exposure = (terrains[terrain] as TerrainRow).airExposure;
  const isBlind = (placeKinds[kind] as PlaceKind).builtUp && hasLostControllers(turn, wing);
  return isBlind ? Math.min(exposure, air.townWithoutControllers) : exposure;
}

/** 6.10: what the seat lets its aircraft do there. */
function ruleFactor(turn: Turn, { seat }: Wing, place: Id): Factor[] {
  // Where they forbid it no task is flown (3.1).
  if (ruleAt(turn, seat, place) === "free") return [];
  return [{ id: "rules", value: turn.setup.parameters.air.restricted, rule: "6.10" }];
}

/** 6.1: 1 on a secure base or off the map, less under fire, 0 when it is lost or its runway fought over. */
function baseFactor(turn: Turn, id: Id, stands: Standing): number {
  const { base } = turn.world.wings[id] as WingState;
  const { side, base: home, needsRunway } = turn.setup.wings[id] as Wing;
  if (base === null) return home === null ? 1 : 0;
  if (side === null) return 1;
  const { holder, assaultedTurn } = turn.world.places[base] as PlaceState;
  if (holder !== side) return 0;
  const { underFireFactor } = turn.setup.parameters.air;
  if (assaultedTurn > 0 && assaultedTurn === turn.number - 1)
    return needsRunway ? 0 : underFireFactor;
  const isUnsafe = isUnderFire(turn, base, side, stands) || isBared(turn, base, side, stands);
  return isUnsafe ? underFireFactor : 1;
}

/** 6.1: enemy men in strength, or any of his guns, near enough to reach the base. */
function isUnderFire(turn: Turn, base: Id, side: Id, stands: Standing): boolean {
  const { underFireMen, underFireKm } = turn.setup.parameters.air;
  let men = 0;
  for (const link of turn.setup.neighbours[base] as readonly Neighbour[]) {
    if (link.km > underFireKm) continue;
    men += enemyMenAt(stands, link.to, side);
    if (hasGuns(turn, link.to, side, stands)) return true;
  }
  return men >= underFireMen;
}

function hasGuns(turn: Turn, place: Id, side: Id, stands: Standing): boolean {
  const { kit } = turn.setup.parameters;
  for (const unit of unitsAt(stands, place)) {
    if (unit.side === side) continue;
    for (const { id, value } of entriesOf(kit))
      if (value.indirect && (unit.state.kit[id] as number) > 0) return true;
  }
  return false;
}

/** 6.1: a base whose garrison has gone below what holds it; one that never had any is not in play. */
function isBared(turn: Turn, base: Id, side: Id, stands: Standing): boolean {
  const { minimumGarrison } = turn.setup.places[base] as Place;
  let men = 0;
  for (const unit of unitsAt(stands, base)) if (unit.side === side) men += unit.state.men;
  if (men >= minimumGarrison) return false;
  let before = 0;
  for (const { side: whose, data } of turn.units)
    if (whose === side && data.place === base) before += data.men;
  return before >= minimumGarrison;
}
