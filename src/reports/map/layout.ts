import { geoMercator } from "d3-geo";
import type { Id } from "../../engine/index.ts";
import { nearPlaces } from "./near-places.ts";
import { type Point, short } from "./point.ts";
import { type Box, spread } from "./spread.ts";

/** Where the places of a map are drawn. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly at: Readonly<Record<Id, Point>>;
  /** Places too far away to lie on it: they are drawn at its edge, on their bearing. */
  readonly far: ReadonlySet<Id>;
}

/** What of a map decides where it is drawn. */
export interface Terrain {
  readonly places: Readonly<Record<Id, { readonly lat: number; readonly lon: number }>>;
  readonly links: Readonly<Record<Id, { readonly a: Id; readonly b: Id; readonly km: number }>>;
}

const WIDTH = 1000;
const [LEAST_HEIGHT, MOST_HEIGHT] = [440, 860];
/** Room at the edges for a name and a row of symbols. */
const MARGIN = { x: 56, top: 56, bottom: 44 } as const;

/**
 * Places by Mercator's projection, north up, then those that lie close together moved apart so that
 * their symbols can be read; the same for every moment of a game.
 */
export function layoutOf({ places, links }: Terrain): Layout {
  const ids = Object.keys(places);
  const near = nearPlaces(ids, Object.values(links));
  const project = projectionOf(near.map((id) => places[id] as Terrain["places"][Id]));
  const { height } = project;
  const box = {
    left: MARGIN.x,
    right: WIDTH - MARGIN.x,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const far = new Set(ids.filter((id) => !near.includes(id)));
  const spots = ids.map((id) => {
    const point = project.point(places[id] as Spot);
    return [id, far.has(id) ? atEdge(point, box) : point] as const;
  });
  return { width: WIDTH, far, ...trimmed(spread(Object.fromEntries(spots), box)) };
}

/** Without what is empty at the top and the bottom. */
function trimmed(at: Layout["at"]): Pick<Layout, "height" | "at"> {
  const ys = Object.values(at).map(({ y }) => y);
  const up = Math.min(...ys) - MARGIN.top;
  const moved = Object.entries(at).map(([id, { x, y }]) => [id, { x, y: short(y - up) }] as const);
  return {
    height: Math.ceil(Math.max(...ys) - up + MARGIN.bottom),
    at: Object.fromEntries(moved),
  };
}

/** Where the bearing from the middle of the box to a point outside it meets its edge. */
function atEdge({ x, y }: Point, { left, right, top, bottom }: Box): Point {
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const reach = Math.max(
    1,
    (Math.abs(x - middle.x) * 2) / (right - left),
    (Math.abs(y - middle.y) * 2) / (bottom - top),
  );
  return { x: middle.x + (x - middle.x) / reach, y: middle.y + (y - middle.y) / reach };
}

type Spot = Terrain["places"][Id];

function projectionOf(near: readonly Spot[]) {
  const points = {
    type: "MultiPoint" as const,
    coordinates: near.map(({ lat, lon }): [number, number] => [lon, lat]),
  };
  const wide = geoMercator().fitWidth(WIDTH - 2 * MARGIN.x, points);
  const ys = near.map(({ lat, lon }) => wide([lon, lat])?.[1] ?? 0);
  const tall = Math.max(...ys) - Math.min(...ys) + MARGIN.top + MARGIN.bottom;
  // Places on one meridian fit no width: they are as tall as may be.
  const asked = Number.isFinite(tall) ? tall * 1.4 : MOST_HEIGHT;
  const height = Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, asked)));
  const fitted = geoMercator().fitExtent(
    [
      [MARGIN.x, MARGIN.top],
      [WIDTH - MARGIN.x, height - MARGIN.bottom],
    ],
    points,
  );
  const point = ({ lat, lon }: Spot): Point => {
    const [x = Number.NaN, y = Number.NaN] = fitted([lon, lat]) ?? [];
    // One spot alone fits any scale: it is the middle.
    return Number.isFinite(x + y) ? { x, y } : { x: WIDTH / 2, y: height / 2 };
  };
  return { height, point };
}
