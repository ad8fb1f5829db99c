import type { Ruling } from "../../engine/index.ts";
import { type Key, stepOf, wordOf } from "../key.ts";
import { ask, go, noticed, type State, stay, type Step } from "../state.ts";
import { moved } from "../text/list.ts";
import { choicesFor } from "./choices.ts";
import type { Asked, DeskMode, DeskScreen, Intended, Putting } from "./desk.ts";
import { EFFECT_FORMS, parseEffects } from "./effect-text.ts";
import { injectOf } from "./putting.ts";

type ModeOf<K extends DeskMode["kind"]> = Extract<DeskMode, { kind: K }>;
type Form = Exclude<DeskMode, { kind: "browse" | "why" | "commit" }>;

/** Longest text that is typed at White's desk. */
const LONGEST = 600;

/** Keys of whatever White is filling in. */
export function pressForm(state: State, screen: DeskScreen, mode: Form, key: Key): Step {
  switch (mode.kind) {
    case "choose":
      return pressChoose(state, screen, mode, key);
    case "audience":
      return pressAudience(state, screen, mode, key);
    default:
      return pressText(state, screen, mode, key);
  }
}

function inMode(state: State, screen: DeskScreen, mode: DeskMode): Step {
  return go({ ...state, notice: null }, { ...screen, mode });
}

function refused(state: State, why: string): Step {
  return stay(noticed(state, "warn", why));
}

function pressChoose(state: State, screen: DeskScreen, mode: ModeOf<"choose">, key: Key): Step {
  const event = screen.draft?.[mode.event];
  if (event === undefined || state.game === null) return stay(state);
  const choices = choicesFor(state.game.names, screen.view.brief.parameters, event);
  const step = stepOf(key);
  if (step !== null)
    return inMode(state, screen, { ...mode, cursor: moved(mode.cursor, step, choices.length) });
  const chosen = choices[wordOf(key) === "enter" ? mode.cursor : Number(wordOf(key)) - 1];
  if (chosen === undefined) return stay(state);
  const { does } = chosen;
  if (does.kind === "ask")
    return inMode(state, screen, { kind: "number", asked: does.asked, text: "" });
  return inMode(state, screen, { kind: "reason", intended: does, text: "" });
}

/** Seats are told or not by their number or by the blank; Enter goes on to the reason. */
function pressAudience(state: State, screen: DeskScreen, mode: ModeOf<"audience">, key: Key): Step {
  const seats = Object.keys(state.game?.names.seats ?? {});
  const { putting, cursor } = mode;
  const at = Number(wordOf(key)) - 1;
  if (wordOf(key) === "up" || wordOf(key) === "down") {
    const by = wordOf(key) === "up" ? -1 : 1;
    return inMode(state, screen, { ...mode, cursor: moved(cursor, by, seats.length) });
  }
  const toggled = seats[wordOf(key) === " " ? cursor : at];
  if (toggled !== undefined)
    return inMode(state, screen, { ...mode, putting: told(putting, toggled, seats) });
  if (wordOf(key) !== "enter") return stay(state);
  if (putting.audience.length === 0)
    return refused(state, "choose who is told: the blank, or a number");
  return inMode(state, screen, { kind: "put", putting, text: "" });
}

function told(putting: Putting, seat: string, seats: readonly string[]): Putting {
  const has = putting.audience.includes(seat);
  const audience = seats.filter((one) => (one === seat ? !has : putting.audience.includes(one)));
  return { ...putting, audience };
}

type TextMode = ModeOf<"number" | "reason" | "write" | "put" | "say">;

function pressText(state: State, screen: DeskScreen, mode: TextMode, key: Key): Step {
  if (key.name === "backspace")
    return inMode(state, screen, { ...mode, text: mode.text.slice(0, -1) });
  if (key.name === "character") {
    const text = (mode.text + key.text).slice(0, LONGEST);
    return inMode(state, screen, { ...mode, text });
  }
  return key.name === "enter" ? entered(state, screen, mode) : stay(state);
}

function entered(state: State, screen: DeskScreen, mode: TextMode): Step {
  const text = mode.text.trim();
  switch (mode.kind) {
    case "number":
      return enteredNumber(state, screen, mode.asked, Number(text.replace(",", ".")));
    case "reason":
      if (text === "") return refused(state, "a ruling needs a reason: the seats may read it");
      return ask(state, { kind: "white", act: actOf(mode.intended, text) });
    case "write":
      return written(state, screen, mode, text);
    case "put":
      if (text === "") return refused(state, "say why it is put in; only White's record shows it");
      return ask(state, {
        kind: "white",
        act: { kind: "inject", inject: injectOf(mode.putting), reason: text },
      });
    case "say":
      if (text === "") return refused(state, "write what the room shall read");
      return ask(state, { kind: "white", act: { kind: "say", text, event: null } });
  }
}

function actOf(intended: Intended, reason: string) {
  if (intended.kind === "reroll") return { kind: "reroll" as const, key: intended.key, reason };
  return { kind: "rule" as const, ruling: { ...intended.ruling, reason } as Ruling };
}

function enteredNumber(state: State, screen: DeskScreen, asked: Asked, value: number): Step {
  const isDraw = asked.kind === "draw";
  const fits = value > 0 && (isDraw ? value < 1 : value <= 1000);
  if (!fits)
    return refused(
      state,
      isDraw ? "a draw lies between 0 and 1, as 0.35" : "odds are above 0, as 1.5",
    );
  const ruling: Extract<Intended, { kind: "ruling" }>["ruling"] = isDraw
    ? { kind: "draw", key: asked.key, u: value }
    : { kind: "battle", locus: asked.locus, outcome: value };
  return inMode(state, screen, { kind: "reason", intended: { kind: "ruling", ruling }, text: "" });
}

/** Title, then text, then effects, then who is told. */
function written(state: State, screen: DeskScreen, mode: ModeOf<"write">, text: string): Step {
  const { putting } = mode;
  const next = (field: "text" | "effects", changed: Putting) =>
    inMode(state, screen, { kind: "write", field, putting: changed, text: "" });
  if (mode.field === "title") {
    return text === ""
      ? refused(state, "give it a title")
      : next("text", { ...putting, title: text });
  }
  if (mode.field === "text") {
    return text === ""
      ? refused(state, "write what its seats are told")
      : next("effects", { ...putting, text });
  }
  const read = parseEffects(text);
  if (!read.ok)
    return refused(state, `"${read.part}" is no effect; for instance ${EFFECT_FORMS[0]}`);
  const { effects } = read;
  return inMode(state, screen, { kind: "audience", putting: { ...putting, effects }, cursor: 0 });
}
