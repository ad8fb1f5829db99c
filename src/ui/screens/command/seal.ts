import { formatOrder, type Id, type View } from "../../../engine/player.ts";
import { findOrder, sortiesLeft } from "../../orders/draft.ts";
import { unitsOf, wingsOf } from "../../orders/units.ts";
import type { Draft } from "../../state.ts";
import { type Line, line, tone } from "../../text/span.ts";
import { plural } from "../../text/words.ts";

/** What is asked before the orders are sealed: the sheet, who is idle, sorties not given out. */
export function sealLines(view: View, draft: Draft): Line[] {
  const idle = idleUnits(view, draft);
  const unflown = wingsOf(view).reduce((sum, wing) => sum + sortiesLeft(view, draft, wing), 0);
  return [
    line(tone("title", `Seal your orders for turn ${view.turn + 1}?`)),
    line(),
    ...(draft.orders.length === 0
      ? [line("No new orders: every unit goes on with its task.")]
      : []),
    ...draft.orders.slice(0, 9).map((order) => line(tone("good", "+ "), formatOrder(order))),
    ...(draft.orders.length > 9
      ? [line(tone("dim", `  and ${draft.orders.length - 9} more`))]
      : []),
    line(),
    line(
      idle.length > 0
        ? tone("warn", `${plural(idle.length, "formation")} will stand where they are:`)
        : tone("good", "No formation is idle."),
    ),
    ...idle
      .slice(0, 4)
      .map((id) => line(tone("dim", `  ${view.brief.formations[id]?.name ?? id}`))),
    ...(idle.length > 4 ? [line(tone("dim", `  and ${idle.length - 4} more`))] : []),
    ...(unflown > 0
      ? [line(tone("warn", `${plural(unflown, "sortie")} without a task (Tab to Air).`))]
      : []),
    line(),
    line(tone("key", "Enter"), " seal   ", tone("key", "Esc"), " go back"),
  ];
}

/** Formations in the field that could march, have no new order and nothing under way. */
function idleUnits(view: View, draft: Draft): readonly Id[] {
  return unitsOf(view).filter((id) => {
    const state = view.formations[id];
    const isFree =
      state?.status === "active" &&
      state.pending === null &&
      view.brief.formations[id]?.mobility !== "static";
    return isFree && state.task.to === null && !state.reserve && findOrder(draft, id) === undefined;
  });
}
