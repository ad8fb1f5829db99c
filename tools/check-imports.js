// Holds src/ against .dependency-cruiser.mjs, and fails when it has looked at (almost) nothing:
// a checker that cannot read TypeScript passes over zero modules and calls it a success.
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import config from "../.dependency-cruiser.mjs";

const FEWEST_MODULES = 10;

const { output } = await cruise(
  ["src"],
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig("tsconfig.json") },
);

const modules = output.modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source));
const imports = modules.reduce((count, { dependencies }) => count + dependencies.length, 0);
const { violations } = output.summary;

for (const { from, to, rule, cycle } of violations) {
  const comment = config.forbidden.find(({ name }) => name === rule.name)?.comment ?? "";
  const path = cycle ? [from, ...cycle.map(({ name }) => name)].join(" → ") : `${from} → ${to}`;
  console.error(`${rule.name}: ${path}\n  ${comment}`);
}

const sawEnough = modules.length >= FEWEST_MODULES && imports > 0;
if (!sawEnough) {
  console.error(`looked at ${modules.length} modules and ${imports} imports: too few to be true`);
}
console.log(`${modules.length} modules, ${imports} imports, ${violations.length} violations`);
process.exitCode = violations.length === 0 && sawEnough ? 0 : 1;
