import type { Problem } from "../../../src/engine/player.ts";
import { picksFrom } from "../random-game.ts";
import { type Door, DOORS } from "./doors.ts";
import { mutated } from "./mutate.ts";
import { TYPED_DOORS } from "./typed.ts";
import { UNSHOWABLE } from "./unshowable.ts";

/** Every door by which text comes in: of files, and of what is typed. */
export const ALL_DOORS: readonly Door[] = [...DOORS, ...TYPED_DOORS];

/** What came of one spoilt text: at which door, whether it was taken, and what was wrong with how it was met. */
export interface Fuzzed {
  readonly door: string;
  readonly isTaken: boolean;
  readonly milliseconds: number;
  readonly fault: string | null;
  readonly text: string;
}

/** Longest that any text may keep the program: ten times what the slowest was seen to take. */
const LONGEST_MS = 20_000;

/** Spoils a true text of some door and sends it in; the same number is always the same text. */
export async function fuzz(seed: number, doors: readonly Door[] = ALL_DOORS): Promise<Fuzzed> {
  const pick = picksFrom(seed * 2_654_435_761);
  const door = doors[pick(doors.length)]!;
  const { texts, draw } = door;
  const text = draw?.(pick) ?? mutated(texts[pick(texts.length)]!, texts, pick);
  return sent(door, text);
}

/** Sends one text in at a door. */
export async function sent({ name, read }: Door, text: string): Promise<Fuzzed> {
  const start = performance.now();
  const met = { door: name, text };
  try {
    const problems = await read(text);
    const milliseconds = performance.now() - start;
    const fault = problems.map(faultOf).find(Boolean) ?? faultAround(milliseconds);
    return { ...met, isTaken: problems.length === 0, milliseconds, fault };
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...met, isTaken: false, milliseconds: performance.now() - start, fault };
  }
}

/** What a text may do besides being read. */
function faultAround(milliseconds: number): string | null {
  if (Object.hasOwn(Object.prototype, "polluted")) return "it reached the prototype of all objects";
  return milliseconds > LONGEST_MS ? `it took ${Math.round(milliseconds)} ms` : null;
}

/** A problem says what, where and what to do, in words that a terminal may show, and not for ever. */
function faultOf(problem: Problem): string | null {
  const { code, path, message, hint } = problem;
  if (!/^[a-z]+(\.[a-z-]+)+$/.test(code)) return `a problem with the code ${JSON.stringify(code)}`;
  if (path !== "" && !path.startsWith("/")) return `a problem at ${JSON.stringify(path)}`;
  if (message === "" || hint === "") return `${code} says nothing, or gives no hint`;
  if (message.length > 2000) return `${code} says ${message.length} characters`;
  if (UNSHOWABLE.test(message + hint)) return `${code} says what no terminal may be sent`;
  return null;
}
