import type { Id } from "../../engine/index.ts";
import { type Point, short } from "./point.ts";

/** Where points may lie. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a place needs round it: a name below, a row of symbols above. */
const ROOM = { x: 104, y: 80 } as const;
const ROUNDS = 600;
/** Share of the way back to its own spot that a point goes in a round; none in the last ones. */
const HOMEWARD = 0.03;
const LAST_ROUNDS = 200;

/**
 * Moves points apart until each has its room, as near to its own spot as that allows and on the
 * same side of its neighbours; points outside the box are drawn in to its edge. Rounded to 2 digits.
 */
export function spread(points: Readonly<Record<Id, Point>>, box: Box): Record<Id, Point> {
  const ids = Object.keys(points);
  const home = ids.map((id) => inside(points[id] as Point, box));
  let now = home.map((point) => ({ ...point }));
  for (let round = 0; round < ROUNDS; round++) {
    const back = round < ROUNDS - LAST_ROUNDS ? HOMEWARD : 0;
    now = now.map(({ x, y }, at) => {
      const own = home[at] as Point;
      return { x: x + (own.x - x) * back, y: y + (own.y - y) * back };
    });
    pushApart(now, home);
    now = now.map((point) => inside(point, box));
  }
  return Object.fromEntries(
    ids.map((id, at) => [id, { x: short(now[at]?.x ?? 0), y: short(now[at]?.y ?? 0) }]),
  );
}

function inside({ x, y }: Point, { left, right, top, bottom }: Box): { x: number; y: number } {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) };
}

/** Distances count by the room that is needed in each direction, so that round is what is enough. */
function pushApart(now: { x: number; y: number }[], home: readonly Point[]): void {
  for (let at = 0; at < now.length; at++) {
    for (let other = at + 1; other < now.length; other++) {
      const [one, two] = [
        now[at] as { x: number; y: number },
        now[other] as { x: number; y: number },
      ];
      const apart = { x: (two.x - one.x) / ROOM.x, y: (two.y - one.y) / ROOM.y };
      const distance = Math.sqrt(apart.x * apart.x + apart.y * apart.y);
      if (distance >= 1) continue;
      const by = awayFrom(home[at] as Point, home[other] as Point, at - other);
      const push = (1 - distance) / 4;
      one.x -= by.x * push * ROOM.x;
      one.y -= by.y * push * ROOM.y;
      two.x += by.x * push * ROOM.x;
      two.y += by.y * push * ROOM.y;
    }
  }
}

/** The true bearing between two spots; for one and the same spot, some bearing. */
function awayFrom(one: Point, two: Point, otherwise: number): Point {
  const apart = { x: (two.x - one.x) / ROOM.x, y: (two.y - one.y) / ROOM.y };
  const distance = Math.sqrt(apart.x * apart.x + apart.y * apart.y);
  if (distance < 1e-6) return { x: otherwise % 2 === 0 ? 1 : 0, y: otherwise % 2 === 0 ? 0 : 1 };
  return { x: apart.x / distance, y: apart.y / distance };
}
