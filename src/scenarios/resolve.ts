import { byCodeUnit } from "./text.ts";

/** A file's data with each quantity become its number and each table its rows. */
export type Resolved<T> = T extends { readonly value: number }
  ? number
  : T extends { readonly rows: infer Rows }
    ? Rows
    : T extends readonly unknown[]
      ? { [K in keyof T]: Resolved<T[K]> }
      : T extends object
        ? { [K in keyof T]: Resolved<T[K]> }
        : T;

/** Central values of everything below, with the keys of every object in code-unit order. */
export function resolve<T>(data: T): Resolved<T> {
  return resolved(data) as Resolved<T>;
}

function resolved(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(resolved);
  if (typeof data !== "object" || data === null) return data;
  const object = data as Record<string, unknown>;
  if ("sources" in object || "assumption" in object) {
    if (typeof object["value"] === "number") return object["value"];
    if (Array.isArray(object["rows"])) return resolved(object["rows"]);
  }
  return sorted(object, resolved);
}

/** A record with its keys in code-unit order and its values changed. */
export function sorted<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, id: string) => U,
): Record<string, U> {
  const ids = Object.keys(record).sort(byCodeUnit);
  return Object.fromEntries(ids.map((id) => [id, change(record[id] as T, id)]));
}

/** A list that is a set, in code-unit order and without repeats, so that its order says nothing. */
export function setOf<T extends string>(list: readonly T[]): T[] {
  return [...new Set(list)].sort(byCodeUnit);
}
