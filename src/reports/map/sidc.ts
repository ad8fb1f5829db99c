import type { Formation, Side } from "../../engine/index.ts";

/** Standard identity of a side in a SIDC (APP-6(D), MIL-STD-2525D: the fourth digit). */
const IDENTITY = { friend: "3", hostile: "6", neutral: "4" } as const;

/** A formation's SIDC in the frame of its side, 20 digits. */
export function sidcOf({ sidc }: Pick<Formation, "sidc">, side: Side | undefined): string {
  const identity = side === undefined ? "1" : IDENTITY[side.affiliation];
  return sidc === "" ? unknownSidc(identity) : `${sidc.slice(0, 3)}${identity}${sidc.slice(4)}`;
}

/** A land unit of which no more is known than whose it is. */
function unknownSidc(identity: string): string {
  return `100${identity}10${"0".repeat(14)}`;
}
