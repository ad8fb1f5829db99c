import type { Command } from "commander";
import type { Problem } from "../engine/index.ts";
import { listSome, nearest } from "../scenarios/text.ts";
import { flagProblem } from "./flags.ts";

/** The words of a command line that name things, and every word that means nothing there. */
export interface Words {
  readonly operands: readonly string[];
  readonly problems: readonly Problem[];
}

/** Sorts a command's words; more than `most` operands are problems, and so is each unknown flag. */
export function wordsOf(command: Command, most: number): Words {
  const unknown = command.args.filter(isFlag);
  const operands = command.args.filter((word) => !isFlag(word));
  const excess = operands.slice(most).map((word) => excessProblem(command, word));
  return {
    operands: operands.slice(0, most),
    problems: [...unknown.map((flag) => unknownFlag(command, flag)), ...excess],
  };
}

function isFlag(word: string): boolean {
  return word.startsWith("-") && word.length > 1;
}

function unknownFlag(command: Command, flag: string): Problem {
  const known = command.options.flatMap(({ long }) => (long ? [long] : []));
  const meant = nearest(flag, known);
  const message = `found the flag "${flag.slice(0, 60)}", which ${command.name()} does not have`;
  const hint = meant === undefined ? `there are: ${listSome(known, 12)}` : `did you mean ${meant}?`;
  return flagProblem(flag.replaceAll(/^-+/g, ""), "unknown", message, hint);
}

function excessProblem(command: Command, word: string): Problem {
  return {
    code: "usage.excess",
    path: "",
    message: `found "${word.slice(0, 60)}", expected nothing more`,
    hint: `tadmor ${command.name()} --help shows what it takes`,
  };
}

/** The problem of a command that was given nothing to work on. */
export function missingFile(what: string): Problem {
  return {
    code: "usage.missing",
    path: "",
    message: `found no file, expected ${what}`,
    hint: "name one or more files",
  };
}
