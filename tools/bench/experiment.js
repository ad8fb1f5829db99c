// One experiment as a user runs it, from start to Parquet, in the built program: how long it took
// and how much memory it had at most. Arguments: jobs, runs, more words.
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
  // maxRSS is in kilobytes and of the whole process, worker threads included.
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(`\n${JSON.stringify({ seconds, megabytes })}`);
});
await import(pathToFileURL(main).href);
