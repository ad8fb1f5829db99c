// Writes the golden playthrough anew. Run it when a change of the rules was meant, and read the
// difference line by line before committing it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GOLDEN_DIRECTORY, goldenFiles } from "../tests/support/golden.ts";

mkdirSync(GOLDEN_DIRECTORY, { recursive: true });
for (const [name, text] of Object.entries(await goldenFiles())) {
  writeFileSync(join(GOLDEN_DIRECTORY, name), text);
}
