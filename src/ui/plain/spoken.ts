import { printable } from "../text/printable.ts";
import { type Line, plainOf } from "../text/span.ts";

/** Signs that are drawn and not read: boxes, bars, braille, arrows, the map's marks. */
const DRAWN = /[\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff›»▸◂]+/gu;

/** Rows of a screen as they can be read out: without what is drawn, without empty ones. */
export function spoken(lines: readonly Line[]): readonly string[] {
  return lines.map((one) => spokenText(plainOf(one))).filter((text) => text !== "");
}

/** A text without what is drawn, blanks joined. */
export function spokenText(text: string): string {
  return printable(text.replace(DRAWN, " ")).replace(/ {2,}/g, "  ").replace(/ {2}/g, " ").trim();
}
