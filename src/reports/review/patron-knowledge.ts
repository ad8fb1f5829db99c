import type { Contact, Event, EventOf, Id } from "../../engine/index.ts";
import type { Reviewed } from "./reviewed.ts";

/** What the seat of a patron had been told at one moment. */
export interface Told {
  readonly turn: number;
  readonly contacts: ReadonlyMap<Id, Contact>;
  readonly holders: Readonly<Record<Id, Id | null>>;
}

/**
 * What a patron's seat knew when the patron weighed: what it knew after the turn before, and the
 * reports of the turn up to then. Null where the reader has no view of that seat.
 */
export function knownWhen(
  { scenario, start, turns }: Reviewed,
  turn: number,
  weighed: EventOf<"patron-weighed">,
): Told | null {
  const { seats } = scenario.setup;
  const seat = Object.keys(seats).find((id) => seats[id]?.contingents.includes(weighed.contingent));
  const before = (turn === 1 ? start : turns[turn - 2])?.views[seat ?? ""];
  const events = turns[turn - 1]?.events ?? [];
  if (before === undefined) return null;
  const contacts = new Map(Object.entries(before.contacts));
  const holders = { ...before.holders };
  for (const event of events.slice(0, events.indexOf(weighed))) {
    if (event.kind === "reported" && event.seat === seat) learn(contacts, holders, event, turn);
  }
  return { turn, contacts, holders };
}

function learn(
  contacts: Map<Id, Contact>,
  holders: Record<Id, Id | null>,
  report: Extract<Event, { kind: "reported" }>,
  turn: number,
): void {
  for (const { formation, place, men, moving } of report.contacts)
    contacts.set(formation, { place, men, turn, moving });
  for (const { place, holder } of report.holders) holders[place] = holder;
  for (const formation of report.forgotten) contacts.delete(formation);
}

/** Men of the enemy reported at some places. */
export function menAt({ contacts }: Told, places: readonly Id[]): number {
  let men = 0;
  for (const contact of contacts.values())
    if (contact.place !== null && places.includes(contact.place)) men += contact.men;
  return men;
}
