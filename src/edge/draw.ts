import type { PlotSpec } from "../reports/index.ts";

/**
 * Draws Vega-Lite specifications as SVG, without a screen and without the network. What the drawings
 * of one call define has ids of its own, and the same specifications give the same bytes.
 */
export async function drawSvg(specs: readonly PlotSpec[]): Promise<string[]> {
  const [{ parse, View, resetSVGDefIds }, { compile }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
  ]);
  resetSVGDefIds();
  const svgs: string[] = [];
  // One after the other: ids are counted up while a drawing is made.
  for (const spec of specs) {
    const view = new View(parse(compile(spec as never).spec), { renderer: "none" });
    svgs.push(await view.toSVG());
    view.finalize();
  }
  return svgs;
}
