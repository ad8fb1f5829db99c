import type { Id, Setup } from "../../engine/index.ts";
import type { Block, DrawingBlock } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { holderName, nameOf } from "../names.ts";
import { courseSvg } from "../chart/course.ts";
import { type Loss, LOSSES, startTally, tallyTurn } from "../tally.ts";
import { counted, grouped, listed, sentence } from "../wording.ts";
import { type LossCourse, menBetween, type SideLosses } from "./loss-course.ts";
import type { Reviewed } from "./reviewed.ts";
import { sideLines } from "./side-lines.ts";

const WORDS: Readonly<Record<Loss, string>> = {
  killed: "killed",
  wounded: "wounded",
  stragglers: "stragglers not yet rallied",
  missing: "missing",
  captured: "captured",
};
/** Stragglers come back or are missing: they are told, and not drawn. */
const DRAWN: readonly Loss[] = ["killed", "wounded", "missing", "captured"];

/** Men lost by some sides, whose losses the reader knows whole: drawn, by contingent, and by turn. */
export function menLostBlocks(
  reviewed: Reviewed,
  course: LossCourse,
  sides: readonly Id[],
): Block[] {
  if (sides.length === 0) return [];
  const { setup } = reviewed.scenario;
  if (sides.every((side) => isUnhurt(course, side)))
    return [{ kind: "text", text: "No man was lost." }];
  return [
    menFigure(reviewed, course, sides),
    contingentTable(reviewed, sides),
    ...sides.filter((side) => !isUnhurt(course, side)).map((side) => byTurn(setup, course, side)),
  ];
}

function isUnhurt(course: LossCourse, side: Id): boolean {
  return course.every((at) => LOSSES.every((loss) => at[side]?.men[loss] === 0));
}

function menFigure({ scenario }: Reviewed, course: LossCourse, sides: readonly Id[]): DrawingBlock {
  const { setup } = scenario;
  const title = "Men lost in all, by the end of each turn";
  const some = DRAWN.filter((loss) =>
    sides.some((side) => (course.at(-1)?.[side]?.men[loss] ?? 0) > 0),
  );
  const panels = some.map((loss) => ({
    title: sentence(WORDS[loss]),
    lines: sideLines(setup, sides, (side) => course.map((at) => at[side]?.men[loss] ?? 0)),
  }));
  const svg = courseSvg({ panels, isStepped: true });
  const says = sides.map((side) => sideSays(setup, course, side)).join(" ");
  return { kind: "drawing", title, says, svg };
}

function sideSays(setup: Setup, course: LossCourse, side: Id): string {
  const who = sentence(holderName(setup, side));
  const last = course.at(-1)?.[side];
  if (last === undefined || isUnhurt(course, side)) return `${who}: nobody.`;
  const lost = LOSSES.filter((loss) => last.men[loss] > 0);
  const parts = lost.map((loss) => `${grouped(last.men[loss])} ${WORDS[loss]}`);
  return `${who}: ${listed(parts)}${worstText(course, side)}.`;
}

/** The turn that cost a side most. */
function worstText(course: LossCourse, side: Id): string {
  const costs = turnsOf(course, side).map((lost) =>
    DRAWN.reduce((sum, loss) => sum + lost[loss], 0),
  );
  const most = Math.max(0, ...costs);
  if (most === 0) return "";
  return `; turn ${costs.indexOf(most) + 1} cost most, ${counted(most, "man", "men")}`;
}

function turnsOf(course: LossCourse, side: Id): Record<Loss, number>[] {
  return course
    .slice(1)
    .map((now, at) => menBetween(course[at]?.[side] as SideLosses, now[side] as SideLosses));
}

function contingentTable({ scenario, turns }: Reviewed, sides: readonly Id[]): Block {
  const { setup } = scenario;
  const tally = startTally(setup);
  for (const { events } of turns) tallyTurn(setup, tally, events);
  const own = Object.keys(tally.men).filter((id) =>
    sides.includes(setup.contingents[id]?.side ?? ""),
  );
  const rows = own.map((id) => [
    nameOf(setup, "contingents", id),
    ...LOSSES.map((loss) => grouped(tally.men[id]?.[loss] ?? 0)),
  ]);
  return tableOf("Men lost by contingent", [["contingent", ...heads()], ...rows], true);
}

function heads(): string[] {
  return LOSSES.map((loss) => WORDS[loss]);
}

function byTurn(setup: Setup, course: LossCourse, side: Id): Block {
  const who = sentence(holderName(setup, side));
  const each = turnsOf(course, side).map((lost, at) => [String(at + 1), ...cells(lost)]);
  const inAll = course
    .slice(1)
    .map((now, at) => [String(at + 1), ...cells((now[side] as SideLosses).men)]);
  const head = ["turn", ...heads()];
  const news = LOSSES.map((loss) => (loss === "stragglers" ? "stragglers, less rallied" : loss));
  return {
    kind: "fold",
    summary: `${who}: men lost turn by turn`,
    blocks: [
      tableOf(`${who}: men lost in each turn`, [["turn", ...news], ...each], true),
      tableOf(`${who}: men lost in all by the end of each turn`, [head, ...inAll], true),
    ],
  };
}

function cells(men: Readonly<Record<Loss, number>>): string[] {
  return LOSSES.map((loss) => grouped(men[loss]));
}
