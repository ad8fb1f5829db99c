import { geoMercator } from "d3-geo";
import type { Id } from "../../engine/player.ts";
import { nearPlaces as nearIds } from "../../reports/index.ts";
import type { Picture, PicturePlace } from "./picture.ts";

/** How the map is looked at: 1 shows the whole theatre, more comes closer to a place. */
export interface Sight {
  readonly zoom: number;
  readonly centre: Id | null;
  /** Steps to the east and to the south that the view was moved by from there. */
  readonly pan?: { readonly east: number; readonly south: number };
}

/** Dots that one step of a pan moves the map by: whole cells. */
const PAN_DOTS = { x: 16, y: 16 };

/** Zooms in turn: the theatre, a pocket, a town. */
export const ZOOMS = [1, 2.5, 6, 16] as const;

/** A place in dots from the upper left corner; not always inside the pane. */
export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Dots of every place on a pane, and how many dots a kilometre has there. */
export interface Projected {
  readonly dots: Readonly<Record<Id, Dot>>;
  readonly dotsPerKm: number;
}

const MARGIN_DOTS = 6;
const KM_PER_DEGREE = 111.2;

/** Places on a pane of `width` × `height` dots. */
export function project(picture: Picture, sight: Sight, width: number, height: number): Projected {
  const near = nearPlaces(picture);
  const projection = geoMercator().fitExtent(extentOf(width, height), {
    type: "MultiPoint",
    coordinates: near.map(({ lon, lat }) => [lon, lat]),
  });
  const centre =
    sight.centre === null || sight.zoom === 1 ? undefined : picture.places[sight.centre];
  projection.scale(projection.scale() * sight.zoom);
  const unmoved = ({ lon, lat }: { lon: number; lat: number }): Dot => {
    const [x, y] = projection([lon, lat]) ?? [0, 0];
    return { x: Math.round(x), y: Math.round(y) };
  };
  const by = moveOf(sight, centre === undefined ? null : unmoved(centre), width, height);
  const dotOf = (place: PicturePlace): Dot => {
    const { x, y } = unmoved(place);
    return { x: x + by.x, y: y + by.y };
  };
  const dots = Object.values(picture.places).map((place) => [place.id, dotOf(place)] as const);
  return { dots: Object.fromEntries(dots), dotsPerKm: dotsPerKm(projection, near) };
}

function moveOf({ pan }: Sight, centre: Dot | null, width: number, height: number): Dot {
  const { x, y } = centre === null ? { x: 0, y: 0 } : toMiddle(centre, width, height);
  return { x: x - (pan?.east ?? 0) * PAN_DOTS.x, y: y - (pan?.south ?? 0) * PAN_DOTS.y };
}

/** Moves by whole cells, so that places keep their cells to each other wherever the centre is. */
function toMiddle({ x, y }: Dot, width: number, height: number): Dot {
  return { x: 2 * Math.round((width / 2 - x) / 2), y: 4 * Math.round((height / 2 - y) / 4) };
}

/** Room for labels on the right, for a counter above and below. */
function extentOf(width: number, height: number): [[number, number], [number, number]] {
  const right = Math.max(MARGIN_DOTS + 2, width - 3 * MARGIN_DOTS);
  return [
    [MARGIN_DOTS, MARGIN_DOTS],
    [right, Math.max(MARGIN_DOTS + 2, height - MARGIN_DOTS)],
  ];
}

function dotsPerKm(
  projection: (point: [number, number]) => [number, number] | null,
  near: readonly PicturePlace[],
): number {
  const [{ lon, lat } = { lon: 0, lat: 0 }] = near;
  const [, north] = projection([lon, lat + 0.5]) ?? [0, 0];
  const [, south] = projection([lon, lat - 0.5]) ?? [0, 0];
  return (south - north) / KM_PER_DEGREE;
}

/** Places joined by roads that are not far; the others are shown at the edge. */
function nearPlaces({ places, links }: Picture): readonly PicturePlace[] {
  return nearIds(Object.keys(places), links).map((id) => places[id] as PicturePlace);
}
