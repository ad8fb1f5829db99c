import { runCommand } from "../commands/line.ts";
import { orderLine } from "../commands/orders.ts";
import { commandsOn } from "../commands/registry.ts";
import { key } from "../key.ts";
import { withoutOrder } from "../orders/draft.ts";
import { press } from "../press.ts";
import { callWhite } from "../screens/handover/keys.ts";
import { wholeOrderWords } from "../screens/command/order-words.ts";
import { ask, go, type Game, noticed, type Screen, type State, stay, type Step } from "../state.ts";
import { BACK, SKIP } from "../tutorial/follow.ts";
import { coachWords } from "../tutorial/panel.ts";
import { sentence } from "../text/words.ts";
import { answerTo } from "./answers.ts";
import { chosenText, deskAt } from "./desk.ts";
import { helpText } from "./help.ts";
import { findUnit } from "./names.ts";
import { menuOf, screenText } from "./screens.ts";
import { setUp, chosenPreset } from "./seating.ts";
import { isLook } from "./words.ts";

/** What a line comes to: a step of the game, and what is said to it at once. */
export interface Heard extends Step {
  readonly said: readonly string[];
}

/** Another reader of the same game: a state and a typed line give what a key would. */
export function hear(state: State, typed: string): Heard {
  const line = typed.trim();
  const at: State = { ...state, notice: null };
  if (at.over === "leave") return done(press(at, key(leaveKey(line))));
  const clear: State = { ...at, over: null };
  if (line === "") return done(enter(clear));
  if (/^\d{1,3}$/.test(line)) return numbered(clear, Number(line));
  return spokenTo(clear, line);
}

function done(step: Step, said: readonly string[] = []): Heard {
  return { ...step, said };
}

/** Goes to another step of the tutorial, where there is one. */
function taught(state: State, pressed: string): Heard | null {
  return state.coach === null ? null : done(press(state, key(pressed)));
}

function say(state: State, ...said: readonly string[]): Heard {
  return done(stay(state), said);
}

/** White's desk is answered by Enter and Esc, other questions by y and n. */
function answerKey({ screen }: State, answer: "yes" | "no"): string {
  if (screen.kind !== "desk") return answer.charAt(0);
  return answer === "yes" ? "enter" : "escape";
}

function leaveKey(line: string): string {
  const word = line.toLowerCase();
  if (["y", "yes", "quit"].includes(word)) return "y";
  return ["t", "title"].includes(word) ? "t" : "n";
}

/** Where Enter alone goes on, the key that does; elsewhere it must not do anything by chance. */
const ENTERS: Readonly<Partial<Record<Screen["kind"], string>>> = {
  page: "enter",
  timeline: "enter",
  handover: "enter",
  report: "o",
  why: "escape",
  ready: "enter",
  end: "enter",
  situation: "escape",
  sent: "enter",
};

function enter(state: State): Step {
  const { screen } = state;
  const isAsked =
    (screen.kind === "command" && screen.mode.kind === "seal") ||
    (screen.kind === "desk" && screen.mode.kind === "commit");
  if (isAsked) return press(state, key("enter"));
  const pressed = ENTERS[screen.kind];
  if (pressed !== undefined) return press(state, key(pressed));
  return stay(noticed(state, "warn", "Type a word or a number; help tells which."));
}

/** A number alone chooses from what was numbered last. */
function numbered(state: State, number: number): Heard {
  const { screen } = state;
  switch (screen.kind) {
    case "seating": {
      const next = chosenPreset(state, screen, number - 1);
      return next === null ? say(state, "There is no such number.") : say(next);
    }
    case "saves": {
      const save = state.saves[number - 1];
      if (save === undefined) return say(state, "There is no such number.");
      return done(ask(state, { kind: "resume", file: save.file }));
    }
    case "desk": {
      const desk = deskAt(screen, number - 1);
      return desk === null || state.game === null
        ? say(state, "There is no such number.")
        : done(go(state, desk), [chosenText(state.game, desk)]);
    }
    case "ready":
      return done(press(state, key(String(number))));
    case "command":
    case "report":
      return say(state, ...(answerTo(state, "why", String(number)) ?? []));
    case "situation":
      return say(state, ...(answerTo(state, "situation", String(number)) ?? []));
    default: {
      const choice = menuOf(state)[number - 1];
      return choice === undefined
        ? say(state, "There is no such number.")
        : spokenTo(state, choice.name);
    }
  }
}

function spokenTo(state: State, line: string): Heard {
  const [first = "", ...words] = line.split(/\s+/);
  const name = first.toLowerCase();
  // A unit may be called like a word: what is an order is one.
  const ordered = words.length > 0 ? orderLine(state, line) : null;
  if (ordered?.ok) return done(ordered.step);
  const heard =
    general(state, name, words) ?? seatWord(state, name, words) ?? ofScreen(state, name, words);
  if (heard !== null) return heard;
  if (ordered !== null) return say(state, `Refused: ${ordered.why}.`);
  if (isOrderBefore(state, first))
    return say(state, "No orders are given here: press Enter first, then type it again.");
  return say(state, `"${first}" means nothing here; help tells what does.`);
}

