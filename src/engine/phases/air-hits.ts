import { apportion, sumOf } from "../chance/arithmetic.ts";
import type { Casualties } from "../events/types.ts";
import { entriesOf } from "../world/ids.ts";
import type { Id } from "../world/setup.ts";
import type { Turn, Unit } from "./turn.ts";

/** What aircraft find of a formation: its men and vehicles after those that came before. */
interface Target {
  readonly id: Id;
  readonly men: number;
  readonly kinds: readonly Id[];
  readonly vehicles: readonly number[];
}

/**
 * 6.4: men hit are shared out by men, vehicles by vehicles, in a formation over its kinds; never
 * more than earlier hits of the same step left.
 */
export function shareHits(
  turn: Turn,
  units: readonly Pick<Unit, "id" | "state">[],
  earlier: readonly Casualties[],
  menHit: number,
  vehiclesHit: number,
): Casualties[] {
  const targets = units.map((unit) => targetOf(turn, unit, earlier));
  const men = apportion(
    menHit,
    targets.map((target) => target.men),
  );
  const vehicles = apportion(
    vehiclesHit,
    targets.map((target) => sumOf(target.vehicles)),
  );
  return targets.map((target, at) =>
    struck(turn, target, men[at] as number, vehicles[at] as number),
  );
}

function targetOf(
  turn: Turn,
  { id, state }: Pick<Unit, "id" | "state">,
  earlier: readonly Casualties[],
): Target {
  const before = earlier.filter((hit) => hit.formation === id);
  const kinds = entriesOf(turn.setup.parameters.kit)
    .filter(({ value }) => value.arm === "vehicle")
    .map((kind) => kind.id);
  const left = (kind: Id) =>
    before.reduce((pieces, hit) => pieces - (hit.kit[kind] ?? 0), state.kit[kind] as number);
  const men = before.reduce((sum, hit) => sum - hit.killed - hit.wounded, state.men);
  return { id, men, kinds, vehicles: kinds.map(left) };
}

function struck(turn: Turn, target: Target, men: number, vehicles: number): Casualties {
  const killed = Math.floor(men * turn.setup.parameters.losses.killedShare + 0.5);
  const lost = apportion(vehicles, target.vehicles);
  const pieces = target.kinds.map((kind, at) => [kind, lost[at] as number] as const);
  const kit = Object.fromEntries(pieces.filter(([, count]) => count > 0));
  return { formation: target.id, killed, wounded: men - killed, kit };
}
