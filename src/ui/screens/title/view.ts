import type { ScreenOf, State } from "../../state.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";
import { dateWords } from "../../text/words.ts";
import { TITLE_CHOICES } from "./keys.ts";

const BANNER = ["▀█▀ ▄▀█ █▀▄ █▀▄▀█ █▀█ █▀█", " █  █▀█ █▄▀ █ ▀ █ █▄█ █▀▄"];

/** The title screen. */
export function viewTitle(state: State, screen: ScreenOf<"title">, width: number): Line[] {
  const { card, saves } = state;
  const margin = " ".repeat(Math.max(2, Math.floor((width - 72) / 2)));
  const rows: Line[] = [
    line(),
    ...BANNER.map((row) => line(tone("title", row))),
    line(),
    line(tone("strong", card.title)),
    line(
      tone(
        "dim",
        `from ${dateWords(card.start)}, ${card.start.slice(11, 16)} · an operational wargame`,
      ),
    ),
    line(),
    ...summaryLines(card.summary),
    line(),
    ...TITLE_CHOICES.map((choice, at) => choiceLine(choice, at === screen.cursor, saves.length)),
  ];
  return rows.map((row) => line(margin, ...row));
}

const SUMMARY_ROWS = 6;

/** Whole sentences of the summary, as many as there is room for. */
function summaryLines(summary: string): Line[] {
  const sentences = summary.split(/(?<=[.?!]) /);
  let rows: string[] = [];
  for (let taken = 1; taken <= sentences.length; taken++) {
    const next = wrap(sentences.slice(0, taken).join(" "), 70);
    if (next.length > SUMMARY_ROWS) break;
    rows = next;
  }
  return rows.map((row) => line(row));
}

function choiceLine(
  { key, says, about }: (typeof TITLE_CHOICES)[number],
  chosen: boolean,
  saves: number,
): Line {
  const number = key === "s" ? ` (${saves})` : "";
  const text = `${says}${number}`.padEnd(20);
  return line(
    tone("cursor", chosen ? "›" : ""),
    chosen ? "" : " ",
    " ",
    tone("key", key),
    "  ",
    tone(chosen ? "cursor" : "plain", text),
    tone("dim", `  ${about}`),
  );
}
