import type { Block, Section } from "../document/block.ts";
import { headedList } from "../document/list.ts";
import { tableOf } from "../document/table.ts";
import { fallsText } from "../falls.ts";
import { figureItems } from "../figures.ts";
import type { FinishedRun } from "../measures.ts";
import { askedRows, holderItems } from "../summary-rows.ts";
import { finishedRun } from "./finished-run.ts";
import type { Reviewed } from "./reviewed.ts";

/** Every measure beside the record, as `replay --json` has them, and who held what at the end. */
export function measuresSection(reviewed: Reviewed): Section | null {
  if (reviewed.reader !== null) return null;
  const { setup, file } = reviewed.scenario;
  const run = finishedRun(reviewed);
  const telling = { names: setup, clock: setup.clock, record: file.record, width: 0 };
  const falls = fallsText(telling, run);
  return {
    id: "measures",
    title: "Measures",
    blocks: [
      tableOf(
        "Measures of this run beside the record",
        askedRows(telling, run, Object.keys(run.asked)),
      ),
      ...(falls === "" ? [] : [{ kind: "text", text: falls } as const]),
      ...headedList("Figures of the record", recordItems(reviewed, run)),
      ...headedList("Who held what at the end", holderItems(setup, run)),
      everyMeasure(run),
    ],
  };
}

function recordItems({ scenario }: Reviewed, run: FinishedRun): readonly string[] {
  const { setup, file } = scenario;
  const turns = Math.max(run.turn, setup.turns);
  const played = { clock: setup.clock, turn: run.turn, turns, measures: run.measures };
  return figureItems(file.record.figures, played);
}

/** Unrounded, under the names that other programs read them by. */
function everyMeasure({ measures }: FinishedRun): Block {
  const rows = Object.entries(measures).map(([id, value]) => [id, String(value)]);
  const blocks = [
    tableOf("Measures as replay --json gives them", [["measure", "value"], ...rows], true),
  ];
  return { kind: "fold", summary: "Every measure, unrounded", blocks };
}
