import { entriesOf } from "./ids.ts";
import type { Id, Place } from "./setup.ts";

/** What heights need of a map; Setup and a seat's Brief both have it. */
interface Ground {
  readonly places: Readonly<Record<Id, Pick<Place, "overlooks">>>;
}

const heights = new WeakMap<Ground["places"], Record<Id, Id[]>>();
const NONE: readonly Id[] = [];

/** 2.12: the places that overlook a place, in id order. */
export function heightsOver({ places }: Ground, place: Id): readonly Id[] {
  let over = heights.get(places);
  if (over === undefined) heights.set(places, (over = allHeights(places)));
  return over[place] ?? NONE;
}

function allHeights(places: Ground["places"]): Record<Id, Id[]> {
  const over: Record<Id, Id[]> = {};
  for (const { id, value } of entriesOf(places))
    for (const below of value.overlooks) (over[below] ??= []).push(id);
  return over;
}
