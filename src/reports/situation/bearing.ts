import { geoDistance } from "d3-geo";

/** Where something lies, in degrees. */
export interface Spot {
  readonly lat: number;
  readonly lon: number;
}

/** The mean radius of the Earth (IUGG), km. */
const EARTH_KM = 6371.009;

/** Kilometres along the great circle. */
export function straightKm(from: Spot, to: Spot): number {
  return EARTH_KM * geoDistance([from.lon, from.lat], [to.lon, to.lat]);
}

const POINTS = [
  "north",
  "north-east",
  "east",
  "south-east",
  "south",
  "south-west",
  "west",
  "north-west",
] as const;

/** One of the eight points of the compass. */
export type Point = (typeof POINTS)[number];

/** The point of the compass under which one spot is seen from another: where the great circle sets out. */
export function bearing(from: Spot, to: Spot): Point {
  const eighths = (initialDegrees(from, to) + 22.5) / 45;
  return POINTS[Math.floor(eighths) % POINTS.length] as Point;
}

/** Degrees clockwise from north, 0 up to 360. */
function initialDegrees(from: Spot, to: Spot): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b, east] = [radians(from.lat), radians(to.lat), radians(to.lon - from.lon)];
  const y = Math.sin(east) * Math.cos(b);
  const x = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(east);
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}

/** "12 km north-east": how far and under which point of the compass. */
export function wayWords(from: Spot, to: Spot): string {
  const km = Math.round(straightKm(from, to));
  return `${km < 1 ? "less than 1" : km} km ${bearing(from, to)}`;
}
