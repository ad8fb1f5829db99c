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

/** One of a record's values with its id. */
export interface Entry<T> {
  readonly id: Id;
  readonly value: T;
}

const entered = new WeakMap<object, readonly Entry<unknown>[]>();

/**
 * Values of a record that always holds the same objects, as those of setups and worlds do, as a list
 * made once; what is in the objects may change.
 */
export function entriesOf<T extends object>(record: Readonly<Record<Id, T>>): readonly Entry<T>[] {
  let entries = entered.get(record);
  if (entries === undefined) {
    entries = idsOf(record).map((id) => ({ id, value: record[id] }));
    entered.set(record, entries);
  }
  return entries as readonly Entry<T>[];
}

/** A record of some entries in their order, whose list is then theirs. */
export function recordOf<T extends object>(entries: readonly Entry<T>[]): Readonly<Record<Id, T>> {
  const record: Record<Id, T> = {};
  for (const { id, value } of entries) record[id] = value;
  entered.set(record, entries);
  return record;
}
