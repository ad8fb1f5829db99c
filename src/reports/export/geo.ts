import type { FormationState, Id } from "../../engine/index.ts";
import type { KnownMap } from "./known.ts";

/** Longitude, then latitude, in degrees of WGS 84. */
export type Position = readonly [lon: number, lat: number];

/** A geometry of RFC 7946, as far as they are used here. */
export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "LineString"; readonly coordinates: readonly Position[] };

/** A feature of RFC 7946; one without a place has no geometry. */
export interface Feature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

// A tenth of a metre: finer than any place is known.
const DEGREES = 1e6;

/** Where a place lies. */
export function placePosition({ places }: KnownMap, id: Id): Position | null {
  const place = places[id];
  return place === undefined ? null : rounded(place.lon, place.lat);
}

/** Where a formation stands: at its place, or so far along the straight line of its link. */
export function formationPosition(
  map: KnownMap,
  { place, towards, kmDone }: Pick<FormationState, "place" | "towards" | "kmDone">,
): Position | null {
  const from = place === null ? null : placePosition(map, place);
  const to = towards === null ? null : placePosition(map, towards);
  if (from === null || to === null) return from;
  const share = shareOf(map, [place as Id, towards as Id], kmDone);
  return rounded(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]));
}

function shareOf({ links }: KnownMap, ends: readonly [Id, Id], kmDone: number): number {
  const [a, b] = ends[0] < ends[1] ? ends : [ends[1], ends[0]];
  const link = Object.values(links).find((one) => one.a === a && one.b === b);
  return link === undefined ? 0 : Math.min(1, kmDone / link.km);
}

/** The middle of a link. */
export function linkMiddle(map: KnownMap, id: Id): Position | null {
  const [from, to] = linkLine(map, id) ?? [];
  if (from === undefined || to === undefined) return null;
  return rounded((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
}

/** A link as a straight line between its ends. */
export function linkLine(map: KnownMap, id: Id): readonly [Position, Position] | null {
  const link = map.links[id];
  const from = link === undefined ? null : placePosition(map, link.a);
  const to = link === undefined ? null : placePosition(map, link.b);
  return from === null || to === null ? null : [from, to];
}

/** A point, where there is one. */
export function point(coordinates: Position | null): Geometry | null {
  return coordinates === null ? null : { type: "Point", coordinates };
}

/** West, south, east and north of everything that has a place. */
export function boundsOf(features: readonly Feature[]): readonly number[] | null {
  const all = features.flatMap(({ geometry }) => positionsOf(geometry));
  if (all.length === 0) return null;
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function positionsOf(geometry: Geometry | null): readonly Position[] {
  if (geometry === null) return [];
  return geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates;
}

function rounded(lon: number, lat: number): Position {
  return [Math.round(lon * DEGREES) / DEGREES, Math.round(lat * DEGREES) / DEGREES];
}
