import type { View } from "../../../engine/player.ts";
import { sortiesLeft } from "../../orders/draft.ts";
import { idleUnits } from "../../orders/idle.ts";
import { wingsOf } from "../../orders/units.ts";
import type { Draft } from "../../state.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";
import { plural } from "../../text/words.ts";
import { wholeOrderWords } from "./order-words.ts";

/** What is asked before the orders are sealed: the sheet, who is idle, sorties not given out. */
export function sealLines(
  view: View,
  draft: Draft,
  width: number,
  airAt: string = "Tab to Air/Res",
): Line[] {
  const idle = idleUnits(view, draft);
  const unflown = wingsOf(view).reduce((sum, wing) => sum + sortiesLeft(view, draft, wing), 0);
  return [
    line(tone("title", `Seal your orders for turn ${view.turn + 1}?`)),
    line(),
    ...(draft.orders.length === 0
      ? [line("No new orders: every unit goes on with its task.")]
      : []),
    ...sheetLines(view, draft, width),
    line(),
    line(
      idle.length > 0
        ? tone(
            "warn",
            `${plural(idle.length, "formation")} will stand where ${idle.length === 1 ? "it is" : "they are"}:`,
          )
        : tone("good", "No formation is idle."),
    ),
    ...idle
      .slice(0, 4)
      .map((id) => line(tone("dim", `  ${view.brief.formations[id]?.name ?? id}`))),
    ...(idle.length > 4 ? [line(tone("dim", `  and ${idle.length - 4} more`))] : []),
    ...(unflown > 0
      ? [line(tone("warn", `${plural(unflown, "sortie")} without a task (${airAt}).`))]
      : []),
    line(),
    line(
      tone("key", "Enter"),
      " seal   ",
      tone("key", "A"),
      " what if   ",
      tone("key", "Esc"),
      " go back",
    ),
  ];
}

const SHEET_ROWS = 9;

/** The orders by name, as many as there is room for. */
function sheetLines(view: View, { orders }: Draft, width: number): Line[] {
  const rows = orders.map((order) => wrap(`+ ${wholeOrderWords(view, order)}`, width, "  "));
  let taken = 0;
  while (taken < rows.length && rows.slice(0, taken + 1).flat().length <= SHEET_ROWS) taken += 1;
  const shown = rows
    .slice(0, taken)
    .flat()
    .map((row) => line(row));
  return taken === rows.length
    ? shown
    : [...shown, line(tone("dim", `  and ${rows.length - taken} more`))];
}
