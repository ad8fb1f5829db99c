import type { Event, Id } from "../../engine/index.ts";
import type { KnownMap } from "./known.ts";

/** Whose an event is and where it was, as far as it says; ids, and null for what it has none of. */
export interface Where {
  readonly seat: Id | null;
  readonly side: Id | null;
  readonly formation: Id | null;
  readonly wing: Id | null;
  readonly place: Id | null;
  /** The other place: where it goes, what it stands against. */
  readonly to: Id | null;
}

/** Whose an event is and where it was. The side is the one that acts. */
export function whereOf(map: Pick<KnownMap, "formations" | "contingents">, event: Event): Where {
  const formation = formationOf(event, map);
  const [place, to] = placesOf(event);
  return {
    seat: "seat" in event ? event.seat : null,
    side: sideOf(event) ?? (formation === null ? null : (map.formations[formation]?.side ?? null)),
    formation,
    wing: "wing" in event ? event.wing : null,
    place,
    to,
  };
}

/** An order may be for a wing, a place or a contingent: only a formation is one. */
function formationOf(event: Event, { formations }: Pick<KnownMap, "formations">): Id | null {
  if ("formation" in event) return event.formation;
  if (!("order" in event)) return null;
  return formations[event.order.unit] === undefined ? null : event.order.unit;
}

function sideOf(event: Event): Id | null {
  switch (event.kind) {
    case "battle-resolved":
      return event.attacker;
    case "place-taken":
      return event.by;
    case "kit-destroyed":
    case "civilians-harmed":
      return event.holder;
    default:
      return "side" in event ? event.side : null;
  }
}

function placesOf(event: Event): readonly [place: Id | null, to: Id | null] {
  switch (event.kind) {
    case "marched":
      return [event.path.at(-1) ?? null, event.towards];
    case "halted":
      return [event.at, event.before];
    case "deployed":
      return [event.at, event.against];
    case "retreated":
      return [event.from, event.to];
    case "sorties-flown":
      return [event.target, null];
    case "column-struck":
      return [event.link, null];
    default:
      return ["place" in event ? event.place : null, "to" in event ? textOf(event.to) : null];
  }
}

/** Of a track `to` is a number. */
function textOf(to: string | number | null): Id | null {
  return typeof to === "string" ? to : null;
}
