import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../edge/assets.ts";
import { ENGINE_VERSION } from "../../engine/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { Io } from "../io.ts";

/** `tadmor --version`: of the program, and of the rules, which journals are bound to. */
export function version(io: Io): Exit {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  const { version: program } = manifest as { version: string };
  io.out(`tadmor ${program}, engine ${ENGINE_VERSION}\n`);
  return EXIT.done;
}
