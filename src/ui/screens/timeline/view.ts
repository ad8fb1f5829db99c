import { drawMap } from "../../map/draw.ts";
import { pictureOf, pictureOfTruth } from "../../map/picture.ts";
import type { Moment } from "../../past.ts";
import type { State, TimelineScreen } from "../../state.ts";
import { beside, type Line, line, tone, toHeight } from "../../text/span.ts";
import { plural, turnWords } from "../../text/words.ts";
import { branchRows } from "./branch-form.ts";
import { recordRows } from "./record.ts";
import { runRows } from "./run.ts";
import { TURNS_COLUMNS, turnRows } from "./turns.ts";

/** Columns beside the list of turns from which run and record stand side by side. */
const ABREAST_COLUMNS = 76;
const MAP_SHARE = 0.5;

/** The turns on the left; on the right the map as it then was, the run, and the record beside it. */
export function viewTimeline(
  state: State,
  screen: TimelineScreen,
  width: number,
  height: number,
): Line[] {
  const rows = height - 1;
  const room = width - TURNS_COLUMNS - 1;
  const turns = turnRows(screen.past, screen.turn, rows);
  const shown = toHeight(rightOf(state, screen, room, rows), rows);
  return [headOf(screen), ...beside(turns, TURNS_COLUMNS, shown, "│")];
}

function headOf({ title, past, turn }: TimelineScreen): Line {
  const { brief, moments, name } = past;
  const when = turn === 0 ? "before the first turn" : turnWords(brief.clock, turn);
  const branch = name === null ? [] : [tone("dim", " · "), tone("accent", name)];
  const at = ` · turn ${turn} of ${moments.length - 1} · `;
  return line(tone("title", title), tone("dim", at), tone("strong", when), ...branch);
}

function rightOf(state: State, screen: TimelineScreen, width: number, height: number): Line[] {
  const { mode, past, turn } = screen;
  const moment = past.moments[turn];
  const unsealed = state.game?.draft.orders.length ?? 0;
  if (moment === undefined) return [];
  if (mode.kind === "branch") return branchRows(state.card, past, turn, mode, width, unsealed);
  const note = mode.kind === "note" ? noteRow(turn, mode.text, width) : [];
  const map = screen.showMap ? mapOf(screen, moment, width, Math.floor(height * MAP_SHARE)) : [];
  const rest = height - map.length - note.length;
  return [...map, ...toHeight(textsOf(state, screen, moment, width, rest), rest), ...note];
}

function mapOf(
  { past, sight }: TimelineScreen,
  moment: Moment,
  width: number,
  height: number,
): Line[] {
  const { truth, view, turn } = moment;
  const picture =
    truth !== null
      ? pictureOfTruth(past.brief, truth, turn)
      : view === null
        ? null
        : pictureOf(view, past.names.formations);
  return picture === null
    ? []
    : drawMap(picture, sight, { chosen: null, route: [] }, width, height);
}

function textsOf(
  { card }: State,
  screen: TimelineScreen,
  moment: Moment,
  width: number,
  height: number,
): Line[] {
  const { past, turn, all, pane, scroll } = screen;
  const run = (columns: number) => runRows(past, moment, all, columns);
  const record = (columns: number) => recordRows(card, past, turn, columns);
  if (width < ABREAST_COLUMNS)
    return scrolled(pane === "run" ? run(width - 1) : record(width - 1), scroll, height);
  const half = Math.floor((width - 1) / 2);
  return beside(
    scrolled(run(half - 1), scroll, height),
    half,
    scrolled(record(width - half - 3), scroll, height).map((row) => [tone("plain", " "), ...row]),
    "│",
  );
}

/** Rows from a scroll on; never past the last, and what is below is counted. */
function scrolled(rows: readonly Line[], scroll: number, height: number): Line[] {
  const first = Math.max(0, Math.min(scroll, rows.length - height));
  const shown = rows.slice(first, first + height);
  const rest = rows.length - first - height;
  if (rest > 0 && height > 0)
    shown[height - 1] = line(tone("dim", `↓ ${plural(rest + 1, "more row")}`));
  return shown;
}

function noteRow(turn: number, text: string, width: number): Line[] {
  const head = ` Note on turn ${turn}: `;
  const shown = text.slice(-Math.max(1, width - head.length - 2));
  return [line(tone("key", head), shown, tone("cursor", " "))];
}
