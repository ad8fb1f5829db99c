import type { Id } from "../../engine/index.ts";
import { IDENTITY, UNKNOWN_IDENTITY, unknownSidc } from "../map/sidc.ts";
import type { KnownMap } from "./known.ts";

/**
 * The symbol of an enemy land unit of which nothing else is known. Its frame is that of the other
 * sides where they share one: a report does not say whose it is.
 */
export function contactSidc({ sides }: Pick<KnownMap, "sides">, own: Id | null): string {
  const others = Object.entries(sides).flatMap(([id, side]) =>
    id === own ? [] : [IDENTITY[side.affiliation]],
  );
  const [first = UNKNOWN_IDENTITY, ...rest] = new Set<string>(others);
  return unknownSidc(rest.length === 0 ? first : UNKNOWN_IDENTITY);
}
