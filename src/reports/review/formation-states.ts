import type { FormationState, Id } from "../../engine/index.ts";
import type { Moment, Reviewed } from "./reviewed.ts";

/** The formations of which the reader knows how they stood, by id: all for White, for a seat its side's. */
export function formationsAt(
  { reader }: Pick<Reviewed, "reader">,
  { world, views }: Moment,
): Readonly<Record<Id, FormationState>> {
  if (world !== null) return world.formations;
  return reader === null ? {} : (views[reader]?.formations ?? {});
}

/** Every moment of a game, from before the first turn. */
export function momentsOf({ start, turns }: Pick<Reviewed, "start" | "turns">): readonly Moment[] {
  return [start, ...turns];
}
