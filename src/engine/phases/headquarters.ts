import { entriesOf } from "../world/ids.ts";
import type { Formation, Id, Setup } from "../world/setup.ts";
import type { FormationState } from "../world/world.ts";
import { stateOf, type Turn } from "./turn.ts";

/** 3.2: hours that a formation's orders take more while no headquarters over it stands. */
export function displacedHours(turn: Turn, formation: Id): number {
  const all = headquartersOf(turn.setup, formation)
    .map((id) => stateOf(turn, id))
    .filter(isInTheField);
  const displaced = all.length > 0 && all.every(isAway);
  return displaced ? turn.setup.parameters.command.displacedHours : 0;
}

function isInTheField({ status }: FormationState): boolean {
  return status === "active" || status === "broken" || status === "lost";
}

/** Broken, lost, or on the march in the turn before. */
function isAway({ status, marched }: FormationState): boolean {
  return status !== "active" || marched;
}

const known = new WeakMap<Setup, Record<Id, readonly Id[]>>();

/** Headquarters of a formation's contingent; where it has none, those of its seat, which commands one side. */
function headquartersOf(setup: Setup, formation: Id): readonly Id[] {
  let byFormation = known.get(setup);
  if (byFormation === undefined) known.set(setup, (byFormation = {}));
  return (byFormation[formation] ??= findHeadquarters(setup, formation));
}

function findHeadquarters(setup: Setup, formation: Id): readonly Id[] {
  const { contingent, seat } = setup.formations[formation] as Formation;
  const all = entriesOf(setup.formations).filter(({ value }) => value.hq);
  const own = all.filter(({ value }) => value.contingent === contingent);
  const over = own.length > 0 ? own : all.filter(({ value }) => value.seat === seat);
  return over.map(({ id }) => id);
}
