import type { Id } from "./id.ts";

/** A copy that shares no object with plain data. */
export function copyOf<T>(data: T): T {
  if (Array.isArray(data)) return data.map(copyOf) as T;
  const copy = { ...data };
  for (const key in copy) {
    const part = copy[key];
    if (typeof part === "object" && part !== null) copy[key] = copyOf(part);
  }
  return copy;
}

/** Record of the same keys with what is made of each value. */
export function mapValues<T, U>(
  all: Readonly<Record<Id, T>>,
  map: (value: T, id: Id) => U,
): Record<Id, U> {
  return Object.fromEntries(Object.entries(all).map(([id, value]) => [id, map(value, id)]));
}
