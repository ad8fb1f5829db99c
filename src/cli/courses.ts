import type { LoadedScenario } from "../edge/load.ts";
import type { Id, Problem } from "../engine/index.ts";
import { type Read, readCoa } from "../scenarios/index.ts";
import { clip, listSome, nearest } from "../scenarios/text.ts";
import { flagProblem } from "./flags.ts";

/** Courses of action by name: of the hostile side, of the friendly one, and of any. */
export interface CourseChoice {
  readonly red?: string | undefined;
  readonly blue?: string | undefined;
  /** Names parted by commas. */
  readonly course?: string | undefined;
  /** Seat → course of action, for every seat that has one: history is not asked. */
  readonly seats?: Readonly<Record<Id, Id>> | undefined;
  /** Objectives chosen as aims, over those that the courses of action choose. */
  readonly aim?: readonly string[] | undefined;
}

/** Nobody departs from history. */
export const HISTORICAL: CourseChoice = {};

/** What each seat plays, and the aims that go with it. */
export interface ChosenCourses {
  readonly coas: Readonly<Record<Id, Id>>;
  readonly aims: Readonly<Record<Id, Id>>;
}

/** The courses of action of a choice, over those of history; or every problem with the choice. */
export function chosenCourses(
  loaded: LoadedScenario,
  { red, blue, course, seats }: CourseChoice,
): Read<ChosenCourses> {
  if (seats !== undefined) return { ok: true, value: { coas: seats, aims: {} } };
  const found = [
    ...(red === undefined ? [] : [ofSide(loaded, "red", "hostile", red)]),
    ...(blue === undefined ? [] : [ofSide(loaded, "blue", "friend", blue)]),
    ...(course?.split(",") ?? []).map((name) => courseOf(loaded, "course", name.trim(), null)),
  ];
  const problems = found.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  const chosen = found.flatMap((one) => (one.ok ? [one.value] : []));
  return {
    ok: true,
    value: {
      coas: Object.assign({}, loaded.scenario.file.historical, ...chosen.map(({ coas }) => coas)),
      aims: Object.assign({}, ...chosen.map(({ aims }) => aims)),
    },
  };
}

/** The first side by id of an affiliation, as a choice of courses means it. */
function ofSide(
  loaded: LoadedScenario,
  flag: "red" | "blue",
  affiliation: "hostile" | "friend",
  name: string,
): Read<ChosenCourses> {
  const { sides } = loaded.scenario.setup;
  const side = Object.keys(sides).find((id) => sides[id]?.affiliation === affiliation);
  if (side !== undefined) return courseOf(loaded, flag, name, side);
  const message = `--${flag}: found no ${affiliation} side in this scenario, expected one`;
  return refused(flagProblem(flag, "side", message, "--course names a course of any side"));
}

/** A course of action of a side by its id, or one of a single seat; `side` null takes any. */
function courseOf(
  loaded: LoadedScenario,
  flag: string,
  name: string,
  side: Id | null,
): Read<ChosenCourses> {
  const { courses } = loaded.scenario.file;
  const known = Object.keys(courses).filter((id) => side === null || courses[id]?.side === side);
  const course = known.includes(name) ? courses[name] : undefined;
  if (course !== undefined) return { ok: true, value: { coas: course.seats, aims: course.aims } };
  const single = singleSeat(loaded, name, side);
  if (single !== null) return single;
  const message = `--${flag}: found "${clip(name)}", expected a course of action of ${ofWhom(loaded, side)}`;
  const near = nearest(name, known);
  const hint = near === undefined ? `there are: ${listSome(known)}` : `did you mean "${near}"?`;
  return refused(flagProblem(flag, "course", message, hint));
}

function ofWhom({ scenario }: LoadedScenario, side: Id | null): string {
  return side === null ? "this scenario" : `the side "${scenario.setup.sides[side]?.name ?? side}"`;
}

/** A seat's own course of action, by id or by path; null when there is none for this side. */
function singleSeat(
  { source, scenario }: LoadedScenario,
  name: string,
  side: Id | null,
): Read<ChosenCourses> | null {
  if (!source.coaIds.includes(name) && !name.endsWith(".json")) return null;
  const text = source.readCoa(name);
  const coa = text.ok ? readCoa(text.value, scenario.setup) : text;
  if (!coa.ok) return coa;
  const { seat } = coa.value;
  const isTheirs = side === null || scenario.setup.seats[seat]?.side === side;
  return isTheirs ? { ok: true, value: { coas: { [seat]: name }, aims: {} } } : null;
}

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}
