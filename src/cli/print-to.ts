import { existingFile, writeNewText } from "../edge/write-text.ts";
import type { Problem } from "../engine/index.ts";
import { EXIT, type Exit } from "./exit.ts";
import type { Io } from "./io.ts";
import { printProblems } from "./problems.ts";

/** Where a document goes. */
export interface PrintedTo {
  /** A new file; standard output when none is named. */
  readonly output?: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** That a file is there already that a flag would write: to be said before anything is played. */
export function takenProblems(flag: "output" | "html", file: string | undefined): Problem[] {
  const taken = file === undefined ? null : existingFile(file);
  return taken === null ? [] : [{ ...taken, path: `/${flag}` }];
}

/** Writes a document to a new file, or to standard output; refused where there is a file already. */
export function printTo(io: Io, text: string, { output, quiet }: PrintedTo): Exit {
  if (output === undefined) {
    io.out(text);
    return EXIT.done;
  }
  const problem = writeNewText(output, text);
  if (problem !== null) {
    printProblems(io, output, [{ ...problem, path: "/output" }]);
    return EXIT.badInput;
  }
  if (!quiet) io.err(`${output}: written\n`);
  return EXIT.done;
}
