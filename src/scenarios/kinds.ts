import { z } from "zod";
import type { Problem } from "../engine/index.ts";
import { type Json, parseJson } from "./json.ts";
import { problemAt } from "./loose.ts";
import { type Read, refuse } from "./read.ts";
import { claimSchema } from "./schema/claim.ts";
import { coaSchema } from "./schema/coa.ts";
import { designSchema } from "./schema/design.ts";
import { excursionSchema } from "./schema/excursion.ts";
import { parametersSchema } from "./schema/parameters.ts";
import { scenarioSchema } from "./schema/scenario.ts";

/** Kinds of file with a schema of this room; the first part of a file's `format` after `tadmor-`. */
export const FILE_KINDS = [
  "scenario",
  "parameters",
  "coa",
  "excursion",
  "design",
  "claim",
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const SCHEMAS = {
  scenario: scenarioSchema,
  parameters: parametersSchema,
  coa: coaSchema,
  excursion: excursionSchema,
  design: designSchema,
  claim: claimSchema,
} as const;

/** The kind that JSON data says it is, whatever its version; undefined when it does not say. */
export function kindOf(data: unknown): FileKind | undefined {
  const format =
    typeof data === "object" && data !== null ? (data as { format?: unknown }).format : undefined;
  const name = typeof format === "string" ? /^tadmor-([a-z]+)\/\d+$/.exec(format)?.[1] : undefined;
  return FILE_KINDS.find((kind) => kind === name);
}

/** Data that says it is of another kind; nothing else of it is worth reading then. */
export function otherKind(data: unknown, expected: FileKind): Problem[] {
  const found = kindOf(data);
  if (found === undefined || found === expected) return [];
  const message = `found a file of the kind "${found}", expected one of the kind "${expected}"`;
  const hint = "is this the right file? tadmor check reads any kind";
  return [problemAt(["format"], "schema.other-kind", message, hint)];
}

/** Text of a file of one kind → its data, or why it is none. */
export function parseKind(text: string, kind: FileKind): Read<Json> {
  const json = parseJson(text);
  const problems = json.ok ? otherKind(json.value, kind) : [];
  return problems.length > 0 ? refuse(problems) : json;
}

/** The published JSON Schema (2020-12) of each kind of file, as an author writes it. */
export function jsonSchemas(): Record<FileKind, object> {
  const entries = FILE_KINDS.map((kind) => [kind, jsonSchemaOf(kind)]);
  return Object.fromEntries(entries) as Record<FileKind, object>;
}

/** A published JSON Schema as its file holds it. */
export function schemaText(kind: FileKind): string {
  return `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`;
}

function jsonSchemaOf(kind: FileKind): object {
  const { $schema, ...schema } = z.toJSONSchema(SCHEMAS[kind], { io: "input", reused: "ref" });
  return { $schema, title: `Tadmor ${kind} file`, ...schema };
}
