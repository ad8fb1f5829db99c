import type { View } from "../../../engine/player.ts";
import { axesOf, sortiesByPlace } from "../../orders/plan.ts";
import { drawMap } from "../../map/draw.ts";
import { pictureOf } from "../../map/picture.ts";
import { idleUnits } from "../../orders/idle.ts";
import type { Game, ScreenOf } from "../../state.ts";
import { beside, type Line, line, spread, tone, toHeight } from "../../text/span.ts";
import { plural } from "../../text/words.ts";
import { chosenPlace, shownRoute } from "./choice.ts";
import { panelLines } from "./panel.ts";
import { sealLines } from "./seal.ts";

type Command = ScreenOf<"command">;

const PANEL_COLUMNS = { least: 35, most: 52 };

/** The map on the left, the panel on the right, the order sheet's line below. */
export function viewCommand(game: Game, screen: Command, width: number, height: number): Line[] {
  const { view } = game;
  if (view === null) return [];
  const panel = Math.max(
    PANEL_COLUMNS.least,
    Math.min(PANEL_COLUMNS.most, Math.floor(width * 0.36)),
  );
  const map = width - panel - 1;
  const rows = height - 1;
  const left =
    screen.mode.kind === "seal"
      ? sealLines(view, game.draft, map - 1)
      : mapLines(game, view, screen, map, rows);
  const body = beside(left, map, panelLines(game, view, screen, panel - 1, rows), "│");
  return [...toHeight(body, rows), statusLine(game, screen, width)];
}

function mapLines(game: Game, view: View, screen: Command, columns: number, rows: number): Line[] {
  const marks = {
    chosen: chosenPlace(view, game.draft, screen),
    route: shownRoute(view, game.draft, screen),
    axes: axesOf(view, game.draft),
    sorties: sortiesByPlace(game.draft),
  };
  return drawMap(pictureOf(view, game.names.formations), screen.sight, marks, columns, rows);
}

function statusLine({ draft, view }: Game, { mode }: Command, width: number): Line {
  const idle = view === null ? 0 : idleUnits(view, draft).length;
  const unused = idle === 0 ? "" : ` ${idle} idle.`;
  const sheet =
    draft.orders.length === 0
      ? "No new orders: all go on with their tasks."
      : `${plural(draft.orders.length, "new order")} on the sheet.`;
  return spread(
    line(tone("dim", sheet + unused)),
    line(tone("dim", mode.kind === "browse" ? "e: seal and end the turn" : "")),
    width,
  );
}
