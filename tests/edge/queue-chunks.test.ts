import { expect, it } from "vitest";
import { gameOf, loadRun } from "../../src/cli/load-run.ts";
import { ownRules } from "../../src/cli/own-rules.ts";
import { chunkText, readChunk, readRows, rowsText } from "../../src/edge/queue/payload.ts";
import { type Chunk, chunkOf, recipeOf } from "../../src/lab/chunk.ts";
import { measureNames, playRuns } from "../../src/lab/replicate.ts";

const RULES = { version: "0.1.0", engine: "a".repeat(64) };

function stretchOf(options = {}) {
  const loaded = loadRun("two-fords", options);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return { batch: 0, game: gameOf(loaded.value), seed: "x", from: 1, to: 3 };
}

const stretch = stretchOf();
const { id, chunk, texts } = chunkOf(stretch, RULES);

it("the same stretch is the same chunk wherever it is cut", () => {
  expect(chunkOf(stretchOf(), RULES).id).toBe(id);
  expect(chunkOf({ ...stretchOf(), batch: 7 }, RULES).id).toBe(id);
  // A directory that is gone on with names the length that was played.
  expect(chunkOf(stretchOf({ length: chunk.length }), RULES).id).toBe(id);
  expect(chunk.length).not.toBe(null);
});

it.each<[string, Partial<Chunk>]>([
  ["engine", { engine: "b".repeat(64) }],
  ["scenario", { scenario: "b".repeat(64) }],
  ["parameters", { parameters: "b".repeat(64) }],
  ["design point", { patch: [{ op: "remove", path: "/tutorial" }] }],
  ["seed", { seed: "y" }],
  ["runs", { to: 4 }],
])("another %s is another chunk, and a chunk that was altered is refused", (_, change) => {
  const altered = { ...chunk, ...change };
  const read = readChunk(id, chunkText(altered));
  expect(read).toMatchObject({ ok: false, problems: [{ code: "chunk.altered" }] });
});

it("a chunk and its texts make the very game it was cut from", () => {
  const read = readChunk(id, chunkText(chunk));
  expect(read).toEqual({ ok: true, value: chunk });
  expect(recipeOf(chunk, texts)).toEqual(stretch.game.recipe);
});

it.each<[string, string, string]>([
  ["no JSON", "{", "json"],
  ["an unknown key", chunkText({ ...chunk, more: 1 } as Chunk), "more"],
  ["a key twice", chunkText(chunk).replace("{", '{"seed":"x",'), "seed"],
  ["a prototype", chunkText(chunk).replace("{", '{"__proto__":{},'), "__proto__"],
  ["no digest", chunkText({ ...chunk, engine: "x" }), "/engine"],
  ["runs backward", chunkText({ ...chunk, from: 9 }), "chunk.runs"],
  ["too many runs", chunkText({ ...chunk, to: 999_999 }), "chunk.runs"],
])("a chunk with %s is refused as strictly as a file", (_, text, where) => {
  const read = readChunk(id, text);
  expect(read.ok).toBe(false);
  expect(JSON.stringify(read)).toContain(where);
});

it("rows come back to the last bit, and what does not fit is refused", () => {
  const { game, seed, from, to } = stretch;
  const rows = playRuns(game, seed, from, to);
  const names = measureNames(game);
  const asked = { id, runs: 3, names };
  expect(readRows(rowsText(id, rows), asked)).toEqual({ ok: true, value: rows });
  const refused = (text: string) => {
    const read = readRows(text, asked);
    return read.ok ? "taken" : read.problems[0]?.code;
  };
  expect(refused(rowsText("b".repeat(64), rows))).toBe("rows.chunk");
  expect(refused(rowsText(id, { ...rows, names: [...names.slice(1), "x"] }))).toBe("rows.names");
  expect(refused(rowsText(id, { names, values: rows.values.subarray(1) }))).toBe("rows.length");
  const infinite = rows.values.with(0, Infinity);
  expect(refused(rowsText(id, { names, values: infinite }))).toBe("rows.value");
});

it("the rules of a program have one digest", () => {
  expect(ownRules()).toEqual(ownRules());
  expect(ownRules().engine).toMatch(/^[0-9a-f]{64}$/);
});
