import { match } from "ts-pattern";
import { paletteLines } from "./commands/palette.ts";
import { sittingWords } from "./cells.ts";
import { helpLines } from "./chrome/help.ts";
import { SMALLEST, tooSmallLines } from "./chrome/too-small.ts";
import { footerHints, hintsOf } from "./chrome/hints.ts";
import { viewAsk } from "./screens/ask/view.ts";
import { viewCommand } from "./screens/command/view.ts";
import { viewEnd } from "./screens/end/view.ts";
import { viewHandover } from "./screens/handover/view.ts";
import { viewPage } from "./screens/page/view.ts";
import { viewPlayback } from "./screens/playback/view.ts";
import { viewProjector } from "./screens/projector/view.ts";
import { viewReady } from "./screens/ready/view.ts";
import { viewReport } from "./screens/report/view.ts";
import { viewSaves } from "./screens/saves/view.ts";
import { viewSeating } from "./screens/seating/view.ts";
import { viewSituation } from "./screens/situation/view.ts";
import { viewSent } from "./screens/sent/view.ts";
import { viewBranches } from "./screens/branches/view.ts";
import { viewCompare } from "./screens/compare/view.ts";
import { viewTimeline } from "./screens/timeline/view.ts";
import { viewTitle } from "./screens/title/view.ts";
import { viewWhy } from "./screens/why/view.ts";
import { viewDesk } from "./white/view.ts";
import type { Effect, Game, State } from "./state.ts";
import { fit, type Line, line, spread, tone, toHeight, wrap, printableLine } from "./text/span.ts";
import { plural, turnWords } from "./text/words.ts";
import { coachLines } from "./tutorial/panel.ts";

/** Columns and rows of the terminal. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Every row of the screen but the terminal's last, each exactly as wide as the terminal. */
export function frame(state: State, size: Size): Line[] {
  const rows = Math.max(1, size.rows - 1);
  const lines = isTooSmall(size)
    ? tooSmallLines(state, size, leaveQuestion(state.game))
    : whole(state, size.columns, rows);
  return toHeight(lines, rows).map((row) => fit(printableLine(row), size.columns));
}

/** Whether the game cannot be drawn in it. */
export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows;
}

function whole(state: State, columns: number, rows: number): Line[] {
  const notice = noticeOf(state, columns);
  const coach = coachLines(state, columns);
  const body = rows - 2 - notice.length - coach.length;
  const shown = coverOf(state, columns, body) ?? bodyOf(state, columns, body);
  return [
    headerOf(state, columns),
    ...coach,
    ...toHeight(shown, body),
    ...notice,
    footerOf(state, columns),
  ];
}

/** What is laid over the whole body; null when nothing is. */
function coverOf(state: State, columns: number, rows: number): Line[] | null {
  const { over } = state;
  if (over === null || over === "leave" || over.kind === "line") return null;
  return over.kind === "help"
    ? helpLines(state, over, columns, rows)
    : paletteLines(state, over, columns, rows);
}

function headerOf({ game, card, screen }: State, columns: number): Line {
  const view = game?.view ?? null;
  if (game === null || view === null || screen.kind === "handover" || isTruth(screen)) {
    return spread(line(tone("dim", " TADMOR")), line(tone("dim", `${card.title} `)), columns);
  }
  const side = view.brief.side === null ? undefined : view.brief.sides[view.brief.side];
  const who = line(
    " ",
    tone(side?.affiliation ?? "neutral", `${side?.letter ?? "·"} `),
    tone("dim", sittingWords(game)),
    tone("strong", game.names.seats[view.brief.seat]?.name ?? ""),
  );
  return spread(who, line(clockWords(game), " "), columns);
}

/** A screen that tells what no seat knows. */
function isTruth(screen: State["screen"]): boolean {
  if (screen.kind === "ask") return screen.about.kind === "white";
  return screen.kind === "timeline" && screen.past.seat === null;
}

function clockWords({ view, over, names }: Game): string {
  if (view === null) return "";
  if (over) return "the game is over";
  const weather = names.parameters.weathers[view.weather]?.name.toLowerCase() ?? view.weather;
  const { clock, turns, hiddenTurns } = view.brief;
  const about = hiddenTurns > 0 ? "about " : "";
  return `turn ${view.turn + 1}/${about}${turns} · ${turnWords(clock, view.turn + 1)} · ${weather}`;
}

