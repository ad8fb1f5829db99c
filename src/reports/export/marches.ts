import type { Event, Id } from "../../engine/index.ts";
import { dated, feature, type TurnTold, UNKNOWN } from "./features.ts";
import { type Feature, formationPosition, placePosition, type Position } from "./geo.ts";
import type { Known, KnownMap } from "./known.ts";

/** A way that a formation went in a turn, and why. */
interface Way {
  readonly formation: Id;
  readonly how: "march" | "retreat" | "flight";
  readonly to: Id | null;
  readonly positions: readonly (Position | null)[];
}

/** The ways that formations went in a turn: marches, retreats, and the flight of those who broke. */
export function marchFeatures(
  map: KnownMap,
  told: TurnTold,
  before: Known,
  events: readonly Event[],
): Feature[] {
  const steps: Record<Id, number> = {};
  return events.flatMap((event) => {
    const way = wayOf(map, before, event);
    const coordinates = (way?.positions ?? []).flatMap((one) => (one === null ? [] : [one]));
    if (way === null || coordinates.length < 2) return [];
    const { formation, how, to } = way;
    const { name, sidc, side } = map.formations[formation] ?? UNKNOWN;
    const step = (steps[formation] ?? 0) + 1;
    steps[formation] = step;
    const properties = { ...dated("march", formation, told), name, sidc, side, step, how, to };
    const geometry = { type: "LineString", coordinates } as const;
    return [feature("march", `${formation}/${step}`, told.turn, { geometry, properties })];
  });
}

function wayOf(map: KnownMap, before: Known, event: Event): Way | null {
  switch (event.kind) {
    case "marched":
      return marchedWay(map, before, event);
    case "retreated": {
      const { formation, from, to } = event;
      return { formation, how: "retreat", to, positions: betweenPlaces(map, from, to) };
    }
    case "formation-broke": {
      const { formation, place, to } = event;
      return { formation, how: "flight", to, positions: betweenPlaces(map, place, to) };
    }
    default:
      return null;
  }
}

function betweenPlaces(map: KnownMap, from: Id, to: Id): (Position | null)[] {
  return from === to ? [] : [placePosition(map, from), placePosition(map, to)];
}

/** From where it stood, on its way as it may have been, through places to where the hours ended. */
function marchedWay(
  map: KnownMap,
  before: Known,
  { formation, path, towards, kmDone }: Extract<Event, { kind: "marched" }>,
): Way | null {
  const stood = before.formations[formation];
  if (stood === undefined) return null;
  const last = path.at(-1) ?? stood.place;
  const end = towards === null ? [] : [formationPosition(map, { place: last, towards, kmDone })];
  const positions = [
    formationPosition(map, stood),
    ...path.map((id) => placePosition(map, id)),
    ...end,
  ];
  return { formation, how: "march", to: towards ?? last, positions };
}
