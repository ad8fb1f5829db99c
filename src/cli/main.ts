import { EXIT } from "./exit.ts";
import { processIo } from "./io.ts";
import { run } from "./program.ts";

// Whoever reads the output may stop (`| head`), which is no error of ours; a full disk is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`tadmor cannot write its output: ${error.code}\n`);
  process.exit(EXIT.badInput);
});
process.stderr.on("error", () => process.exit());

// A file that may not grow (ulimit -f) is told by the write that met it; unheard, this would kill.
process.on("SIGXFSZ", () => undefined);

process.exitCode = await run(process.argv.slice(2), processIo());
