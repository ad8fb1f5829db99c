import type { SavedGame } from "../../../journal/index.ts";
import { PERSON, type ScenarioCard, seatName } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { listOf } from "../../text/list.ts";
import { type Line, line, tone } from "../../text/span.ts";
import { plural } from "../../text/words.ts";

/** The saved games, newest first. */
export function viewSaves(
  { card, saves, savesDirectory }: State,
  { cursor }: ScreenOf<"saves">,
  height: number,
): Line[] {
  const nameColumns = Math.max(0, ...saves.map(({ name }) => name.length)) + 2;
  const rows = saves.map((save) => saveLine(card, save, nameColumns));
  const none = [line("No game has been saved here yet.")];
  return [
    line(tone("title", "Saved games")),
    line(tone("dim", savesDirectory)),
    line(),
    ...(rows.length > 0 ? listOf(rows, cursor, height - 3) : none),
  ];
}

function saveLine(card: ScenarioCard, save: SavedGame, nameColumns: number): Line {
  const { writtenAt, summary } = save;
  const name = save.name.padEnd(nameColumns);
  const when = new Date(writtenAt).toISOString().slice(0, 16).replace("T", " ");
  if (!summary.ok) return line(name, when, tone("bad", `  ${summary.problem.message}`));
  const { header, turns } = summary;
  const people = Object.keys(header.players).filter((seat) => header.players[seat] === PERSON);
  const names = people.map((seat) => seatName(card, seat)).join("; ");
  const who = people.length > 0 ? names : "played by policies";
  return line(name, when, `  ${plural(turns, "turn").padEnd(10)}`, tone("dim", who));
}
