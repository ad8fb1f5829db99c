import type { BattleResolved, Event, Id } from "../../engine/player.ts";

/** A battle and what followed from it there, or one other thing that happened; indexes of events. */
export interface Scene {
  readonly head: number;
  readonly parts: readonly number[];
}

/** The events of a turn that are worth showing, battle by battle, in the order of their heads. */
export function scenesOf(
  events: readonly Event[],
  isShown: (event: Event) => boolean,
): readonly Scene[] {
  const scenes: { head: number; parts: number[] }[] = [];
  for (const [at, event] of events.entries()) {
    if (!isShown(event)) continue;
    const battle = scenes.findLast(({ head }) => isFrom(event, events[head]));
    if (battle === undefined) scenes.push({ head: at, parts: [] });
    else battle.parts.push(at);
  }
  return scenes;
}

/** What breaks, gives way or falls where it was fought belongs to the fight. */
function isFrom(event: Event, head: Event | undefined): boolean {
  if (head?.kind !== "battle-resolved") return false;
  switch (event.kind) {
    case "cohesion-lost":
      return event.cause === "battle" && isIn(head, event.formation);
    case "gave-way":
    case "formation-broke":
    case "surrendered":
    case "retreated":
      return isIn(head, event.formation);
    case "place-taken":
      return event.how === "assault" && event.place === head.place;
    default:
      return false;
  }
}

function isIn({ attackers, defenders }: BattleResolved, formation: Id): boolean {
  return [...attackers, ...defenders].some((one) => one.formation === formation);
}

/** Where something happened; null when it is nowhere on the map. */
export function whereOf(event: Event): Id | null {
  if ("place" in event && event.place !== null) return event.place;
  return event.kind === "retreated" || event.kind === "wing-rebased" ? event.to : null;
}
