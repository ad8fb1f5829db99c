/** What careless and hostile hands do to a file, drawn from a stream of picks. */
import type { Pick } from "../../../src/policies/random-legal.ts";

/** Texts that have broken parsers, terminals and records before. */
export const NASTY: readonly string[] = [
  "",
  " ",
  "-0",
  "1e999",
  "-1e308",
  "9007199254740993",
  "0.1e-400",
  "null",
  "true",
  "[]",
  "{}",
  '"__proto__"',
  '"constructor"',
  '"\\u0000"',
  '"\\u001b[2J\\u001b]0;owned\\u0007"',
  '"\\u202eevil"',
  '"../../../../etc/passwd"',
  '"/dev/zero"',
  '"\\ud800"',
  '"<script>alert(1)</script>"',
  '"=cmd()"',
  "\u001b[31m",
  "\u0000",
  "\ufeff",
  "\u2028",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "// no",
  '"__proto__":{"polluted":1},',
  '"all":[{"not":{"any":[]}}],',
];

const DEEP = 2_000;
const LONG = 20_000;

/** A text with one to four things done to it. */
export function mutated(text: string, others: readonly string[], pick: Pick): string {
  let changed = text;
  for (let left = 1 + pick(4); left > 0; left--) changed = mutateOnce(changed, others, pick);
  return changed;
}

function mutateOnce(text: string, others: readonly string[], pick: Pick): string {
  const at = pick(text.length + 1);
  const end = Math.min(text.length, at + 1 + pick(1 << (1 + pick(8))));
  const nasty = NASTY[pick(NASTY.length)]!;
  const mutations: readonly (() => string)[] = [
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, at) + nasty + text.slice(at),
    () => text.slice(0, at) + text.slice(at, end) + text.slice(at),
    () => text.slice(0, at),
    () => flipped(text, at, pick),
    () => replacedValue(text, at, nasty),
    () => replacedValue(text, at, `${pick(2) === 0 ? "-" : ""}${pick(1_000_000)}`),
    () => crossed(text, others[pick(others.length)] ?? text, at, pick),
    () => swappedWords(text, at, pick),
    () => `${text.slice(0, at)}${"[".repeat(DEEP)}${text.slice(at)}`,
    () => `${text.slice(0, at)}${"x".repeat(LONG)}${text.slice(at)}`,
  ];
  return mutations[pick(mutations.length)]!();
}

function flipped(text: string, at: number, pick: Pick): string {
  return text.slice(0, at) + String.fromCharCode(pick(0x180)) + text.slice(at + 1);
}

/** The next JSON value of a field, or word, replaced: what gets past the parser is what the checks must see. */
function replacedValue(text: string, at: number, value: string): string {
  const rest = text.slice(at);
  return (
    text.slice(0, at) + rest.replace(/(:\s*)("[^"\n]*"|-?[\d.]+|true|false|null)/, `$1${value}`)
  );
}

/** The head of one text and the tail of another. */
function crossed(text: string, other: string, at: number, pick: Pick): string {
  return text.slice(0, at) + other.slice(pick(other.length + 1));
}

/** Two words that stand somewhere, exchanged: names that exist in places where they do not belong. */
function swappedWords(text: string, at: number, pick: Pick): string {
  const words = [...text.slice(at, at + 4000).matchAll(/"[a-z][a-z0-9-]*"/g)];
  const [one, two] = [words[pick(words.length)]?.[0], words[pick(words.length)]?.[0]];
  if (one === undefined || two === undefined) return text;
  return text.slice(0, at) + text.slice(at).replace(one, two);
}
