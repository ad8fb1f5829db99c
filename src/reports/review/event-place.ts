import type { Event, Id } from "../../engine/index.ts";

/** Whether an event is of the fighting for a place: its battle, its fall, who broke or went there. */
export function touches(event: Event, place: Id): boolean {
  switch (event.kind) {
    case "battle-resolved":
    case "place-taken":
    case "formation-broke":
    case "surrendered":
    case "gave-way":
    case "demolished":
      return event.place === place;
    case "retreated":
      return event.from === place;
    default:
      return false;
  }
}
