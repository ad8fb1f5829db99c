import type { View } from "../views/types.ts";
import type { Id } from "../world/setup.ts";
import type { Refusal, RefusalCode } from "./types.ts";

/** A refusal of one code, with its sentence. */
export function refuse(code: RefusalCode, message: string): Refusal {
  return { code, message };
}

/** A place's name, or the id itself where there is no such place. */
export function nameOf(view: View, place: Id): string {
  return view.brief.places[place]?.name ?? place;
}

/** Whether the seat believes that its own side holds a place. */
export function isOwnHeld(view: View, place: Id): boolean {
  return view.brief.side !== null && view.holders[place] === view.brief.side;
}

/** That no such place is on the map; null when it is. */
export function checkPlace(view: View, place: Id): Refusal | null {
  return view.brief.places[place] === undefined
    ? refuse("place.unknown", `there is no place "${place}"`)
    : null;
}
