/** Telling what happened: pure functions of a run's events and worlds to text. */
export { chronicleOf } from "./chronicle.ts";
export { startOf, turnHeading } from "./dates.ts";
export { figureLines } from "./figures.ts";
export { chronicleLines, recordTurnLines, type Telling, turnLines } from "./history.ts";
export {
  finalHolders,
  holdersAfter,
  measuresOf,
  startHolders,
} from "./measures.ts";
export { narrate } from "./narrate.ts";
export { type Line, listUnder, paragraph, plain, title } from "./page.ts";
export { conflictLines, measureLines, summaryLines } from "./summary.ts";
export { shiftsOf, workingLines } from "./why.ts";
export { wrap } from "./wrap.ts";
