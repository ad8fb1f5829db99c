import { drawMap } from "../../map/draw.ts";
import { pictureOf } from "../../map/picture.ts";
import type { Game, ScreenOf } from "../../state.ts";
import { type Item, itemsOf } from "../../telling/items.ts";
import { beside, inTone, type Line, line, tone, wrap } from "../../text/span.ts";
import { blocksOf } from "../../text/list.ts";
import { turnWords } from "../../text/words.ts";

const WITH_MAP_COLUMNS = 110;
const TELLING_COLUMNS = 64;
const LEAST_MAP_ROWS = 9;

/** What the seat was told of the turn before; the map beside it, or below it when there is room. */
export function viewReport(
  game: Game,
  screen: ScreenOf<"report">,
  width: number,
  height: number,
): Line[] {
  if (width >= WITH_MAP_COLUMNS) {
    const left = Math.max(TELLING_COLUMNS, Math.floor(width * 0.45));
    const map = mapOf(game, width - left - 1, height);
    return beside(tellingRows(game, screen, left, height), left, map, "│");
  }
  const rows = tellingRows(game, screen, width, height);
  const room = height - rows.length - 1;
  return room < LEAST_MAP_ROWS ? rows : [...rows, line(), ...mapOf(game, width, room)];
}

function mapOf({ view, names }: Game, columns: number, rows: number): Line[] {
  if (view === null) return [];
  const whole = { zoom: 1, centre: null };
  return drawMap(
    pictureOf(view, names.formations),
    whole,
    { chosen: null, route: [] },
    columns,
    rows,
  );
}

function tellingRows(
  game: Game,
  screen: ScreenOf<"report">,
  width: number,
  height: number,
): Line[] {
  const { told, names, view } = game;
  if (told === null || view === null) return [];
  const items = itemsOf(names, told.events, screen.all);
  const hidden = itemsOf(names, told.events, true).length - items.length;
  const head = line(
    tone("title", `What happened in turn ${told.turn}`),
    tone("dim", ` (${turnWords(view.brief.clock, told.turn)})`),
    tone("dim", hidden > 0 ? `  m: ${hidden} more` : ""),
  );
  if (items.length === 0) return [head, line(), line("Nothing was reported.")];
  const blocks = items.map((item, at) => itemRows(item, at === screen.cursor, width - 1));
  return [head, line(), ...blocksOf(blocks, screen.cursor, height - 2)];
}

function itemRows({ text, mark, tone: look, why }: Item, chosen: boolean, width: number): Line[] {
  const hint = why !== null && chosen ? " [Enter: why]" : "";
  return wrap(text + hint, width - 4).map((row, at) => {
    const lead =
      at === 0
        ? [chosen ? tone("cursor", "›") : tone("plain", " "), tone(look, mark), tone("plain", " ")]
        : line("   ");
    return [...lead, ...(chosen ? inTone(line(row), "strong") : line(row))];
  });
}
