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
import { type Read, readOf } from "./read.ts";

/** A JSON value as `JSON.parse` makes it: plain, and never deeper than 64. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
/** An object as JSON gives it. */
export type JsonObject = { [key: string]: Json };

const STRICT = { disallowComments: true, allowTrailingComma: false };
const PARTIAL_WORD = /^(t|tr|tru|f|fa|fal|fals|n|nu|nul|-)$/;
const MOST_KEY_PROBLEMS = 1000;

/** What JSON text holds: undefined when it cannot be read at all; problems of keys leave a value. */
export interface ParsedJson {
  readonly value: Json | undefined;
  readonly problems: readonly Problem[];
}

/**
 * JSON text → value, or what is wrong with it: too large, too deep, not JSON (with line and
 * column), keys given twice or forbidden. Standard JSON: no comments, no trailing commas.
 */
export function parseJson(text: string): Read<Json> {
  const { value, problems } = parseLeniently(text);
  return readOf(problems, () => value ?? null);
}

/** As `parseJson`, but a key given twice or forbidden leaves the rest to be looked at. */
export function parseLeniently(text: string): ParsedJson {
  if (text.length > LARGEST_FILE_BYTES) return unreadable(tooLarge(text.length));
  const plain = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (plain.trim() === "") return unreadable(empty());
  const deep = tooDeepAt(plain);
  return deep === undefined ? build(plain) : unreadable(tooDeep(plain, deep));
}

function unreadable(problem: Problem): ParsedJson {
  return { value: undefined, problems: [problem] };
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
    const isAtEnd = offset + length >= this.#text.trimEnd().length;
    const path = this.#pointer(this.#frames.length);
    const found = this.#text.slice(offset, offset + length);
    const spot = { line, column };
    this.syntax = isCutShort(name, found, isAtEnd)
      ? cutShort(path, spot)
      : notJson(path, name, found, spot);
  }

  /** Pointer of the container that holds the frame at `depth`. */
  #pointer(depth: number): string {
    return formatPointer(this.#frames.slice(0, depth).map(stepOf));
  }
}

function stepOf(frame: Frame): string | number {
  return Array.isArray(frame.container) ? Math.max(0, frame.container.length - 1) : frame.key;
}

function build(text: string): ParsedJson {
  const builder = new Builder(text);
  visit(text, visitorOf(builder), STRICT);
  // After a syntax error the rest of the text is guesswork: one clear problem is worth more.
  if (builder.syntax !== undefined) return unreadable(builder.syntax);
  if (builder.values > MOST_VALUES) return unreadable(tooMany(builder.values));
  return { value: builder.root, problems: builder.problems };
}

/** Whether an error is that of a text that stops in the middle of a value. */
function isCutShort(name: string, found: string, isAtEnd: boolean): boolean {
  if (found === "") return isAtEnd;
  const isOpen = found.startsWith('"') && (found.length === 1 || !found.endsWith('"'));
  return isAtEnd && (isOpen || name.startsWith("UnexpectedEnd") || PARTIAL_WORD.test(found));
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
