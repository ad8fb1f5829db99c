import { drawMap } from "../../map/draw.ts";
import { pictureOf } from "../../map/picture.ts";
import type { ScreenOf, State } from "../../state.ts";
import { beside, type Line, line, spread, tone, toHeight, wrap } from "../../text/span.ts";
import { turnWords } from "../../text/words.ts";
import type { Board } from "./board.ts";

type Projector = ScreenOf<"projector">;

/** What the whole room may look at: clock, map, whose orders are in, and what all were told. */
export function viewProjector(
  { card }: State,
  screen: Projector,
  width: number,
  height: number,
): Line[] {
  const { board } = screen;
  const rows = height - 3;
  const panel = Math.max(30, Math.min(64, Math.floor(width * 0.38)));
  const map = mapOf(board, width - panel - 1, rows);
  const side = [
    ...seatRows(board, panel - 1),
    line(),
    ...newsRows(screen, panel - 1, rows - board.seats.length - 3),
  ];
  return [
    headOf(board, card.title, width),
    line(tone("dim", "─".repeat(width))),
    ...toHeight(beside(toHeight(map, rows), width - panel - 1, toHeight(side, rows), "│"), rows),
    line(tone("dim", MAP_WORDS)),
  ];
}

const MAP_WORDS = " Holders as all knew them before turn 1, and as White has told the room since.";

function headOf({ view, turn, over }: Board, title: string, width: number): Line {
  const { clock, parameters } = view.brief;
  const weather = parameters.weathers[view.weather]?.name.toLowerCase() ?? view.weather;
  const when = over ? "THE GAME IS OVER" : `TURN ${turn} · ${turnWords(clock, turn).toUpperCase()}`;
  return spread(
    line(tone("title", when), tone("dim", over ? "" : ` · ${weather}`)),
    line(tone("dim", `${title} `)),
    width,
  );
}

function mapOf({ view, turn }: Board, columns: number, rows: number): Line[] {
  const shown = { ...view, turn: turn - 1 };
  return drawMap(
    pictureOf(shown, {}),
    { zoom: 1, centre: null },
    { chosen: null, route: [] },
    columns,
    rows,
  );
}

const STATE_WORDS = { sealed: "orders in", "to seal": "at work", policy: "by policy" } as const;

function seatRows({ seats, over }: Board, width: number): Line[] {
  const rows = seats.map(({ name, letter, state }) =>
    spread(
      line(tone("strong", ` ${letter} `), name),
      line(
        over
          ? ""
          : tone(
              state === "sealed" ? "good" : state === "to seal" ? "warn" : "dim",
              ` ${STATE_WORDS[state]} `,
            ),
      ),
      width,
    ),
  );
  return [line(tone("title", " Seats")), ...rows];
}

/** The newest at the end, as many as there is room for. */
function newsRows({ board, scroll }: Projector, width: number, height: number): Line[] {
  const shown = board.news.slice(0, Math.max(0, board.news.length - scroll));
  const rows = shown.flatMap(({ turn, words }) =>
    wrap(words, width - 6).map((row, at) =>
      line(tone("dim", at === 0 ? ` ${String(turn).padStart(2)}  ` : "     "), tone("strong", row)),
    ),
  );
  const none = line(tone("dim", " Nothing that everybody was told."));
  return [
    line(tone("title", " What all were told")),
    ...(rows.length > 0 ? rows.slice(-height) : [none]),
  ];
}
