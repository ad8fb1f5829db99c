import { type Desk, perform } from "../effects.ts";
import type { Ports, Talk } from "../ports.ts";
import type { Effect, State } from "../state.ts";
import { printable } from "../text/printable.ts";
import { wrap } from "../text/span.ts";
import { hear, told } from "./hear.ts";
import { screenText } from "./screens.ts";

/** How the telling ended: with the game left, or to go on with on the full screen. */
export interface TalkEnd {
  readonly state: State;
  readonly to: "shell" | "screen";
}

const COLUMNS = 76;

/** The whole game line by line, until it is left or the lines end; what is sealed is saved by then. */
export async function talkThrough(
  start: State,
  first: Effect | null,
  ports: Ports,
  desk: Desk,
  talk: Talk,
): Promise<TalkEnd> {
  // Nothing plays back by itself to somebody who reads lines.
  const still = unplayed({ ...start, pace: "off" });
  let state = first === null ? still : unplayed(await perform(still, first, ports, desk));
  await read(talk, [...(state.notice === null ? [] : [state.notice.text]), ...screenText(state)]);
  for (;;) {
    const line = await talk.next();
    if (line === null) return { state: await leave(state, ports, desk), to: "shell" };
    const heard = hear(state, line);
    await read(talk, heard.said);
    const { effect } = heard;
    if (effect?.kind === "screen" && !talk.hasScreen) {
      talk.say("There is no full screen here.\n");
      continue;
    }
    const next = unplayed(
      effect === null ? heard.state : await perform(heard.state, effect, ports, desk),
    );
    if (effect?.kind === "screen") return { state: { ...next, pace: start.pace }, to: "screen" };
    if (effect?.kind === "leave") return { state: next, to: "shell" };
    if (next.screen.kind === "handover" && state.screen.kind !== "handover") apart(talk);
    await read(talk, told(state, next));
    state = next;
  }
}

/** The screen that a playback leads to. */
function unplayed(state: State): State {
  return state.screen.kind === "playback" ? { ...state, screen: state.screen.to } : state;
}

/** The lines ended: the game is closed as a person would close it. */
async function leave(state: State, ports: Ports, desk: Desk): Promise<State> {
  return perform(state, { kind: "leave" }, ports, desk);
}

/** One seat's text is moved out of sight of the next. */
function apart(talk: Talk): void {
  talk.say(Number.isFinite(talk.pageRows) ? "\n".repeat(talk.pageRows + 2) : "\n\n");
}

/** Says rows, short lines of them; a long text waits for Enter after each page. */
async function read(talk: Talk, rows: readonly string[]): Promise<void> {
  const lines = rows.flatMap((row) =>
    row.split("\n").flatMap((one) => wrap(printable(one), COLUMNS)),
  );
  for (let at = 0; at < lines.length; at += talk.pageRows) {
    if (at > 0) {
      talk.say(`Enter for more, ${lines.length - at} lines; or q to stop.\n`);
      const answer = await talk.next();
      if (answer === null || answer.trim() !== "") return;
    }
    talk.say(`${lines.slice(at, at + talk.pageRows).join("\n")}\n`);
  }
}
