// npm run check:audit: asks the registry which faults are known of the packages of every lockfile.
// Exit 1 when one of high severity or worse is in what ships. Where the registry does not answer it
// says so, for each lockfile, and that is no failure: nothing was found out.
import { isGrave, readAudit, tellAudit } from "../tests/support/audit.ts";
import { LOCKFILES, shippedPaths } from "../tests/support/lockfiles.ts";
import { npm } from "./npm.js";

const MOST_BYTES = 64 * 1024 * 1024;
/** A registry that cannot be reached is to be told within a minute, for all lockfiles together. */
const PATIENCE = ["--fetch-retries=0", "--fetch-timeout=10000"];

const audits = Object.entries(LOCKFILES).map(([file, packages]) => {
  const shipped = file === "package-lock.json" ? shippedPaths() : [];
  const audit = readAudit(answerFor(file), shipped);
  const count = Object.keys(packages).filter((path) => path.includes("node_modules/")).length;
  console.log(`${file}: ${count} packages, ${shipped.length} of them ship`);
  for (const line of tellAudit(audit)) console.log(`  ${line}`);
  return audit;
});

const silent = audits.filter((audit) => "why" in audit).length;
const told = silent > 0 ? `; ${silent} could not be: nothing is known of those` : "";
console.log(`${audits.length - silent} of ${audits.length} lockfiles audited${told}.`);
process.exitCode = audits.some(isGrave) ? 1 : 0;

function answerFor(file: string): string {
  const words = ["audit", "--json", "--package-lock-only", "--include=dev", ...PATIENCE];
  const cwd = new URL(`../${file.replace(/package-lock\.json$/, "")}`, import.meta.url);
  return String(npm(words, { cwd, encoding: "utf8", maxBuffer: MOST_BYTES }).stdout ?? "");
}
