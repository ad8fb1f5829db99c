// One experiment as a user runs it, from start to Parquet, in the built program: how long it took
// by the clock on the wall and of the processor, and how much memory it had at most. Arguments: jobs,
// runs, more words.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [jobs, runs, ...words] = process.argv.slice(2);
const main = join(import.meta.dirname, "../../dist/cli/main.js");
if (!existsSync(main)) throw new Error("no dist/: npm run build first");

const directory = mkdtempSync(join(tmpdir(), "tadmor-bench-"));
const start = performance.now();
process.argv = [process.argv[0], main, "run", "--runs", runs, "--jobs", jobs, "--quiet"];
process.argv.push("--out", join(directory, "results"), ...words);
process.on("exit", () => {
  rmSync(directory, { recursive: true, force: true });
  const seconds = (performance.now() - start) / 1000;
  // Of the whole process, worker threads included; maxRSS is in kilobytes.
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const processor = (userCPUTime + systemCPUTime) / 1e6;
  console.log(`\n${JSON.stringify({ seconds, processor, megabytes: maxRSS / 1024 })}`);
});
await import(pathToFileURL(main).href);
