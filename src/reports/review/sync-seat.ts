import {
  type Event,
  type EventOf,
  type Id,
  isSeatOrder,
  type Setup,
  type View,
} from "../../engine/index.ts";
import { nameOf, titleOf } from "../names.ts";
import { shortOrder, shortPatron } from "../tell-short.ts";
import { counted, rounded, sentence } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";
import { airLines } from "./sync-air.ts";
import { manoeuvreLines } from "./sync-manoeuvre.ts";
import { lineOf, type SyncRow, tallied } from "./sync-row.ts";

/** What a seat ordered in each turn and what came of it, a row for each function. */
export function seatRows({ scenario }: Reviewed, seat: Id): readonly SyncRow[] {
  const { setup } = scenario;
  const row = (what: string, cell: SyncRow["cell"]): SyncRow => ({
    title: `${nameOf(setup, "seats", seat)}: ${what}`,
    cell,
  });
  const contingents = setup.seats[seat]?.contingents ?? [];
  return [
    ...contingents.map((one) =>
      row(
        contingents.length === 1 ? "manoeuvre" : `manoeuvre, ${nameOf(setup, "contingents", one)}`,
        ({ events }) => manoeuvreLines(setup, seat, one, events),
      ),
    ),
    row("reserve", ({ events, views }) => reserveLines(setup, seat, events, views[seat])),
    row("air", ({ events }) => airLines(setup, seat, events)),
    row("supply", ({ events, views }) => supplyLines(setup, seat, events, views[seat])),
    row("decisions and patrons", ({ events }) => decisionLines(setup, seat, events)),
    row("decision points", ({ events }) => pointLines(setup, seat, events)),
  ];
}

/** Orders that went out for a seat, of one turn. */
function ordersOf(seat: Id, events: readonly Event[]) {
  return events.flatMap((event) =>
    event.kind === "order-received" && event.seat === seat ? [event.order] : [],
  );
}

function reserveLines(
  setup: Setup,
  seat: Id,
  events: readonly Event[],
  view: View | undefined,
): readonly string[] {
  const asked = ordersOf(seat, events).filter(
    ({ verb }) => verb === "commit" || verb === "reserve",
  );
  const called = events.flatMap((event) =>
    event.kind === "pool-called" && setup.pools[event.pool]?.seat === seat
      ? [titleOf(setup, "pools", event.pool)]
      : [],
  );
  const held = ownStates(view, seat).filter(({ reserve }) => reserve);
  const men = held.reduce((sum, one) => sum + one.men, 0);
  const still = `${counted(held.length, "formation")}, ${counted(men, "man", "men")}`;
  return [
    ...lineOf("Ordered:", tallied(asked.map((order) => shortOrder(setup, order)))),
    ...lineOf("Called:", called),
    ...(held.length === 0 ? [] : [`Held back at the end: ${still}.`]),
  ];
}

function ownStates(view: View | undefined, seat: Id) {
  return Object.entries(view?.formations ?? {})
    .filter(([id, { status }]) => status === "active" && view?.brief.formations[id]?.seat === seat)
    .map(([, state]) => state);
}

function supplyLines(
  setup: Setup,
  seat: Id,
  events: readonly Event[],
  view: View | undefined,
): readonly string[] {
  const own = ownStates(view, seat);
  const hungry = own.filter(({ supplyDays }) => supplyDays < 1).length;
  const least = Math.min(...own.map(({ supplyDays }) => supplyDays));
  const flown = events.flatMap((event) =>
    event.kind === "depot-stocked" && setup.wings[event.wing]?.seat === seat
      ? [`${event.manDays} man-days to ${nameOf(setup, "places", event.place)}`]
      : [],
  );
  const short = `${hungry} of ${counted(own.length, "formation")} under a day`;
  return [
    ...(own.length === 0
      ? []
      : [hungry > 0 ? `${sentence(short)}.` : `Least ${rounded(least, 1)} days.`]),
    ...lineOf("Flown in:", flown),
  ];
}

function decisionLines(setup: Setup, seat: Id, events: readonly Event[]): readonly string[] {
  const asked = ordersOf(seat, events).filter((order) => isSeatOrder(order));
  const isOurs = (contingent: Id) =>
    setup.contingents[contingent] !== undefined &&
    (setup.seats[seat]?.contingents.includes(contingent) ?? false);
  const came = events.flatMap((event) => {
    if (event.kind === "patron-held" && isOurs(event.contingent))
      return [`${nameOf(setup, "contingents", event.contingent)} was kept.`];
    if (event.kind === "contingent-left" && isOurs(event.contingent))
      return [`${nameOf(setup, "contingents", event.contingent)} left.`];
    return [];
  });
  return [
    ...lineOf(
      "Ordered:",
      asked.map((order) => shortOrder(setup, order)),
    ),
    ...came,
  ];
}

function pointLines(setup: Setup, seat: Id, events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind === "inject-came" && event.audience.includes(seat)) return [`${event.title}.`];
    if (event.kind === "threshold-passed" && isSeen(setup, seat, event))
      return [`${titleOf(setup, "tracks", event.track)}: ${event.title}.`];
    const isLeaving = event.kind === "patron-weighed" && event.leavesTurn > 0;
    if (isLeaving && setup.seats[seat]?.contingents.includes(event.contingent))
      return [`${shortPatron(setup, event)}.`];
    return [];
  });
}

function isSeen(setup: Setup, seat: Id, { track }: EventOf<"threshold-passed">): boolean {
  return setup.tracks[track]?.visibleTo.includes(seat) ?? false;
}
