import type { Id } from "./id.ts";

/** A copy that shares no object with plain data. */
export function copyOf<T>(data: T): T {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return data.map(copyOf) as T;
  const copy = { ...data };
  for (const key in copy) copy[key] = copyOf(copy[key]);
  return copy;
}

/** Record of the same keys with what is made of each value. */
export function mapValues<T, U>(
  all: Readonly<Record<Id, T>>,
  map: (value: T, id: Id) => U,
): Record<Id, U> {
  return Object.fromEntries(Object.entries(all).map(([id, value]) => [id, map(value, id)]));
}
