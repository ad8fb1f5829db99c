import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { World } from "./world.ts";

/** JSON with the keys of every object in code-unit order: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.keys(value)
    .toSorted()
    .flatMap((key) => fieldOf(value as object, key));
  return `{${fields.join(",")}}`;
}

function fieldOf(value: object, key: string): string[] {
  const field = (value as Record<string, unknown>)[key];
  return field === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(field)}`];
}

/** SHA-256 of the canonical JSON of a plain value, as 64 hex digits. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** A digest for each entity of a World, keyed by JSON Pointer; `/` holds what is not in a record. */
export function worldDigests(world: World): Record<string, string> {
  const digests: Record<string, string> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(world)) {
    if (typeof part !== "object" || part === null) rest[name] = part;
    else
      for (const id of Object.keys(part)) digests[`/${name}/${id}`] = digestOf(part[id as never]);
  }
  digests["/"] = digestOf(rest);
  return digests;
}
