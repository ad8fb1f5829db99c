import { settle, toThousandth } from "../chance/arithmetic.ts";
import type { Event, KitTaken, Upkeep } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Place } from "../world/setup.ts";
import type { PlaceState } from "../world/world.ts";
import { type Standing, type Turn, type Unit, unitsAt } from "./turn.ts";

/**
 * 11.9: what lies in a place that was taken is put to use after a day; the rest is scrap, and its
 * ammunition is shared by all of the holder's there, on top of what the turn left them.
 */
export function captures(turn: Turn, stands: Standing, kept: readonly Upkeep[]): Event[] {
  const { takeoverHours } = turn.setup.parameters.capture;
  return turn.places.flatMap(({ id: place, state }): Event[] => {
    const { takenTurn, holder, stocks } = state;
    if (takenTurn === 0 || (turn.number - takenTurn) * turn.hours < takeoverHours) return [];
    const kinds = idsOf(turn.setup.parameters.kit).filter((kind) => (stocks[kind] ?? 0) > 0);
    if (kinds.length === 0) return [];
    const takers = unitsAt(stands, place).filter((unit) => unit.side === holder);
    return takers.length === 0 ? [] : [takeOver(turn, place, takers, kinds, kept)];
  });
}

function takeOver(
  turn: Turn,
  place: Id,
  takers: readonly Unit[],
  kinds: readonly Id[],
  kept: readonly Upkeep[],
): KitTaken {
  const { stocks, holder } = turn.world.places[place] as PlaceState;
  const isForeign = holder !== (turn.setup.places[place] as Place).holder;
  const { capture, kit: rows } = turn.setup.parameters;
  const kit: Record<Id, number> = {};
  const draws = kinds.map((kind) => {
    const draw = turn.chance.draw("salvage", turn.number, place, kind);
    const pieces = stocks[kind] as number;
    const served = Math.min(pieces, settle(pieces * capture.serviceable, draw.u));
    const as = (isForeign ? rows[kind]?.capturedAs : null) ?? kind;
    kit[as] = (kit[as] ?? 0) + served;
    return draw;
  });
  const supplied = takers.map((unit) => suppliedBy(turn, unit, kept));
  return { kind: "kit-taken", place, formation: (takers[0] as Unit).id, kit, supplied, draws };
}

function suppliedBy(turn: Turn, { id, data, state }: Unit, kept: readonly Upkeep[]) {
  const left = kept.find(({ formation }) => formation === id)?.supplyDays ?? state.supplyDays;
  const most = Math.max(data.supplyDays, left);
  const supplyDays = toThousandth(Math.min(most, left + turn.setup.parameters.capture.supplyDays));
  return { formation: id, supplyDays };
}
