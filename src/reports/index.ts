/** Telling what happened: pure functions of a run's events and worlds to text. */
export {
  type AskedAnswer,
  askedLabel,
  type AskedMeasure,
  type AskedRow,
  askedSentences,
  type AskedWords,
} from "./asked.ts";
export { type BacktestTold, besideTargetLines, targetLines } from "./backtest.ts";
export { claimLines, type ClaimTold, verdictTexts } from "./claim.ts";
export { chronicleOf } from "./chronicle.ts";
export {
  differenceSentence,
  differenceTables,
  type DifferenceTold,
  mainDifferenceLines,
} from "./compared.ts";
export { halfDay, startOf, turnHeading } from "./dates.ts";
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
  measureTitle,
} from "./measures.ts";
export type { LuckTold, SplitTold, WeighedTold } from "./luck.ts";
export { heldText, ledgerLines, type LedgerTold, ledgerTexts } from "./ledger.ts";
export { matrixLines, type MatrixTold, matrixTexts } from "./matrix.ts";
export { narrate } from "./narrate.ts";
export { conditionWords } from "./tell-condition.ts";
export { tellHandInject, tellRuling } from "./tell-hand.ts";
export { type Document, drawablesIn, type Section } from "./document/block.ts";
export { formatHtml } from "./document/html.ts";
export type { Drawn } from "./document/html-blocks.ts";
export { formatMarkdown } from "./document/markdown.ts";
export { reviewDocument } from "./review/document.ts";
export { type PlayedGame, reviewForSeat, reviewForWhite } from "./review/review-game.ts";
export type { Reviewed } from "./review/reviewed.ts";
export { wayWords } from "./situation/bearing.ts";
export { heldBy, placeRows, placesOf } from "./situation/places.ts";
export { menWords, nearestOwn, threatRows, threatsOf, whereWords } from "./situation/threats.ts";
export { isPassed } from "./passed.ts";
export { pinnedLines, type PinnedTold } from "./pinned.ts";
export { questionWords, turnOfDate } from "./question-words.ts";
export { nearPlaces } from "./map/near-places.ts";
export { readmeText } from "./readme.ts";
export { besideLines } from "./without.ts";
export { type Line, listUnder, paragraph, plain, title } from "./page.ts";
export { conflictLines, measureLines, summaryLines } from "./summary.ts";
export { measureSummaryLines } from "./summarised.ts";
export { breakEvenTexts, sweepLines } from "./sweep.ts";
export { workingLines } from "./why.ts";
export { resultChances } from "./why-outcome.ts";
export { shiftsOf } from "./why-odds.ts";
export { wrap } from "./wrap.ts";
export { binsOf } from "./plot-bins.ts";
export type * from "./plot-data.ts";
export { histogramText } from "./plot-text.ts";
export { heatText, matrixText } from "./plot-text-cells.ts";
export { curveText, tornadoText } from "./plot-text-whiskers.ts";
export {
  curveSpec,
  heatSpec,
  histogramSpec,
  matrixSpec,
  type PlotSpec,
  tornadoSpec,
} from "./plot-vega.ts";
export { csvText } from "./export/csv.ts";
export { eventCsv } from "./export/event-csv.ts";
export { gameJson } from "./export/game-json.ts";
export { geoJsonOf } from "./export/geojson.ts";
export { compareSections } from "./experiments/compare.ts";
export { experimentDocument, type PlayedExperiment } from "./experiments/document.ts";
export { ledgerSections } from "./experiments/ledger.ts";
export { matrixSection } from "./experiments/matrix.ts";
export { type RunPicture, runSections } from "./experiments/run.ts";
export { sweepSections } from "./experiments/sweep.ts";
export { claimSections } from "./experiments/claim.ts";
export type { WrongWayTold } from "./wrong-way.ts";
