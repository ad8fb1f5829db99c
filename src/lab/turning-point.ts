import { canonicalJson, type Event } from "../engine/index.ts";
import { eventsOf, type Parting } from "./parting.ts";
import type { Game } from "./replicate.ts";

/**
 * The first turn and event in which two games with one seed differ in what happened, and not only in
 * how many men it happened to: another result of a battle, another order that began, a formation that
 * broke in one of them alone. Null when they never do.
 */
export function turningPointOf(a: Game, b: Game, seed: string): Parting | null {
  const [left, right] = [eventsOf(a, seed), eventsOf(b, seed)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const one = telling(left[at] ?? []);
    const other = telling(right[at] ?? []);
    const shared = sharedBy(one, other);
    if (shared === one.length && shared === other.length) continue;
    return { turn: at + 1, shared, a: one[shared] ?? null, b: other[shared] ?? null };
  }
  return null;
}

function telling(events: readonly Event[]): Event[] {
  return events.filter((event) => gistOf(event) !== null);
}

function sharedBy(a: readonly Event[], b: readonly Event[]): number {
  const at = a.findIndex((event, index) => {
    const other = b[index];
    return other === undefined || gistOf(event) !== gistOf(other);
  });
  return at < 0 ? a.length : at;
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
