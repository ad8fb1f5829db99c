import { canonicalJson, type Event } from "../engine/index.ts";
import { type Parting, partingBy } from "./parting.ts";
import type { Game } from "./replicate.ts";

/**
 * The first turn and event in which two games with one seed differ in what happened, and not only in
 * how many men it happened to: another result of a battle, another order that began, a formation that
 * broke in one of them alone. Null when they never do.
 */
export function turningPointOf(a: Game, b: Game, seed: string): Parting | null {
  return partingBy(gistOf, a, b, seed);
}

/** What happened, without quantities; null for what hangs on nothing but them. */
function gistOf(event: Event): string | null {
  switch (event.kind) {
    case "order-began":
      return canonicalJson([event.kind, event.formation, event.order]);
    case "battle-resolved":
      return canonicalJson([event.kind, event.place, event.link, event.attacker, event.result]);
    case "place-taken":
      return canonicalJson([event.kind, event.place, event.by]);
    case "formation-broke":
    case "surrendered":
    case "gave-way":
      return canonicalJson([event.kind, event.formation]);
    case "retreated":
      return canonicalJson([event.kind, event.formation, event.to]);
    case "contingent-left":
      return canonicalJson([event.kind, event.contingent]);
    default:
      return null;
  }
}
