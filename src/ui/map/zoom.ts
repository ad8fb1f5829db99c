import type { Id } from "../../engine/player.ts";
import { type Sight, ZOOMS } from "./projection.ts";

/** One step closer (1) or wider (−1), round a place; the widest needs no centre. */
export function zoomed(sight: Sight, by: 1 | -1, centre: Id | null): Sight {
  const at = ZOOMS.findIndex((zoom) => zoom === sight.zoom);
  const next = by === 1 ? (at + 1) % ZOOMS.length : Math.max(0, at - 1);
  const zoom = ZOOMS[next] ?? 1;
  return { zoom, centre: zoom === 1 ? null : centre };
}
