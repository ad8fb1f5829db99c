import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chainOf, corpus, readGame } from "../support/corpus.ts";
import {
  GOLDEN_CORPUS,
  GOLDEN_DIRECTORY,
  type GoldenCorpus,
  goldenFiles,
  rulesChanged,
} from "../support/golden.ts";

test("the golden playthrough is what it was; a meant change is written by npm run golden", async () => {
  for (const [name, text] of Object.entries(await goldenFiles())) {
    expect(text).toBe(readFileSync(join(GOLDEN_DIRECTORY, name), "utf8"));
  }
});

/** History, random legal play of the same scenario, and of the tutorial's. */
const CHEAP = [0, 26, 42];
const golden = JSON.parse(readFileSync(GOLDEN_CORPUS, "utf8")) as GoldenCorpus;

test("why the digests of the corpus are what they are stands under Rules in the changelog", () => {
  expect(rulesChanged(golden.because)).toBe(true);
});

test("saved games have the digests that were committed; check:engines plays the others", () => {
  for (const { name, journal } of corpus((index) => CHEAP.includes(index))) {
    expect({ name, chain: chainOf(readGame(journal)) }).toEqual({
      name,
      chain: golden.games[name],
    });
  }
});
