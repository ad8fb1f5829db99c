import type { Game } from "../lab/replicate.ts";
import {
  type Claim,
  type Design,
  type FactorValues,
  parseJson,
  patchOfPoint,
  type Read,
  type Scenario,
} from "../scenarios/index.ts";
import type { CourseChoice } from "./courses.ts";
import { gameOf, type LoadedRun, loadRun } from "./load-run.ts";
import { ofScenario, textAt } from "./named-scenario.ts";

/** A claim or a design with the scenario that it is about. */
export interface LoadedSubject<T> {
  readonly asked: T;
  /** The scenario at the values it has itself. */
  readonly run: LoadedRun;
  /** The patch of a point, that of the file before it. */
  patchAt(values: FactorValues): ReturnType<typeof patchOfPoint>;
  /** What is played at a point, or why there is nothing. */
  runAt(values: FactorValues): Read<LoadedRun>;
  /** The game at a point, or why there is none. */
  gameAt(values: FactorValues): Read<Game>;
}

/** Reads a claim or a design from its text, and the scenario that is asked for, else the one it names; or every problem. */
export function subjectOf<T extends Claim | Design>(
  text: string,
  read: (text: string, scenario: Scenario) => Read<T>,
  asked: string | null,
): Read<LoadedSubject<T>> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const name = asked ?? textAt(json.value, "scenario") ?? null;
  const options = { variant: textAt(json.value, "variant"), length: textAt(json.value, "length") };
  // What it names may be what is wrong: read against the bare scenario, it says where.
  const named = loadRun(name, options);
  const bare = named.ok ? named : loadRun(name, {});
  if (!bare.ok) return { ok: false, problems: ofScenario(name, bare.problems) };
  const subject = read(text, bare.value.scenario);
  if (!subject.ok) return subject;
  const { patch, factors, courses } = subject.value;
  const choice: CourseChoice = courses.length === 0 ? {} : { course: courses.join(",") };
  const whole = loadRun(name, { ...options, patch }, choice);
  if (!whole.ok) return whole;
  const { overrides } = whole.value.scenario.file;
  const patchAt = (values: FactorValues) => [
    ...patch,
    ...patchOfPoint(factors, values, { overrides }),
  ];
  const runAt = (values: FactorValues) =>
    loadRun(name, { ...options, patch: patchAt(values) }, choice);
  return {
    ok: true,
    value: {
      asked: subject.value,
      run: whole.value,
      patchAt,
      runAt,
      gameAt: (values) => {
        const run = runAt(values);
        return run.ok ? { ok: true, value: gameOf(run.value) } : run;
      },
    },
  };
}
