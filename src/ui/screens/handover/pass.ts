import { sittingCell } from "../../cells.ts";
import type { Command } from "../../commands/command.ts";
import { ask, noticed, type State, stay, type Step } from "../../state.ts";

/** To the seat before (−1) or after (1) in the cell, round its end; its sheet waits for it. */
export function passSeat(state: State, by: 1 | -1): Step {
  const { game } = state;
  const cell = game === null ? [] : sittingCell(game);
  const at = cell.indexOf(game?.view?.brief.seat ?? "");
  const seat = cell[(at + by + cell.length) % cell.length];
  if (cell.length < 2 || seat === undefined)
    return stay(noticed(state, "warn", "no other seat sits here; seal, and the next sits down"));
  return ask({ ...state, notice: null }, { kind: "pass", seat });
}

/** Going from seat to seat by a word. */
export function passCommands(): readonly Command[] {
  return [
    { name: "pass", key: "]", says: "go to the next seat that sits here", run: seatCommand },
    { name: "pass-back", key: "[", says: "go back to the seat before it" },
  ];
}

/** With a name, to that seat; without, to the next. */
function seatCommand(state: State, words: readonly string[]): Step {
  const { game } = state;
  const asked = words.join(" ").toLowerCase();
  if (asked === "" || game === null) return passSeat(state, 1);
  const seat = sittingCell(game).find(
    (id) => id === asked || game.names.seats[id]?.name.toLowerCase().startsWith(asked),
  );
  if (seat !== undefined) return ask({ ...state, notice: null }, { kind: "pass", seat });
  return stay(noticed(state, "warn", "no seat of this name sits here"));
}
