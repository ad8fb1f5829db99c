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

process.exitCode = await run(process.argv.slice(2), processIo());
