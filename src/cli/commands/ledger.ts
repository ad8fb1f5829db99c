import type { Problem } from "../../engine/index.ts";
import { type Ledger, ledgerOf } from "../../lab/ledger.ts";
import { answersOf } from "../../lab/question.ts";
import type { PointRuns } from "../../lab/responses.ts";
import { isTimed } from "../../lab/summarise.ts";
import { ledgerLines, ledgerSpec, type LedgerTold, questionWords } from "../../reports/index.ts";
import { drive } from "../drive.ts";
import { EXIT, type Exit } from "../exit.ts";
import { documentHead } from "../experiment-document.ts";
import { flagProblem } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { type LedgerAsked, type LedgerFlags, planLedger, readLedger } from "../ledger-asked.ts";
import { gameOf } from "../load-run.ts";
import { PAGE_COLUMNS, writePictures } from "../pictures.ts";
import { printProblems } from "../problems.ts";

/** `tadmor ledger`: which uncertain number of a scenario moves a measure, and who stands behind it. */
export async function ledger(
  io: Io,
  operands: readonly string[],
  flags: LedgerFlags,
): Promise<Exit> {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor ledger", problems);
    return EXIT.badInput;
  };
  const asked = readLedger(name, flags);
  if (!asked.ok) return refuse(asked.problems);
  const problems = await playAndPrint(io, asked.value);
  return problems.length > 0 ? refuse(problems) : EXIT.done;
}

/** Plays and prints; problems of a point, or too few points to say anything. */
async function playAndPrint(io: Io, asked: LedgerAsked): Promise<readonly Problem[]> {
  const planned = planLedger(asked);
  if (!planned.ok) return planned.problems;
  const { plan, points } = planned.value;
  const ended = await drive(io, plan.experiment(), asked);
  if (ended === "stopped") io.err("Stopped: what follows is of the points that were played.\n");
  const whole = points.filter(({ sample }) => sample.runs === asked.runs);
  if (whole.length < FEWEST_POINTS) return [tooFew(whole.length)];
  const found = foundIn(asked, whole);
  if (asked.flags.json) {
    const { run, seed, question, runs } = asked;
    const head = documentHead(run, seed);
    printJson(io, { ...head, question, points: whole.length, runsAPoint: runs, ...found });
  } else printLines(io, ledgerLines(toldOf(asked, found, whole.length), io.width));
  return writePictures(asked.flags.html, () => {
    const told = toldOf(asked, found, whole.length);
    return {
      title: `${told.title}: which uncertain numbers move it`,
      specs: [ledgerSpec(told)],
      words: ledgerLines(told, PAGE_COLUMNS),
    };
  });
}

const FEWEST_POINTS = 2;

function tooFew(points: number): Problem {
  const message = `--points: found ${points} that were played to the end, expected at least ${FEWEST_POINTS}`;
  return flagProblem("points", "few", message, "a variance needs two of them");
}

function foundIn({ run, question, numbers }: LedgerAsked, points: readonly PointRuns[]): Ledger {
  const game = gameOf(run);
  const answers = points.map(({ values, sample }) => {
    const [runs = []] = answersOf(question, [game], [sample]).values;
    return { values, runs: [...runs] };
  });
  return ledgerOf(numbers, answers);
}

function toldOf(
  { run, question, seed, runs }: LedgerAsked,
  found: Ledger,
  points: number,
): LedgerTold {
  const { setup, hash, file } = run.scenario;
  const { measure, by } = question;
  const measured = file.measures[measure];
  const isTime = isTimed({ asked: file.measures }, measure);
  const words =
    measured === undefined
      ? measure
      : questionWords(setup, setup.clock, { asked: measured, by, isTime, turns: setup.turns });
  const foot = { scenario: setup.id, hash, seed, runs: points * runs };
  return { title: words, ...found, foot };
}
