import { PERSON } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { listOf } from "../../text/list.ts";
import { printable } from "../../text/printable.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";
import { plural, turnWords } from "../../text/words.ts";

type Save = State["saves"][number];

/** The saved games, newest first, and below them what is in the one that is chosen. */
export function viewSaves(
  state: State,
  { cursor }: ScreenOf<"saves">,
  width: number,
  height: number,
): Line[] {
  const { saves, savesDirectory } = state;
  const head = [
    line(
      tone("title", "Saved games"),
      tone("dim", ` · newest first · ${printable(savesDirectory)}`),
    ),
    line(),
  ];
  const chosen = saves[cursor];
  if (chosen === undefined)
    return [...head, line("No game has been saved here yet: a new one is saved by itself.")];
  const details = detailLines(state, chosen, width);
  const columns = Math.min(28, Math.max(...saves.map(({ name }) => name.length))) + 2;
  const rows = saves.map((save) => saveLine(state, save, columns));
  const list = listOf(rows, cursor, Math.max(1, height - head.length - details.length - 1));
  return [...head, ...list, line(), ...details];
}

function saveLine(state: State, save: Save, columns: number): Line {
  const { summary } = save;
  const name = clipped(printable(save.name), columns - 2).padEnd(columns);
  if (!summary.ok) return line(name, tone("bad", "cannot be opened"));
  const { header, turns, over } = summary;
  const stands = over ? "over" : `turn ${turns + 1}`;
  const scenario = clipped(scenarioName(state, save), 24).padEnd(25);
  const people = peopleOf(state, save).join(", ");
  const branch = header.title === null ? "" : `"${printable(header.title)}" · `;
  return line(
    name,
    stands.padEnd(9),
    scenario,
    tone("accent", branch),
    tone("dim", people === "" ? "nobody plays" : people),
  );
}

/** All of one game that its header says, in as many rows as there are things to say. */
function detailLines(state: State, save: Save, width: number): Line[] {
  const { summary } = save;
  const saved = new Date(save.writtenAt).toISOString().slice(0, 16).replace("T", " ");
  const when = line(tone("dim", `last saved ${saved} UTC`));
  if (!summary.ok) {
    const { message, hint } = summary.problem;
    const why = wrap(printable(`${message}: ${hint}`), width - 2).slice(0, 3);
    return [...why.map((row) => line(tone("bad", row))), when];
  }
  const { header, turns, over } = summary;
  const clock = coverOf(state, save)?.clock ?? null;
  const date = clock === null ? "" : ` · ${turnWords(clock, turns + (over ? 0 : 1))}`;
  const stands = over ? `over after ${plural(turns, "turn")}` : `turn ${turns + 1} is open`;
  const people = peopleOf(state, save);
  const { variant } = header.scenario;
  const played = people.length === 0 ? "played by policies" : `played here: ${people.join("; ")}`;
  const branch =
    header.parent === null
      ? null
      : `a branch after turn ${header.parent.turn}${header.title === null ? "" : `: "${header.title}"`}`;
  const about = [`${scenarioName(state, save)}${variant === null ? "" : ` · variant ${variant}`}`];
  const rows = [...about, `${stands}${date}`, played, ...(branch === null ? [] : [branch])];
  return [
    ...rows.flatMap((row) => wrap(printable(row), width - 2).slice(0, 2)).map((row) => line(row)),
    when,
  ];
}

function coverOf({ covers }: State, { summary }: Save) {
  return summary.ok ? covers.find(({ id }) => id === summary.header.scenario.id) : undefined;
}

function scenarioName(state: State, save: Save): string {
  const cover = coverOf(state, save);
  if (cover !== undefined) return printable(cover.title);
  return save.summary.ok ? save.summary.header.scenario.id : "";
}

/** Seats that people play, by their names where the scenario is known. */
function peopleOf(state: State, save: Save): readonly string[] {
  if (!save.summary.ok) return [];
  const { players } = save.summary.header;
  const cover = coverOf(state, save);
  return Object.keys(players)
    .filter((seat) => players[seat] === PERSON)
    .map((seat) => printable(cover?.seats[seat] ?? seat));
}

function clipped(text: string, columns: number): string {
  const characters = Array.from(text);
  return characters.length <= columns ? text : `${characters.slice(0, columns - 1).join("")}…`;
}
