import { writeNewText } from "../edge/write-text.ts";
import type { Problem } from "../engine/index.ts";
import { type Document, formatHtml, formatMarkdown } from "../reports/index.ts";

/** Formats that a document is printed in. */
export type PageFormat = "html" | "md";

/** A document as text, its figures drawn. */
export async function pageText(document: Document, format: PageFormat): Promise<string> {
  if (format === "md") return formatMarkdown(document);
  const { drawDocument } = await import("../edge/draw-document.ts");
  return formatHtml(document, await drawDocument(document));
}

/** Writes the page that `--html` asks for; problems where there is a file already. */
export async function writePage(
  html: string | undefined,
  document: () => Document,
): Promise<readonly Problem[]> {
  if (html === undefined) return [];
  const problem = writeNewText(html, await pageText(document(), "html"));
  return problem === null ? [] : [{ ...problem, path: "/html" }];
}
