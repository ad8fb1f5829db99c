// Loaded before the program: says its process, and makes a bug of SIGUSR2.
import { writeFileSync } from "node:fs";

writeFileSync(process.env.TADMOR_TEST_PID, String(process.pid));
process.on("SIGUSR2", () => {
  const bug = new Error("made to fail");
  if (process.env.TADMOR_TEST_BUG === "rejection") void Promise.reject(bug);
  else throw bug;
});
