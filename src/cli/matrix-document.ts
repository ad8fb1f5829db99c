import type { MatrixResult } from "../lab/matrix.ts";
import {
  type Document,
  type Line,
  matrixLines,
  matrixSection,
  type MatrixTold,
  matrixTexts,
  type PlotFoot,
  readmeText,
} from "../reports/index.ts";
import type { ResultsOf } from "../edge/results.ts";
import type { Experiment } from "../lab/experiment.ts";
import { measureNames } from "../lab/replicate.ts";
import { designOf, type NamedGame } from "./design-document.ts";
import { documentHead, playedHead } from "./experiment-document.ts";
import { experimentPage } from "./experiment-page.ts";
import { gameOf } from "./load-run.ts";
import type { MatrixAsked, MatrixBlock } from "./matrix-asked.ts";
import { payoffWords } from "./payoff-asked.ts";

/** A block that was played, with what it says. */
export interface SolvedBlock {
  readonly block: MatrixBlock;
  readonly found: MatrixResult;
}

/** The answer as other programs read it: one matrix, or with `--each-aim` one for each aim. */
export function matrixDocument(
  asked: MatrixAsked,
  solved: readonly SolvedBlock[],
  runs: number,
): object {
  const { base, seed, red, blue, payoff } = asked;
  const head = { ...documentHead(base, seed), runs, red, blue, terms: payoff };
  const [first] = solved;
  if (first !== undefined && first.block.aim === null) return { ...head, ...answer(asked, first) };
  const aims = solved.map((one) => [one.block.aim, answer(asked, one)]);
  return { ...head, byAim: Object.fromEntries(aims) };
}

function answer({ red, blue }: MatrixAsked, { found }: SolvedBlock): object {
  const { equilibrium, bootstrap, security, ...rest } = found;
  const mix = (ids: readonly string[], weights: readonly number[]) =>
    ids.map((coa, at) => ({ coa, weight: weights[at] ?? 0 }));
  return {
    ...rest,
    payoff: found.payoff.map((row) => row.map(({ found: mean, ...one }) => ({ mean, ...one }))),
    value: { mean: equilibrium.value, ...bootstrap.value, level: bootstrap.level },
    redMix: mix(red, equilibrium.redMix),
    blueMix: mix(blue, equilibrium.blueMix),
    security,
    bootstrap,
  };
}

/** A block as it is told. */
function matrixTold(asked: MatrixAsked, { block, found }: SolvedBlock): MatrixTold {
  const { red, blue, payoff, base, flags } = asked;
  const { courses } = base.scenario.file;
  const titles = (ids: readonly string[]) => ids.map((id) => courses[id]?.title ?? id);
  const aim = aimTitle(asked, block);
  const words = payoffWords(base.scenario, flags.payoff, payoff);
  const title = `Payoff to Red${aim === null ? "" : ` (${aim})`}: ${words}`;
  return { ...found, title, red: titles(red), blue: titles(blue) };
}

function aimTitle({ base }: MatrixAsked, { aim }: MatrixBlock): string | null {
  if (aim === null) return null;
  return base.scenario.setup.objectives[aim]?.title ?? aim;
}

/** What stands under every picture of a matrix. */
function matrixFoot({ base, seed, red, blue }: MatrixAsked, runs: number): PlotFoot {
  const { setup, hash } = base.scenario;
  return { scenario: setup.id, hash, seed, runs: runs * red.length * blue.length };
}

/** All blocks as a page. */
export function matrixPage(
  asked: MatrixAsked,
  solved: readonly SolvedBlock[],
  { runs, isDecided, remark }: { runs: number; isDecided: boolean; remark: string | null },
): Document {
  const { base, seed } = asked;
  const foot = matrixFoot(asked, runs);
  const page = {
    command: "matrix",
    title: `${base.scenario.setup.title}: courses of action against each other`,
    loaded: base,
    seed,
    runs,
    asked: asked.runs,
    games: namedGames(asked).map(({ name }) => name),
    isDecided,
    design: matrixResultsOf(asked).design,
    remark,
  };
  const sections = solved.map((one, at) => matrixSection(matrixTold(asked, one), at + 1, foot));
  return experimentPage(page, sections);
}

/** All blocks in words. */
export function matrixReport(
  asked: MatrixAsked,
  solved: readonly SolvedBlock[],
  runs: number,
  width: number,
): Line[] {
  const foot = matrixFoot(asked, runs);
  return solved.flatMap((one) => matrixLines(matrixTold(asked, one), foot, width));
}

function namedGames({ blocks, red, blue }: MatrixAsked): NamedGame[] {
  return blocks.flatMap(({ aim, cells }) =>
    cells.flatMap((row, at) =>
      row.map((cell, column) => {
        const name = `${red[at]} against ${blue[column]}`;
        const full = aim === null ? name : `${name} for ${aim}`;
        return { name: full, title: full, loaded: { ...cell, excursion: null } };
      }),
    ),
  );
}

/** What a directory of a matrix is of: its cells are games, a row for each run of each. */
export function matrixResultsOf(asked: MatrixAsked): ResultsOf {
  const { base, seed, runs, red, blue, flags } = asked;
  const measures = measureNames(gameOf(base));
  const games = namedGames(asked);
  const question = {
    red,
    blue,
    payoff: flags.payoff ?? null,
    aims: flags.aim ?? null,
    eachAim: flags.eachAim === true,
  };
  return {
    design: designOf(games as [NamedGame, ...NamedGame[]], {
      command: "matrix",
      seed,
      runs,
      measures,
      question,
    }),
    table: { seed, alternatives: games.map(({ name }) => name), measures },
  };
}

/** The README of a directory of a matrix. */
export function matrixReadme(
  asked: MatrixAsked,
  solved: readonly SolvedBlock[],
  runs: number,
  experiment: Experiment,
): string {
  const { base, seed } = asked;
  const head = playedHead(base, seed, runs);
  return readmeText({
    ...head,
    command: "matrix",
    asked: asked.runs,
    games: namedGames(asked).map(({ name }) => name),
    isDecided: experiment.isWhole(),
    findings: solved.flatMap((one) => {
      const told = matrixTold(asked, one);
      return [`${told.title}.`, ...matrixTexts(told)];
    }),
  });
}
