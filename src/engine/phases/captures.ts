import { apportion, settle, sumOf, toThousandth } from "../chance/arithmetic.ts";
import type { Event, KitTaken } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Parameters } from "../world/parameters.ts";
import type { Id, Place } from "../world/setup.ts";
import type { PlaceState } from "../world/world.ts";
import { type Standing, type Turn, unitsAt } from "./turn.ts";

/**
 * 11.9: what was abandoned in a place, and in one that was taken what lay in its depots too, is put
 * to use by its holder after a day; the rest is scrap. Its ammunition goes to the depot of supply.
 */
export function captures(turn: Turn, stands: Standing): Event[] {
  return turn.places.flatMap(({ id: place, data, state }): Event[] => {
    if (!isDue(turn, state)) return [];
    const lying = lyingAt(turn, data, state);
    if (lying.length === 0) return [];
    const taker = unitsAt(stands, place).find((unit) => unit.side === state.holder);
    return taker === undefined ? [] : [takeOver(turn, place, taker.id, state.holder, lying)];
  });
}

/** A day has passed since the place was last taken, and since anything was last left in it. */
function isDue(turn: Turn, { takenTurn, abandonedTurn }: PlaceState): boolean {
  const sinceTurn = Math.max(takenTurn, abandonedTurn);
  if (sinceTurn === 0) return false;
  return (turn.number - sinceTurn) * turn.hours >= turn.setup.parameters.capture.takeoverHours;
}

/** Pieces of one kind that may be put to use, by whose they were; null for nobody's. */
interface Lying {
  readonly kind: Id;
  readonly owners: readonly (Id | null)[];
  readonly pieces: readonly number[];
}

function lyingAt({ setup }: Turn, { holder }: Place, state: PlaceState): Lying[] {
  const sides = idsOf(setup.sides);
  const owners = [holder, ...sides];
  return idsOf(setup.parameters.kit).flatMap((kind) => {
    const all = state.stocks[kind] ?? 0;
    if (all === 0) return [];
    const left = sides.map((side) => state.abandoned[side]?.[kind] ?? 0);
    // Its side has nobody for what stands in a depot: that waits for who takes the place.
    const inDepots = state.takenTurn > 0 ? all - sumOf(left) : 0;
    const pieces = [inDepots, ...left];
    return sumOf(pieces) === 0 ? [] : [{ kind, owners, pieces }];
  });
}

function takeOver(
  turn: Turn,
  place: Id,
  formation: Id,
  holder: Id | null,
  lying: readonly Lying[],
): KitTaken {
  const { capture, kit: rows } = turn.setup.parameters;
  const found: Record<Id, number> = {};
  const kit: Record<Id, number> = {};
  const draws = lying.map(({ kind, owners, pieces }) => {
    const draw = turn.chance.draw("salvage", turn.number, place, kind);
    const all = sumOf(pieces);
    const served = apportion(Math.min(all, settle(all * capture.serviceable, draw.u)), pieces);
    found[kind] = all;
    owners.forEach((owner, at) => {
      const some = served[at] as number;
      const as = owner === holder ? kind : inOtherHands(rows, kind);
      if (some > 0) kit[as] = (kit[as] ?? 0) + some;
    });
    return draw;
  });
  const manDays = Math.floor(toThousandth(sumOf(Object.values(found)) * capture.supplyManDays));
  return { kind: "kit-taken", place, formation, found, kit, manDays, draws };
}

/** The kind that a piece serves as when another side takes it: captured, or home again. */
function inOtherHands(rows: Parameters["kit"], kind: Id): Id {
  const isHome = (before: Id) => rows[before]?.capturedAs === kind;
  return rows[kind]?.capturedAs ?? idsOf(rows).find(isHome) ?? kind;
}
