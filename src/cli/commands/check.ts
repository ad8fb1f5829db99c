import { resolve } from "node:path";
import { readTextFile } from "../../edge/files.ts";
import { loadScenario } from "../../edge/load.ts";
import type { Problem, Setup } from "../../engine/index.ts";
import {
  FILE_KINDS,
  type FileKind,
  type Json,
  kindOf,
  LARGEST_FILE_BYTES,
  parseJson,
  type Read,
  readCoa,
  readParameters,
} from "../../scenarios/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { namedCourseProblems } from "../load-run.ts";
import type { SharedFlags } from "../flags.ts";
import { type Io, printJson } from "../io.ts";
import { printProblems } from "../problems.ts";
import { exitOf, looksLikeJournal, readJournal } from "../read-journal.ts";
import { missingFile } from "../usage.ts";
import { droppedText } from "./verify.ts";

/** Flags of `tadmor check`. */
export interface CheckFlags extends SharedFlags {
  readonly scenario?: string | undefined;
}

/** What was found of one file; `remark` is no problem. */
interface Finding {
  readonly file: string;
  /** Null when the file does not say what it is. */
  readonly kind: string | null;
  readonly problems: readonly Problem[];
  readonly remark?: string | undefined;
}

/** `tadmor check`: every problem of every file at once. */
export function check(io: Io, files: readonly string[], flags: CheckFlags): Exit {
  if (files.length === 0) {
    printProblems(io, "tadmor check", [missingFile("a file to check")]);
    return EXIT.badInput;
  }
  const findings = files.map((file) => findingOf(file, flags));
  if (flags.json) printJson(io, { files: findings.map(documentOf) });
  else for (const finding of findings) tell(io, finding, flags);
  return Math.max(...findings.map(exitOfFinding)) as Exit;
}

function documentOf({ file, kind, problems, remark }: Finding): object {
  const document = { file, kind, ok: problems.length === 0, problems };
  return remark === undefined ? document : { ...document, remark };
}

function tell(io: Io, { file, kind, problems, remark }: Finding, { quiet }: CheckFlags): void {
  if (remark !== undefined) io.err(`${file}: ${remark}\n`);
  if (problems.length > 0) printProblems(io, file, problems);
  else if (!quiet) io.out(`${file}: ${KIND_WORDS[kind ?? ""] ?? kind} without problems\n`);
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  scenario: "a scenario",
  parameters: "a parameter file",
  coa: "a course of action",
  journal: "a journal",
};

function exitOfFinding({ problems }: Finding): Exit {
  return problems.length === 0 ? EXIT.done : exitOf(problems);
}

function findingOf(file: string, flags: CheckFlags): Finding {
  if (looksLikeJournal(file) || file.endsWith(".jsonl")) return journalFinding(file);
  const text = readTextFile(file, LARGEST_FILE_BYTES);
  if (!text.ok) return { file, kind: null, problems: text.problems };
  const json = parseJson(text.value);
  // A text that is not JSON throughout may still say what it is.
  if (!json.ok) return { file, kind: saidKind(text.value), problems: json.problems };
  const kind = kindOf(json.value);
  if (kind === undefined) return { file, ...unknownKind(json.value) };
  const read = readers[kind](file, text.value, json.value, flags);
  return { file, kind, problems: read.ok ? [] : read.problems };
}

function saidKind(text: string): string | null {
  return /"format"\s*:\s*"tadmor-([a-z]{1,20})\//.exec(text)?.[1] ?? null;
}

function journalFinding(file: string): Finding {
  const read = readJournal(file);
  if (!read.ok) return { file, kind: "journal", problems: read.problems };
  const { dropped, journal } = read;
  const remarks = [
    ...(dropped === null ? [] : [droppedText(dropped)]),
    ...(journal.readOnly === null ? [] : [journal.readOnly]),
  ];
  return { file, kind: "journal", problems: [], remark: remarks.join("; ") || undefined };
}

type Reader = (file: string, text: string, json: Json, flags: CheckFlags) => Read<unknown>;

const readers: Readonly<Record<FileKind, Reader>> = {
  scenario: scenarioWithCourses,
  parameters: (_, text) => readParameters(text),
  coa: (_, text, json, flags) => {
    const setup = setupFor(json, flags);
    return setup.ok ? readCoa(text, setup.value) : setup;
  },
};

/** A scenario is whole when the courses of action that it names can be played in it. */
function scenarioWithCourses(file: string): Read<unknown> {
  const loaded = loadScenario(resolve(file), { everyVariant: true });
  const problems = loaded.ok ? namedCourseProblems(loaded.value) : [];
  return problems.length > 0 ? { ok: false, problems } : loaded;
}

/** The scenario a course of action is read against: the one asked for, or the one it names. */
function setupFor(json: Json, { scenario }: CheckFlags): Read<Setup> {
  const loaded = loadScenario(scenario ?? namedScenario(json));
  if (loaded.ok) return { ok: true, value: loaded.value.scenario.setup };
  const path = scenario === undefined ? "/scenario" : "";
  return { ok: false, problems: loaded.problems.map((problem) => ofScenario(problem, path)) };
}

function namedScenario(json: Json): string | null {
  const named = typeof json === "object" && json !== null && Object.entries(json);
  const [, id] = (named || []).find(([key]) => key === "scenario") ?? [];
  return typeof id === "string" ? id : null;
}

function ofScenario(problem: Problem, path: string): Problem {
  const at = problem.path === "" ? "" : ` at ${problem.path}`;
  return { ...problem, path, message: `its scenario${at}: ${problem.message}` };
}

/** Kinds that are spoken of but have no schema yet. */
const KINDS_TO_COME: readonly string[] = ["excursion", "design", "claim"];

function unknownKind(json: Json): { kind: string | null; problems: Problem[] } {
  const format =
    typeof json === "object" && json !== null ? (json as { format?: Json }).format : undefined;
  const kind =
    typeof format === "string" ? (/^tadmor-([a-z]+)\/\d+$/.exec(format)?.[1] ?? null) : null;
  const expected = FILE_KINDS.map((one) => `tadmor-${one}/1`).join(", ");
  if (kind !== null && KINDS_TO_COME.includes(kind)) {
    const message = `found a ${kind}, a kind of file that has no schema yet, expected ${expected}`;
    const hint = "this version can check scenarios, parameters, courses of action and journals";
    return { kind, problems: [{ code: "check.no-schema", path: "/format", message, hint }] };
  }
  const found =
    format === undefined ? "no format" : `the format ${JSON.stringify(format).slice(0, 60)}`;
  return {
    kind: null,
    problems: [
      {
        code: "check.kind",
        path: "/format",
        message: `found ${found}, expected ${expected} or a journal`,
        hint: `a file says what it is: "format": "tadmor-scenario/1"`,
      },
    ],
  };
}
