/** Files of the repository as text, for tests of its conventions. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);

export interface SourceFile {
  /** Path from the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file under a folder whose name ends so, in path order. */
export function filesUnder(
  folder: string,
  endings: readonly string[] = [".ts", ".tsx"],
): readonly SourceFile[] {
  const names = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" }).map(
    (name) => name.replaceAll("\\", "/"),
  );
  return names
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .toSorted()
    .map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(new URL(`${folder}/${name}`, ROOT), "utf8"),
    }));
}

/** Text of a file, or null when there is none. */
export function readIfThere(path: string): string | null {
  const url = new URL(path, ROOT);
  return existsSync(url) ? readFileSync(url, "utf8") : null;
}

/** Lines on which a pattern is found, as `path:line: text`. */
export function linesWith(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
}
