import type { Id } from "../../engine/index.ts";

/** A road as far as its length counts. */
interface Road {
  readonly a: Id;
  readonly b: Id;
  readonly km: number;
}

/** A road is far when it is several times as long as the usual one; so is what lies behind it. */
const FAR_ROADS = 5;

/** Places joined by roads that are not far, in the order given; all where there are none. */
export function nearPlaces(places: readonly Id[], links: readonly Road[]): readonly Id[] {
  const lengths = links.map(({ km }) => km).toSorted((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const short = links.filter(({ km }) => km <= usual * FAR_ROADS);
  const near = places.filter((id) => short.some(({ a, b }) => a === id || b === id));
  return near.length > 0 ? near : places;
}
