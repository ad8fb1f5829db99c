import type { Id, View } from "../../engine/player.ts";
import type { Draft } from "../state.ts";
import { findOrder } from "./draft.ts";
import { unitsOf } from "./units.ts";

/** Formations in the field that could march, have no new order and nothing under way. */
export function idleUnits(view: View, draft: Draft): readonly Id[] {
  return unitsOf(view).filter((id) => {
    const state = view.formations[id];
    const isFree =
      state?.status === "active" &&
      state.pending === null &&
      view.brief.formations[id]?.mobility !== "static";
    return isFree && state.task.to === null && !state.reserve && findOrder(draft, id) === undefined;
  });
}
