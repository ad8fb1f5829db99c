import { z } from "zod";
import { id, sourceIds, text } from "./quantity.ts";

const title = text(120);
const prose = text(4000);
const turn = z.number().int().min(1).max(1000);
const percentile = z.number().gt(0).lt(1);
const probability = z.number().min(0).max(1);

const MEN_STATES = ["killed", "wounded", "stragglers", "missing", "captured"] as const;

/** A number folded from a run's events; a kind says which of the other fields it needs. */
export const measure = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      title,
      kind: z.enum(["fall", "entry", "first-assault", "held-at-end", "left", "score", "track"]),
      /** A place; of `left` a contingent, of `score` a seat, of `track` a track. */
      subject: id,
    }),
    z.strictObject({ title, kind: z.enum(["latest", "earliest"]), of: z.array(id).min(1) }),
    z.strictObject({ title, kind: z.literal("share"), part: id, whole: id }),
    z.strictObject({
      title,
      kind: z.literal("count-fallen"),
      places: z.array(id).min(1),
      byTurn: turn,
    }),
    z.strictObject({
      title,
      kind: z.literal("men"),
      states: z.array(z.enum(MEN_STATES)).min(1),
      side: id.optional(),
      contingents: z.array(id).min(1).optional(),
    }),
    z.strictObject({
      title,
      kind: z.enum(["kit-captured", "kit-in-service"]),
      kinds: z.array(id).min(1),
      by: id,
    }),
  ],
  "a measure: one of fall, entry, first-assault, held-at-end, left, score, track, latest, earliest, share, count-fallen, men, kit-captured, kit-in-service",
);

/** A question that each run answers with yes or no; a measure without a value is never inside. */
export type Test =
  | {
      readonly measure: string;
      readonly from?: number | undefined;
      readonly to?: number | undefined;
    }
  | { readonly never: string }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test }
  | { readonly atLeast: number; readonly of: readonly Test[] }
  | {
      /** `to` less `from`, in turns. */
      readonly gap: {
        readonly from: string;
        readonly to: string;
        readonly atLeast?: number | undefined;
        readonly atMost?: number | undefined;
      };
    };

/** The grammar of tests: of targets, of what a conflict's position looks like, of levers. */
export const test: z.ZodType<Test> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ measure: id, from: z.number().optional(), to: z.number().optional() }),
      z.strictObject({ never: id }),
      z.strictObject({ all: z.array(test).min(1).max(50) }),
      z.strictObject({ any: z.array(test).min(1).max(50) }),
      z.strictObject({ not: test }),
      z.strictObject({
        atLeast: z.number().int().min(1).max(50),
        of: z.array(test).min(1).max(50),
      }),
      z.strictObject({
        gap: z.strictObject({
          from: id,
          to: id,
          atLeast: z.number().optional(),
          atMost: z.number().optional(),
        }),
      }),
    ],
    "a test: one of measure, never, all, any, not, atLeast with of, gap",
  ),
);

const what = z.discriminatedUnion(
  "kind",
  [
    /** The value lies between two percentiles; a run without the measure counts as later than all. */
    z.strictObject({
      kind: z.literal("contains"),
      measure: id,
      value: z.number(),
      low: percentile,
      high: percentile,
    }),
    /** Two percentiles lie at most so far apart; a run without the measure counts as one turn after the last. */
    z.strictObject({
      kind: z.literal("spread"),
      measure: id,
      low: percentile,
      high: percentile,
      atMost: z.number().min(0),
    }),
    /** The share of runs that pass, of all or of those that pass `given`. */
    z.strictObject({
      kind: z.literal("chance"),
      test,
      given: test.optional(),
      atLeast: probability.optional(),
      atMost: probability.optional(),
    }),
    z.strictObject({
      kind: z.literal("median"),
      measure: id,
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    }),
  ],
  "what is asked: one of contains, spread, chance, median",
);

/** A question that the record asks of the distribution of runs, with the answer it expects. */
export const target = z.strictObject({
  title,
  question: prose.optional(),
  sources: sourceIds.optional(),
  /** The length that must be played to answer it; the scenario's own when it is not given. */
  length: id.optional(),
  what,
});

/** A distribution shown beside the sources, without pass or fail. */
export const report = z.strictObject({
  title,
  measure: id,
  /** The figure of the record that it stands beside. */
  figure: id.optional(),
});

/** A change that must show: what is asked of pairs of runs with the same dice. */
export const lever = z.strictObject({
  title,
  why: prose.optional(),
  variant: id.optional(),
  /** Courses of action of sides that are played instead of the historical ones. */
  courses: z.array(id).min(1).optional(),
  length: id.optional(),
  measures: z
    .array(
      z.strictObject({
        title,
        test,
        expected: z.strictObject({
          change: z.enum(["up", "down"]),
          /** The least change of the chance that is asked for, without sign. */
          atLeast: probability.default(0.05),
        }),
      }),
    )
    .min(1),
});

/** What a side does: a course of action for each of its seats, with one intent. */
export const course = z.strictObject({
  title,
  side: id.nullable(),
  intent: text(2000),
  basis: z.union([z.strictObject({ sources: sourceIds }), z.literal("hypothetical")]),
  /** Seat → course of action; a seat that is not here does what it did in history. */
  seats: z.record(id, id),
  /** Group → objective: the hidden aims that go with it. */
  aims: z.record(id, id).default({}),
});
