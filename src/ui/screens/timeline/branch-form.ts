import type { Id } from "../../../engine/player.ts";
import { type Past, peopleIn } from "../../past.ts";
import { type BranchAsked, HOLD, PERSON, type ScenarioCard } from "../../ports.ts";
import type { TimelineMode } from "../../state.ts";
import { playerWords } from "../seating/presets.ts";
import { fit, type Line, line, plainOf, tone, wrap } from "../../text/span.ts";
import { plural, turnWords } from "../../text/words.ts";

type BranchMode = Extract<TimelineMode, { kind: "branch" }>;

/** A row of the form: its name, its dice, or who plays a seat. */
export type BranchRow =
  | { readonly kind: "name" }
  | { readonly kind: "dice" }
  | { readonly kind: "seat"; readonly seat: Id };

/** The rows that who looks may fill in. */
export function branchRowsOf({ seats, mayReseat }: Past): readonly BranchRow[] {
  return [
    { kind: "name" },
    { kind: "dice" },
    ...(mayReseat ? seats : []).map((seat) => ({ kind: "seat", seat }) as const),
  ];
}

/** Who may play a seat on: as before, a person, or nobody who does anything. */
export function playersFor({ players }: Past, seat: Id): readonly string[] {
  return [...new Set([players[seat] ?? HOLD, PERSON, HOLD])];
}

/** Who plays a seat in the branch that is asked for. */
export function playerIn({ players }: Past, asked: BranchAsked, seat: Id): string {
  return asked.players[seat] ?? players[seat] ?? HOLD;
}

/** The form of a new branch. */
export function branchRows(
  card: ScenarioCard,
  past: Past,
  turn: number,
  mode: BranchMode,
  width: number,
  unsealed: number,
): Line[] {
  const from = turn === 0 ? "before the first turn" : `after turn ${turn}`;
  const when = turn === 0 ? "" : `, ${turnWords(past.brief.clock, turn)}`;
  const text = `The new game shares ${sharedWords(turn)} and goes on from there in a file of its own. ${oldWords(past)}`;
  return [
    line(tone("title", ` A branch ${from}`), tone("dim", when)),
    line(),
    ...wrap(text, width - 2).map((row) => line(" ", row)),
    line(),
    ...branchRowsOf(past).map((row, at) => formRow(card, past, row, mode, at === mode.row, width)),
    line(),
    ...wrap(diceWords(mode.asked), width - 2).map((row) => line(" ", tone("dim", row))),
    ...nobodyRows(past, mode.asked, width),
    ...(unsealed === 0
      ? []
      : [
          line(
            tone("warn", ` ${plural(unsealed, "unsealed order")} of this game will be forgotten.`),
          ),
        ]),
  ];
}

function sharedWords(turn: number): string {
  if (turn === 0) return "the start";
  return turn === 1 ? "turn 1" : `turns 1 to ${turn}`;
}

function oldWords({ file }: Past): string {
  return file === null
    ? "History stays as it is."
    : "The old one stays as it is, and is found in the tree of branches.";
}

const VALUE_COLUMNS = 26;

function formRow(
  card: ScenarioCard,
  past: Past,
  row: BranchRow,
  { asked }: BranchMode,
  chosen: boolean,
  width: number,
): Line {
  const longest = Math.max(6, ...past.seats.map((seat) => nameOfSeat(past, seat).length));
  const columns = Math.max(6, Math.min(longest, width - VALUE_COLUMNS));
  const mark = chosen ? tone("cursor", "›") : tone("plain", " ");
  const head = (name: string) =>
    tone(chosen ? "strong" : "plain", ` ${plainOf(fit(line(name), columns))} `);
  switch (row.kind) {
    case "name":
      return line(mark, head("Name"), asked.title ?? "", tone(chosen ? "cursor" : "plain", " "));
    case "dice":
      return line(mark, head("Dice"), ...choice(chosen, asked.fresh ? "fresh" : "the same"));
    case "seat": {
      const player = playerWords(card, playerIn(past, asked, row.seat));
      return line(mark, head(nameOfSeat(past, row.seat)), ...choice(chosen, player));
    }
  }
}

function nameOfSeat({ names }: Past, seat: Id): string {
  return names.seats[seat]?.name ?? seat;
}

function diceWords({ fresh }: BranchAsked): string {
  return fresh
    ? "Fresh dice: chance goes another way."
    : "The same dice: the same orders come to the same turns.";
}

function choice(chosen: boolean, text: string) {
  return chosen
    ? [tone("key", "‹ "), tone("strong", text), tone("key", " ›")]
    : [tone("plain", `  ${text}`)];
}

function nobodyRows(past: Past, asked: BranchAsked, width: number): Line[] {
  const isAlone = peopleIn({ ...past.players, ...asked.players }).length === 0;
  if (!isAlone) return [];
  const text = "Nobody gives orders in it: you will watch. To play, let a person play a seat.";
  return wrap(text, width - 2).map((row) => line(" ", tone("dim", row)));
}
