import type { Problem } from "../engine/index.ts";

/** What scripts may count on: the seed of a run that names none. */
export const DEFAULT_SEED = "1";
const LONGEST_SEED = 200;

/** Flags that several commands share, as they were typed. */
export interface SharedFlags {
  readonly seed?: string | undefined;
  readonly turns?: string | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly color?: boolean | undefined;
}

/** A problem with a flag; its path is the flag. */
export function flagProblem(flag: string, code: string, message: string, hint: string): Problem {
  return { code: `flag.${code}`, path: `/${flag}`, message, hint };
}

/** Problems of the flags' own texts, before anything is read. */
export function flagProblems({ seed, turns }: SharedFlags): Problem[] {
  return [...seedProblems(seed), ...turnsProblems(turns)];
}

// A seed is printed, and goes into journals: nothing in it may steer a terminal or be invisible.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function seedProblems(seed: string | undefined): Problem[] {
  if (seed === undefined) return [];
  const isPrintable = !UNPRINTABLE.test(seed);
  if (isPrintable && seed.length > 0 && seed.length <= LONGEST_SEED) return [];
  const found = isPrintable ? `${seed.length} characters` : "a character that does not print";
  const message = `--seed: found ${found}, expected 1 to ${LONGEST_SEED} printable characters`;
  return [flagProblem("seed", "seed", message, "any short text is a seed: --seed 1")];
}

function turnsProblems(turns: string | undefined): Problem[] {
  if (turns === undefined || /^[1-9]\d{0,3}$/.test(turns)) return [];
  const found = turns.slice(0, 40);
  const message = `--turns: found "${found}", expected a whole number of at least 1`;
  return [flagProblem("turns", "turns", message, "--turns 12")];
}

/** A whole number typed with a flag, from 1 to `most`; `otherwise` when the flag has none. */
export function countAsked(
  flag: string,
  typed: string | undefined,
  otherwise: number,
  most: number,
): number | Problem {
  if (typed === undefined) return otherwise;
  const count = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : Infinity;
  if (count <= most) return count;
  const found = typed.slice(0, 40);
  const message = `--${flag}: found "${found}", expected a whole number from 1 to ${most}`;
  return flagProblem(flag, "count", message, `--${flag} ${otherwise}`);
}

/** How many turns to play, or why not so many. */
export function turnsAsked(flags: SharedFlags, most: number): number | Problem {
  if (flags.turns === undefined) return most;
  const turns = Number(flags.turns);
  if (turns <= most) return turns;
  const message = `--turns: found ${turns}, expected at most ${most}, the turns of this length`;
  return flagProblem("turns", "turns", message, "--length names a longer one where there is one");
}
