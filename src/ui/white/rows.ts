import { type Event, isListed } from "../../engine/index.ts";
import type { HandLine, TableNames } from "../../journal/index.ts";
import { tellHandInject, tellRuling } from "../../reports/index.ts";
import { isHeadline } from "../telling/items.ts";
import { scenesOf } from "../telling/scenes.ts";
import type { DeskScreen, DeskTab } from "./desk.ts";

/** A row of the desk's list of events: an index, and whether it follows from the row above it. */
export interface EventRow {
  readonly event: number;
  readonly follows: boolean;
}

/** The events that White looks at, battle by battle: headlines, every test and every reckoning. */
export function eventRows(events: readonly Event[]): readonly EventRow[] {
  return scenesOf(events, isForWhite).flatMap(({ head, parts }) => [
    { event: head, follows: false },
    ...parts.map((event) => ({ event, follows: true })),
  ]);
}

function isForWhite(event: Event): boolean {
  if (event.kind === "cohesion-lost") return event.test !== null;
  if (event.kind === "turn-began" || event.kind === "patron-weighed") return true;
  return isHeadline(event);
}

/** The events of a list; none of a turn that cannot be drafted yet. */
export function eventsOfTab(screen: DeskScreen, tab: DeskTab): readonly Event[] {
  return tab === "before" ? screen.played : (screen.draft ?? []);
}

/** How many rows a list has. */
export function rowsOfTab(screen: DeskScreen, tab: DeskTab): number {
  if (tab === "hand") return screen.hand.length;
  if (tab === "injects") return screen.listed.length;
  return eventRows(eventsOfTab(screen, tab)).length;
}

/** The event under the cursor of the open list, by its index; null when there is none. */
export function chosenEvent(screen: DeskScreen): number | null {
  const { tab, cursors } = screen;
  if (tab === "hand" || tab === "injects") return null;
  return eventRows(eventsOfTab(screen, tab))[cursors[tab]]?.event ?? null;
}

/** What White did, in words, with its reason where it has one. */
export function handWords(names: TableNames, line: HandLine, screen: DeskScreen): string {
  if (line.kind === "ruling") return tellRuling(names, line.ruling);
  const { inject } = line;
  if (!isListed(inject)) return tellHandInject(names, inject);
  const title = screen.listed.find(({ id }) => id === inject.inject)?.title ?? inject.inject;
  const audience = inject.audience?.map((seat) => names.seats[seat]?.name ?? seat).join(", ");
  return `Inject by hand: ${title}${audience === undefined ? "" : `, to ${audience}`}.`;
}
