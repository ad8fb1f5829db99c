// Bundles game.js as tools/build.js bundles what ships: one file, packages left outside.
import { join } from "node:path";
import { build } from "esbuild";
import { OUTPUT } from "./output.js";

/** Writes the bundle from the sources as they stand. */
export function bundle() {
  return build({
    entryPoints: [join(import.meta.dirname, "game.js")],
    outdir: OUTPUT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22.12",
    packages: "external",
    logLevel: "warning",
  });
}
