import { type Document, drawablesIn, type Drawn, type PlotSpec } from "../reports/index.ts";

/** Draws every figure and unit symbol of a document, so that it can be printed. */
export async function drawDocument(document: Document): Promise<Drawn> {
  const { plots, sidcs } = drawablesIn(document);
  const [svgs, symbols] = await Promise.all([drawPlots(plots), drawSymbols(sidcs)]);
  return { plots: new Map(plots.map((plot, at) => [plot, svgs[at] ?? ""])), symbols };
}

async function drawPlots(plots: readonly PlotSpec[]) {
  if (plots.length === 0) return [];
  const { drawSvg } = await import("./draw.ts");
  return drawSvg(plots);
}

async function drawSymbols(sidcs: readonly string[]) {
  if (sidcs.length === 0) return new Map<string, string>();
  const { unitSymbol } = await import("./unit-symbol.ts");
  return new Map(sidcs.map((sidc) => [sidc, unitSymbol(sidc).svg]));
}
