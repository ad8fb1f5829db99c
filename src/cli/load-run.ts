import { type LoadedScenario, loadScenario } from "../edge/load.ts";
import type { Aims, Id, Problem } from "../engine/index.ts";
import type { Policies } from "../lab/play-out.ts";
import type { Recipe } from "../lab/recipe.ts";
import type { Game } from "../lab/replicate.ts";
import { followCoa } from "../policies/course-of-action.ts";
import type { Policy } from "../policies/policy.ts";
import { aimsOf, type Coa, type Read, readCoa, type ReadOptions } from "../scenarios/index.ts";
import { chosenCourses, type CourseChoice, HISTORICAL } from "./courses.ts";

/** A scenario with the courses of action that are played in it. */
export interface LoadedRun extends LoadedScenario {
  readonly policies: Policies;
  /** Seat → course of action, by its id or its path. */
  readonly coas: Readonly<Record<Id, Id>>;
  /** Seat → text of its course of action. */
  readonly coaTexts: Readonly<Record<Id, string>>;
  /** The aim of each group that the courses of action choose. */
  readonly aims: Readonly<Record<Id, Id>>;
}

/**
 * Reads a scenario by id or path and the courses of action to play in it, those of history where no
 * other is chosen; or every problem.
 */
export function loadRun(
  name: string | null,
  options: ReadOptions,
  choice: CourseChoice = HISTORICAL,
): Read<LoadedRun> {
  const loaded = loadScenario(name, options);
  return loaded.ok ? withCourses(loaded.value, choice) : loaded;
}

/** A scenario that was read already, with courses of action to play in it; or every problem of these. */
export function withCourses(loaded: LoadedScenario, choice: CourseChoice): Read<LoadedRun> {
  const chosen = chosenCourses(loaded, choice);
  if (!chosen.ok) return chosen;
  const { coas, aims } = chosen.value;
  const asked = aimsAsked(loaded, choice.aim);
  if (!asked.ok) return asked;
  const policies: Record<Id, Policy> = {};
  const coaTexts: Record<Id, string> = {};
  const made: Id[] = [];
  const problems: Problem[] = [];
  for (const [seat, id] of Object.entries(coas)) {
    const coa = coaOf(loaded, id, seat);
    if (!coa.ok) {
      problems.push(...coa.problems);
      continue;
    }
    const { text, aim } = coa.value;
    policies[seat] = followCoa(coa.value);
    coaTexts[seat] = text;
    if (aim !== null) made.push(aim);
  }
  if (problems.length > 0) return { ok: false, problems };
  const own = aimsOf(loaded.scenario.setup, made);
  if (!own.ok) return own;
  // 13.2: what is asked for goes before a course of a side, and that before a seat's own.
  const all = { ...own.value, ...aims, ...asked.value };
  return { ok: true, value: { ...loaded, policies, coas, coaTexts, aims: all } };
}

/** The aims of a repeated flag `--aim`, or what is wrong with them. */
export function aimsAsked(
  { scenario }: LoadedScenario,
  objectives: readonly string[] = [],
): Read<Aims> {
  return aimsOf(scenario.setup, objectives);
}

/** A course of action with its text. */
interface CoaWithText extends Coa {
  readonly text: string;
}

/** A course of action that a seat can play, or why it cannot, at the place where the scenario names it. */
function coaOf({ source, scenario }: LoadedScenario, id: Id, seat: Id): Read<CoaWithText> {
  const at = placesNamed(scenario.file).find((one) => one.id === id && one.seat === seat)?.at ?? "";
  const text = source.readCoa(id);
  const coa = text.ok ? readCoa(text.value, scenario.setup) : text;
  if (!text.ok || !coa.ok) {
    const problems = coa.ok ? [] : coa.problems;
    return { ok: false, problems: problems.map((one) => ofCoa(id, at, one)) };
  }
  if (coa.value.seat !== seat) return { ok: false, problems: [otherSeat(coa.value, seat, at)] };
  return { ok: true, value: { ...coa.value, text: text.value } };
}

function otherSeat({ id, seat }: Coa, asked: Id, path: string): Problem {
  const message = `found the course of action "${id}", which is for the seat "${seat}", expected one for "${asked}"`;
  const hint = "name it for its own seat, or another for this one";
  return { code: "course.other-seat", path, message, hint };
}

function ofCoa(id: Id, path: string, problem: Problem): Problem {
  const at = problem.path === "" ? "" : ` at ${problem.path}`;
  return { ...problem, path, message: `in the course of action "${id}"${at}: ${problem.message}` };
}

/** Where a scenario names a course of action for a seat. */
interface Named {
  readonly seat: Id;
  readonly id: Id;
  readonly at: string;
}

/** In its history first, then in its courses of whole sides. */
function placesNamed({ historical, courses }: LoadedScenario["scenario"]["file"]): Named[] {
  const named = (seats: Readonly<Record<Id, Id>>, path: string) =>
    Object.entries(seats).map(([seat, id]) => ({ seat, id, at: `${path}/${seat}` }));
  return [
    ...named(historical, "/historical"),
    ...Object.entries(courses).flatMap(([id, { seats }]) => named(seats, `/courses/${id}/seats`)),
  ];
}

/**
 * What is wrong with the courses of action that a scenario names, once each. Nothing is said of a
 * scenario that has none with it at all.
 */
export function namedCourseProblems(loaded: LoadedScenario): Problem[] {
  if (loaded.source.coaIds.length === 0) return [];
  const named = placesNamed(loaded.scenario.file);
  const isFirst = ({ seat, id }: Named, index: number) =>
    named.findIndex((one) => one.seat === seat && one.id === id) === index;
  return named.filter(isFirst).flatMap(({ seat, id }) => {
    const coa = coaOf(loaded, id, seat);
    return coa.ok ? [] : coa.problems;
  });
}

/** What the laboratory plays. */
export function gameOf(loaded: LoadedRun): Game {
  const { scenario, policies, aims } = loaded;
  const recipe = recipeOf(loaded);
  return { setup: scenario.setup, policies, aims, asked: scenario.file.measures, recipe };
}

/** The length is named, whether it was asked for or not: the same game has one recipe. */
function recipeOf(loaded: LoadedRun): Recipe {
  const { source, scenario, parametersText, options, coaTexts, aims } = loaded;
  return {
    scenario: source.text,
    parameters: parametersText,
    length: options.length ?? scenario.file.length,
    variant: options.variant ?? null,
    patch: options.patch ?? null,
    courses: coaTexts,
    aims,
  };
}