/** Whether a line begins with a unit's name where Enter is still to be pressed before the orders. */
function isOrderBefore({ game, screen }: State, first: string): boolean {
  const view = game?.view ?? null;
  const isBefore = ["page", "report", "situation", "why"].includes(screen.kind);
  return isBefore && view !== null && findUnit(view, first).ok;
}

/** Words that are the same on every screen. */
function general(state: State, name: string, words: readonly string[]): Heard | null {
  switch (name) {
    case "help":
      return say(state, ...helpText(state, words[0] ?? ""));
    case "again":
      return say(state, ...screenText(state), ...coachText(state));
    case "skip":
      return taught(state, SKIP);
    case "skip-back":
      return taught(state, BACK);
    case "press":
      return words.length === 0 ? null : done(press(state, key(words[0] as string)));
    case "enter":
      return typedIn(state, words.join(" "));
    case "phrase":
      return state.screen.kind === "handover" ? typedIn(state, words.join(" ")) : null;
    case "white":
      return ["handover", "ready", "end"].includes(state.screen.kind)
        ? done(callWhite(state))
        : null;
    case "screen":
      return done(ask(state, { kind: "screen" }));
    case "yes":
    case "no":
      return done(press(state, key(answerKey(state, name))));
    default:
      return null;
  }
}

/** A text typed into whatever field the screen has, key by key, as long as no key asks for anything. */
function typedIn(state: State, text: string): Heard {
  let step = stay(state);
  for (const character of text) {
    step = press(step.state, { name: "character", text: character });
    if (step.effect !== null) return done(step);
  }
  return done(press(step.state, key("enter")));
}

/** Questions, and what takes an order back by its name. */
function seatWord(state: State, name: string, words: readonly string[]): Heard | null {
  const rest = words.join(" ");
  const { game, screen } = state;
  if (screen.kind === "seating") {
    const set = setUp(state, screen, name, words);
    return set === null ? null : say(set.state, ...set.said);
  }
  if (name === "drop" && screen.kind === "command" && game !== null)
    return dropped(state, game, rest);
  const answer = answerTo(state, name, rest);
  return answer === null ? null : say(state, ...answer);
}

function dropped(state: State, game: Game, rest: string): Heard {
  const { view, draft } = game;
  if (view === null) return say(state);
  const unit = findUnit(view, rest);
  const order = /^\d+$/.test(rest)
    ? draft.orders[Number(rest) - 1]
    : draft.orders.findLast((one) => unit.ok && one.unit === unit.id);
  if (order === undefined)
    return say(state, "No such order is on your sheet; sheet lists them by number.");
  const next = { ...game, draft: withoutOrder(draft, order) };
  return say({ ...state, game: next }, `Taken back: ${wholeOrderWords(view, order)}.`);
}

/** The words of the screen itself. */
function ofScreen(state: State, name: string, words: readonly string[]): Heard | null {
  const command = commandsOn(state).find((one) => one.name === name);
  if (command === undefined || isLook(name)) return null;
  if (state.screen.kind === "command" && name === "more") return null;
  return done(runCommand(state, command, words, press));
}

/** What is said when a line has changed the game: what came of it, and the screen if it is another. */
export function told(before: State, after: State): readonly string[] {
  if (after.over === "leave") return [leaveQuestion(after)];
  const notice = after.notice === null || after.notice === before.notice ? [] : noticeText(after);
  return [
    ...notice,
    ...news(screenText(before), screenText(after)),
    ...news(coachText(before), coachText(after)),
  ];
}

/** What is said now, when it is not what was said before. */
function news(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.join("\n") === after.join("\n") ? [] : after;
}

/** The step of the tutorial that is being done. */
export function coachText(state: State): readonly string[] {
  const words = coachWords(state);
  if (words === null) return [];
  const { title, text, place, readOnly } = words;
  const on = place === "" ? "" : ` (${place}; skip ${readOnly ? "goes on" : "leaves it out"})`;
  return [`Tutorial: ${title}.${on}`, text];
}

const MARKS = { good: "", warn: "", bad: "Problem: " } as const;

function noticeText({ notice }: State): readonly string[] {
  if (notice === null) return [];
  const { tone, text } = notice;
  const said = MARKS[tone] + (tone === "bad" ? text : sentence(text));
  return [/[.:!?]$/.test(said) ? said : `${said}.`];
}

function leaveQuestion({ game }: State): string {
  const drafted = game?.draft.orders.length ?? 0;
  const lost =
    drafted > 0
      ? `${drafted} unsealed order${drafted === 1 ? "" : "s"} will be forgotten. `
      : game === null
        ? ""
        : "Everything sealed is saved. ";
  const title = game === null ? "" : ", title goes to the start";
  return `Leave? ${lost}yes leaves${title}, no stays.`;
}
