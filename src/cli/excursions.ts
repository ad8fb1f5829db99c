import { basename } from "node:path";
import { readTextFile } from "../edge/files.ts";
import type { Problem } from "../engine/index.ts";
import {
  type Excursion,
  LARGEST_FILE_BYTES,
  type PatchOperation,
  type Read,
  readExcursion,
} from "../scenarios/index.ts";
import { clip } from "../scenarios/text.ts";
import { flagProblem } from "./flags.ts";

/** What is changed in a scenario before it is played, as it was typed. */
export interface ExcursionFlags {
  /** A file; where alternatives are compared, several parted by commas. */
  readonly excursion?: string | undefined;
  /** `POINTER=VALUE`, each. */
  readonly set?: readonly string[] | undefined;
}

/** An excursion, and of which file it is; null for numbers that were typed. */
export interface NamedExcursion extends Excursion {
  readonly file: string | null;
  /** Operations from the file; those after them were typed. */
  readonly fromFile: number;
}

/** The excursion of a file, then the numbers that were set; null when nothing is changed; or every problem. */
export function excursionAsked({
  excursion,
  set = [],
}: ExcursionFlags): Read<NamedExcursion | null> {
  const read = excursion === undefined ? null : readExcursionFile(excursion);
  const typed = settings(set);
  const problems = [read, typed].flatMap((one) => (one === null || one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  const file = read?.ok === true ? read.value : null;
  return { ok: true, value: withSettings(file, typed.ok ? typed.value : []) };
}

/** An excursion with numbers set over it; null when there is neither. */
export function withSettings(
  file: NamedExcursion | null,
  typed: readonly PatchOperation[],
): NamedExcursion | null {
  if (typed.length === 0) return file;
  const titled = typed.map(({ path, value }) => `${path} = ${JSON.stringify(value)}`).join(", ");
  return {
    title: file === null ? titled : `${file.title}; ${titled}`,
    reason: file === null ? TYPED : `${file.reason} Then: ${TYPED}`,
    patch: [...(file?.patch ?? []), ...typed],
    file: file?.file ?? null,
    fromFile: file?.patch.length ?? 0,
  };
}

const TYPED = "Set on the command line.";

/** One excursion by the path of its file. */
export function readExcursionFile(path: string): Read<NamedExcursion> {
  const text = readTextFile(path, LARGEST_FILE_BYTES);
  const read = text.ok ? readExcursion(text.value) : text;
  if (!read.ok) return { ok: false, problems: read.problems.map((one) => inFile(path, one)) };
  const { title, reason, patch } = read.value;
  const value = { title, reason, patch, file: basename(path), fromFile: patch.length };
  return { ok: true, value };
}

function inFile(file: string, problem: Problem): Problem {
  return { ...problem, message: `in the excursion ${clip(file)}: ${problem.message}` };
}

/** Every `POINTER=VALUE` as an operation; the value is JSON, or else the text itself. */
export function settings(typed: readonly string[]): Read<readonly PatchOperation[]> {
  const read = typed.map(settingOf);
  const problems = read.flatMap((one) => ("code" in one ? [one] : []));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: read.flatMap((one) => ("code" in one ? [] : [one])) };
}

function settingOf(typed: string): PatchOperation | Problem {
  // A pointer may hold an equals sign; a number never does.
  const at = typed.lastIndexOf("=");
  const [path, value] = [typed.slice(0, at), typed.slice(at + 1)];
  if (at > 0 && path.startsWith("/") && value !== "") {
    return { op: "replace", path, value: valueOf(value) };
  }
  const message = `--set: found "${clip(typed)}", expected POINTER=VALUE`;
  return flagProblem("set", "set", message, "--set /formations/ID/men=2400");
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A scenario's problems told of what made them: the excursion's file, or what was set. */
export function ofExcursion(
  problems: readonly Problem[],
  excursion: NamedExcursion | null,
): readonly Problem[] {
  return excursion === null ? problems : problems.map((one) => toldOf(one, excursion));
}

function toldOf(problem: Problem, { file, fromFile, patch }: NamedExcursion): Problem {
  const [, step, rest = ""] = /^\/patch\/(\d+)(.*)$/.exec(problem.path) ?? [];
  if (step !== undefined && Number(step) >= fromFile) {
    const typed = patch[Number(step)]?.path ?? "";
    return { ...problem, path: "/set", message: `--set ${clip(typed)}: ${problem.message}` };
  }
  const what = file === null ? "as it was set" : `with the excursion ${clip(file)}`;
  const path = step === undefined ? problem.path : `/patch/${step}${rest}`;
  return { ...problem, path, message: `${what}: ${problem.message}` };
}
