import type { Id, Setup } from "../../engine/index.ts";
import { courseSvg } from "../chart/course.ts";
import { turnHeading } from "../dates.ts";
import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { nameOf } from "../names.ts";
import { percent } from "../tell-fighting.ts";
import { rounded } from "../wording.ts";
import { type FogRow, fogRows } from "./fog-rows.ts";
import { fogOf, type FogTurn } from "./fog-turn.ts";
import type { Moment, Reviewed } from "./reviewed.ts";

/** Seats that were wrong in the same way stand in one row. */
function together(setup: Setup, rows: readonly FogRow[]): string[][] {
  const seats = new Map<string, { readonly cells: readonly string[]; readonly names: string[] }>();
  for (const { seat, cells } of rows) {
    const key = cells.join("\n");
    const row = seats.get(key) ?? { cells, names: [] };
    row.names.push(nameOf(setup, "seats", seat));
    seats.set(key, row);
  }
  return [...seats.values()].map(({ cells, names }) => [...cells, names.join("; ")]);
}

/** What each seat knew at each turn beside what was true; White's document alone. */
export function fogSection(reviewed: Reviewed): Section | null {
  const { reader, turns, start } = reviewed;
  if (reader !== null || turns.length === 0) return null;
  const moments = [start, ...turns];
  const seats = Object.keys(start.views);
  const fogs = moments.map((moment) => seats.flatMap((seat) => fogAt(reviewed, moment, seat)));
  return {
    id: "fog",
    title: "Fog, afterwards",
    blocks: [
      { kind: "text", text: INTRODUCTION },
      tableOf("By seat, a turn on average", totalRows(reviewed, seats, fogs.flat()), true),
      figureOf(reviewed, seats, fogs),
      ...moments.map((moment, at) => turnFold(reviewed, moment, fogs[at] ?? [], at)),
    ],
  };
}

const INTRODUCTION =
  "What each seat had been told at the end of a turn stands beside what was true then. A report is out of date when its formation was elsewhere or no longer in the field, and wrong in strength when the men who were there lay outside the band that a report of that age stands for. For a seat without a side the enemy is whom its aircraft fly against, and reports of others count all the same.";

function fogAt({ scenario }: Reviewed, { views, world }: Moment, seat: Id): FogTurn[] {
  const view = views[seat];
  return view === undefined || world === null ? [] : [fogOf(scenario.setup, seat, view, world)];
}

const HEAD = [
  "",
  "places with the wrong holder",
  "enemy formations unknown",
  "reports out of date",
  "reports wrong in strength",
  "enemy men whose place was known, %",
];

function totalRows(
  { scenario }: Reviewed,
  seats: readonly Id[],
  fogs: readonly FogTurn[],
): string[][] {
  const rows = seats.map((seat) => {
    const own = fogs.filter((fog) => fog.seat === seat && fog.turn > 0);
    const mean = (of: (fog: FogTurn) => number) =>
      rounded(own.reduce((sum, fog) => sum + of(fog), 0) / Math.max(1, own.length), 1);
    return [
      nameOf(scenario.setup, "seats", seat),
      mean(({ wrongHolders }) => wrongHolders.length),
      mean(({ unknown }) => unknown.length),
      mean(({ outOfDate }) => outOfDate.length),
      mean(({ wrongStrength }) => wrongStrength.length),
      mean(({ seenShare }) => 100 * (seenShare ?? 1)),
    ];
  });
  return [HEAD, ...rows];
}

function figureOf(
  { scenario }: Reviewed,
  seats: readonly Id[],
  fogs: readonly (readonly FogTurn[])[],
): Block {
  const { setup } = scenario;
  const lines = seats.map((seat) => {
    const values = fogs.map((all) => all.find((fog) => fog.seat === seat)?.seenShare ?? null);
    // Names of seats are long: the drawing has their ids, the words beneath have both.
    return { name: seat, letter: seat.slice(0, 6), values };
  });
  const panels = [{ title: "share of the enemy's men", lines, domain: [0, 1] as const }];
  const says = lines.map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    const [least, most] = [Math.min(1, ...known), Math.max(0, ...known)];
    return `${nameOf(setup, "seats", name)} (${name}): between ${percent(least)} and ${percent(most)}, at the end ${percent(known.at(-1) ?? 0)}.`;
  });
  return {
    kind: "drawing",
    title: "How much of the enemy each seat saw: share of his men whose place it knew",
    says: says.join(" "),
    svg: courseSvg({ panels, isStepped: true }),
  };
}

function turnFold(
  { scenario }: Reviewed,
  moment: Moment,
  fogs: readonly FogTurn[],
  turn: number,
): Block {
  const { setup } = scenario;
  const when = turn === 0 ? "Before turn 1" : turnHeading(setup.clock, turn);
  const rows = together(
    setup,
    fogs.flatMap((fog) => fogRows(setup, moment, fog)),
  );
  const head = ["", "believed", "in truth", "by whom"];
  const blocks: readonly Block[] =
    rows.length === 0
      ? [{ kind: "text", text: "Every seat had it right." }]
      : [tableOf("Where belief and truth differed", [head, ...rows])];
  return { kind: "fold", summary: when, blocks };
}
