import type { View } from "../../../engine/player.ts";
import { verbChoices } from "../../orders/choices.ts";
import type { Game } from "../../state.ts";
import { listOf } from "../../text/list.ts";
import { type Line, fit, line, toHeight, tone } from "../../text/span.ts";
import type { Command } from "./at.ts";
import { chosenPlace, chosenUnit, shownTargets } from "./choice.ts";
import { orderDetail, refusalLines, targetDetail } from "./order-detail.ts";
import { placeDetail } from "./place-detail.ts";
import { unitDetail } from "./unit-detail.ts";
import { countLines, sortieLines, targetLines, verbLines, verbMenuRows } from "./menus.ts";
import { tabLine, tabRows } from "./tabs.ts";

/** The panel: what can be chosen above, what is known of it below. */
export function panelLines(
  game: Game,
  view: View,
  screen: Command,
  width: number,
  height: number,
): Line[] {
  const detail = detailLines(game, view, screen, width);
  const below = belowRows(view, screen, detail.length, width, height);
  const above = height - below - 1;
  return [
    ...toHeight(upperLines(game, view, screen, width, above), above),
    line(tone("dim", "─".repeat(width))),
    ...toHeight(detail, below),
  ].map((row) => fit(row, width));
}

const LEAST_DETAIL = 10;
const LEAST_ABOVE = 5;

/** The list keeps its height while it is gone through; a menu is shown whole. */
function belowRows(
  view: View,
  { mode, tab }: Command,
  detail: number,
  width: number,
  height: number,
): number {
  if (mode.kind === "verbs") return Math.max(4, height - 1 - verbMenuRows(view, mode.unit, width));
  const isOrder = mode.kind === "targets" || tab === "orders";
  const wanted = Math.max(isOrder ? detail : LEAST_DETAIL, Math.floor(height * 0.45));
  return Math.min(wanted, height - 1 - LEAST_ABOVE);
}

function upperLines(
  game: Game,
  view: View,
  screen: Command,
  width: number,
  height: number,
): Line[] {
  switch (screen.mode.kind) {
    case "verbs":
      return verbLines(view, screen.mode, width, height);
    case "targets":
      return targetLines(game, view, screen.mode, width, height);
    case "sorties":
      return sortieLines(game, view, screen.mode, width);
    case "count":
      return countLines(view, screen.mode, width);
    default:
      return [
        tabLine(game, view, screen),
        ...listOf(
          tabRows(game, view, screen.tab, width - 1),
          screen.cursors[screen.tab],
          height - 1,
        ),
      ];
  }
}

function detailLines(game: Game, view: View, screen: Command, width: number): Line[] {
  const { mode, tab, cursors } = screen;
  if (mode.kind === "targets") {
    const target = shownTargets(view, game.draft, mode)[mode.cursor];
    return target === undefined ? [] : targetDetail(game, view, target, width);
  }
  if (mode.kind === "count") return orderDetail(game, view, mode.order, width);
  if (mode.kind === "sorties")
    return placeDetail(view, chosenPlace(view, game.draft, screen), width);
  const order = game.draft.orders[cursors.orders];
  if (mode.kind === "browse" && tab === "orders")
    return order === undefined ? [] : orderDetail(game, view, order, width);
  const unit = chosenUnit(view, game.draft, screen);
  if (unit === null) return [];
  const refusal = mode.kind === "verbs" ? verbChoices(view, unit)[mode.cursor]?.refusal : null;
  if (refusal) return refusalLines(refusal, width);
  return view.brief.places[unit] === undefined
    ? unitDetail(game, view, unit, width)
    : placeDetail(view, unit, width);
}
