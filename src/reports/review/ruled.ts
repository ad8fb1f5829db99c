import { type Event, eventsFor, type Ruling, type Setup, subjectOf } from "../../engine/index.ts";
import { narrate } from "../narrate.ts";
import { nameOf } from "../names.ts";
import { tellRuling } from "../tell-hand.ts";
import { drawnResult } from "./battle-chance.ts";

/** A ruling with its reason, what would have come without it, and the seats that were told of it. */
export function ruledText(setup: Setup, events: readonly Event[], ruling: Ruling): string {
  const said = tellRuling(setup, ruling);
  if (ruling.kind === "draw") return `${said} No seat was told that the draw was ruled.`;
  const event = events.find((one) => isAbout(one, ruling));
  if (event === undefined) return `${said} Nothing came of it: there was nothing to rule on.`;
  return `${said} ${otherwiseText(setup, event)}${toldText(setup, event)}`;
}

/** A ruling as a seat was told of it, with White's reason; nothing for an event that was not ruled. */
export function noticedText(setup: Setup, event: Event): readonly string[] {
  const reason = reasonIn(event);
  return reason === null ? [] : [`White ruled: ${reason} ${narrate(setup, event)}`];
}

function reasonIn(event: Event): string | null {
  switch (event.kind) {
    case "battle-resolved":
    case "patron-weighed":
    case "patron-held":
      return event.ruling;
    case "cohesion-lost":
      return event.test?.ruling ?? null;
    default:
      return null;
  }
}

/** Whether an event is the one that a ruling on an outcome decided. */
function isAbout(event: Event, ruling: Ruling): boolean {
  if (reasonIn(event) === null) return false;
  const subject = subjectOf(ruling);
  switch (event.kind) {
    case "battle-resolved":
      return ruling.kind === "battle" && (event.link ?? event.place) === subject;
    case "cohesion-lost":
      return ruling.kind === "break" && event.formation === subject;
    case "patron-weighed":
    case "patron-held":
      return ruling.kind === "patron" && event.contingent === subject;
    default:
      return false;
  }
}

/** What the dice alone would have made of it. */
function otherwiseText(setup: Setup, event: Event): string {
  switch (event.kind) {
    case "battle-resolved": {
      const drawn = drawnResult(setup.parameters, event).replaceAll("-", " ");
      return `It came to "${event.result.replaceAll("-", " ")}"; drawn was "${drawn}". `;
    }
    case "cohesion-lost": {
      const { chance = 0, draw } = event.test ?? {};
      return `The draw alone would have ${(draw?.u ?? 1) < chance ? "broken it" : "held it together"}. `;
    }
    case "patron-weighed":
      return `By its own reckoning it would have ${event.risk >= event.tolerance ? "left" : "stayed"}. `;
    default:
      return "";
  }
}

function toldText(setup: Setup, event: Event): string {
  const seats = Object.keys(setup.seats).filter(
    (seat) => setup.seats[seat]?.role !== "white" && eventsFor(setup, [event], seat).length > 0,
  );
  if (seats.length === 0) return "No seat was told.";
  return `Told to: ${seats.map((seat) => nameOf(setup, "seats", seat)).join("; ")}.`;
}
