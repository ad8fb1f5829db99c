// npm run coverage: how many branches of the engine the tests of rules and properties take, room by
// room. Exit 1 below 95 %. Arms that only a bug reaches are no branches here: see promises.js.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { installOnce } from "./install.js";
import { isPromise } from "./promises.js";
import { filesOf, ROOM_NAMES } from "./rooms.js";

const LEAST_PER_CENT = 95;
const TESTS =
  "rules unit policies contract property/imagine journal/table journal/recompute lab/pins"
    .split(" ")
    .map((name) => `tests/${name}`);
const OUT = "node_modules/.cache/tadmor-coverage";

installOnce();
// The share of taken branches asks whether a case occurs, and a fifth of the cases tells that.
const env = { ...process.env, CI: "true", TADMOR_EFFORT: process.env.TADMOR_EFFORT ?? "0.2" };
const vitest = ["node_modules/vitest/vitest.mjs", "run", ...TESTS, "--reporter=dot"];
const flags = {
  provider: "custom",
  customProviderModule: join(import.meta.dirname, "coverage-provider.js"),
  include: "src/engine/**",
  reporter: "json",
  reportsDirectory: OUT,
};
const coverage = Object.entries(flags).map(([name, value]) => `--coverage.${name}=${value}`);
const { status } = spawnSync(process.execPath, [...vitest, "--coverage.enabled", ...coverage], {
  env,
  stdio: ["ignore", 2, 2],
});
if (status !== 0) throw new Error("a test failed, so what they cover says little");

const found = JSON.parse(readFileSync(join(OUT, "coverage-final.json"), "utf8"));
const arms = Object.entries(found).flatMap(([file, { branchMap, b }]) => {
  const path = relative(process.cwd(), file).replaceAll("\\", "/");
  const text = readFileSync(file, "utf8");
  return Object.entries(branchMap).flatMap(([id, { loc, locations }]) =>
    // An `else` that is not written has no place of its own.
    locations
      .map((place, index) => ({ at: place.start.line === undefined ? loc : place, index }))
      .filter(({ at }) => !isPromise(text, at))
      .map(({ at, index }) => ({ path, line: at.start.line, taken: b[id][index] > 0 })),
  );
});

for (const { path, line, taken } of arms) if (!taken) console.log(`${path}:${line} not taken`);
console.log("| room | branches | taken | per cent |\n| --- | ---: | ---: | ---: |");
for (const room of ROOM_NAMES) {
  const files = new Set(filesOf(room));
  print(
    room,
    arms.filter(({ path }) => files.has(path)),
  );
}
if (print("all", arms) < LEAST_PER_CENT) process.exitCode = 1;

function print(name, some) {
  const taken = some.filter((arm) => arm.taken).length;
  const perCent = some.length === 0 ? 100 : (100 * taken) / some.length;
  console.log(`| ${name} | ${some.length} | ${taken} | ${perCent.toFixed(1)} |`);
  return perCent;
}
