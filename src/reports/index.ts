/** Telling what happened: pure functions of a run's events and worlds to text. */
export { type BacktestTold, besideTargetLines, targetLines } from "./backtest.ts";
export { chronicleOf } from "./chronicle.ts";
export { startOf, turnHeading } from "./dates.ts";
export { type ExperimentHead, headLines } from "./experiment.ts";
export { figureLines } from "./figures.ts";
export { chronicleLines, recordTurnLines, type Telling, turnLines } from "./history.ts";
export {
  finalHolders,
  foldMeasures,
  isTime,
  type MeasureAsked,
  type MeasureFold,
  type Measures,
} from "./measures.ts";
export { narrate } from "./narrate.ts";
export { conditionWords } from "./tell-condition.ts";
export { tellHandInject, tellRuling } from "./tell-hand.ts";
export { besideLines } from "./without.ts";
export { type Line, listUnder, paragraph, plain, title } from "./page.ts";
export { conflictLines, measureLines, summaryLines } from "./summary.ts";
export { measureSummaryLines } from "./summarised.ts";
export { workingLines } from "./why.ts";
export { shiftsOf } from "./why-odds.ts";
export { wrap } from "./wrap.ts";
