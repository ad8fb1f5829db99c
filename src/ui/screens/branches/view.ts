import type { FamilyMember } from "../../../journal/index.ts";
import { peopleIn } from "../../past.ts";
import { type ScenarioCard, seatName } from "../../ports.ts";
import type { BranchesScreen, State } from "../../state.ts";
import { listOf } from "../../text/list.ts";
import { fit, type Line, line, tone, wrap } from "../../text/span.ts";
import { plural } from "../../text/words.ts";

const TURNS_COLUMNS = 16;

/** The branches of a game as a tree, and what is known of the chosen one below. */
export function viewBranches(
  { card }: State,
  screen: BranchesScreen,
  width: number,
  height: number,
): Line[] {
  const { family, cursor } = screen;
  const rows = family.map((member) => memberRow(screen, member, width));
  const detail = detailRows(card, family[cursor], width);
  return [
    line(
      tone("title", "Branches of this game"),
      tone("dim", `  ${plural(family.length, "file")}; o is open now, m is marked to compare`),
    ),
    line(),
    ...listOf(rows, cursor, Math.max(1, height - 3 - detail.length)),
    line(),
    ...detail,
  ];
}

function memberRow({ marked, back }: BranchesScreen, member: FamilyMember, width: number): Line {
  const { file, name, header, depth, turns, over } = member;
  const isOpen = file === back.past.file;
  const signs = [tone("good", isOpen ? "o" : " "), tone("accent", marked === file ? "m " : "  ")];
  const title = header.title === null ? "" : `  ${header.title}`;
  const tree = `${"  ".repeat(Math.max(0, depth - 1))}${depth === 0 ? "" : "└ "}`;
  const from =
    header.parent === null ? "" : `  from turn ${header.parent.turn}, ${diceWords(member)}`;
  const state = `${plural(turns, "turn")}${over ? ", over" : ""}`.padEnd(TURNS_COLUMNS);
  const left = fit(
    line(
      ...signs,
      tone("dim", tree),
      tone("strong", name),
      tone("accent", title),
      tone("dim", from),
    ),
    Math.max(20, width - TURNS_COLUMNS - 3),
  );
  return [...left, tone("plain", `  ${state}`)];
}

function diceWords({ header: { parent, reseeds } }: FamilyMember): string {
  const isFresh = reseeds.some(({ fromTurn }) => fromTurn === (parent?.turn ?? 0) + 1);
  return isFresh ? "fresh dice" : "the same dice";
}

function detailRows(card: ScenarioCard, member: FamilyMember | undefined, width: number): Line[] {
  if (member === undefined) return [];
  const { header, file, writtenAt, from } = member;
  const people = peopleIn(header.players).map((seat) => seatName(card, seat));
  const who =
    people.length === 0 ? "Nobody plays it: it is watched." : `Played by ${people.join("; ")}.`;
  const when = new Date(writtenAt).toISOString().slice(0, 16).replace("T", " ");
  const lost = header.parent !== null && from === null ? " The game it came from is not here." : "";
  return [
    ...wrap(`${who}${lost}`, width - 2).map((row) => line(` ${row}`)),
    line(tone("dim", ` ${file}, ${when}`)),
  ];
}
