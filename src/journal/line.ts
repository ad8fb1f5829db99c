import type { z } from "zod";
import { formatLine } from "./format.ts";
import { type Chain, type Digest, JOURNAL_FORMAT, type JournalLine } from "./lines.ts";
import { flawIn, isTooDeep } from "./plain.ts";
import { type LineProblem, problemAt } from "./problems.ts";
import { journalLineSchema } from "./schema.ts";

// A commit of the scenario that ships has some 80,000 characters.
const LINE_LIMIT = 4 * 1024 * 1024;

/** One line, or every reason why it is refused. */
export type ReadLine =
  | { readonly ok: true; readonly line: JournalLine; readonly sum: Digest }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

const UNTOUCHED = "restore the file from a copy; a saved game is never edited by hand";

/** Reads the text of line `number` (from 1), which must follow a line whose sum is `prev`. */
export function readLine(text: string, number: number, prev: Digest): ReadLine {
  const refuse = (code: string, message: string, hint = UNTOUCHED): ReadLine => ({
    ok: false,
    problems: [problemAt(number, code, message, hint)],
  });
  if (text.length > LINE_LIMIT) return refuse("line-too-long", tooLong(text.length));
  if (text.endsWith("\r")) return refuse("line-ends", "ends with a carriage return", LINE_ENDS);
  if (isTooDeep(text)) return refuse("too-deep", "nested deeper than any journal");
  const value = parsed(text);
  const other = number === 1 ? otherFormat(value, text) : null;
  if (other !== null) return refuse(other.code, other.message, other.hint);
  if (!isRecord(value)) return refuse("altered", "altered: it is not a JSON object");
  const flaw = flawIn(value);
  if (flaw !== null) return refuse("altered", `altered: it holds ${flaw}`);
  if (!isAsWritten(value, text)) {
    return refuse("altered", "altered since it was written: its sum does not fit its text");
  }
  if (value["prev"] !== prev) return refuse("chain", brokenChain(number));
  return shaped(value, number);
}

const LINE_ENDS = "the file was converted to Windows line ends; take a copy that was not";

function tooLong(characters: number): string {
  return `${characters} characters long; the longest may have ${LINE_LIMIT}`;
}

function brokenChain(number: number): string {
  if (number === 1) return "not the first line of its journal: what stood before it is missing";
  return `does not follow line ${number - 1}: a line was altered, taken out or put in between`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The sum covers the values, and the one text of those values covers every byte. */
function isAsWritten(value: Record<string, unknown>, text: string): boolean {
  const { sum: _, prev, ...line } = value;
  if (typeof prev !== "string") return false;
  return formatLine(line as unknown as JournalLine, prev).text === text;
}

const HEADER_START = '{"kind":"header",';

/** A first line that is no header of this format: a foreign file, or a newer journal. */
function otherFormat(value: unknown, text: string) {
  const format = isRecord(value) ? value["format"] : undefined;
  if (format === JOURNAL_FORMAT || text.startsWith(HEADER_START)) return newer(format);
  return (
    newer(format) ?? {
      code: "foreign",
      message: "not a journal: the first line of a saved game is its header",
      hint: `a journal's first line holds "format":"${JOURNAL_FORMAT}"`,
    }
  );
}

function newer(format: unknown) {
  if (typeof format !== "string" || format === JOURNAL_FORMAT) return null;
  if (!/^tadmor-journal\/\d{1,6}$/.test(format)) return null;
  return {
    code: "format",
    message: `the journal has format ${format}; this program reads ${JOURNAL_FORMAT}`,
    hint: "open it with the version of the program that wrote it",
  };
}

function shaped(value: Record<string, unknown>, number: number): ReadLine {
  const shape = journalLineSchema.safeParse(value);
  if (!shape.success) {
    return { ok: false, problems: shape.error.issues.map((issue) => misshapen(issue, number)) };
  }
  const { prev: _, sum, ...line } = value as unknown as JournalLine & Chain;
  return { ok: true, line: line as JournalLine, sum };
}

function misshapen(issue: z.core.$ZodIssue, number: number): LineProblem {
  const within = issue.path.map((part) => `/${pointerPart(String(part))}`).join("");
  const hint = "the line is whole, but no version of this program wrote it";
  return problemAt(number, "shape", `${within || "the line"}: ${issue.message}`, hint, within);
}

function pointerPart(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
