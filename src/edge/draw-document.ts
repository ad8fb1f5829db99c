import { type Document, type Drawn, figuresIn } from "../reports/index.ts";
import { drawSvg } from "./draw.ts";

/** Draws every figure of a document, so that it can be printed. */
export async function drawDocument(document: Document): Promise<Drawn> {
  const plots = figuresIn(document).map(({ plot }) => plot);
  if (plots.length === 0) return new Map();
  const svgs = await drawSvg(plots);
  return new Map(plots.map((plot, at) => [plot, svgs[at] ?? ""]));
}
