// Writes the golden playthrough and the rule book's worked assault anew. Run it when a change of the rules was meant, and read the
// difference line by line before committing it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GOLDEN_DIRECTORY, goldenFiles } from "../tests/support/golden.ts";
import { MARKS, workedSection } from "../tests/support/worked-assault.ts";

mkdirSync(GOLDEN_DIRECTORY, { recursive: true });
for (const [name, text] of Object.entries(await goldenFiles())) {
  writeFileSync(join(GOLDEN_DIRECTORY, name), text);
}

const BOOK = "docs/RULES.md";
const [before = "", rest = ""] = readFileSync(BOOK, "utf8").split(MARKS.from);
const after = rest.slice(rest.indexOf(MARKS.to));
writeFileSync(BOOK, `${before}${MARKS.from}\n\n${workedSection()}\n\n${after}`);
