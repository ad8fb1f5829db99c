// What the benchmark uses of src/. It is bundled, so that what is measured is what ships.
import { loadScenario } from "../../src/edge/load.ts";
import { followCoa } from "../../src/policies/course-of-action.ts";
import { readCoa } from "../../src/scenarios/index.ts";

export { produce } from "immer";
export {
  apply,
  createChance,
  digestOf,
  observe,
  SEQUENCE,
  startWorld,
  step,
  worldDigests,
} from "../../src/engine/index.ts";
export { forecast, isAttacking, legalOrders } from "../../src/engine/player.ts";
export { copyOf } from "../../src/engine/world/copy.ts";
export { branchAt, parseJournal, recompute } from "../../src/journal/index.ts";
export { startAfter } from "../../src/lab/opening.ts";
export { playOut } from "../../src/lab/play-out.ts";
export { foldMeasures } from "../../src/reports/measures.ts";

/** The default scenario at its default length, what it measures, and history's policy for each seat. */
export function loadHistory(directory) {
  const { source, scenario } = valueOf(loadScenario(null, {}, directory));
  const { setup, file } = scenario;
  const entries = Object.entries(file.historical).map(([seat, coa]) => {
    const text = valueOf(source.readCoa(coa));
    return [seat, followCoa(valueOf(readCoa(text, setup)))];
  });
  return { setup, measures: file.measures, policies: Object.fromEntries(entries) };
}

function valueOf(read) {
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.value;
}
