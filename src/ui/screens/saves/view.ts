import type { SavedGame } from "../../../journal/index.ts";
import { PERSON } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { listOf } from "../../text/list.ts";
import { type Line, line, tone } from "../../text/span.ts";
import { plural } from "../../text/words.ts";

/** The saved games, newest first. */
export function viewSaves({ saves, savesDirectory }: State, { cursor }: ScreenOf<"saves">, height: number): Line[] {
  const rows = saves.map(saveLine);
  const none = [line("No game has been saved here yet.")];
  return [
    line(tone("title", "Saved games")),
    line(tone("dim", savesDirectory)),
    line(),
    ...(rows.length > 0 ? listOf(rows, cursor, height - 3) : none),
  ];
}

function saveLine({ name, writtenAt, summary }: SavedGame): Line {
  const when = new Date(writtenAt).toISOString().slice(0, 16).replace("T", " ");
  if (!summary.ok) return line(name.padEnd(24), when, tone("bad", `  ${summary.problem.message}`));
  const { header, turns } = summary;
  const people = Object.keys(header.players).filter((seat) => header.players[seat] === PERSON);
  const who = people.length > 0 ? `played: ${people.join(", ")}` : "played by policies";
  return line(name.padEnd(24), when, `  ${plural(turns, "turn").padEnd(10)}`, tone("dim", who));
}
