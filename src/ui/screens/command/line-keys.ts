import { parseOrder } from "../../../engine/player.ts";
import { type Key, wordOf } from "../../key.ts";
import { redone, undone } from "../../orders/draft.ts";
import { completed, resolveNames } from "../../orders/resolve.ts";
import { type Mode, type Step, ask, go, noticed, stay } from "../../state.ts";
import { type At, BROWSE, inMode } from "./at.ts";
import { give, withDraft } from "./give.ts";

/** Keys of the typed line. */
export function pressLine(at: At, mode: Extract<Mode, { kind: "line" }>, key: Key): Step {
  switch (key.name) {
    case "escape":
      return inMode(at, BROWSE);
    case "backspace":
      return mode.text === ""
        ? inMode(at, BROWSE)
        : inMode(at, { kind: "line", text: mode.text.slice(0, -1) });
    case "character":
      return inMode(at, { kind: "line", text: (mode.text + key.text).slice(0, 400) });
    case "tab":
      return completeLine(at, mode.text);
    case "enter":
      return runLine(at, mode.text.trim());
    default:
      return stay(at.state);
  }
}

const SHOWN_CHOICES = 8;

/** Tab goes on with what is certain, and says what could follow. */
function completeLine(at: At, typed: string): Step {
  const { text, choices } = completed(at.view, typed);
  const named = choices.slice(0, SHOWN_CHOICES).join(" · ");
  const says = choices.length > SHOWN_CHOICES ? `${named} · …` : named;
  const state = choices.length > 1 ? noticed(at.state, "good", says) : at.state;
  return inMode({ ...at, state }, { kind: "line", text });
}

/** A typed line is an order in the journal's grammar, by id or by name, or one of a few words. */
function runLine(at: At, text: string): Step {
  const { state, game, screen } = at;
  const back = { ...at, screen: { ...screen, mode: BROWSE } };
  switch (text) {
    case "":
      return inMode(at, BROWSE);
    case "seal":
    case "end":
      return inMode(at, { kind: "seal" });
    case "undo":
      return withDraft(back, undone(game.draft), "undone");
    case "redo":
      return withDraft(back, redone(game.draft), "done again");
    case "quit":
    case "q":
      return go({ ...state, over: "leave" }, back.screen);
    case "help":
      return go({ ...state, over: "help" }, back.screen);
    default:
      return typedOrder(at, text);
  }
}

function typedOrder(at: At, text: string): Step {
  const resolved = resolveNames(at.view, text);
  if (!resolved.ok) return stay(noticed(at.state, "warn", resolved.message));
  const read = parseOrder(resolved.text);
  if (read.ok) return give(at, read.order);
  return stay(noticed(at.state, "warn", `${read.problem.message}; ${read.problem.hint}`));
}

/** Keys of the question before sealing. */
export function pressSeal(at: At, key: Key): Step {
  const { state, game, view } = at;
  switch (wordOf(key)) {
    case "enter":
    case "y":
      return ask(state, { kind: "seal", seat: view.brief.seat, orders: game.draft.orders });
    case "escape":
    case "n":
    case "q":
      return inMode(at, BROWSE);
    default:
      return stay(state);
  }
}
