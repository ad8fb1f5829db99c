import type { Id } from "./id.ts";

const known = new WeakMap<object, readonly Id[]>();

/** Keys of a record that never gains or loses any, as a list made once. */
export function idsOf(record: Readonly<Record<Id, unknown>>): readonly Id[] {
  let ids = known.get(record);
  if (ids === undefined) {
    ids = Object.keys(record);
    known.set(record, ids);
  }
  return ids;
}
