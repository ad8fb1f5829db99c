import { type Problem, type Setup, turnStart } from "../engine/index.ts";
import { firstQuestion, type Question } from "../lab/question.ts";
import { measureNames } from "../lab/replicate.ts";
import { isTimed } from "../lab/summarise.ts";
import { measureTitle, questionWords, turnOfDate } from "../reports/index.ts";
import type { Read, Scenario } from "../scenarios/index.ts";
import { clip, listSome, nearest } from "../scenarios/text.ts";
import { flagProblem } from "./flags.ts";
import type { LoadedRun } from "./load-run.ts";

/** What is asked first, as it was typed. */
export interface QuestionFlags {
  readonly measure?: string | undefined;
  /** A turn or a date. */
  readonly by?: string | undefined;
}

/** The question of a command line, or the scenario's own first one. */
export function questionAsked(
  { scenario }: Pick<LoadedRun, "scenario">,
  { measure: typed, by }: QuestionFlags,
): Read<Question> {
  const { file, setup } = scenario;
  const first = firstQuestion(file, setup.turns);
  const measure = typed ?? first.measure;
  const known = measureNames({ setup, asked: file.measures });
  if (!known.includes(measure)) return refused(unknown(measure, known));
  const isTime = isTimed({ asked: file.measures }, measure);
  if (by === undefined) {
    const own = measure === first.measure ? first.by : isTime ? setup.turns : null;
    return { ok: true, value: { measure, by: own } };
  }
  if (!isTime) return refused(noTime(measure));
  const turn = /^\d{4}-\d{2}-\d{2}$/.test(by)
    ? turnOfDate(setup.clock, by, setup.turns)
    : whole(by);
  if (turn === undefined || turn < 1 || turn > setup.turns) return refused(badTurn(by, setup));
  return { ok: true, value: { measure, by: turn } };
}

/** A question in words, in the names of a scenario. */
export function questionTold({ setup, file }: Scenario, { measure, by }: Question): string {
  const isTime = isTimed({ asked: file.measures }, measure);
  const asked = file.measures[measure] ?? { title: measureTitle(file.measures, measure) };
  return questionWords(setup, setup.clock, { asked, by, isTime, turns: setup.turns });
}

function whole(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** The half-width that is asked for; null when none is. */
export function halfWidthAsked(typed: string | undefined): number | null | Problem {
  if (typed === undefined) return null;
  const width = /^\d*\.?\d+$/.test(typed) ? Number(typed) : 0;
  if (width > 0) return width;
  const message = `--until-half-width: found "${clip(typed)}", expected a number above 0`;
  return flagProblem("until-half-width", "half-width", message, "--until-half-width 0.05");
}

function unknown(found: string, known: readonly string[]): Problem {
  const near = nearest(found, known);
  const message = `--measure: found "${clip(found)}", expected a measure of this scenario`;
  const hint = near === undefined ? `there are: ${listSome(known)}` : `did you mean "${near}"?`;
  return flagProblem("measure", "measure", message, hint);
}

function noTime(measure: string): Problem {
  const message = `--by: found it with "${measure}", expected a measure that is a time`;
  return flagProblem("by", "by", message, "leave it out, or name a fall with --measure");
}

function badTurn(found: string, { turns, clock }: Setup): Problem {
  const message = `--by: found "${clip(found)}", expected a turn from 1 to ${turns}, or a date in it`;
  const hint = `--by ${turns}, or --by ${turnStart(clock, turns).date}`;
  return flagProblem("by", "by", message, hint);
}

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}
