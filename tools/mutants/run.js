// npm run mutants -- ROOM…: breaks the rules of a room one place at a time and asks its tests whether
// they notice. Prints what none noticed and a row of docs/proof/mutants.md, and writes that row. Exit 1 below 85 %.
import { installOnce } from "./install.js";
import { filesOf, ROOM_NAMES } from "./rooms.js";
import { rowOf, survivorsOf, writeRow } from "./table.js";

const LEAST_SCORE = 85;
const rooms = process.argv.slice(2);

if (rooms.length === 0 || rooms.some((room) => !ROOM_NAMES.includes(room))) {
  console.error(`npm run mutants -- ROOM…, of: ${ROOM_NAMES.join(", ")}`);
  process.exit(2);
}
installOnce();
const { Stryker } = await import("@stryker-mutator/core");
// Properties are tried on the same cases each time, or a mutant would be killed today and not tomorrow.
process.env.CI = "true";
for (const room of rooms) await mutate(room);

async function mutate(room) {
  const started = Date.now();
  process.env.TADMOR_ROOM = room;
  const results = await new Stryker(optionsFor(room)).runMutationTest();
  const row = rowOf(room, results, (Date.now() - started) / 60_000);
  for (const line of survivorsOf(results)) console.log(line);
  console.log(row.text);
  writeRow(row);
  if (!(row.score >= LEAST_SCORE)) process.exitCode = 1;
}

function optionsFor(room) {
  return {
    mutate: filesOf(room),
    plugins: ["./runner.js", "./ignore.js"].map((name) => import.meta.resolve(name)),
    testRunner: "asked-vitest",
    ignorers: ["promises"],
    // Texts: which word stands where is for the golden files and the compiler to say.
    mutator: { excludedMutations: ["StringLiteral"] },
    // What runs only while a file is loaded would need all tests loaded anew, each time.
    ignoreStatic: true,
    coverageAnalysis: "perTest",
    concurrency: 1,
    timeoutMS: 10_000,
    reporters: ["progress-append-only", "json"],
    jsonReporter: { fileName: `node_modules/.cache/tadmor-mutants/${room}.json` },
    tempDirName: ".stryker-tmp",
    ignorePatterns: ["dist", "saves", "coverage"],
    // Node runs these files as they are; a line that says otherwise would only move the places.
    disableTypeChecks: false,
    allowConsoleColors: false,
    thresholds: { high: LEAST_SCORE, low: LEAST_SCORE, break: null },
  };
}
