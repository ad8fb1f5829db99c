import { existsSync } from "node:fs";
import type { Problem } from "../engine/index.ts";
import { fileProblem } from "./files.ts";
import { putNewFile } from "./put-file.ts";

/** Writes a new text file; a Problem when it is there already or cannot be written, else null. */
export function writeNewText(file: string, text: string): Problem | null {
  try {
    return putNewFile(file, Buffer.from(text)) ? null : taken(file);
  } catch (error) {
    return fileProblem(error, file);
  }
}

/** The Problem of writing over a file that is there; null where there is none. */
export function existingFile(file: string): Problem | null {
  return existsSync(file) ? taken(file) : null;
}

function taken(file: string): Problem {
  const message = `found a file at "${file.slice(0, 60)}", expected none`;
  return { code: "file.exists", path: "", message, hint: "name another, or remove it first" };
}
