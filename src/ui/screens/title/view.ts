import type { ScreenOf, State } from "../../state.ts";
import { printable } from "../../text/printable.ts";
import { fit, type Line, line, tone, wrap } from "../../text/span.ts";
import { dateWords, plural } from "../../text/words.ts";
import { coversToPlay, TITLE_CHOICES } from "./keys.ts";

const BANNER = ["▀█▀ ▄▀█ █▀▄ █▀▄▀█ █▀█ █▀█", " █  █▀█ █▄▀ █ ▀ █ █▄█ █▀▄"];

const COLUMNS = 76;

/** The title screen: the scenario that is chosen, and what can be begun. */
export function viewTitle(state: State, screen: ScreenOf<"title">, width: number): Line[] {
  const margin = " ".repeat(Math.max(1, Math.floor((width - COLUMNS) / 2)));
  const rows: Line[] = [
    line(),
    ...BANNER.map((row) => line(tone("title", row))),
    line(),
    ...scenarioLines(state),
    line(),
    ...summaryLines(state.card.summary),
    line(),
    ...TITLE_CHOICES.map((choice, at) => choiceLine(choice, at === screen.cursor, state)),
  ];
  return rows.map((row) => line(margin, ...row));
}

function scenarioLines(state: State): Line[] {
  const { card } = state;
  const covers = coversToPlay(state);
  const at = covers.findIndex(({ key }) => key === card.key);
  const [before, after] = covers.length > 1 ? [tone("key", "◂ "), tone("key", " ▸")] : ["", ""];
  const place = covers.length > 1 ? ` · ${at + 1} of ${covers.length} scenarios` : "";
  const name = fit(line(before, tone("strong", printable(card.title))), COLUMNS - 2);
  const trimmed = name.filter(({ text }) => text.trim() !== "");
  const variant = card.variants.find(({ id }) => id === card.variant);
  const length = card.lengths.find(({ id }) => id === card.defaultLength);
  const turns = length === undefined ? "" : ` · ${plural(length.turns, "turn")}`;
  const begins = `from ${dateWords(card.start)}, ${card.start.slice(11, 16)}`;
  const details = tone("dim", `${begins}${turns}${place}`);
  if (variant === undefined) return [line(...trimmed, after), line(details)];
  const named = wrap(printable(`variant: ${variant.title}`), COLUMNS - 2)[0] ?? "";
  return [line(...trimmed, after), line(details), line(tone("accent", named))];
}

const SUMMARY_ROWS = 5;

/** Whole sentences of the summary, as many as there is room for. */
function summaryLines(summary: string): Line[] {
  const sentences = printable(summary).split(/(?<=[.?!]) /);
  let rows: string[] = [];
  for (let taken = 1; taken <= sentences.length; taken++) {
    const next = wrap(sentences.slice(0, taken).join(" "), COLUMNS - 2);
    if (next.length > SUMMARY_ROWS) break;
    rows = next;
  }
  if (rows.length === 0) rows = wrap(printable(summary), COLUMNS - 2).slice(0, SUMMARY_ROWS);
  return rows.map((row) => line(row));
}

function choiceLine(
  { key, says, about }: (typeof TITLE_CHOICES)[number],
  chosen: boolean,
  { saves }: State,
): Line {
  const number = key === "s" ? ` (${saves.length})` : "";
  const text = `${says}${number}`.padEnd(18);
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
