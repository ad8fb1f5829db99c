import type { Block, Section } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import { fallsText } from "../falls.ts";
import { figureItems } from "../figures.ts";
import { type FinishedRun, foldMeasures, type MeasureFold } from "../measures.ts";
import { nameOf } from "../names.ts";
import {
  askedRows,
  holderItems,
  menRows,
  scoreRows,
  strikeRows,
  trackRows,
} from "../summary-rows.ts";
import type { Reviewed } from "./reviewed.ts";
import { spanText } from "./span.ts";
import { seatSummary } from "./summary-seat.ts";

/** What was played, by whom, how it ended, and every measure, as `replay --json` has them. */
export function summarySection(reviewed: Reviewed): Section {
  const blocks = reviewed.reader === null ? whiteBlocks(reviewed) : seatSummary(reviewed);
  return { id: "summary", title: "In short", blocks };
}

function whiteBlocks(reviewed: Reviewed): readonly Block[] {
  const { scenario, turns } = reviewed;
  const { setup, file } = scenario;
  const fold = foldMeasures(setup, file.measures);
  for (const { events } of turns) fold.turn(events);
  const run = finished(reviewed, fold);
  const telling = { names: setup, clock: setup.clock, record: file.record, width: 0 };
  const names = setup;
  return [
    { kind: "text", text: spanText(reviewed) },
    tableOf("Men lost by side", menRows(names, run), true),
    tableOf("Scores", scoreRows(names, run), true),
    tableOf("Tracks", trackRows(names, run)),
    tableOf("Who sat where", playerRows(reviewed)),
    tableOf("What aircraft claimed, and what they hit", strikeRows(names, run), true),
    { kind: "heading", text: "Who holds what" },
    { kind: "list", items: holderItems(names, run) },
    { kind: "heading", text: "Measures" },
    tableOf(
      "Measures of this run beside the record",
      askedRows(telling, run, Object.keys(run.asked)),
    ),
    { kind: "text", text: fallsText(telling, run) },
    ...figureBlocks(reviewed, run),
    everyMeasure(run),
  ].filter((block): block is Block => !isEmpty(block as Block));
}

function finished({ scenario, turns }: Reviewed, fold: MeasureFold): FinishedRun {
  return {
    setup: scenario.setup,
    asked: scenario.file.measures,
    measures: fold.result(),
    holders: fold.holders,
    air: fold.air,
    turn: turns.length,
  };
}

function playerRows({ scenario, header }: Reviewed): string[][] {
  const players = Object.entries(header?.players ?? {});
  const rows = players.map(([seat, player]) => [nameOf(scenario.setup, "seats", seat), player]);
  return [["seat", "played by"], ...rows];
}

function figureBlocks({ scenario }: Reviewed, run: FinishedRun): Block[] {
  const { setup, file } = scenario;
  const turns = Math.max(run.turn, setup.turns);
  const played = { clock: setup.clock, turn: run.turn, turns, measures: run.measures };
  const items = figureItems(file.record.figures, played);
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: "Figures of the record" },
    { kind: "list", items },
  ];
}

/** Unrounded, under the names that other programs read them by. */
function everyMeasure({ measures }: FinishedRun): Block {
  const rows = Object.entries(measures).map(([id, value]) => [id, String(value)]);
  const blocks = [
    tableOf("Measures as replay --json gives them", [["measure", "value"], ...rows], true),
  ];
  return { kind: "fold", summary: "Every measure, unrounded", blocks };
}

function isEmpty(block: Block): boolean {
  if (block.kind === "table") return block.rows.length === 0;
  if (block.kind === "list") return block.items.length === 0;
  return block.kind === "text" && block.text === "";
}
