import type { PlotSpec } from "../reports/index.ts";

/** Draws Vega-Lite specifications as SVG, without a screen and without the network. */
export async function drawSvg(specs: readonly PlotSpec[]): Promise<string[]> {
  const [{ parse, View }, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  return Promise.all(
    specs.map(async (spec) => {
      const view = new View(parse(compile(spec as never).spec), { renderer: "none" });
      const svg = await view.toSVG();
      view.finalize();
      return svg;
    }),
  );
}
