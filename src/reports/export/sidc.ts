import type { Id } from "../../engine/index.ts";
import type { KnownMap } from "./known.ts";

/** Standard identities of APP-6 and MIL-STD-2525, as digits of a SIDC. */
const IDENTITY = { friend: "3", neutral: "4", hostile: "6" } as const;
const UNKNOWN = "1";

/**
 * The symbol of an enemy land unit of which nothing else is known. Its frame is that of the other
 * sides where they share one: a report does not say whose it is.
 */
export function contactSidc({ sides }: Pick<KnownMap, "sides">, own: Id | null): string {
  const others = Object.entries(sides).flatMap(([id, side]) =>
    id === own ? [] : [IDENTITY[side.affiliation]],
  );
  const identity = new Set(others).size === 1 ? others[0] : UNKNOWN;
  return `130${identity}1000000000000000`;
}
