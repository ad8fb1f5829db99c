import { findScenario } from "../edge/assets.ts";
import { readDesign } from "../edge/results.ts";
import type { Problem } from "../engine/index.ts";
import type { Json, PatchOperation, Read } from "../scenarios/index.ts";
import { clip } from "../scenarios/text.ts";
import type { NamedExcursion } from "./excursions.ts";
import { type GameFlags, type LoadedGame, loadGameWith } from "./load-game.ts";

/** What a directory of results says of itself, as far as it takes to play it again. */
export interface SavedDesign {
  readonly command: string;
  readonly scenario: string;
  readonly seed: string;
  readonly runs: number;
  readonly games: readonly SavedGame[];
  readonly question: Readonly<Record<string, Json>>;
}

/** One of its games; what it is not right about shows when the designs are compared. */
interface SavedGame {
  readonly name: string;
  readonly title: string;
  readonly length: string;
  readonly variant: string | undefined;
  readonly excursion: NamedExcursion | null;
  /** Seat → course of action. */
  readonly seats: Readonly<Record<string, string>>;
  readonly aim: readonly string[];
}

/** Reads the design of a directory for one command. */
export function savedDesign(directory: string, command: string): Read<SavedDesign> {
  const read = readDesign(directory);
  if (!read.ok) return { ok: false, problems: read.problems.map(ofResume) };
  const design = designIn(read.value);
  if (design === null) return refused(unreadable);
  return design.command === command
    ? { ok: true, value: design }
    : refused(otherCommand(design.command, command));
}

/**
 * The same of a command that takes its scenario from the line, where `typed` is what was: a design
 * knows only its id, which finds no scenario that does not ship.
 */
export function savedDesignOf(
  directory: string,
  command: string,
  typed: string | null,
): Read<SavedDesign> {
  const saved = savedDesign(directory, command);
  if (!saved.ok || typed !== null || findScenario(saved.value.scenario).ok) return saved;
  return refused(notShipped(saved.value.scenario, `tadmor ${command} FILE.json --resume DIR`));
}

/** Whether flags say what is played, so that the design of the directory is only compared with it. */
export function choosesGame(flags: GameFlags): boolean {
  const { length, variant, excursion, red, blue, course, aim = [], set = [] } = flags;
  const named = [length, variant, excursion, red, blue, course, ...aim, ...set];
  return named.some((one) => one !== undefined);
}

/** Reads the game of a design again; `name` is the scenario where it is not one that ships. */
export function loadSavedGame(name: string, game: SavedGame): Read<LoadedGame> {
  return loadGameWith(name, game, game.excursion);
}

type Data = Readonly<Record<string, Json>>;

function designIn(json: Json): SavedDesign | null {
  const data = recordOf(json);
  const scenario = recordOf(data["scenario"])["id"];
  const { command, seed, runs } = data;
  const games = Array.isArray(data["games"])
    ? data["games"].map((one) => gameIn(recordOf(one)))
    : [];
  if (data["format"] !== "tadmor-experiment/1" || games.length === 0) return null;
  if (typeof scenario !== "string" || typeof seed !== "string") return null;
  if (typeof command !== "string" || !isCount(runs)) return null;
  return { command, scenario, seed, runs, games, question: recordOf(data["question"]) };
}

const MOST_RUNS = 1_000_000;

function isCount(value: Json | undefined): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_RUNS;
}

function gameIn(data: Data): SavedGame {
  const { name, title, length, variant } = data;
  const courses = Object.entries(recordOf(data["courses"]));
  return {
    name: textOf(name),
    title: textOf(title),
    length: textOf(length),
    variant: typeof variant === "string" ? variant : undefined,
    excursion: excursionIn(data["excursion"]),
    seats: Object.fromEntries(courses.map(([seat, one]) => [seat, textOf(recordOf(one)["id"])])),
    aim: Object.values(recordOf(data["aims"])).map(textOf),
  };
}

function excursionIn(json: Json | undefined): NamedExcursion | null {
  const { title, reason, patch } = recordOf(json);
  if (!Array.isArray(patch) || !patch.every(isOperation)) return null;
  return {
    title: textOf(title),
    reason: textOf(reason),
    patch: patch.map((one) => recordOf(one) as unknown as PatchOperation),
    file: "design.json",
    fromFile: patch.length,
  };
}

function isOperation(json: Json): boolean {
  const { op, path } = recordOf(json);
  return typeof op === "string" && typeof path === "string";
}

function recordOf(json: Json | undefined): Data {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? json : {};
}

function textOf(json: Json | undefined): string {
  return typeof json === "string" ? json : "";
}

function ofResume(problem: Problem): Problem {
  return { ...problem, path: problem.path === "" ? "/resume" : problem.path };
}

const unreadable: Problem = {
  code: "results.design",
  path: "/resume",
  message: "found a design.json that no version of this program wrote, expected an experiment's",
  hint: "restore the file, or begin anew by --out",
};

function otherCommand(found: string, expected: string): Problem {
  const message = `found the results of tadmor ${found}, expected those of tadmor ${expected}`;
  return { code: "results.command", path: "/resume", message, hint: `tadmor ${found} --resume` };
}

/** The code of a scenario that only its file can name. */
export const NOT_SHIPPED = "results.scenario";

function notShipped(id: string, line: string): Problem {
  const message = `found the results of the scenario "${clip(id)}", expected one that ships, or its file`;
  return { code: NOT_SHIPPED, path: "/resume", message, hint: `name the scenario's file: ${line}` };
}

function refused(problem: Problem): Read<never> {
  return { ok: false, problems: [problem] };
}
