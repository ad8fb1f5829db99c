import type { Problem } from "../../engine/index.ts";
import { journalJsonSchema, sealedJsonSchema } from "../../journal/index.ts";
import { jsonSchemas } from "../../scenarios/index.ts";
import { listSome, nearest } from "../../scenarios/text.ts";
import { EXIT, type Exit } from "../exit.ts";
import { type Io, printJson } from "../io.ts";
import { printProblems } from "../problems.ts";

/** `tadmor schema`: the JSON Schema of one kind of file, or the kinds that have one. */
export function schema(io: Io, operands: readonly string[]): Exit {
  const schemas: Readonly<Record<string, object>> = {
    ...jsonSchemas(),
    journal: journalJsonSchema(),
    packet: sealedJsonSchema("packet"),
    orders: sealedJsonSchema("orders"),
  };
  const kinds = Object.keys(schemas);
  const [kind] = operands;
  if (kind === undefined) io.out(`${kinds.join("\n")}\n`);
  else if (Object.hasOwn(schemas, kind)) printJson(io, schemas[kind]);
  else {
    printProblems(io, "tadmor schema", [unknownKind(kind, kinds)]);
    return EXIT.badInput;
  }
  return EXIT.done;
}

function unknownKind(kind: string, kinds: readonly string[]): Problem {
  const meant = nearest(kind, kinds);
  return {
    code: "schema.unknown",
    path: "",
    message: `found "${kind.slice(0, 60)}", expected a kind of file that has a schema`,
    hint: meant === undefined ? `there are: ${listSome(kinds)}` : `did you mean "${meant}"?`,
  };
}
