import type { Problem } from "../engine/index.ts";
import { DEEPEST, LARGEST_FILE_BYTES, MOST_VALUES } from "./limits.ts";
import { clip } from "./text.ts";

/** Where in a text, both counted from 0. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** The problem of a file over the limit, given its size in bytes. */
export function tooLarge(bytes: number): Problem {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return {
    code: "json.too-large",
    path: "",
    message: `found ${megabytes} MB, expected at most ${LARGEST_FILE_BYTES / 1024 / 1024} MB`,
    hint: "a scenario is a few hundred kilobytes; is this the right file?",
  };
}

/** The problem of a file with more values than any scenario has. */
export function tooMany(values: number): Problem {
  return {
    code: "json.too-many",
    path: "",
    message: `found ${values} values, expected at most ${MOST_VALUES}`,
    hint: "a scenario has some ten thousand; is this the right file?",
  };
}

/** The problem of a file without content. */
export function empty(): Problem {
  return {
    code: "json.empty",
    path: "",
    message: "found an empty file, expected a JSON object",
    hint: "is this the right file, and was it saved completely?",
  };
}

/** The problem of nesting over the limit, first passed at an offset of the text. */
export function tooDeep(text: string, at: number): Problem {
  const before = text.slice(0, at).split("\n");
  return {
    code: "json.too-deep",
    path: "",
    message: `found more than ${DEEPEST} levels of brackets at ${place({ line: before.length - 1, column: before.at(-1)!.length })}, expected at most ${DEEPEST}`,
    hint: "no file of this game nests so deep; is this the right file?",
  };
}

function place({ line, column }: Spot): string {
  return `line ${line + 1}, column ${column + 1}`;
}

/** The problem of a key given twice in one object. */
export function twice(path: string, key: string, spot: Spot, firstLine: number): Problem {
  return {
    code: "json.duplicate-key",
    path,
    message: `found "${clip(key)}" again at ${place(spot)}, expected each key once (first on line ${firstLine + 1})`,
    hint: "rename or remove one of the two",
  };
}

/** The problem of a key that JavaScript keeps for itself. */
export function forbiddenKey(path: string, key: string, spot: Spot): Problem {
  return {
    code: "json.forbidden-key",
    path,
    message: `found the key "${clip(key)}" at ${place(spot)}, expected no key of that name`,
    hint: "JavaScript keeps this name for itself: rename it",
  };
}

/** The problem of a text that ends before its JSON does. */
export function cutShort(path: string, spot: Spot): Problem {
  return {
    code: "json.truncated",
    path,
    message: `found the end of the file at ${place(spot)}, expected the rest of the JSON`,
    hint: "the file was cut short: save or fetch it again",
  };
}

const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: "a JSON value",
  InvalidNumberFormat: "a number",
  PropertyNameExpected: "a key in double quotes",
  ValueExpected: "a value",
  ColonExpected: "a colon",
  CommaExpected: "a comma",
  CloseBraceExpected: "a comma or }",
  CloseBracketExpected: "a comma or ]",
  EndOfFileExpected: "the end of the file",
  InvalidCommentToken: "JSON without comments",
  UnexpectedEndOfString: "a closing quote on the same line",
  InvalidUnicode: "four hexadecimal digits after \\u",
  InvalidEscapeCharacter: 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
  InvalidCharacter: "no bare control character in text",
};

/** The problem of text that is not JSON; `name` is the parser's name of the error. */
export function notJson(path: string, name: string, found: string, spot: Spot): Problem {
  return {
    code: "json.syntax",
    path,
    message: `found ${clip(found) === "" ? "an unprintable character" : clip(found)} at ${place(spot)}, expected ${EXPECTED[name] ?? "JSON"}`,
    hint: "the file must be standard JSON: double quotes, no comments, no comma before a closing bracket",
  };
}
