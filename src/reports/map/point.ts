/** A point of a drawing, in its units from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A coordinate at most 2 digits behind the point: the same text everywhere. */
export function short(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The point so many units from one towards another; the one itself when they are the same. */
export function towards(from: Point, to: Point, units: number): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(x * x + y * y);
  if (length === 0) return from;
  return { x: short(from.x + (x / length) * units), y: short(from.y + (y / length) * units) };
}
