import { expect, test } from "vitest";
import { filesUnder, linesWith } from "../support/sources.ts";

const ENGINE = filesUnder("src/engine").map(({ path, text }) => ({
  path,
  text: withoutComments(text),
}));

/** Comments may say what code may not; lines keep their numbers. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""))
    .replace(/\/\/.*$/gm, "");
}

test("there is an engine to look at", () => {
  expect(ENGINE.length).toBeGreaterThan(40);
});

/** Members of Math that give the same bits on every machine. */
const SAME_EVERYWHERE = [
  "abs",
  "ceil",
  "floor",
  "imul",
  "max",
  "min",
  "sqrt",
  "trunc",
  "sign",
  "round",
  "SQRT2",
  "PI",
];

test("the engine calls no Math that differs between engines: take exp, ln and pow from chance/arithmetic", () => {
  const pattern = new RegExp(`\\bMath\\.(?!(${SAME_EVERYWHERE.join("|")})\\b)`);
  expect(linesWith(ENGINE, pattern)).toEqual([]);
  expect(linesWith(ENGINE, /\*\*/)).toEqual([]);
});

test("the engine has no clock, no dice of its own, no locale, no console and waits for nothing", () => {
  expect(
    linesWith(
      ENGINE,
      /\b(Date|performance|setTimeout|setInterval|console|process|globalThis|Intl)\b/,
    ),
  ).toEqual([]);
  expect(linesWith(ENGINE, /\b(localeCompare|toLocale\w+)\b/)).toEqual([]);
  expect(linesWith(ENGINE, /\b(async|await|Promise)\b/)).toEqual([]);
});

test("a World is written by apply alone: phases push, collect and return", () => {
  const phases = ENGINE.filter(({ path }) => path.startsWith("src/engine/phases/"));
  expect(linesWith(phases, /\bworld(\.|\[)[^=]*[^=!<>+\-*/]=(?![=>])/)).toEqual([]);
});
