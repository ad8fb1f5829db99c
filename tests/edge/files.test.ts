import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTextFile } from "../../src/edge/files.ts";
import { emptyDirectory } from "./directory.ts";

function fileOf(bytes: string | Uint8Array): string {
  const file = join(emptyDirectory(), "file");
  writeFileSync(file, bytes);
  return file;
}

function problemsOf(file: string) {
  const read = readTextFile(file, 1024 * 1024);
  return read.ok ? [] : read.problems;
}

describe("a text file", () => {
  it("gives its text", () => {
    expect(readTextFile(fileOf("تدمر\n"), 100)).toEqual({ ok: true, value: "تدمر\n" });
  });

  it("may be as large as the limit in bytes, and no larger", () => {
    const file = fileOf("12345");
    expect(readTextFile(file, 5)).toMatchObject({ ok: true });
    expect(readTextFile(file, 4)).toMatchObject({
      ok: false,
      problems: [{ code: "file.too-large" }],
    });
  });

  it("of 200 GB is refused by its size", () => {
    const file = fileOf("");
    truncateSync(file, 200 * 1024 ** 3);
    const [problem] = problemsOf(file);
    expect(problem).toMatchObject({ code: "file.too-large" });
    expect(problem?.message).toMatch(/has 204800\.0 MB, expected at most 1\.0 MB$/);
  });

  it.each([
    ["a file that is missing", () => join(emptyDirectory(), "none"), "file.missing"],
    ["a directory", () => emptyDirectory(), "file.directory"],
    ["a path through a file", () => join(fileOf("x"), "below"), "file.unreadable"],
    ["bytes that are not UTF-8", () => fileOf(new Uint8Array([0x7b, 0xff])), "file.encoding"],
    ["a name with a zero byte", () => "a\0b", "file.unreadable"],
  ])("is refused with one problem: %s", (_, make, code) => {
    expect(problemsOf(make()).map((problem) => problem.code)).toEqual([code]);
  });
});
