// Bundles src/ into dist/: one file a door, and chunks that the doors share or load on demand.
import { rmSync } from "node:fs";
import { build } from "esbuild";

/** Path under dist/ (no extension) → source file. */
const ENTRY_POINTS = {
  "cli/main": "src/cli/main.ts",
  engine: "src/engine/index.ts",
  player: "src/engine/player.ts",
  testing: "src/lab/testing.ts",
  worker: "src/edge/worker.ts",
};

rmSync("dist", { recursive: true, force: true });

await build({
  entryPoints: ENTRY_POINTS,
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.12",
  packages: "external",
  jsx: "automatic",
  sourcemap: false,
  logLevel: "warning",
});
