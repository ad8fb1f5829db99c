import type { FamilyMember } from "../../../journal/index.ts";
import { type Key, stepOf, wordOf } from "../../key.ts";
import { ask, type BranchesScreen, go, noticed, type State, stay, type Step } from "../../state.ts";
import { moved } from "../../text/list.ts";
import { plural } from "../../text/words.ts";

/** Keys of the tree of branches. */
export function pressBranches(before: State, screen: BranchesScreen, key: Key): Step {
  const state = { ...before, notice: null };
  const { family, cursor } = screen;
  const step = stepOf(key);
  if (step !== null)
    return go(state, { ...screen, cursor: moved(cursor, step, family.length), sure: false });
  const chosen = family[cursor];
  const word = wordOf(key);
  if (word === "escape" || word === "q") return go(state, screen.back);
  if (chosen === undefined) return stay(state);
  if (word === "enter") return opened(state, screen, chosen);
  if (word === "c") return compared(state, screen, chosen);
  if (word !== "m") return stay(state);
  return go(state, { ...screen, marked: screen.marked === chosen.file ? null : chosen.file });
}

/** The game that is open is only gone back to; for another, what is not sealed must be let go. */
function opened(state: State, screen: BranchesScreen, { file }: FamilyMember): Step {
  if (file === screen.back.past.file) return go(state, screen.back);
  const unsealed = state.game?.draft.orders.length ?? 0;
  if (unsealed === 0 || screen.sure) return ask(state, { kind: "resume", file });
  const words = plural(unsealed, "unsealed order");
  const asked = { ...state, screen: { ...screen, sure: true } };
  return stay(
    noticed(asked, "warn", `${words} would be forgotten: Enter again to go all the same`),
  );
}

/** With the marked branch, or else with the one it came from. */
function compared(state: State, { family, marked }: BranchesScreen, chosen: FamilyMember): Step {
  const other = family.find(({ file }) => file === (marked ?? chosen.from));
  if (other === undefined || other === chosen)
    return stay(noticed(state, "warn", "mark another with m, then compare"));
  return ask(state, { kind: "compare", first: other, second: chosen });
}
