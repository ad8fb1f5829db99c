/** FNV-1a, 32 bits, over the UTF-16 code units of an id (Fowler, Noll and Vo 1991). */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Sections whose ids chance may be asked about. */
export const HASHED_SECTIONS = [
  "places",
  "links",
  "formations",
  "wings",
  "contingents",
  "pools",
  "injects",
] as const;
