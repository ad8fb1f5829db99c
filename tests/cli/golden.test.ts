import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GOLDEN_DIRECTORY, goldenFiles } from "../support/golden.ts";

test("the golden playthrough is what it was; a meant change is written by npm run golden", async () => {
  for (const [name, text] of Object.entries(await goldenFiles())) {
    expect(text).toBe(readFileSync(join(GOLDEN_DIRECTORY, name), "utf8"));
  }
});
