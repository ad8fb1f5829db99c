import type { Id, View } from "../../engine/player.ts";
import { type Sight, ZOOMS } from "./projection.ts";

/** The whole theatre. */
export const THEATRE: Sight = { zoom: 1, centre: null };

/** One step closer (1) or wider (−1), round a place; the widest needs no centre. */
export function zoomed(sight: Sight, by: 1 | -1, centre: Id | null): Sight {
  const at = ZOOMS.findIndex((zoom) => zoom === sight.zoom);
  const next = by === 1 ? (at + 1) % ZOOMS.length : Math.max(0, at - 1);
  const zoom = ZOOMS[next] ?? 1;
  return { zoom, centre: zoom === 1 ? null : centre };
}

/** Furthest steps of a pan to any side. */
const FARTHEST = 40;
const PAN_KEYS: Readonly<Record<string, readonly [east: number, south: number]>> = {
  H: [-1, 0],
  L: [1, 0],
  K: [0, -1],
  J: [0, 1],
};

/** The view moved by a key: H, J, K and L as in an editor; undefined for another key. */
export function panned(sight: Sight, key: string): Sight | undefined {
  const by = PAN_KEYS[key];
  if (by === undefined) return undefined;
  const { east, south } = sight.pan ?? { east: 0, south: 0 };
  const held = (steps: number) => Math.max(-FARTHEST, Math.min(FARTHEST, steps));
  return { ...sight, pan: { east: held(east + by[0]), south: held(south + by[1]) } };
}

/** Places within so many kilometres by road belong to one pocket. */
const POCKET_KM = 30;
const POCKETS = 4;
const POCKET_ZOOM = 6;

/** The middles of the crowded, worthy parts of a map, the weightiest first; from its data alone. */
export function pocketsOf({ brief }: View): readonly Id[] {
  const near = (id: Id) => [
    id,
    ...(brief.neighbours[id] ?? []).filter(({ km }) => km <= POCKET_KM).map(({ to }) => to),
  ];
  const weight = (id: Id) =>
    near(id).reduce((sum, one) => sum + 1 + (brief.places[one]?.value ?? 0), 0);
  const byWeight = Object.keys(brief.places).toSorted(
    (a, b) => weight(b) - weight(a) || (a < b ? -1 : 1),
  );
  const taken = new Set<Id>();
  const pockets: Id[] = [];
  for (const id of byWeight) {
    if (pockets.length === POCKETS) break;
    if (near(id).some((one) => taken.has(one))) continue;
    pockets.push(id);
    for (const one of near(id)) taken.add(one);
  }
  return pockets;
}

/** The next pocket, and after the last of them the whole theatre. */
export function nextPocket(view: View, { zoom, centre }: Sight): Sight {
  const pockets = pocketsOf(view);
  const at = zoom === POCKET_ZOOM && centre !== null ? pockets.indexOf(centre) : -1;
  const next = pockets[at + 1];
  return next === undefined ? THEATRE : { zoom: POCKET_ZOOM, centre: next };
}
