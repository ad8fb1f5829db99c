import type { Test } from "../../scenarios/index.ts";
import type { Block } from "../document/block.ts";
import { tableOf } from "../document/table.ts";
import type { Measures } from "../measures.ts";
import { isPassed } from "../passed.ts";
import { citationOf } from "../record.ts";
import type { Reviewed } from "./reviewed.ts";

/** Where the sources contradict each other: every position, and which of them the run is like. */
export function conflictBlocks({ scenario, turns }: Reviewed, measures: Measures): Block[] {
  const conflicts = Object.values(scenario.file.record.conflicts);
  if (conflicts.length === 0) return [];
  const isOver = turns.at(-1)?.world?.over ?? false;
  const rows = conflicts.flatMap(({ question, positions }) =>
    positions.map((position, at) => [
      at === 0 ? question : "the same",
      `${position.text} ${citationOf(position)}`,
      likeText(position.resembles, measures),
    ]),
  );
  const head = ["question", "position", isOver ? "this run" : "this run so far"];
  return [
    { kind: "heading", text: "Where the sources differ" },
    tableOf("Every position, with who holds it", [head, ...rows]),
  ];
}

/** Whether the run came out as a position has it; a position that nothing measures is not judged. */
function likeText(resembles: Test | undefined, measures: Measures): string {
  if (resembles === undefined) return "not measured";
  return isPassed(resembles, (measure) => measures[measure] ?? null) ? "like this" : "otherwise";
}
