import { expect, test } from "vitest";
import { filesUnder, type SourceFile } from "../support/sources.ts";

const DECLARED =
  /^export (?:abstract )?(?:async )?(?:function\*?|interface|type|const|class) ([A-Za-z0-9_$]+)/;

/** Exported names of a file without a docstring on the lines before. */
function undocumented({ path, text }: SourceFile): readonly string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    const name = DECLARED.exec(line)?.[1];
    const isFollowing = name !== undefined && isDocumented(lines, at);
    return name === undefined || isFollowing ? [] : [`${path} ${name}`];
  });
}

/** A docstring ends on the line before; a type derived from the const above shares its words. */
function isDocumented(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1]?.trim() ?? "";
  if (before.endsWith("*/")) return true;
  const derived =
    /^export type \w+ = \(typeof (\w+)\)\[number\];|^export type \w+ = (keyof )?typeof (\w+)/.test(
      lines[at] ?? "",
    );
  return derived;
}

const found = filesUnder("src").flatMap(undocumented);

test("there are exported names to look at", () => {
  const exported = filesUnder("src").flatMap(({ text }) =>
    text.split("\n").filter((line) => DECLARED.test(line)),
  );
  expect(exported.length).toBeGreaterThan(150);
});

const rooms = [...new Set(filesUnder("src").map(roomOf))].toSorted();

function roomOf({ path }: { readonly path: string }): string {
  return path.split("/")[1]!;
}

test.each(rooms)("exported names of src/%s have a docstring", (room) => {
  expect(found.filter((name) => name.startsWith(`src/${room}/`))).toEqual([]);
});
