// What the coordinator of very many rows takes of memory: the built program, from start to Parquet, with
// workers that give rows without playing. Arguments: rows, runs of a chunk. Prints JSON.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startRedis } from "../../../tests/support/redis-server.ts";

const [rows = "1000000", chunk = "500"] = process.argv.slice(2);
const here = import.meta.dirname;
const directory = mkdtempSync(join(tmpdir(), "tadmor-bench-"));
const server = await startRedis(directory);
const worker = spawn(process.execPath, [join(here, "idle-worker.ts"), `${server.port}`, "2"], {
  stdio: ["ignore", "pipe", "inherit"],
});

try {
  await once(createInterface({ input: worker.stdout }), "line");
  const words = ["--queue", `redis://127.0.0.1:${server.port}`, "--chunk", chunk];
  const coordinator = spawn(
    process.execPath,
    [join(here, "../experiment.js"), "1", rows, ...words, "--progress", "json"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let last = "";
  for await (const line of createInterface({ input: coordinator.stdout })) last = line;
  console.log(last);
} finally {
  worker.kill("SIGTERM");
  await once(worker, "exit");
  await server.end("SIGTERM");
  rmSync(directory, { recursive: true, force: true });
}
