import { completed } from "../orders/resolve.ts";
import { noticed, type State, stay, type Step } from "../state.ts";
import { commonStart } from "../text/words.ts";
import { commandsOn } from "./registry.ts";

const SHOWN_CHOICES = 8;

/** Tab goes on with what is certain, and says what could follow. */
export function completedLine(state: State, typed: string): Step {
  const { text, choices } = completionOf(state, typed);
  const named = choices.slice(0, SHOWN_CHOICES).join(" · ");
  const says = choices.length > SHOWN_CHOICES ? `${named} · …` : named;
  const told = choices.length > 1 ? noticed(state, "good", says) : { ...state, notice: null };
  return stay({ ...told, over: { kind: "line", text, past: 0 } });
}

/** The line as far as it is certain, and what it may go on to be: commands first, then orders. */
export function completionOf(
  state: State,
  typed: string,
): { readonly text: string; readonly choices: readonly string[] } {
  const [name = "", begun] = splitOnce(typed);
  const commands = commandsOn(state);
  if (begun !== null) {
    const complete = commands.find((one) => one.name === name.toLowerCase())?.complete;
    if (complete !== undefined) return goingOn(`${name} `, begun, complete(state, begun));
    return ofOrder(state, typed);
  }
  const named = commands.map((one) => one.name).filter((one) => one.startsWith(name.toLowerCase()));
  const orders = name === "" ? { text: typed, choices: [] } : ofOrder(state, typed);
  if (named.length === 0) return orders;
  return goingOn("", name, [...named, ...orders.choices]);
}

function splitOnce(typed: string): readonly [name: string, rest: string | null] {
  const at = typed.search(/\s/);
  return at < 0 ? [typed, null] : [typed.slice(0, at), typed.slice(at + 1)];
}

function goingOn(before: string, begun: string, choices: readonly string[]) {
  const [first] = choices;
  if (first === undefined) return { text: before + begun, choices };
  const end = choices.length === 1 ? `${first} ` : commonStart(choices);
  return { text: before + (end.length > begun.length ? end : begun), choices };
}

function ofOrder({ game, screen }: State, typed: string) {
  const view = screen.kind === "command" ? (game?.view ?? null) : null;
  return view === null ? { text: typed, choices: [] } : completed(view, typed);
}
