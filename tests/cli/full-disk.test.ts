import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { TADMOR_SHELL, tadmorHere } from "../support/cli.ts";

const run = (runs: number) => ["run", "two-fords", "--runs", `${runs}`, "--jobs", "1", "--quiet"];

const bytesOf = (directory: string) =>
  readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "base64")]);

test.each([
  ["while it is played", 200, "runs.csv", true],
  ["when all is played", 80, "runs.parquet", false],
])("a disk that takes no more %s ends it with exit 2, and it is gone on with", async (...row) => {
  const [, runs, file, isStopped] = row;
  const [directory, whole] = [join(emptyDirectory(), "out"), join(emptyDirectory(), "out")];
  // No file may have more than 4 KiB: what the system says then is said as of a full disk.
  const line = `ulimit -f 4; ${TADMOR_SHELL} ${run(runs).join(" ")} --out "${directory}"`;
  const { status, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8" });
  const said = stderr.replaceAll(/\s+/g, " ");
  expect({ status, said }).toMatchObject({ status: 2 });
  expect(said).toContain(`file.disk-full "${join(directory, file)}" would be larger`);
  expect(said).toMatch(/hint: raise the limit .*--resume .* goes on from what is kept/);
  expect(/Stopped after \d+ of 200 runs/.test(said)).toBe(isStopped);
  expect(await tadmorHere(...run(runs), "--resume", directory)).toMatchObject({ exit: 0 });
  await tadmorHere(...run(runs), "--out", whole);
  expect(bytesOf(directory)).toEqual(bytesOf(whole));
});
