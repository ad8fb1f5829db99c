import { z } from "zod";
import { type Chunk, CHUNK_FORMAT, chunkId } from "../../lab/chunk.ts";
import type { Rows } from "../../lab/replicate.ts";
import { parseJson, type Read } from "../../scenarios/index.ts";
import { patchOperation } from "../../scenarios/schema/patch.ts";
import { id, text } from "../../scenarios/schema/quantity.ts";
import { readBy } from "../../scenarios/schema-problems.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 digest: 64 hex digits");
const run = z.number().int().min(1).max(1_000_000_000);

const chunkSchema = z.strictObject({
  format: z.literal(CHUNK_FORMAT),
  version: text(40),
  engine: digest,
  scenario: digest,
  parameters: digest,
  length: id.nullable(),
  variant: id.nullable(),
  patch: z.array(patchOperation).max(2000).nullable(),
  courses: z.record(id, digest),
  aims: z.record(id, id),
  seed: text(200),
  from: run,
  to: run,
});

/** Runs of a chunk at most. */
const MOST_RUNS = 10_000;

/** A chunk as text. */
export function chunkText(chunk: Chunk): string {
  return JSON.stringify(chunk);
}

/** The chunk in a job of this id, or every problem of it; a chunk of another id was altered. */
export function readChunk(id: string, data: unknown): Read<Chunk> {
  if (typeof data !== "string") return refused("chunk.text", "found no text, expected a chunk");
  const json = parseJson(data);
  const read = json.ok ? readBy(chunkSchema, json.value) : json;
  if (!read.ok) return read;
  const chunk = read.value as Chunk;
  if (chunk.to < chunk.from || chunk.to - chunk.from >= MOST_RUNS) {
    const found = `found runs ${chunk.from} to ${chunk.to}`;
    return refused("chunk.runs", `${found}, expected 1 to ${MOST_RUNS} runs`);
  }
  if (chunkId(chunk) === id) return { ok: true, value: chunk };
  return refused(
    "chunk.altered",
    "found a chunk whose digest is not its id, expected it unaltered",
  );
}

const ROWS_FORMAT = "tadmor-rows/1";

const rowsSchema = z.strictObject({
  format: z.literal(ROWS_FORMAT),
  chunk: digest,
  names: z.array(text(120)).max(5000),
  /** The values, eight bytes each, little-endian, in base64. */
  values: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, "base64"),
});

/** The rows of a chunk as text. */
export function rowsText(chunk: string, { names, values }: Rows): string {
  const bytes = Buffer.alloc(values.length * VALUE_BYTES);
  for (let at = 0; at < values.length; at++) {
    bytes.writeDoubleLE(values[at] as number, at * VALUE_BYTES);
  }
  const told = { format: ROWS_FORMAT, chunk, names, values: bytes.toString("base64") };
  return JSON.stringify(told);
}

const VALUE_BYTES = 8;

/** What rows must be of. */
interface RowsAsked {
  readonly id: string;
  readonly runs: number;
  readonly names: readonly string[];
}

/** The rows of a chunk from their text, or every problem of them. */
export function readRows(source: string, asked: RowsAsked): Read<Rows> {
  const json = parseJson(source);
  const read = json.ok ? readBy(rowsSchema, json.value) : json;
  if (!read.ok) return read;
  const { chunk, names, values: base64 } = read.value;
  if (chunk !== asked.id) return refused("rows.chunk", "found the rows of another chunk");
  if (names.join("\n") !== asked.names.join("\n")) {
    return refused("rows.names", "found other measures than those of the game");
  }
  const values = new Float64Array(asked.runs * names.length);
  const length = Buffer.byteLength(base64, "base64");
  if (length !== values.byteLength) {
    return refused("rows.length", `found ${length} bytes, expected ${asked.runs} rows`);
  }
  const bytes = Buffer.from(values.buffer);
  bytes.write(base64, "base64");
  for (let at = 0; at < values.length; at++) {
    // Where eight bytes stand in another order on this machine, they are turned round in their place.
    values[at] = bytes.readDoubleLE(at * VALUE_BYTES);
    if (Math.abs(values[at] as number) === Infinity) {
      return refused("rows.value", "found an infinite value, expected numbers or none");
    }
  }
  return { ok: true, value: { names, values } };
}

const workerSchema = z.strictObject({
  name: text(200),
  /** Version of its rules. */
  version: text(40),
  engine: digest,
  concurrency: z.number().int().min(1).max(10_000),
  /** Chunks in its hands. */
  busy: z.number().int().min(0),
  /** Runs since it began, and a second. */
  runs: z.number().int().min(0),
  rate: z.number().min(0),
  /** Chunks that it played, and attempts that failed. */
  chunks: z.number().int().min(0),
  failed: z.number().int().min(0),
});

/** What a worker says of itself while it is alive. */
export type WorkerCard = z.output<typeof workerSchema>;

/** A worker's card from its text; null when it is none. */
export function readCard(source: string): WorkerCard | null {
  const json = parseJson(source);
  const read = json.ok ? readBy(workerSchema, json.value) : json;
  return read.ok ? read.value : null;
}

function refused(code: string, message: string): Read<never> {
  const hint = "whatever put it into the queue is no coordinator or worker of this program";
  return { ok: false, problems: [{ code, path: "", message, hint }] };
}
