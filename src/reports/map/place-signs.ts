import type { Id } from "../../engine/index.ts";

/** Outline of the sign of each kind of place, some 10 units wide round its middle; "" for a dot. */
const SIGNS: Readonly<Record<Id, string>> = {
  "city-rear": "M-5,5V-1H-2V-5H2V-2H5V5Z",
  town: "M-4,4V-4H4V4Z",
  village: "M-2.5,2.5V-2.5H2.5V2.5Z",
  hill: "M-5,4L0,-5L5,4Z",
  field: "M0,-5L4,0L0,5L-4,0Z",
  junction: "M-5,-1H-1V-5H1V-1H5V1H1V5H-1V1H-5Z",
  base: "M-5,-2H5V0H1V4H-1V0H-5Z",
  airport: "M-5,-1H-1V-5H1V-1H5V1H1V3H3V5H-3V3H-1V1H-5Z",
};
const DOT = "M-2,0A2,2 0 1 0 2,0A2,2 0 1 0 -2,0Z";

/** The sign of a kind of place; a kind without one of its own is a dot. */
export function signOf(kind: Id): string {
  return SIGNS[kind] ?? DOT;
}
