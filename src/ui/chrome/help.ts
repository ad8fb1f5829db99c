import { keyWords } from "../commands/palette.ts";
import { commandsOn, GENERAL } from "../commands/registry.ts";
import type { Command } from "../commands/command.ts";
import { type Key, stepOf } from "../key.ts";
import type { Help, State, Step } from "../state.ts";
import { stay } from "../state.ts";
import { fit, type Line, line, tone, wrap } from "../text/span.ts";
import { helpFor } from "./about.ts";
import { type Hint, hintsOf } from "./hints.ts";
import { legendOf } from "./legend.ts";

/** Keys of help: it scrolls; any other key closes it. */
export function pressHelp(state: State, help: Help, key: Key): Step {
  const step = stepOf(key);
  if (step === null) return stay({ ...state, over: null });
  const scroll = Math.max(0, Math.min(help.scroll + step, LONGEST));
  return stay({ ...state, over: { ...help, scroll } });
}

/** Rows that help may be scrolled by; what is drawn stops at its end. */
const LONGEST = 400;

/** What the screen behind is for, its keys and words, then those of every screen, then the map's signs. */
export function helpLines(state: State, help: Help, columns: number, rows: number): Line[] {
  const { title } = helpFor(state.screen);
  const body = helpRows(state, columns);
  const room = Math.max(1, rows - 1);
  const first = Math.max(0, Math.min(help.scroll, body.length - room));
  const shown = body.slice(first, first + room);
  const rest = body.length - first - shown.length;
  const more = rest > 0 ? `   ↓ ${rest} more rows: ↓, Space` : first > 0 ? "   ↑ back" : "";
  const head = line(
    tone("title", `Help · ${title}`),
    tone("key", more),
    tone("dim", "   any other key closes it"),
  );
  return [head, ...shown];
}

function helpRows(state: State, columns: number): Line[] {
  const { about, notes } = helpFor(state.screen);
  const behind = { ...state, over: null };
  const own = commandsOn(behind).filter((one) => !GENERAL.includes(one));
  return [
    ...wrap(about, columns - 2).map((row) => line(row)),
    line(),
    line(tone("strong", "Keys here")),
    ...hintRows(hintsOf(behind)),
    ...section("All that can be done here: key, or : and the word", own, columns),
    ...notes.flatMap((note) => noteRows(note, columns - 4)),
    ...section("On every screen", GENERAL, columns),
    ...EVERYWHERE.map((row) => line("  ", row)),
    ...legendOf(state),
  ];
}

/** A row that fits stays as it is laid out. */
function noteRows(note: string, width: number): Line[] {
  const rows = note.length <= width ? [note] : wrap(note, width, "  ");
  return rows.map((row) => line("  ", row));
}

function section(heading: string, commands: readonly Command[], columns: number): Line[] {
  if (commands.length === 0) return [];
  const rows = commands.map(({ name, takes = "", key, says }) =>
    fit(
      line(
        "  ",
        tone("key", keyWords(key).padEnd(7)),
        tone("plain", `:${`${name} ${takes}`.trim()}`.padEnd(18)),
        tone("plain", ` ${says}`),
      ),
      columns - 1,
    ),
  );
  return [line(), line(tone("strong", heading)), ...rows];
}

const EVERYWHERE: readonly string[] = [
  ":       type a word of this list, or an order; Tab completes it",
  "Ctrl-K  everything that can be done here, searched by typing",
];

const ABREAST = 3;

/** Keys in rows of three. */
function hintRows(hints: readonly Hint[]): Line[] {
  const rows = Array.from({ length: Math.ceil(hints.length / ABREAST) }, (_, row) =>
    hints.slice(row * ABREAST, (row + 1) * ABREAST),
  );
  return rows.map((row) =>
    row.flatMap(([key, does]) => [
      tone("key", `  ${key.padEnd(7)}`),
      tone("plain", does.padEnd(17)),
    ]),
  );
}
