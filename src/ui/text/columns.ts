import stringWidth from "string-width";

/** ASCII, Latin letters, box drawing and braille: one column a unit, which is nearly every text. */
const NARROW = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2500-\u259f\u2800-\u28ff]*$/;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader calls characters: a letter with its marks, an emoji of several signs. */
export function charactersOf(text: string): readonly string[] {
  if (NARROW.test(text)) return text.split("");
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Columns that a terminal gives a text; Ink counts the same. */
export function columnsOf(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}
