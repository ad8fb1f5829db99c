// Every test of the room as one file, after the engine itself: what the engine remembers between calls
// is made to forget before each test, as if each ran in a process of its own.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import "immer";
import { describe } from "vitest";
import { forgetful } from "./forget.js";
import { testFilesOf } from "./rooms.js";

const Remembering = globalThis.WeakMap;
globalThis.WeakMap = forgetful();
for (const name of readdirSync("src/engine", { recursive: true })) {
  if (name.endsWith(".ts")) await import(join(process.cwd(), "src/engine", name));
}
globalThis.WeakMap = Remembering;

// Whether it fails is asked, not by how little.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true, reporter: undefined });

for (const file of testFilesOf(process.env.TADMOR_ROOM)) {
  describe(file, () => import(join(process.cwd(), file)));
}
