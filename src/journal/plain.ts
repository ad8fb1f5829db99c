// The deepest that is written is a part of an event in a commit, at 8.
const DEPTH_LIMIT = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether JSON text nests deeper than 64; asked before it is parsed or walked. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted && code === BACKSLASH) at++;
    else if (code === QUOTE) quoted = !quoted;
    else if (!quoted) depth += stepOf(code);
    if (depth > DEPTH_LIMIT) return true;
  }
  return false;
}

/** "[" and "{" open, "]" and "}" close. */
function stepOf(code: number): number {
  if (code === 0x5b || code === 0x7b) return 1;
  return code === 0x5d || code === 0x7d ? -1 : 0;
}

// A saved game is shown on a terminal: no control character may reach it, and no bidi override.
const UNSHOWABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/; // oxlint-disable-line eslint/no-control-regex
const EVERY_UNSHOWABLE = new RegExp(UNSHOWABLE, "g");

/** What a person typed, without control characters, cut to `longest`; "-" when nothing is left. */
export function plainText(typed: string, longest: number): string {
  return typed.replace(EVERY_UNSHOWABLE, "").slice(0, longest).trim() || "-";
}

/** Why parsed JSON may not stand in a journal (a key, a number or a text), or null. */
export function flawIn(value: unknown): string | null {
  if (typeof value === "number") return isPlainNumber(value) ? null : `the number ${value}`;
  if (typeof value === "string") return UNSHOWABLE.test(value) ? "a control character" : null;
  if (typeof value !== "object" || value === null) return null;
  return Array.isArray(value) ? firstFlaw(value) : flawInRecord(value);
}

// They reach the prototype of an object when copied carelessly.
const FORBIDDEN_KEYS = ["__proto__", "constructor", "prototype"];

function flawInRecord(record: object): string | null {
  const forbidden = FORBIDDEN_KEYS.find((key) => Object.hasOwn(record, key));
  if (forbidden !== undefined) return `the key "${forbidden}"`;
  return firstFlaw(Object.keys(record)) ?? firstFlaw(Object.values(record));
}

function firstFlaw(values: readonly unknown[]): string | null {
  for (const value of values) {
    const flaw = flawIn(value);
    if (flaw !== null) return flaw;
  }
  return null;
}

/** JSON can write -0 and 1e999, which no digest tells from 0 and null. */
function isPlainNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}
