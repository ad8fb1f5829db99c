const LONGEST = 60;
// Control characters, and those that turn the direction of writing: they could steer a terminal.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const LONGEST_NAME = 60;

/** Text of a file made fit for a message: no control characters, at most about 60 characters. */
export function clip(text: string): string {
  const short = text.slice(0, LONGEST + 1).replace(UNSAFE, "");
  return short.length > LONGEST || text.length > LONGEST + 1
    ? `${short.slice(0, LONGEST - 1)}…`
    : short;
}

/** A value as a message names it: `"text"`, `12`, `a list of 3`, `an object with "a", "b"`. */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return `"${clip(value)}"`;
  if (Array.isArray(value))
    return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return describeObject(value);
  return String(value);
}

function describeObject(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return "an empty object";
  const more = keys.length > 4 ? ", …" : "";
  return `an object with ${quoteAll(keys.slice(0, 4))}${more}`;
}

/** Names in quotes, parted by commas. */
export function quoteAll(names: readonly string[]): string {
  return names.map((name) => `"${clip(name)}"`).join(", ");
}

/** The first names of a list in quotes; says how many more there are. */
export function listSome(names: readonly string[], most = 8): string {
  if (names.length === 0) return "none";
  const rest = names.length - most;
  return rest > 0 ? `${quoteAll(names.slice(0, most))} and ${rest} more` : quoteAll(names);
}

/** The candidate that a mistyped name most likely meant; undefined when none is near. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME || candidates.length > 2000) return undefined;
  let best: string | undefined;
  // Two letters that changed places are two edits: enough for any name but the shortest.
  let bestDistance = name.length < 4 ? 2 : Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = distanceBetween(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Edit distance (Levenshtein 1966), one row at a time. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Order of records everywhere: by code unit, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
