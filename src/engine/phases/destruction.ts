import { apportion, settle, sumOf } from "../chance/arithmetic.ts";
import type { Event, KitDestroyed } from "../events/types.ts";
import type { SortieOrder } from "../orders/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Wing } from "../world/setup.ts";
import type { PlaceState } from "../world/world.ts";
import type { Turn } from "./turn.ts";

/**
 * 6.8: aircraft destroy kit lying in the open at a place, settled once and shared out by pieces;
 * null where nothing lies, or where it is not the enemy's to use.
 */
export function destroyKit(
  turn: Turn,
  { unit, to }: SortieOrder,
  effective: number,
  before: readonly Event[],
): KitDestroyed | null {
  const { holder, stocks } = turn.world.places[to] as PlaceState;
  if (!isEnemys(turn.setup.wings[unit] as Wing, holder)) return null;
  const kinds = idsOf(stocks);
  const pieces = kinds.map((kind) => (stocks[kind] as number) - destroyedOf(to, kind, before));
  if (sumOf(pieces) === 0) return null;
  const draw = turn.chance.draw("destroyKit", turn.number, to, unit);
  const hit = settle(effective * turn.setup.parameters.air.parkedKills, draw.u);
  const gone = apportion(hit, pieces);
  const kit: Record<Id, number> = {};
  kinds.forEach((kind, at) => {
    if ((gone[at] as number) > 0) kit[kind] = gone[at] as number;
  });
  return {
    kind: "kit-destroyed",
    place: to,
    holder,
    wing: unit,
    formation: null,
    kit,
    draws: [draw],
  };
}

/** A wing of a side spares what its own side holds; one of nobody's hits only those it fights. */
function isEnemys({ side, against }: Wing, holder: Id | null): boolean {
  return side === null ? holder !== null && against.includes(holder) : holder !== side;
}

function destroyedOf(place: Id, kind: Id, before: readonly Event[]): number {
  let pieces = 0;
  for (const event of before) {
    if (event.kind === "kit-destroyed" && event.place === place) pieces += event.kit[kind] ?? 0;
  }
  return pieces;
}
