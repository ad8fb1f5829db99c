import { canonicalJson, digestOf } from "../engine/index.ts";
import type { Digest, JournalLine } from "./lines.ts";

/** `prev` of a first line: there is nothing before it. */
export const NO_LINE: Digest = "0".repeat(64);

const NOT_ASCII = /[\u007f-\uffff]/g;

/**
 * The one text of a line, newline not included, and its sum. Kind first and sum last, the keys
 * between in code-unit order; `sum` is the digest of the line without it. Pure ASCII: a file cut
 * anywhere is cut between characters, and a byte is a character.
 */
export function formatLine(line: JournalLine, prev: Digest): { text: string; sum: Digest } {
  const { kind, ...rest } = { ...line, prev };
  const sum = digestOf({ ...line, prev });
  const fields = canonicalJson(rest).slice(1, -1);
  const text = `{"kind":${JSON.stringify(kind)},${fields},"sum":"${sum}"}`;
  return { text: text.replace(NOT_ASCII, escaped), sum };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
