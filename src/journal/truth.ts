import type { Id, Setup, World } from "../engine/index.ts";

/** A formation as it truly stands; for White and for what is replayed, never for a seat. */
interface TrueFormation {
  readonly name: string;
  readonly side: Id;
  readonly place: Id | null;
  readonly men: number;
  readonly status: string;
}

/** The map as it truly was after a turn. */
export interface Truth {
  readonly holders: Readonly<Record<Id, Id | null>>;
  readonly assaulted: Readonly<Record<Id, number>>;
  readonly formations: Readonly<Record<Id, TrueFormation>>;
}

/** The truth of a world, copied out of it. */
export function truthOf(setup: Setup, world: World): Truth {
  const places = Object.entries(world.places);
  const formations = Object.entries(world.formations).map(([id, { place, men, status }]) => {
    const { name, side } = setup.formations[id] as Setup["formations"][Id];
    return [id, { name, side, place, men, status }] as const;
  });
  return {
    holders: Object.fromEntries(places.map(([id, place]) => [id, place.holder])),
    assaulted: Object.fromEntries(places.map(([id, place]) => [id, place.assaultedTurn])),
    formations: Object.fromEntries(formations),
  };
}
