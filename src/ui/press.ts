import { match } from "ts-pattern";
import { EMPTY_LINE, pressLine } from "./commands/line.ts";
import { OPEN_PALETTE, pressPalette } from "./commands/palette.ts";
import { pressHelp } from "./chrome/help.ts";
import { type Key, wordOf } from "./key.ts";
import { pressAsk } from "./screens/ask/keys.ts";
import { pressCommand } from "./screens/command/keys.ts";
import { pressEnd } from "./screens/end/keys.ts";
import { isAtCurtain, pressHandover } from "./screens/handover/keys.ts";
import { pressPage } from "./screens/page/keys.ts";
import { tick } from "./screens/playback/clock.ts";
import { pressPlayback } from "./screens/playback/keys.ts";
import { pressProjector } from "./screens/projector/keys.ts";
import { pressReady } from "./screens/ready/keys.ts";
import { pressReport } from "./screens/report/keys.ts";
import { pressSaves } from "./screens/saves/keys.ts";
import { isAtPhrase, pressSeating } from "./screens/seating/keys.ts";
import { pressSituation } from "./screens/situation/keys.ts";
import { pressSent } from "./screens/sent/keys.ts";
import { pressBranches } from "./screens/branches/keys.ts";
import { pressCompare } from "./screens/compare/keys.ts";
import { pressTimeline } from "./screens/timeline/keys.ts";
import { pressTitle } from "./screens/title/keys.ts";
import { pressWhy } from "./screens/why/keys.ts";
import { ask, OPEN_HELP, type State, stay, type Step } from "./state.ts";
import { followed, pressCoach } from "./tutorial/follow.ts";
import { isWriting, pressDesk } from "./white/keys.ts";

/** The pure core: a state and a key give the next state and at most one thing to do. */
export function press(state: State, key: Key): Step {
  const step = pressed(state, key);
  return { ...step, state: followed(state, step.state) };
}

function pressed(state: State, key: Key): Step {
  if (key.name === "tick") return tick(state);
  if (state.over === "leave") return pressLeave(state, key);
  if (key.name === "ctrl-c") return stay({ ...state, over: "leave" });
  if (state.busy !== null) return stay(state);
  if (state.over?.kind === "help") return pressHelp(state, state.over, key);
  if (state.over?.kind === "line") return pressLine(state, state.over, key, pressScreen);
  if (state.over?.kind === "palette") return pressPalette(state, state.over, key, pressScreen);
  if (key.name === "ctrl-k") return stay({ ...state, notice: null, over: OPEN_PALETTE });
  return isTyping(state) ? pressScreen(state, key) : pressOver(state, key);
}

/** Keys that lay something over any screen. */
function pressOver(state: State, key: Key): Step {
  const taught = pressCoach(state, key);
  if (taught !== null) return stay(taught);
  if (wordOf(key) === "?") return stay({ ...state, over: OPEN_HELP });
  if (wordOf(key) === ":") return stay({ ...state, notice: null, over: EMPTY_LINE });
  return pressScreen(state, key);
}

/** Asked once; Ctrl-C again is a yes. */
function pressLeave(state: State, key: Key): Step {
  const word = wordOf(key);
  if (word === "y" || word === "q" || word === "enter" || word === "ctrl-c") {
    return ask(state, { kind: "leave" });
  }
  if (word === "t" && state.game !== null && !state.game.isAway)
    return ask({ ...state, over: null }, { kind: "close" });
  return stay({ ...state, over: null });
}

function isTyping(state: State): boolean {
  const { screen } = state;
  if (screen.kind === "seating") return isAtPhrase(state, screen);
  if (screen.kind === "handover") return isAtCurtain(state.game, screen);
  if (screen.kind === "desk") return isWriting(screen);
  if (screen.kind === "timeline") return screen.mode.kind !== "browse";
  return screen.kind === "command" && screen.mode.kind === "targets";
}

function pressScreen(state: State, key: Key): Step {
  return match(state.screen)
    .with({ kind: "title" }, (screen) => pressTitle(state, screen, key))
    .with({ kind: "seating" }, (screen) => pressSeating(state, screen, key))
    .with({ kind: "saves" }, (screen) => pressSaves(state, screen, key))
    .with({ kind: "page" }, (screen) => pressPage(state, screen, key))
    .with({ kind: "timeline" }, (screen) => pressTimeline(state, screen, key))
    .with({ kind: "branches" }, (screen) => pressBranches(state, screen, key))
    .with({ kind: "compare" }, (screen) => pressCompare(state, screen, key))
    .with({ kind: "ask" }, (screen) => pressAsk(state, screen, key))
    .with({ kind: "handover" }, (screen) => pressHandover(state, screen, key))
    .with({ kind: "report" }, (screen) => pressReport(state, screen, key))
    .with({ kind: "why" }, (screen) => pressWhy(state, screen, key))
    .with({ kind: "playback" }, (screen) => pressPlayback(state, screen, key))
    .with({ kind: "desk" }, (screen) => pressDesk(state, screen, key))
    .with({ kind: "projector" }, (screen) => pressProjector(state, screen, key))
    .with({ kind: "ready" }, () => pressReady(state, key))
    .with({ kind: "end" }, () => pressEnd(state, key))
    .with({ kind: "sent" }, () => pressSent(state, key))
    .with({ kind: "command" }, (screen) => pressCommand(state, screen, key))
    .with({ kind: "situation" }, (screen) => pressSituation(state, screen, key))
    .exhaustive();
}
