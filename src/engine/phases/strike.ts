import { apportion, settle } from "../chance/arithmetic.ts";
import type { AirStruck, Casualties, Event } from "../events/types.ts";
import type { AirOrder } from "../orders/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Wing } from "../world/setup.ts";
import { type Standing, type Turn, type Unit, unitsAt } from "./turn.ts";

/** What a strike finds of a formation: its men and vehicles after the strikes before it. */
interface Target {
  readonly id: Id;
  readonly men: number;
  readonly kinds: readonly Id[];
  readonly vehicles: readonly number[];
}

/**
 * 6.4: a strike kills men and vehicles at a place by effective sorties, settled once each; null
 * when nobody it may strike stands there.
 */
export function strike(
  turn: Turn,
  order: AirOrder,
  effective: number,
  stands: Standing,
  before: readonly Event[],
): AirStruck | null {
  const { against } = turn.setup.wings[order.unit] as Wing;
  const units = unitsAt(stands, order.to).filter((unit) => against.includes(unit.side));
  if (units.length === 0) return null;
  const targets = units.map((unit) => targetOf(turn, unit, before));
  const { personnelKills, vehicleKills } = turn.setup.parameters.air;
  const men = turn.chance.draw("strikeMen", turn.number, order.to, order.unit);
  const kit = turn.chance.draw("strikeKit", turn.number, order.to, order.unit);
  const menHit = settle(effective * personnelKills, men.u);
  const vehiclesHit = settle(effective * vehicleKills, kit.u);
  const casualties = casualtiesOf(turn, targets, menHit, vehiclesHit);
  return { kind: "air-struck", wing: order.unit, place: order.to, casualties, draws: [men, kit] };
}

function targetOf(turn: Turn, { id, state }: Unit, before: readonly Event[]): Target {
  const earlier = before
    .flatMap((event) => (event.kind === "air-struck" ? event.casualties : []))
    .filter((struck) => struck.formation === id);
  const { kit } = turn.setup.parameters;
  const kinds = idsOf(kit).filter((kind) => kit[kind]?.arm === "vehicle");
  const left = (kind: Id) =>
    earlier.reduce((pieces, struck) => pieces - (struck.kit[kind] ?? 0), state.kit[kind] ?? 0);
  const men = earlier.reduce((sum, struck) => sum - struck.killed - struck.wounded, state.men);
  return { id, men, kinds, vehicles: kinds.map(left) };
}

function casualtiesOf(
  turn: Turn,
  targets: readonly Target[],
  menHit: number,
  vehiclesHit: number,
): Casualties[] {
  const men = apportion(
    menHit,
    targets.map((target) => target.men),
  );
  const vehicles = apportion(
    vehiclesHit,
    targets.map((target) => target.vehicles.reduce((sum, pieces) => sum + pieces, 0)),
  );
  return targets.map((target, at) =>
    struck(turn, target, men[at] as number, vehicles[at] as number),
  );
}

function struck(turn: Turn, target: Target, men: number, vehicles: number): Casualties {
  const killed = Math.floor(men * turn.setup.parameters.losses.killedShare + 0.5);
  const lost = apportion(vehicles, target.vehicles);
  const pieces = target.kinds.map((kind, at) => [kind, lost[at] as number] as const);
  const kit = Object.fromEntries(pieces.filter(([, count]) => count > 0));
  return { formation: target.id, killed, wounded: men - killed, kit };
}
