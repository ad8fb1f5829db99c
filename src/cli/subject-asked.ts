import { readTextFile } from "../edge/files.ts";
import {
  type Claim,
  type Design,
  type Json,
  LARGEST_FILE_BYTES,
  type Read,
  type Scenario,
} from "../scenarios/index.ts";
import { jobsAsked } from "./drive.ts";
import { DEFAULT_SEED, type SharedFlags } from "./flags.ts";
import { type ResultsFlags, resultsProblems } from "./keep-results.ts";
import { type LoadedSubject, subjectOf } from "./load-subject.ts";
import { type SavedDesign, savedDesign } from "./saved-design.ts";
import { missingFile } from "./usage.ts";

/** Flags of a command about a claim or a design. */
export interface SubjectFlags extends SharedFlags, ResultsFlags {
  readonly jobs?: string | undefined;
  /** Stands for the scenario that the file names, where that does not ship. */
  readonly scenario?: string | undefined;
}

/** What such a command is asked for, read and checked. */
export interface SubjectAsked<T> {
  readonly subject: LoadedSubject<T>;
  /** The file of the claim or the design as data. */
  readonly file: Json;
  readonly seed: string;
  readonly jobs: number;
}

/** Which command it is, and how the file that it is about is found and read. */
export interface SubjectKind<T> {
  readonly command: "claim" | "sweep";
  /** Where the question of a directory of results has the file, and what a reader calls it. */
  readonly key: "claim" | "design";
  readonly read: (text: string, scenario: Scenario) => Read<T>;
}

/** Reads a claim or a design from its file, or from the directory that is gone on with; or every problem. */
export function readSubject<T extends Claim | Design>(
  { command, key, read }: SubjectKind<T>,
  file: string | undefined,
  flags: SubjectFlags,
): Read<SubjectAsked<T>> {
  const jobs = jobsAsked(flags);
  const saved = flags.resume === undefined ? null : savedDesign(flags.resume, command);
  const text = saved?.ok === false ? saved : textOf(key, file, saved?.value ?? null);
  const subject = text.ok ? subjectOf(text.value, read, flags.scenario ?? null) : text;
  const problems = [
    ...(typeof jobs === "number" ? [] : [jobs]),
    ...resultsProblems(flags),
    ...(subject.ok ? [] : subject.problems),
  ];
  if (problems.length > 0 || !subject.ok || !text.ok) return { ok: false, problems };
  return {
    ok: true,
    value: {
      subject: subject.value,
      file: JSON.parse(text.value) as Json,
      seed: flags.seed ?? (saved?.ok === true ? saved.value.seed : DEFAULT_SEED),
      jobs: jobs as number,
    },
  };
}

/** The file that is named; else the one that the directory keeps. */
function textOf(key: string, file: string | undefined, design: SavedDesign | null): Read<string> {
  if (file !== undefined) return readTextFile(file, LARGEST_FILE_BYTES);
  const kept = design?.question[key];
  return kept === undefined
    ? { ok: false, problems: [missingFile(`a ${key}`)] }
    : { ok: true, value: JSON.stringify(kept) };
}
