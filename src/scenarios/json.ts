import { type JSONVisitor, printParseErrorCode, visit } from "jsonc-parser";
import type { Problem } from "../engine/index.ts";
import {
  cutShort,
  empty,
  forbiddenKey,
  notJson,
  tooDeep,
  tooLarge,
  tooMany,
  twice,
} from "./json-problems.ts";
import { DEEPEST, FORBIDDEN_KEYS, LARGEST_FILE_BYTES, MOST_VALUES } from "./limits.ts";
import { formatPointer } from "./pointer.ts";
import { type Read, readOf, refuse } from "./read.ts";

/** A JSON value as `JSON.parse` makes it: plain, and never deeper than 64. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

const STRICT = { disallowComments: true, allowTrailingComma: false };
const MOST_KEY_PROBLEMS = 1000;

/**
 * JSON text → value, or what is wrong with it: too large, too deep, not JSON (with line and
 * column), keys given twice or forbidden. Standard JSON: no comments, no trailing commas.
 */
export function parseJson(text: string): Read<Json> {
  if (text.length > LARGEST_FILE_BYTES) return refuse([tooLarge(text.length)]);
  const plain = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (plain.trim() === "") return refuse([empty()]);
  const deep = tooDeepAt(plain);
  return deep === undefined ? build(plain) : refuse([tooDeep(plain, deep)]);
}

/** Where nesting first passes the limit. Walks the text without recursion, so no depth harms it. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') at = endOfString(text, at);
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth > DEEPEST) return at;
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  // A string ends at its line's end at the latest, as the parser sees it too.
  while (at < text.length && text[at] !== '"' && text[at] !== "\n") at += text[at] === "\\" ? 2 : 1;
  return at;
}

interface Frame {
  readonly container: Json[] | JsonObject;
  /** Key under which the next value of an object goes, unless it is to be dropped. */
  key: string;
  dropped: boolean;
  /** Line on which each key of an object first stood. */
  readonly lines: Map<string, number>;
}

/** Collects the value and what is wrong while the parser walks the text. */
class Builder {
  readonly problems: Problem[] = [];
  root: Json = null;
  values = 0;
  syntax: Problem | undefined;
  readonly #frames: Frame[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  open(container: Json[] | JsonObject): void {
    this.put(container);
    this.#frames.push({ container, key: "", dropped: false, lines: new Map() });
  }

  close(): void {
    this.#frames.pop();
  }

  put(value: Json): void {
    this.values++;
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.root = value;
    else if (Array.isArray(frame.container)) frame.container.push(value);
    else if (!frame.dropped) frame.container[frame.key] = value;
  }

  property(key: string, line: number, column: number): void {
    const frame = this.#frames.at(-1)!;
    const first = frame.lines.get(key);
    const forbidden = FORBIDDEN_KEYS.includes(key);
    frame.key = key;
    frame.dropped = forbidden || first !== undefined;
    if (first === undefined) frame.lines.set(key, line);
    if (!frame.dropped || this.problems.length >= MOST_KEY_PROBLEMS) return;
    const path = this.#pointer(this.#frames.length);
    const spot = { line, column };
    this.problems.push(forbidden ? forbiddenKey(path, key, spot) : twice(path, key, spot, first!));
  }

  error(name: string, offset: number, length: number, line: number, column: number): void {
    if (this.syntax !== undefined) return;
    const truncated =
      offset + length >= this.#text.trimEnd().length && name !== "EndOfFileExpected";
    const path = this.#pointer(this.#frames.length);
    const found = this.#text.slice(offset, offset + Math.max(1, length));
    const spot = { line, column };
    this.syntax = truncated ? cutShort(path, spot) : notJson(path, name, found, spot);
  }

  /** Pointer of the container that holds the frame at `depth`. */
  #pointer(depth: number): string {
    return formatPointer(this.#frames.slice(0, depth).map(stepOf));
  }
}

function stepOf(frame: Frame): string | number {
  return Array.isArray(frame.container) ? Math.max(0, frame.container.length - 1) : frame.key;
}

function build(text: string): Read<Json> {
  const builder = new Builder(text);
  visit(text, visitorOf(builder), STRICT);
  // After a syntax error the rest of the text is guesswork: one clear problem is worth more.
  if (builder.syntax !== undefined) return refuse([builder.syntax]);
  if (builder.values > MOST_VALUES) return refuse([tooMany(builder.values)]);
  return readOf(builder.problems, () => builder.root);
}

function visitorOf(builder: Builder): JSONVisitor {
  return {
    onObjectBegin: () => builder.open({}),
    onArrayBegin: () => builder.open([]),
    onObjectEnd: () => builder.close(),
    onArrayEnd: () => builder.close(),
    onObjectProperty: (key, _offset, _length, line, column) => builder.property(key, line, column),
    // Minus zero is not a number of this game: it would have two texts and one meaning.
    onLiteralValue: (value: Json) => builder.put(value === 0 ? 0 : value),
    onError: (code, offset, length, line, column) =>
      builder.error(printParseErrorCode(code), offset, length, line, column),
  };
}
