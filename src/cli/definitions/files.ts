import type { Definition } from "./definition.ts";
import { JSON_FLAG } from "./flags.ts";

/** Commands for who writes files. */
export const FILES: readonly Definition[] = [
  {
    name: "check",
    does: "every problem of scenarios, parameters, courses of action, excursions, designs, claims and journals",
    operands: "<file...>",
    most: Infinity,
    flags: [
      [
        "--scenario <id or path>",
        "what files about a scenario are read against, where it is not given with them",
      ],
      JSON_FLAG,
    ],
    examples: ["tadmor check my-scenario.json", "tadmor check mine.json my-coa.json"],
    load: async () => (await import("../commands/check.ts")).check,
  },
  {
    name: "schema",
    does: "the JSON Schema of a kind of file",
    operands: "[kind]",
    most: 1,
    flags: [],
    examples: ["tadmor schema", "tadmor schema scenario > scenario.schema.json"],
    load: async () => (await import("../commands/schema.ts")).schema,
  },
];
