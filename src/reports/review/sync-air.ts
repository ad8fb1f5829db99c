import type { Event, Id, Setup } from "../../engine/index.ts";
import { nameOf } from "../names.ts";
import { targetName } from "../tell-orders.ts";
import { lineOf } from "./sync-row.ts";

/** What a seat's aircraft flew in a turn, sorties by task, and what that cost. */
export function airLines(setup: Setup, seat: Id, events: readonly Event[]): readonly string[] {
  const isOurs = (wing: Id) => setup.wings[wing]?.seat === seat;
  const sorties = new Map<string, number>();
  let lost = 0;
  const moved: string[] = [];
  for (const event of events) {
    if (event.kind === "sorties-flown" && isOurs(event.wing)) {
      const task = `${event.mission} ${targetName(setup, event.mission, event.target)}`;
      sorties.set(task, (sorties.get(task) ?? 0) + event.sorties);
      lost += event.lost;
    }
    if (event.kind === "wing-rebased" && isOurs(event.wing)) moved.push(movedText(setup, event));
  }
  return [
    ...lineOf(
      "Sorties:",
      [...sorties].map(([task, count]) => `${task} ${count}`),
    ),
    ...(lost === 0 ? [] : [`Aircraft lost: ${lost}.`]),
    ...moved,
  ];
}

function movedText(
  setup: Setup,
  { wing, to }: { readonly wing: Id; readonly to: Id | null },
): string {
  const name = nameOf(setup, "wings", wing);
  return to === null ? `${name} grounded.` : `${name} to ${nameOf(setup, "places", to)}.`;
}
