import { settle } from "../chance/arithmetic.ts";
import type { AirStruck, Event } from "../events/types.ts";
import type { SortieOrder } from "../orders/types.ts";
import type { PlaceKind, TerrainRow } from "../world/parameters.ts";
import type { Id, Place, Wing } from "../world/setup.ts";
import { shareHits } from "./air-hits.ts";
import { type Standing, type Turn, type Unit, unitsAt } from "./turn.ts";

/**
 * 6.4: a strike kills men and vehicles at a place by effective sorties, settled once each; null
 * when nobody it may strike stands there.
 */
export function strike(
  turn: Turn,
  order: SortieOrder,
  effective: number,
  stands: Standing,
  before: readonly Event[],
): AirStruck | null {
  const { against } = turn.setup.wings[order.unit] as Wing;
  const units = unitsAt(stands, order.to).filter((unit) => against.includes(unit.side));
  if (units.length === 0) return null;
  const exposed = exposedOf(turn, order.to, units);
  const { personnelKills, vehicleKills } = turn.setup.parameters.air;
  const men = turn.chance.draw("strikeMen", turn.number, order.to, order.unit);
  const kit = turn.chance.draw("strikeKit", turn.number, order.to, order.unit);
  const menHit = settle(effective * exposed * personnelKills, men.u);
  const vehiclesHit = settle(effective * exposed * vehicleKills, kit.u);
  const earlier = before.flatMap((event) => (event.kind === "air-struck" ? event.casualties : []));
  const casualties = shareHits(turn, units, earlier, menHit, vehiclesHit);
  const { unit: wing, to: place } = order;
  return { kind: "air-struck", wing, place, exposed, casualties, draws: [men, kit] };
}

/**
 * 6.4: whoever marched in the turn before is caught moving in the open, unless the place is built
 * up: how much more is hit, over all men there. It stands here and not among the factors of the
 * sorties, which would tell those who flew who had moved.
 */
function exposedOf(turn: Turn, place: Id, units: readonly Unit[]): number {
  const { air, terrains, placeKinds } = turn.setup.parameters;
  const { terrain, kind } = turn.setup.places[place] as Place;
  if ((placeKinds[kind] as PlaceKind).builtUp) return 1;
  let men = 0;
  let moving = 0;
  for (const { state } of units) {
    men += state.men;
    if (state.marched) moving += state.men;
  }
  if (moving === 0) return 1;
  const more = air.movingExposure / (terrains[terrain] as TerrainRow).airExposure;
  return 1 + ((more - 1) * moving) / men;
}
