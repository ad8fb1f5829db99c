import { type EventOf, isNightTurn, type Setup, turnStart } from "../../engine/index.ts";
import { MONTHS } from "../dates.ts";
import { escaped } from "../document/escape.ts";
import { letterOf, lookOf } from "../map/look.ts";
import { short } from "../map/point.ts";
import type { ReviewedTurn } from "./reviewed.ts";

const [WIDTH, LEFT, LINE, TOP] = [1000, 96, 13, 40];

interface Mark {
  readonly text: string;
  readonly look: string;
}

/** Turns that stand side by side at most: with more, their numbers would run together. */
const MOST_IN_A_ROW = 32;

/**
 * Turns from left to right, nights shaded; in each what changed hands, who left, what came. A long
 * game goes on in further rows, all with columns of one width.
 */
export function stripSvg(setup: Setup, turns: readonly ReviewedTurn[]): string {
  const rows = Math.ceil(turns.length / MOST_IN_A_ROW);
  const length = Math.ceil(turns.length / rows);
  const column = short((WIDTH - LEFT) / length);
  let y = 0;
  const parts = Array.from({ length: rows }, (_, row) => {
    const { svg, height } = rowSvg(setup, turns.slice(row * length, (row + 1) * length), column);
    const placed = y === 0 ? svg : `<g transform="translate(0,${y})">${svg}</g>`;
    y += height;
    return placed;
  });
  return `<svg class="map strip" viewBox="0 0 ${WIDTH} ${y}">${parts.join("")}</svg>`;
}

function rowSvg(
  setup: Setup,
  turns: readonly ReviewedTurn[],
  column: number,
): { readonly svg: string; readonly height: number } {
  const rows = [
    { title: "changed hands", of: (turn: ReviewedTurn) => takenIn(setup, turn) },
    { title: "patrons", of: (turn: ReviewedTurn) => leftIn(setup, turn) },
    { title: "injects", of: injectsIn },
  ];
  let y = TOP;
  const bands = rows.map(({ title, of }) => {
    const marks = turns.map(of);
    const lines = Math.max(1, ...marks.map((one) => one.length));
    const svg = bandSvg(title, marks, column, y);
    y += lines * LINE + 10;
    return svg;
  });
  const heads = turns.map((turn, at) => headSvg(setup, turn, at, column, y));
  return { svg: heads.join("") + bands.join(""), height: y };
}

function headSvg(
  { clock }: Setup,
  { turn }: ReviewedTurn,
  at: number,
  column: number,
  height: number,
): string {
  const x = short(LEFT + at * column);
  const { date, hour } = turnStart(clock, turn);
  const isFirst = at === 0 || turnStart(clock, turn - 1).date !== date;
  const night = isNightTurn(clock, turn)
    ? `<rect class="night" x="${x}" y="18" width="${column}" height="${height - 18}"/>`
    : "";
  const day = isFirst ? `<text x="${short(x + 4)}" y="12">${dayText(date)}</text>` : "";
  const rule = isFirst || hour === 0 ? `<path class="day" d="M${x},2V${height}"/>` : "";
  return `${night}${rule}${day}<text class="turn" x="${short(x + column / 2)}" y="32">${turn}</text>`;
}

/** "4 May". */
function dayText(date: string): string {
  return `${Number(date.slice(8))} ${(MONTHS[Number(date.slice(5, 7)) - 1] ?? "").slice(0, 3)}`;
}

function bandSvg(
  title: string,
  marks: readonly (readonly Mark[])[],
  column: number,
  y: number,
): string {
  const cells = marks.flatMap((all, at) =>
    all.map(
      ({ text, look }, line) =>
        `<text class="mark ${look}" x="${short(LEFT + (at + 0.5) * column)}" y="${y + 11 + line * LINE}">${escaped(text)}</text>`,
    ),
  );
  return `<path class="day" d="M0,${y - 3}H${WIDTH}"/><text x="0" y="${y + 11}">${title}</text>${cells.join("")}`;
}

function takenIn(setup: Setup, { events }: ReviewedTurn): readonly Mark[] {
  return events
    .filter((event): event is EventOf<"place-taken"> => event.kind === "place-taken")
    .map(({ place, by }) => ({
      text: `${letterOf(setup, by)} ${setup.places[place]?.label ?? ""}`,
      look: lookOf(setup, by),
    }));
}

function leftIn(setup: Setup, { events }: ReviewedTurn): readonly Mark[] {
  return events.flatMap((event) => {
    if (event.kind !== "contingent-left") return [];
    return [
      { text: "leave", look: lookOf(setup, setup.contingents[event.contingent]?.side ?? null) },
    ];
  });
}

/** A dot each: their titles would not fit, and stand in the table. */
function injectsIn({ events }: ReviewedTurn): readonly Mark[] {
  const count = events.filter(({ kind }) => kind === "inject-came").length;
  return count === 0 ? [] : [{ text: "●".repeat(count), look: "inject" }];
}
