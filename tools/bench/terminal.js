// The built game in a pseudo-terminal (util-linux's `script`): keys in, and when it wrote last.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [COLUMNS, ROWS] = [120, 40];
/** What never came by then is not coming. */
const LONGEST_MS = 20_000;
const PROGRAM = join(import.meta.dirname, "../../bin/tadmor.js");

/** Starts the game; what comes back presses keys, waits for words and leaves. */
export function open() {
  const saves = mkdtempSync(join(tmpdir(), "tadmor-bench-"));
  const command = `stty cols ${COLUMNS} rows ${ROWS}; exec '${process.execPath}' '${PROGRAM}' play`;
  const child = spawn("script", ["-qfec", command, "/dev/null"], {
    env: { ...process.env, TADMOR_SAVES: saves, TERM: "xterm-256color", NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let text = "";
  const heard = { last: null };
  child.stdout.on("data", (chunk) => {
    text += chunk;
    heard.last = performance.now();
  });
  return {
    async until(words) {
      const began = performance.now();
      while (!text.includes(words)) {
        if (performance.now() - began > LONGEST_MS) throw new Error(`never saw "${words}"`);
        await wait(2);
      }
    },
    /** Presses a key and waits until nothing was written for a while; null when nothing was. */
    async typed(key, quiet = 60) {
      heard.last = null;
      const began = performance.now();
      child.stdin.write(key);
      while (heard.last === null && performance.now() - began < 600) await wait(1);
      while (heard.last !== null && performance.now() - heard.last < quiet) await wait(2);
      return heard.last === null ? null : heard.last - began;
    },
    /** Milliseconds it had of the processor since it started. */
    processorMs: () => processorMsOf(nodeUnder(child.pid)),
    /** Leaves as a person does, so that nothing is left running behind `script`. */
    async end() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.write("\u0003");
      await wait(100);
      child.stdin.write("y");
      await Promise.race([ended, wait(3000)]);
      child.kill("SIGKILL");
    },
  };
}

/** So many milliseconds later. */
export function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The program's own process: `script` and the shell stand between. */
function nodeUnder(root) {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const stat = statOf(pid);
        return stat === null ? [] : [[Number(pid), Number(stat[1])]];
      }),
  );
  let pid = root;
  for (;;) {
    const child = [...parents].find(([, parent]) => parent === pid);
    if (child === undefined) return pid;
    pid = child[0];
  }
}

/** What stands behind the name in /proc/PID/stat; null for a process that has gone. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** Of the threads that are alive, by the scheduler's own count in nanoseconds. */
function processorMsOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  const counts = threads.map((id) =>
    Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, "utf8").split(" ")[0]),
  );
  return counts.reduce((sum, count) => sum + count, 0) / 1e6;
}
