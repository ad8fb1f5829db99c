import { z } from "zod";
import type { Event } from "../engine/index.ts";
import { effect, ruling as anyRuling } from "./schema-hand.ts";
import { type Chain, JOURNAL_FORMAT, type JournalLine } from "./lines.ts";

/** Longest texts a person may write into a journal, in UTF-16 code units. */
export const TEXT_LIMITS = { title: 120, reason: 2000, inject: 4000, note: 8000 } as const;

/** An id, here and in packets. */
export const id = z.string().regex(/^[a-z][a-z0-9-]{0,47}$/, "an id: lower case, digits, hyphens");
/** A SHA-256 digest, 64 hex digits. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 digest: 64 hex digits");
const text = (longest: number) => z.string().min(1).max(longest);
/** A turn, from 1. */
export const turn = z.number().int().min(1).max(1000);
/** The orders of a seat as texts, at most 2,000. */
export const orderTexts = z.array(text(600)).max(2000);

const patchOperation = z.looseObject({ op: z.string(), path: z.string() });

// Their fields belong to the version of the engine that wrote them, and are compared, not read.
const events = z.array(z.looseObject({ kind: z.string() })) as unknown as z.ZodType<Event[]>;

const chained = { prev: digest, sum: digest };

const header = z.strictObject({
  kind: z.literal("header"),
  format: z.literal(JOURNAL_FORMAT),
  engine: text(40),
  scenario: z.strictObject({
    id,
    file: text(4096).nullable(),
    hash: digest,
    length: id,
    variant: id.nullable(),
    excursion: z.array(patchOperation).min(1).nullable(),
  }),
  parameters: z.strictObject({ id, hash: digest }),
  seed: text(200),
  reseeds: z.array(z.strictObject({ fromTurn: turn, seed: text(200) })).max(1000),
  players: z.record(id, text(120)),
  aims: z.record(id, id).exactOptional(),
  title: text(TEXT_LIMITS.title).nullable(),
  parent: z.strictObject({ digest, turn: z.number().int().min(0).max(1000) }).nullable(),
  ...chained,
});

const orders = z.strictObject({
  kind: z.literal("orders"),
  turn,
  seat: id,
  orders: orderTexts,
  ...chained,
});

const draft = z.strictObject({ kind: z.literal("draft"), turn, ...chained });

const ruling = z.strictObject({
  kind: z.literal("ruling"),
  turn,
  ruling: anyRuling(text(TEXT_LIMITS.reason)),
  ...chained,
});

const inject = z.strictObject({
  kind: z.literal("inject"),
  turn,
  by: id,
  inject: id.nullable(),
  audience: z.array(id).min(1).max(100).nullable(),
  title: text(TEXT_LIMITS.title).nullable(),
  text: text(TEXT_LIMITS.inject).nullable(),
  effects: z.array(effect).max(100),
  ...chained,
});

const withdrawal = z.strictObject({
  kind: z.literal("withdrawal"),
  turn,
  line: z.number().int().min(2),
  ...chained,
});

const note = z.strictObject({
  kind: z.literal("note"),
  turn,
  text: text(TEXT_LIMITS.note),
  seat: id.nullable(),
  ...chained,
});

const commit = z.strictObject({
  kind: z.literal("commit"),
  turn,
  orders: z.record(id, orderTexts),
  events,
  digests: z.record(z.string().startsWith("/"), digest),
  digest,
  ...chained,
});

/** One line of a journal as it stands in the file, `prev` and `sum` included. */
export const journalLineSchema: z.ZodType<JournalLine & Chain> = z.discriminatedUnion("kind", [
  header,
  orders,
  draft,
  ruling,
  inject,
  withdrawal,
  note,
  commit,
]);

/** The published JSON Schema (2020-12) of a journal: each line of the file is one such object. */
export function journalJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(journalLineSchema, { reused: "ref" });
  return { $schema, title: "Tadmor journal: one line of the file", ...schema };
}
