import { type Setting, wrap } from "./wrap.ts";

/** One line of a text report; a painter may set titles and headings apart. */
export interface Line {
  readonly text: string;
  readonly tone: "title" | "heading" | "plain";
}

/** A paragraph of plain text, wrapped. */
export function paragraph(text: string, setting: Setting): Line[] {
  return wrap(text, setting).map(plain);
}

/** A line of plain text. */
export function plain(text: string): Line {
  return { text, tone: "plain" };
}

/** A title on a line of its own, with a rule to the end of the page. */
export function title(text: string, width: number): Line[] {
  const lines = wrap(text, { width });
  const last = lines.at(-1) ?? "";
  const rule = "─".repeat(Math.max(0, width - last.length - 1));
  const ruled = [...lines.slice(0, -1), rule === "" ? last : `${last} ${rule}`];
  return ruled.map((line) => ({ text: line, tone: "title" }));
}

/** A heading with a list under it; nothing at all when the list is empty. */
export function listUnder(heading: string, items: readonly string[], width: number): Line[] {
  if (items.length === 0) return [];
  const lines = items.flatMap((item) => paragraph(item, { width, first: "  ", rest: "    " }));
  return [{ text: heading, tone: "heading" }, ...lines];
}