function bodyOf(state: State, columns: number, rows: number): Line[] {
  const { game } = state;
  const withGame = (draw: (game: Game) => Line[]) => (game === null ? [] : draw(game));
  return match(state.screen)
    .with({ kind: "title" }, (screen) => viewTitle(state, screen, columns))
    .with({ kind: "seating" }, (screen) => viewSeating(state, screen, columns, rows))
    .with({ kind: "saves" }, (screen) => viewSaves(state, screen, columns, rows))
    .with({ kind: "page" }, (screen) => viewPage(state, screen, columns, rows))
    .with({ kind: "timeline" }, (screen) => viewTimeline(state, screen, columns, rows))
    .with({ kind: "branches" }, (screen) => viewBranches(state, screen, columns, rows))
    .with({ kind: "compare" }, (screen) => viewCompare(screen, columns, rows))
    .with({ kind: "ask" }, (screen) => viewAsk(state, screen, columns, rows))
    .with({ kind: "handover" }, (screen) => viewHandover(state, screen, columns, rows))
    .with({ kind: "report" }, (screen) => withGame((one) => viewReport(one, screen, columns, rows)))
    .with({ kind: "why" }, (screen) =>
      withGame((one) => viewWhy(state, one, screen, columns, rows)),
    )
    .with({ kind: "playback" }, (screen) => viewPlayback(state, screen, columns, rows))
    .with({ kind: "desk" }, (screen) => viewDesk(state, screen, columns, rows))
    .with({ kind: "projector" }, (screen) => viewProjector(state, screen, columns, rows))
    .with({ kind: "ready" }, () => viewReady(state))
    .with({ kind: "end" }, () => viewEnd(state))
    .with({ kind: "sent" }, () => viewSent(state, columns))
    .with({ kind: "command" }, (screen) =>
      withGame((one) => viewCommand(one, screen, columns, rows)),
    )
    .with({ kind: "situation" }, (screen) =>
      withGame((one) => viewSituation(one, screen, columns, rows)),
    )
    .exhaustive();
}

const NOTICE_ROWS = 3;

/** One row for what has just happened, more for a long problem. */
function noticeOf({ notice, busy, over, game }: State, columns: number): Line[] {
  if (over === "leave") return [leaveQuestion(game)];
  if (busy !== null) return [line(tone("accent", ` ${busyWords(busy)}`))];
  const typed = typedLine(over, columns);
  if (notice === null) return typed ?? [line()];
  const rows = wrap(notice.text, columns - 2).slice(0, NOTICE_ROWS);
  return [...rows.map((row) => line(" ", tone(notice.tone, row))), ...(typed ?? [])];
}

/** The line that is being typed, its end where there is no room for all. */
function typedLine(over: State["over"], columns: number): Line[] | null {
  if (over === null || typeof over === "string" || over.kind !== "line") return null;
  return [line(tone("key", " :"), over.text.slice(-(columns - 5)), tone("cursor", " "))];
}

/** Opening waits for the lock of the file; anything else is the game's own work. */
function busyWords(doing: Effect["kind"]): string {
  return doing === "resume" ? "opening… waiting for any program that has it open" : "working…";
}

/** Asked once; what is not sealed is the one thing that would be lost. */
function leaveQuestion(game: Game | null): Line {
  const drafted = game?.draft.orders.length ?? 0;
  const lost =
    drafted > 0
      ? ` ${plural(drafted, "unsealed order")} will be forgotten.`
      : game === null
        ? ""
        : " Everything sealed is saved.";
  const title = game === null || game.isAway ? [] : [tone("key", "t"), tone("plain", " title  ")];
  return line(
    tone("warn", ` Leave?${lost}  `),
    tone("key", "y"),
    " quit  ",
    ...title,
    tone("key", "n"),
    " stay",
  );
}

/** The keys that matter most, as many as there is room for; help always. */
function footerOf(state: State, columns: number): Line {
  return footerHints(hintsOf(state), columns).flatMap(([key, does]) => [
    tone("key", ` ${key}`),
    tone("dim", ` ${does} `),
  ]);
}
