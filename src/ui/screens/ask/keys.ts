import { type Key, stepOf, wordOf } from "../../key.ts";
import { ask, type AskScreen, go, noticed, type State, stay, type Step } from "../../state.ts";
import { plural } from "../../text/words.ts";
import { askedOf, type AskRow, askRowsOf, RUNS, turnsLeft, whitePlans } from "./form.ts";

/** Rows that an answer may be scrolled by. */
const LONGEST = 200;

/** Keys of a question: ↑↓ choose a row, ←→ change it, Enter asks, Esc stops it, then goes back. */
export function pressAsk(state: State, screen: AskScreen, key: Key): Step {
  const at = { ...state, notice: null };
  const rows = askRowsOf(screen.about);
  switch (wordOf(key)) {
    case "up":
    case "backtab":
    case "k":
      return go(at, { ...screen, row: Math.max(0, screen.row - 1) });
    case "down":
    case "tab":
    case "j":
      return go(at, { ...screen, row: Math.min(rows.length - 1, screen.row + 1) });
    case "left":
    case "h":
    case "right":
    case "l": {
      const by = ["right", "l"].includes(wordOf(key)) ? 1 : -1;
      return go(at, changed(state, screen, rows[screen.row] ?? "a", by));
    }
    case "enter":
      return begin(at, screen);
    case "escape":
    case "q":
      return screen.isAsking ? stopped(at, screen) : go(at, screen.back);
    default:
      return scrolled(at, screen, stepOf(key));
  }
}

/** Asks; what a question before it found is gone. */
export function begin(state: State, screen: AskScreen): Step {
  if (screen.isAsking) return stay(state);
  const asked = { ...screen, isAsking: true, progress: null, scroll: 0 };
  return ask({ ...state, screen: asked }, { kind: "ask", asked: askedOf(screen) });
}

/** Nothing more is played; what was found stays. */
export function stopped(state: State, screen: AskScreen): Step {
  const { progress } = screen;
  const runs = progress?.answer.runs ?? 0;
  const words =
    runs === 0 ? "stopped" : `stopped after ${plural(runs, "pair")}: what was found stays`;
  return go(noticed(state, "warn", words), { ...screen, isAsking: false, scroll: 0 });
}

/** Another question: what was found for the one before is gone. */
export function changed(state: State, screen: AskScreen, row: AskRow, by: number): AskScreen {
  return { ...screen, ...changesOf(state, screen, row, by), isAsking: false, progress: null };
}

function changesOf(
  { card }: State,
  screen: AskScreen,
  row: AskRow,
  by: number,
): Partial<AskScreen> {
  const { about, plans, a, b, turns, runs } = screen;
  switch (row) {
    case "a":
      return { a: turned(a, by, plans.length) };
    case "b":
      return { b: turned(b, by, plans.length) };
    case "turns":
      return { turns: 1 + turned(turns - 1, by, turnsLeft(about)) };
    case "runs":
      return { runs: nextRuns(runs, by) };
    case "enemy":
      if (about.kind !== "seat") return {};
      return { about: { ...about, enemy: about.enemy === "holds" ? "attacks" : "holds" } };
    case "seat": {
      if (about.kind !== "white") return {};
      const { seats, seat } = about;
      const next = seats[turned(seats.indexOf(seat), by, seats.length)] ?? seat;
      return { about: { ...about, seat: next }, plans: whitePlans(card, next), a: 0, b: 1 };
    }
    case "dice":
      if (about.kind !== "white") return {};
      return { about: { ...about, seed: nextSeed(about.seed, by) } };
  }
}

/** One on among so many, round. */
function turned(at: number, by: number, count: number): number {
  return (((at + by) % count) + count) % count;
}

/** The next number of the list above or below one that may have been typed, round. */
function nextRuns(runs: number, by: number): number {
  const beyond = by > 0 ? RUNS.find((one) => one > runs) : RUNS.findLast((one) => one < runs);
  return beyond ?? (by > 0 ? RUNS[0] : (RUNS.at(-1) ?? runs));
}

/** "…/white", "…/white/2", "…/white/3". */
function nextSeed(seed: string, by: number): string {
  const [, text = seed, number = "1"] = /^(.*?)(?:\/(\d+))?$/.exec(seed) ?? [];
  const next = Math.max(1, Number(number) + by);
  return next === 1 ? text : `${text}/${next}`;
}

function scrolled(state: State, screen: AskScreen, step: number | null): Step {
  if (step === null) return stay(state);
  return go(state, { ...screen, scroll: Math.max(0, Math.min(LONGEST, screen.scroll + step)) });
}
