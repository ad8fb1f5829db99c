import { peopleIn } from "../past.ts";
import { branchRows } from "../screens/timeline/branch-form.ts";
import { recordRows } from "../screens/timeline/record.ts";
import { runRows } from "../screens/timeline/run.ts";
import { marksFor } from "../screens/timeline/marks.ts";
import { detailRows } from "../screens/compare/detail.ts";
import type { ScreenOf, State } from "../state.ts";
import { plural, turnWords } from "../text/words.ts";
import { spoken } from "./spoken.ts";

/** Columns that nothing is wrapped at. */
const WIDE = 4000;

/** One turn of the past: its marks, the run, the record, and how to go on. */
export function timelineText({ card }: State, screen: ScreenOf<"timeline">): readonly string[] {
  const { title, past, turn, all, mode } = screen;
  const moment = past.moments[turn];
  if (moment === undefined) return [];
  if (mode.kind === "branch")
    return [
      ...spoken(branchRows(card, past, turn, mode, WIDE, 0)),
      "begin begins it; dice changes the dice; who and a seat changes who plays it; back goes back.",
    ];
  const when = turn === 0 ? "before the first turn" : turnWords(past.brief.clock, turn);
  const counts = marksFor(past.seat).flatMap(({ says, countIn }) => {
    const count = countIn(moment);
    return count === 0 ? [] : [`${says}: ${count}`];
  });
  return [
    `${title}. Turn ${turn} of ${past.moments.length - 1}, ${when}.${past.name === null ? "" : ` Branch: ${past.name}.`}`,
    ...(counts.length === 0 ? [] : [`${counts.join("; ")}.`]),
    ...spoken(runRows(past, moment, all, WIDE)),
    ...spoken(recordRows(card, past, turn, WIDE)),
    `next and previous go through the turns, turn and a number goes to one; note, branch, branches; back ends.`,
  ];
}

/** The tree of branches, numbered. */
export function branchesText(_: State, { family, back }: ScreenOf<"branches">): readonly string[] {
  const rows = family.map(({ file, name, header, turns, over, from }, at) => {
    const title = header.title === null ? "" : ` "${header.title}"`;
    const parent = family.find((one) => one.file === from)?.name;
    const branch =
      header.parent === null
        ? ""
        : `, from turn ${header.parent.turn} of ${parent ?? "a game that is not here"}`;
    const state = `${plural(turns, "turn")}${over ? ", over" : ""}`;
    const people = peopleIn(header.players).length;
    const here = file === back.past.file ? " Open now." : "";
    return `${at + 1}. ${name}${title}${branch}: ${state}, ${people === 0 ? "watched" : `played by ${plural(people, "person").replace("persons", "people")}`}.${here}`;
  });
  return [
    "Branches of this game.",
    ...rows,
    "open and a number goes on in one; compare and a number lays it beside the game it came from; back goes back.",
  ];
}

/** Two branches at one turn. */
export function compareText(_: State, screen: ScreenOf<"compare">): readonly string[] {
  const { first, second, comparison, turn, back } = screen;
  const one = comparison.turns[turn];
  const { parting } = comparison;
  return [
    `A is ${first.name}, B is ${second.name}.`,
    parting === null
      ? "They tell the same as far as both go."
      : `They part in turn ${parting.turn}.`,
    ...(one === undefined ? [] : spoken(detailRows(back.back.past, one, WIDE))),
    "next and previous go through the turns, back goes back.",
  ];
}
