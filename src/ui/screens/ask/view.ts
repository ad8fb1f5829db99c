import { type AskedAnswer, askedLabel, askedSentences } from "../../../reports/index.ts";
import type { AskScreen, State } from "../../state.ts";
import { beside, fit, type Line, line, tone, toHeight, wrap } from "../../text/span.ts";
import { count, turnWords } from "../../text/words.ts";
import { cellsOf } from "./figures.ts";
import { askBrief, type AskRow, askRowsOf, askTurn } from "./form.ts";
import { assumptionsOf, askWords, valueWords } from "./words.ts";

/** Columns from which the question stands beside its answer. */
const ABREAST_COLUMNS = 118;
const FORM_COLUMNS = 46;

/** The question above or on the left, and what was found so far. */
export function viewAsk(state: State, screen: AskScreen, width: number, height: number): Line[] {
  const head = headOf(screen);
  if (width < ABREAST_COLUMNS) {
    const form = formRows(state, screen, width);
    const rest = height - form.length - 2;
    return [head, ...form, line(), ...scrolled(answerRows(screen, width), screen, rest)];
  }
  const rows = height - 1;
  const form = [
    ...formRows(state, screen, FORM_COLUMNS - 1),
    line(),
    ...assumptionRows(screen, FORM_COLUMNS - 2),
  ];
  const found = scrolled(answerRows(screen, width - FORM_COLUMNS - 2, false), screen, rows);
  const right = found.map((row) => line(" ", ...row));
  return [head, ...beside(toHeight(form, rows), FORM_COLUMNS, right, "│")];
}

function headOf({ about }: AskScreen): Line {
  const turn = askTurn(about) + 1;
  const when = turnWords(askBrief(about).clock, turn);
  const whose = about.kind === "seat" ? "as you know it" : "from the truth: for White";
  const look = about.kind === "seat" ? "dim" : "warn";
  return line(
    tone("title", " What if"),
    tone("dim", ` · from turn ${turn}, `),
    tone("strong", when),
    tone(look, ` · ${whose}`),
  );
}

const HEADS: Readonly<Record<AskRow, string>> = {
  seat: "Seat",
  a: "A",
  b: "B",
  turns: "Turns",
  runs: "Runs",
  enemy: "Enemy",
  dice: "Dice",
};

function formRows(state: State, screen: AskScreen, width: number): Line[] {
  return askRowsOf(screen.about).map((row, at) => {
    const chosen = at === screen.row;
    const value = valueWords(state, screen, row);
    return fit(
      line(
        chosen ? tone("cursor", "›") : " ",
        tone(chosen ? "strong" : "plain", ` ${HEADS[row].padEnd(6)} `),
        ...(chosen
          ? [tone("key", "‹ "), tone("strong", value), tone("key", " ›")]
          : [tone("plain", `  ${value}`)]),
      ),
      width,
    );
  });
}

/** Pairs before which figures only flicker. */
const FEWEST_SHOWN = 10;

/** What was found, in figures and in words, and what it was found under. */
function answerRows(screen: AskScreen, width: number, assume = true): Line[] {
  const { progress, isAsking } = screen;
  const assumed = assume ? [line(), ...assumptionRows(screen, width - 2)] : [];
  if (progress === null) {
    const text = isAsking
      ? " starting…   Esc stops it"
      : " Enter plays both plans on the same dice.";
    return [line(tone(isAsking ? "accent" : "key", text)), ...assumed];
  }
  const { runs } = progress.answer;
  // Words only about what will not change any more: who reads them while it is played waits for luck.
  const told = isAsking ? [] : askedSentences(askWords(screen), progress.answer);
  return [
    barRow(screen, width),
    ...(isAsking && runs < FEWEST_SHOWN ? [] : tableRows(screen, progress.answer, width)),
    ...(told.length === 0 ? [] : [line()]),
    ...told.flatMap((text) => wrap(`• ${text}`, width - 2, "  ").map((row) => line(" ", row))),
    ...assumed,
  ];
}

function assumptionRows(screen: AskScreen, width: number): Line[] {
  return assumptionsOf(screen).flatMap((text) =>
    wrap(text, width).map((row) => line(" ", tone("dim", row))),
  );
}

const BAR = 20;

/** "■■■■···· 212 of 500 pairs · 180 a second · 2 s left". */
function barRow({ progress, isAsking }: AskScreen, width: number): Line {
  if (progress === null) return line();
  const { answer, total, perSecond } = progress;
  const { runs, parted } = answer;
  if (!isAsking)
    return fit(
      line(
        tone(runs < total ? "warn" : "good", ` ${count(runs)} of ${count(total)} pairs`),
        tone("dim", ` · they differ in ${count(parted)}`),
      ),
      width,
    );
  const full = Math.floor((BAR * runs) / total);
  const left = Math.ceil((total - runs) / Math.max(perSecond, 0.01));
  return fit(
    line(
      tone("accent", ` ${"■".repeat(full)}${"·".repeat(BAR - full)}`),
      ` ${count(runs)} of ${count(total)} pairs`,
      tone("dim", ` · ${perSecond.toFixed(0)} a second · ${left} s left`),
    ),
    width,
  );
}

/** Each measure in a row: A, B, and B less A, with intervals of 95 %. */
function tableRows(screen: AskScreen, answer: AskedAnswer, width: number): Line[] {
  const words = askWords(screen);
  const rows = answer.rows.map((row) => ({ row, cells: cellsOf(row) }));
  const heads = ["A", "B", "B less A"];
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map(({ cells }) => cells[at]?.length ?? 0)),
  );
  const room = width - 2 - widths.reduce((sum, one) => sum + one + 2, 0);
  const label = Math.max(10, Math.min(room, 40));
  const cellText = (cells: readonly string[]) =>
    cells.map((cell, at) => `  ${cell.padEnd(widths[at] ?? 0)}`).join("");
  const places = rows.findIndex(({ row }) => row.measure.kind === "place");
  const heading = (text: string) => fit(line(tone("dim", ` ${text}`)), label + 1);
  return [
    line(...heading("Mean, 95 % interval"), tone("dim", cellText(heads))),
    ...rows.flatMap(({ row, cells }, at) => [
      ...(at === places ? [line(tone("dim", ` Chance that ${sideWords(screen)} holds`))] : []),
      line(
        ...fit(line(" ", askedLabel(words, row.measure)), label + 1),
        tone("plain", cellText(cells.slice(0, 2))),
        "  ",
        tone(row.difference.apart ? "strong" : "dim", cells[2] ?? ""),
      ),
    ]),
  ];
}

function sideWords({ about }: AskScreen): string {
  return about.kind === "seat" ? "your side" : "its side";
}

function scrolled(rows: readonly Line[], { scroll }: AskScreen, height: number): Line[] {
  const first = Math.max(0, Math.min(scroll, rows.length - height));
  const shown = rows.slice(first, first + Math.max(0, height));
  const rest = rows.length - first - height;
  if (rest > 0 && height > 0)
    shown[height - 1] = line(tone("dim", ` ↓ ${rest + 1} more rows: PgDn`));
  return shown;
}
