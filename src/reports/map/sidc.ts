import type { Formation, Side } from "../../engine/index.ts";

/** Standard identities as digits of a SIDC (APP-6(D), MIL-STD-2525D: the fourth). */
export const IDENTITY = { friend: "3", hostile: "6", neutral: "4" } as const;
/** That nobody knows whose a unit is. */
export const UNKNOWN_IDENTITY = "1";

/** A formation's SIDC in the frame of its side, 20 digits. */
export function sidcOf({ sidc }: Pick<Formation, "sidc">, side: Side | undefined): string {
  const identity = side === undefined ? UNKNOWN_IDENTITY : IDENTITY[side.affiliation];
  return sidc === "" ? unknownSidc(identity) : `${sidc.slice(0, 3)}${identity}${sidc.slice(4)}`;
}

/** A land unit of which no more is known than whose it is. */
export function unknownSidc(identity: string): string {
  return `130${identity}10${"0".repeat(14)}`;
}
