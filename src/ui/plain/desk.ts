import type { Game, ScreenOf } from "../state.ts";
import { narrate } from "../../reports/index.ts";
import { chosenEvent, eventRows, eventsOfTab, handWords } from "../white/rows.ts";

type Desk = ScreenOf<"desk">;

/** White's desk as it can be read: the events of the open list by number, and what White's hand did. */
export function deskText({ names, over }: Game, screen: Desk): readonly string[] {
  const { mode, draft, hand, tab, turn } = screen;
  if (mode.kind === "commit")
    return [`Commit turn ${turn}? Every seat is told of it then. yes commits, no goes back.`];
  const waits =
    draft === null && !over ? ["Somebody has still to seal: there is no draft yet."] : [];
  return [
    `White's desk, turn ${turn}. This is all of it, from every side.`,
    ...waits,
    ...(tab === "hand" || tab === "injects" ? [] : eventsText(names, screen)),
    ...(hand.length === 0 ? ["White's hand has done nothing in this turn."] : ["In White's hand:"]),
    ...hand.map((line, at) => `${at + 1}. ${handWords(names, line, screen)}.`),
    "A number chooses an event; then why or rule. inject, say TEXT, timeline. commit commits the turn, back gets up.",
  ];
}

function eventsText(names: Game["names"], screen: Desk): readonly string[] {
  const events = eventsOfTab(screen, screen.tab);
  return eventRows(events).map(({ event }, at) => {
    const told = events[event];
    return told === undefined ? "" : `${at + 1}. ${narrate(names, told)}`;
  });
}

/** The desk with another event under the cursor, by its number from 0; null when there is none. */
export function deskAt(screen: Desk, at: number): Desk | null {
  const { tab, cursors, mode } = screen;
  if (mode.kind !== "browse" || tab === "hand" || tab === "injects") return null;
  if (eventRows(eventsOfTab(screen, tab))[at] === undefined) return null;
  return { ...screen, cursors: { ...cursors, [tab]: at } };
}

/** The event under the cursor in words. */
export function chosenText({ names }: Game, screen: Desk): string {
  const event = eventsOfTab(screen, screen.tab)[chosenEvent(screen) ?? -1];
  return event === undefined ? "Nothing is chosen." : `Chosen: ${narrate(names, event)}`;
}
