// Writes the published JSON Schemas to schema/ from the code's own; a test checks they are current.
import { mkdirSync, writeFileSync } from "node:fs";
import { FILE_KINDS, schemaText } from "../src/scenarios/index.ts";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const kind of FILE_KINDS) {
  writeFileSync(new URL(`${kind}.schema.json`, folder), schemaText(kind));
}
