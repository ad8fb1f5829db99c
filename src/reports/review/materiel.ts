import type { Event, EventKind, Id, Kit, Setup } from "../../engine/index.ts";
import type { Block, DrawingBlock } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { narrate } from "../narrate.ts";
import { holderName } from "../names.ts";
import { courseSvg } from "../chart/course.ts";
import { grouped, sentence } from "../wording.ts";
import { type LossCourse, piecesOf, type SideLosses } from "./loss-course.ts";
import type { Reviewed } from "./reviewed.ts";
import { sideLines } from "./side-lines.ts";

type Fate = "destroyed" | "left" | "captured" | "inService";

const TITLES: Readonly<Record<Fate, string>> = {
  destroyed: "Destroyed or used up",
  left: "Left behind",
  captured: "Captured from others",
  inService: "Put back into service",
};
const ALL: readonly Fate[] = ["destroyed", "left", "captured", "inService"];
/** Who does not see everything does not know what lay in a place that its side took. */
const OWN: readonly Fate[] = ["destroyed", "left", "inService"];

/** Kit of some sides over time: what was lost, captured and put back into service, and what lay about. */
export function materielBlocks(
  reviewed: Reviewed,
  course: LossCourse,
  sides: readonly Id[],
): Block[] {
  const fates = reviewed.reader === null ? ALL : OWN;
  const touched = sides.filter((side) =>
    fates.some((fate) => piecesOf(course.at(-1)?.[side]?.[fate] ?? {}) > 0),
  );
  const told = lyingItems(reviewed);
  if (touched.length + told.length === 0) return [];
  const { setup } = reviewed.scenario;
  return [
    { kind: "heading", text: "Matériel" },
    ...(touched.length === 0 ? [] : [kitFigure(reviewed, course, sides, fates)]),
    ...touched.map((side) => kindTable(setup, course.at(-1)?.[side] as SideLosses, side, fates)),
    ...touched.map((side) => byTurn(setup, course, side, fates)),
    ...(told.length === 0
      ? []
      : [
          {
            kind: "fold",
            summary: "What lay about, turn by turn",
            blocks: [listOf(told)],
          } as const,
        ]),
  ];
}

function kitFigure(
  { scenario }: Reviewed,
  course: LossCourse,
  sides: readonly Id[],
  fates: readonly Fate[],
): DrawingBlock {
  const { setup } = scenario;
  const title = "Pieces of kit in all, by the end of each turn";
  const some = fates.filter((fate) =>
    sides.some((side) => piecesOf(course.at(-1)?.[side]?.[fate] ?? {}) > 0),
  );
  const panels = some.map((fate) => ({
    title: TITLES[fate],
    lines: sideLines(setup, sides, (side) => course.map((at) => piecesOf(at[side]?.[fate] ?? {}))),
  }));
  const svg = courseSvg({ panels, isStepped: true });
  const says = sides.map((side) => {
    const last = course.at(-1)?.[side];
    const parts = fates.map(
      (fate) => `${TITLES[fate].toLowerCase()} ${grouped(piecesOf(last?.[fate] ?? {}))}`,
    );
    return `${sentence(holderName(setup, side))}: ${parts.join(", ")}.`;
  });
  return { kind: "drawing", title, says: says.join(" "), svg };
}

function kindTable(setup: Setup, last: SideLosses, side: Id, fates: readonly Fate[]): Block {
  const brought = broughtBy(setup, side);
  const kinds = Object.keys(setup.parameters.kit).filter((kind) =>
    fates.some((fate) => (last[fate][kind] ?? 0) > 0),
  );
  const rows = kinds.map((kind) => [
    setup.parameters.kit[kind]?.name ?? kind,
    grouped(brought[kind] ?? 0),
    ...fates.map((fate) => grouped(last[fate][kind] ?? 0)),
  ]);
  const head = ["kit", "Brought", ...fates.map((fate) => TITLES[fate])];
  const who = sentence(holderName(setup, side));
  return tableOf(`${who}: kit in pieces, by kind`, [head, ...rows], true);
}

/** What a side's formations had as they began, those that came later included. */
function broughtBy(setup: Setup, side: Id): Kit {
  const sum: Record<Id, number> = {};
  for (const formation of Object.values(setup.formations)) {
    if (formation.side !== side) continue;
    for (const [kind, pieces] of Object.entries(formation.kit))
      sum[kind] = (sum[kind] ?? 0) + pieces;
  }
  return sum;
}

function byTurn(setup: Setup, course: LossCourse, side: Id, fates: readonly Fate[]): Block {
  const who = sentence(holderName(setup, side));
  const inAll = (at: number, fate: Fate) => piecesOf(course[at]?.[side]?.[fate] ?? {});
  const rows = (cell: (turn: number, fate: Fate) => number) =>
    course
      .slice(1)
      .map((_, at) => [String(at + 1), ...fates.map((fate) => grouped(cell(at + 1, fate)))]);
  const head = ["turn", ...fates.map((fate) => TITLES[fate])];
  const each = rows((turn, fate) => inAll(turn, fate) - inAll(turn - 1, fate));
  return {
    kind: "fold",
    summary: `${who}: kit turn by turn`,
    blocks: [
      tableOf(`${who}: pieces of kit in each turn`, [head, ...each], true),
      tableOf(`${who}: pieces of kit in all`, [head, ...rows(inAll)], true),
    ],
  };
}

const LYING: readonly EventKind[] = ["kit-taken", "kit-destroyed", "demolished"];

function lyingItems({ scenario, turns }: Reviewed): string[] {
  const isNews = (event: Event) =>
    LYING.includes(event.kind) && !("kit" in event && Object.keys(event.kit).length === 0);
  return turns.flatMap(({ turn, events }) =>
    events.filter(isNews).map((event) => `Turn ${turn}: ${narrate(scenario.setup, event)}`),
  );
}

function listOf(items: readonly string[]): Block {
  return { kind: "list", items };
}
