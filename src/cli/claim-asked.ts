import { type Claim, type Read, readClaim } from "../scenarios/index.ts";
import { readSubject, type SubjectAsked, type SubjectFlags } from "./subject-asked.ts";

/** Flags of `tadmor claim`. */
export interface ClaimFlags extends SubjectFlags {
  /** Where the counterexample goes, as an excursion. */
  readonly output?: string | undefined;
}

/** What `tadmor claim` is asked for, read and checked. */
export interface ClaimAsked extends SubjectAsked<Claim> {
  readonly flags: ClaimFlags;
}

/** Reads a claim from its file, or from the directory that is gone on with; or every problem. */
export function readClaimAsked(file: string | undefined, flags: ClaimFlags): Read<ClaimAsked> {
  const kind = { command: "claim", key: "claim", read: readClaim } as const;
  const asked = readSubject(kind, file, flags);
  return asked.ok ? { ok: true, value: { ...asked.value, flags } } : asked;
}
