import { shortHalfDay } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { weatherName } from "../names.ts";
import type { Reviewed, ReviewedTurn } from "./reviewed.ts";
import { seatRows } from "./sync-seat.ts";
import { sideRows } from "./sync-side.ts";
import type { SyncRow } from "./sync-row.ts";

/** Turns that stand beside each other on a sheet of A4 on its side. */
const TURNS_A_PART = 6;

/** The synchronisation matrix: turns across, by seat and function what was ordered and what came. */
export function synchronisationSection(reviewed: Reviewed): Section | null {
  const { turns } = reviewed;
  if (turns.length === 0) return null;
  const rows = rowsOf(reviewed);
  const firsts = turns.map((_, at) => at).filter((at) => at % TURNS_A_PART === 0);
  const parts = firsts.map((at) => partOf(reviewed, rows, turns.slice(at, at + TURNS_A_PART)));
  return {
    id: "synchronisation",
    title: "Synchronisation matrix",
    isSheet: true,
    isWide: true,
    blocks: [{ kind: "text", text: INTRODUCTION }, ...parts],
  };
}

const INTRODUCTION =
  "Turns across; by side and by seat what was ordered in the turn, and what came of all that was under way in it. A number in brackets counts formations. Decision points are the injects that were read to the seat, thresholds of tracks it can see, and patrons that decided to leave; an empty cell means that nothing of the kind happened.";

function rowsOf(reviewed: Reviewed): readonly SyncRow[] {
  const { scenario, reader } = reviewed;
  const { seats, sides } = scenario.setup;
  const shown = Object.keys(seats).filter((seat) =>
    reader === null ? seats[seat]?.role === "command" : seat === reader,
  );
  const of = (side: string | null) => shown.filter((seat) => seats[seat]?.side === side);
  const bySide = Object.keys(sides).flatMap((side) => {
    const ours = of(side).flatMap((seat) => seatRows(reviewed, seat));
    return ours.length === 0 ? [] : [...sideRows(scenario.setup, side), ...ours];
  });
  return [weatherRow(reviewed), ...bySide, ...of(null).flatMap((seat) => seatRows(reviewed, seat))];
}

function weatherRow({ scenario }: Reviewed): SyncRow {
  const cell = ({ events }: ReviewedTurn) =>
    events.flatMap((event) =>
      event.kind === "turn-began" ? [weatherName(scenario.setup, event.weather)] : [],
    );
  return { title: "Weather", cell };
}

/** Rows in which nothing happened in these turns are left out. */
function partOf(
  { scenario }: Reviewed,
  rows: readonly SyncRow[],
  turns: readonly ReviewedTurn[],
): Block {
  const { clock } = scenario.setup;
  const head = ["", ...turns.map(({ turn }) => `${turn} · ${shortHalfDay(clock, turn)}`)];
  const cells = rows.map(({ title, cell }) => [title, ...turns.map((one) => cell(one).join("\n"))]);
  const told = cells.filter(([, ...row]) => row.some((cell) => cell !== ""));
  const [first, last] = [turns[0]?.turn, turns.at(-1)?.turn];
  return tableOf(first === last ? `Turn ${first}` : `Turns ${first} to ${last}`, [head, ...told]);
}
