import { expect, test } from "vitest";
import { createChance, type Event } from "../../src/engine/index.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import { ordersBy, picksFrom, playWith } from "../support/random-game.ts";
import { filesUnder, readIfThere } from "../support/sources.ts";
import { SHIPPED } from "../support/shipped.ts";

const NUMBER = "\\d{1,2}(?:\\.\\d{1,2})+";

/** Paragraphs a phase says it carries out: `/** 5.4.7: …`, `* 4.5: …` and `rule: "5.4.7"`. */
function citedInEngine(): readonly string[] {
  const engine = filesUnder("src/engine");
  const found = engine.flatMap(({ text }) => [
    ...matches(text, new RegExp(`(?:/\\*\\*|^ *\\*|//) (${NUMBER})(?::|–)`, "gm")),
    ...matches(text, new RegExp(`"(${NUMBER})"`, "g")),
    ...matches(text, new RegExp(`\\((${NUMBER})\\)`, "g")),
  ]);
  const templates = [
    ...Array.from({ length: 5 }, (_, at) => `5.4.${at + 1}`),
    ...Array.from({ length: 8 }, (_, at) => `5.8.${at + 1}`),
  ];
  return unique([
    ...found.filter((number) => !/^0\.|^8\.(1[0-9]|2[0-9])$/.test(number)),
    ...templates,
  ]);
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}

const unique = (list: readonly string[]) => [...new Set(list)].toSorted();

/** Numbers that open the title of a rules test, those joined to them by "and", and those of a table. */
function citedInTests(): readonly string[] {
  const title = new RegExp(`["'\`](${NUMBER})(?: and (${NUMBER}))? [^"'\`]*`, "g");
  const row = /^ *\| (\d{1,2}\.\d\.\d{1,2}) +\| [a-z]/gm;
  return unique(
    filesUnder("tests/rules").flatMap(({ text }) => [
      ...[...text.matchAll(title)].flatMap((match) => [match[1]!, match[2] ?? match[1]!]),
      ...(text.includes('("%s the ') ? matches(text, row) : []),
    ]),
  );
}

test("the engine says which paragraphs it carries out", () => {
  expect(citedInEngine().length).toBeGreaterThan(60);
});

test("each paragraph the engine carries out opens the title of a rules test", () => {
  const tested = citedInTests();
  const missing = citedInEngine().filter(
    (number) => !tested.includes(number) && !tested.some((one) => one.startsWith(`${number}.`)),
  );
  expect(missing).toEqual([]);
});

/** Values of every field called `rule` in what happened. */
function rulesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "rule" && typeof part === "string" ? [part] : rulesIn(part),
  );
}

function playedEvents(): readonly Event[] {
  const policy = randomLegal(picksFrom(9));
  return playWith(SHIPPED, 4, createChance("rules", SHIPPED), (world) =>
    ordersBy(SHIPPED, world, () => policy),
  ).events.flat();
}

test("events cite paragraphs that the engine's sources name", () => {
  const named = citedInEngine();
  const cited = unique(rulesIn(playedEvents()));
  expect(cited.length).toBeGreaterThan(15);
  expect(cited.filter((number) => !named.includes(number))).toEqual([]);
});

/** Paragraphs of the rule book, `**5.4.7**` at the start of a line or of a list item. */
function paragraphsOf(book: string): readonly string[] {
  return unique(matches(book, new RegExp(`^(?:#+ |[-*] )?\\**(${NUMBER})\\b\\**`, "gm")));
}

const book = readIfThere("docs/RULES.md");

test("each paragraph the engine and the tests cite stands in the rule book, when there is one", () => {
  const written = book === null ? null : paragraphsOf(book);
  const cited = unique([...citedInEngine(), ...citedInTests()]);
  expect(written === null ? [] : cited.filter((number) => !written.includes(number))).toEqual([]);
});

test("each paragraph of the rule book is cited by a test", () => {
  const tested = citedInTests();
  const written = book === null ? [] : paragraphsOf(book);
  expect(
    written.filter(
      (number) => !tested.includes(number) && !tested.some((one) => one.startsWith(`${number}.`)),
    ),
  ).toEqual([]);
});
