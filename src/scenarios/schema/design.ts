import { z } from "zod";
import { test } from "./analysis.ts";
import { factors } from "./factor.ts";
import { id, text } from "./quantity.ts";
import { patchOperation } from "./patch.ts";

const title = text(120);
const prose = text(4000);

/** What a design or a claim is about: a scenario, as it is or changed. */
export const subject = {
  scenario: id,
  variant: id.optional(),
  length: id.optional(),
  /** Courses of action of sides that are played instead of the historical ones. */
  courses: z.array(id).max(20).default([]),
  /** What is changed at every point alike, before the factors are. */
  patch: z.array(patchOperation).max(500).default([]),
} as const;

/** What is read off the runs of a point: a measure, or the share of runs that pass a test. */
const response = z.union(
  [z.strictObject({ title, measure: id }), z.strictObject({ title, test })],
  "what is read off: a title with a measure, or with a test",
);

/** A design of experiments: which points to try, how often, and what to read off. */
export const designSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("tadmor-design/1"),
  title,
  why: prose.optional(),
  ...subject,
  factors,
  design: z.discriminatedUnion(
    "kind",
    [
      /** Every level with every other; a factor without levels has so many, evenly spaced. */
      z.strictObject({
        kind: z.literal("full-factorial"),
        levels: z.number().int().min(2).max(100).default(3),
      }),
      z.strictObject({
        kind: z.literal("latin-hypercube"),
        points: z.number().int().min(2).max(10_000),
        seed: text(200),
      }),
    ],
    "a design: full-factorial, or latin-hypercube with points and seed",
  ),
  /** Runs a point, on seeds that all points share. */
  runs: z.number().int().min(1).max(100_000),
  measures: z.record(id, response).refine((all) => Object.keys(all).length > 0, {
    error: "at least one measure",
  }),
  /** Where a factor carries a test of `measures` to a share of the runs. */
  breakEven: z
    .array(z.strictObject({ factor: id, measure: id, share: z.number().gt(0).lt(1).default(0.5) }))
    .max(20)
    .default([]),
});

/** A design as its file has it. */
export type DesignFile = z.output<typeof designSchema>;
