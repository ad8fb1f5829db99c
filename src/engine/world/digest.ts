import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { World } from "./world.ts";

/** JSON with the keys of every object in code-unit order: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? `${value}` : "null";
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  // Text added to text: a list to be joined costs half as much again, and a saved game has many.
  let fields = "";
  for (const key of Object.keys(value).toSorted()) {
    const field = (value as Record<string, unknown>)[key];
    if (field === undefined) continue;
    fields += `${fields === "" ? "" : ","}${quoted(key)}:${canonicalJson(field)}`;
  }
  return `{${fields}}`;
}

/** Keys as JSON: the names of fields and the ids of a scenario come again in every entity. */
const quotedKeys = new Map<string, string>();
const MOST_KEYS = 10_000;

function quoted(key: string): string {
  let text = quotedKeys.get(key);
  if (text === undefined) {
    if (quotedKeys.size >= MOST_KEYS) quotedKeys.clear();
    quotedKeys.set(key, (text = JSON.stringify(key)));
  }
  return text;
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
