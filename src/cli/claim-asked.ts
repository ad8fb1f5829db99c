import { readTextFile } from "../edge/files.ts";
import {
  type Claim,
  type Json,
  LARGEST_FILE_BYTES,
  type Read,
  readClaim,
} from "../scenarios/index.ts";
import { jobsAsked } from "./drive.ts";
import { DEFAULT_SEED, type SharedFlags } from "./flags.ts";
import { type ResultsFlags, resultsProblems } from "./keep-results.ts";
import { type LoadedSubject, subjectOf } from "./load-subject.ts";
import { savedDesign } from "./saved-design.ts";
import { missingFile } from "./usage.ts";

/** Flags of `tadmor claim`. */
export interface ClaimFlags extends SharedFlags, ResultsFlags {
  readonly jobs?: string | undefined;
  /** Where the counterexample goes, as an excursion. */
  readonly output?: string | undefined;
}

/** What `tadmor claim` is asked for, read and checked. */
export interface ClaimAsked {
  readonly subject: LoadedSubject<Claim>;
  /** The claim's file as data. */
  readonly file: Json;
  readonly seed: string;
  readonly jobs: number;
  readonly flags: ClaimFlags;
}

/** Reads a claim from its file, or from the directory that is gone on with; or every problem. */
export function readClaimAsked(file: string | undefined, flags: ClaimFlags): Read<ClaimAsked> {
  const jobs = jobsAsked(flags);
  const saved = flags.resume === undefined ? null : savedDesign(flags.resume, "claim");
  const design = saved?.ok === true ? saved.value : null;
  const kept = design?.question["claim"];
  const text =
    file === undefined && kept !== undefined
      ? ({ ok: true, value: JSON.stringify(kept) } as const)
      : textOf(file);
  const subject = text.ok ? subjectOf(text.value, readClaim) : text;
  const problems = [
    ...(typeof jobs === "number" ? [] : [jobs]),
    ...resultsProblems(flags),
    ...(saved?.ok === false ? saved.problems : []),
    ...(subject.ok ? [] : subject.problems),
  ];
  if (problems.length > 0 || !subject.ok || !text.ok) return { ok: false, problems };
  return {
    ok: true,
    value: {
      subject: subject.value,
      file: JSON.parse(text.value) as Json,
      seed: flags.seed ?? design?.seed ?? DEFAULT_SEED,
      jobs: jobs as number,
      flags,
    },
  };
}

function textOf(file: string | undefined): Read<string> {
  return file === undefined
    ? { ok: false, problems: [missingFile("a claim")] }
    : readTextFile(file, LARGEST_FILE_BYTES);
}
