import { type Desk, perform } from "../effects.ts";
import type { Ports, Talk } from "../ports.ts";
import type { Effect, State } from "../state.ts";
import { printable } from "../text/printable.ts";
import { wrap } from "../text/span.ts";
import { followed } from "../tutorial/follow.ts";
import { askThrough } from "./ask-through.ts";
import { type Ears, earsOf } from "./ears.ts";
import { coachText, hear, told } from "./hear.ts";
import { screenText } from "./screens.ts";

/** How the telling ended: with the game left, or to go on with on the full screen. */
export interface TalkEnd {
  readonly state: State;
  readonly to: "shell" | "screen";
}

/** Nobody needs longer lines; a narrow terminal would break them in a word. */
const MOST_COLUMNS = 76;

/** The whole game line by line, until it is left or the lines end; what is sealed is saved by then. */
export async function talkThrough(
  start: State,
  first: Effect | null,
  ports: Ports,
  desk: Desk,
  talk: Talk,
): Promise<TalkEnd> {
  const ears = earsOf(talk);
  // Nothing plays back by itself to somebody who reads lines.
  const still = unplayed({ ...start, pace: "off" });
  let state = first === null ? still : unplayed(await perform(still, first, ports, desk));
  let line = await asked(talk, ears, openingText(state));
  while (line !== null) {
    const { state: stepped, effect, said } = hear(state, line);
    const heard = followed(state, stepped);
    if (effect?.kind === "screen" && !talk.hasScreen) {
      line = await asked(talk, ears, [...said, "There is no full screen here."]);
      continue;
    }
    if (effect?.kind === "ask") {
      say(talk, [...said, ...told(state, heard)]);
      const found = await askThrough(heard, effect.asked, ports, desk, ears);
      line = await asked(talk, ears, told(heard, found));
      state = found;
      continue;
    }
    const done = effect === null ? heard : await perform(heard, effect, ports, desk);
    if (effect?.kind === "leave") return { state: done, to: "shell" };
    if (effect?.kind === "screen") return { state: { ...done, pace: start.pace }, to: "screen" };
    const next = unplayed(done);
    if (next.screen.kind === "handover" && state.screen.kind !== "handover") apart(talk);
    line = await asked(talk, ears, [...said, ...told(state, next)]);
    state = next;
  }
  // The lines ended: the game is closed as a person would close it.
  return { state: await perform(state, { kind: "leave" }, ports, desk), to: "shell" };
}

function openingText(state: State): readonly string[] {
  return [
    ...(state.notice === null ? [] : [state.notice.text]),
    ...screenText(state),
    ...coachText(state),
  ];
}

/** The screen that a playback leads to. */
function unplayed(state: State): State {
  return state.screen.kind === "playback" ? { ...state, screen: state.screen.to } : state;
}

/** One seat's text is moved out of sight of the next. */
function apart(talk: Talk): void {
  talk.say(Number.isFinite(talk.pageRows) ? "\n".repeat(talk.pageRows + 2) : "\n\n");
}

/** Rows in short lines. */
function linesOf(talk: Talk, rows: readonly string[]): readonly string[] {
  const columns = Math.min(MOST_COLUMNS, talk.columns - 1);
  const texts = rows.flatMap((row) => row.split("\n").map(printable));
  return texts.flatMap((text) => wrap(text, columns));
}

/** Says rows and waits for nothing. */
function say(talk: Talk, rows: readonly string[]): void {
  talk.say(`${linesOf(talk, rows).join("\n")}\n`);
}

/**
 * Says rows, in short lines, and gives the next line that is typed. A long text waits after each page
 * for Enter; `q` stops it, and any other line stops it and is heard.
 */
async function asked(talk: Talk, ears: Ears, rows: readonly string[]): Promise<string | null> {
  const lines = linesOf(talk, rows);
  for (let at = 0; at < lines.length; at += talk.pageRows) {
    if (at > 0) {
      talk.say(`Enter for more, ${lines.length - at} lines; or q to stop.\n`);
      const answer = await ears.next();
      if (answer === null) return null;
      if (answer.trim() === "q") break;
      if (answer.trim() !== "") return answer;
    }
    talk.say(`${lines.slice(at, at + talk.pageRows).join("\n")}\n`);
  }
  return ears.next();
}
