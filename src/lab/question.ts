import type { Id } from "../engine/index.ts";
import type { ScenarioFile, Test } from "../scenarios/index.ts";
import type { Compared } from "./compare.ts";
import type { Game } from "./replicate.ts";
import { columnOf, type Sample } from "./sample.ts";
import { isTimed, isYesOrNo } from "./summarise.ts";

/** What is asked of every run: a measure, or whether what it times has come by a turn. */
export interface Question {
  readonly measure: Id;
  /** The turn, of a time; null asks for the measure itself. */
  readonly by: number | null;
}

/** What each run answers; a time that did not come is the horizon, the restricted mean. */
export function answersOf(
  { measure, by }: Question,
  games: readonly Game[],
  samples: readonly Sample[],
): Compared {
  const [first] = games;
  const isTime = first !== undefined && isTimed(first, measure);
  const valueOf = (value: number | null, { horizon }: Sample) => {
    if (by !== null) return value !== null && value <= by ? 1 : 0;
    return value ?? (isTime ? horizon : Number.NaN);
  };
  return {
    isShare: by !== null || (first !== undefined && isYesOrNo(first, measure)),
    values: samples.map((sample) =>
      columnOf(sample, measure).map((value) => valueOf(value, sample)),
    ),
  };
}

/**
 * What a scenario asks first: the first chance among its levers and targets that a time comes by a
 * turn; else whether its first time comes at all; else its first measure. One that asks for none is
 * asked for the score of its first seat.
 */
export function firstQuestion(file: ScenarioFile, turns: number): Question {
  const levers = Object.values(file.levers).flatMap(({ measures }) => measures);
  const tests = [
    ...levers.map(({ test }) => test),
    ...Object.values(file.targets).flatMap(({ what }) =>
      what.kind === "chance" ? [what.test] : [],
    ),
  ];
  const asked = tests.flatMap((test) => questionIn(test, file, turns));
  const ids = Object.keys(file.measures);
  const timed = ids.find((id) => isTimed({ asked: file.measures }, id));
  if (asked[0] !== undefined) return asked[0];
  if (timed !== undefined) return { measure: timed, by: turns };
  const seat = Object.keys(file.seats).find((id) => file.seats[id]?.role === "command");
  return { measure: ids[0] ?? `${seat}-score`, by: null };
}

function questionIn(test: Test, { measures }: ScenarioFile, turns: number): Question[] {
  if (!("measure" in test) || test.to === undefined || test.to > turns) return [];
  const { measure, to: by } = test;
  return isTimed({ asked: measures }, measure) ? [{ measure, by }] : [];
}
