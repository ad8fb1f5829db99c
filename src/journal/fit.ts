import type { Problem } from "../engine/index.ts";
import type { Digest, HeaderLine } from "./lines.ts";

/** Digests of the two files that a scenario was read from. */
interface FileDigests {
  readonly hash: Digest;
  readonly parametersHash: Digest;
}

/** Why a journal cannot be played on with the scenario that was found for it; empty when it can. */
export function fitProblems(header: HeaderLine, found: FileDigests): readonly Problem[] {
  const { scenario, parameters } = header;
  return [
    ...changed("scenario", scenario.id, scenario.hash, found.hash),
    ...changed("parameters", parameters.id, parameters.hash, found.parametersHash),
  ];
}

function changed(what: string, id: string, expected: Digest, found: Digest): readonly Problem[] {
  if (expected === found) return [];
  return [
    {
      code: `journal.${what}-changed`,
      path: `/lines/1/${what}/hash`,
      message: `the ${what} "${id}" changed since the game began: found ${found}, expected ${expected}`,
      hint: "put back the file the game was begun with; until then it can only be read",
    },
  ];
}
