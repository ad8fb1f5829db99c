import { type FinishedRun, foldMeasures } from "../measures.ts";
import type { Reviewed } from "./reviewed.ts";

/** What a game came to: its measures, and who held what, folded from its events. White's alone. */
export function finishedRun({ scenario, turns }: Reviewed): FinishedRun {
  const { setup, file } = scenario;
  const fold = foldMeasures(setup, file.measures);
  for (const { events } of turns) fold.turn(events);
  return {
    setup,
    asked: file.measures,
    measures: fold.result(),
    holders: fold.holders,
    air: fold.air,
    turn: turns.length,
  };
}
