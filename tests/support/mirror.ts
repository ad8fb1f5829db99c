/** Red and blue with each other's names. */

/** The same data with the names of the two sides changed everywhere, keys and values, and keys in order. */
export function mirrored<T>(value: T): T {
  const swap = (text: string) => (text === "red" ? "blue" : text === "blue" ? "red" : text);
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") return swap(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    const entries = Object.entries(part).map(([key, inner]) => [swap(key), walk(inner)] as const);
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  return walk(value) as T;
}
