import type { Event, Id, View } from "../../../engine/player.ts";
import { nameOf } from "../../screens/command/order-words.ts";
import { plural } from "../../text/words.ts";
import { itemsOf } from "../items.ts";
import type { Known } from "./section.ts";

/** What the turn before changed, as the seat was told: places, reports, then each thing of note. */
export function changeRows(known: Known): readonly string[] {
  const { view, names, told } = known;
  if (told === null) return ["Nothing has happened yet: this is the first turn."];
  const items = itemsOf(names, told.events, false);
  return [
    ...holderRows(view, told.events),
    ...reportRows(view, told.events),
    ...items.map(({ text, why }, at) => `${at + 1}. ${text}${why === null ? "" : WORKING}`),
    ...(items.length === 0 ? ["Nothing else of note was reported."] : []),
  ];
}

/** Marks what has a working to ask for. */
const WORKING = " (why)";

/** Places that the side took and lost, by the last that was told of each. */
export function takenAndLost(
  { brief }: View,
  events: readonly Event[],
): { readonly taken: readonly Id[]; readonly lost: readonly Id[] } {
  const last = new Map<Id, Id>();
  const first = new Map<Id, Id | null>();
  for (const event of events) {
    if (event.kind !== "place-taken") continue;
    if (!first.has(event.place)) first.set(event.place, event.from);
    last.set(event.place, event.by);
  }
  const isOurs = (side: Id | null | undefined) => side !== null && side === brief.side;
  const places = [...last.keys()];
  return {
    taken: places.filter((place) => isOurs(last.get(place)) && !isOurs(first.get(place))),
    lost: places.filter((place) => isOurs(first.get(place)) && !isOurs(last.get(place))),
  };
}

function holderRows(view: View, events: readonly Event[]): readonly string[] {
  if (view.brief.side === null) return [];
  const { taken, lost } = takenAndLost(view, events);
  const named = (places: readonly Id[]) => places.map((id) => nameOf(view, id)).join(", ");
  return [
    lost.length === 0 ? "Your side lost no place." : `Your side lost ${named(lost)}.`,
    taken.length === 0 ? "It took none." : `It took ${named(taken)}.`,
  ];
}

/** Where the enemy is newly reported, and how many formations are reported no more. */
function reportRows(view: View, events: readonly Event[]): readonly string[] {
  const reports = events.flatMap((event) =>
    event.kind === "reported" && event.seat === view.brief.seat ? [event] : [],
  );
  const places = [
    ...new Set(reports.flatMap(({ contacts }) => contacts.flatMap(({ place }) => place ?? []))),
  ];
  const forgotten = reports.reduce((sum, one) => sum + one.forgotten.length, 0);
  return [
    ...(places.length === 0
      ? ["No new report of the enemy."]
      : [`New reports of the enemy at ${places.map((id) => nameOf(view, id)).join(", ")}.`]),
    ...(forgotten === 0
      ? []
      : [
          `No longer reported: ${plural(forgotten, "enemy formation")}; where they are is unknown.`,
        ]),
  ];
}
