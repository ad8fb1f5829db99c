import { pow } from "../chance/arithmetic.ts";
import type { Event } from "../events/types.ts";
import type { Id } from "../world/setup.ts";
import type { PlaceState } from "../world/world.ts";
import { logged, type Phase, type Turn, type Unit } from "./turn.ts";

/** 11.12: formations told to evacuate bring a share of the people out of their place, once a place. */
export const evacuation: Phase = (turn) => {
  const told = turn.units.filter((unit) => isEvacuating(turn, unit));
  if (told.length === 0) return [];
  const byPlace = new Map<Id, Id[]>();
  for (const { id, state } of told) {
    const at = byPlace.get(state.place as Id);
    if (at === undefined) byPlace.set(state.place as Id, [id]);
    else at.push(id);
  }
  return [...byPlace].map(([place, formations]) => {
    return {
      kind: "civilians-left",
      place,
      people: leaving(turn, place),
      formations,
    } satisfies Event;
  });
};

function isEvacuating({ world }: Turn, { side, state }: Unit): boolean {
  const { status, task, place } = state;
  if (status !== "active" || task.verb !== "evacuate" || place === null) return false;
  const at = world.places[place] as PlaceState;
  return at.holder === side && at.civilians > 0;
}

/** The share holds for 12 hours; of what is left the same share goes in the next. The last go too. */
function leaving(turn: Turn, place: Id): number {
  const { evacuatedPerHalfDay, evacuatedInBattle } = turn.setup.parameters.civilians;
  const { civilians } = turn.world.places[place] as PlaceState;
  const isFought = logged(turn, "battle-resolved").some(
    (battle) => battle.link === null && battle.place === place,
  );
  const share = 1 - pow(1 - evacuatedPerHalfDay, turn.hours / 12);
  return Math.min(civilians, Math.ceil(civilians * share * (isFought ? evacuatedInBattle : 1)));
}
