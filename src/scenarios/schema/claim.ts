import { z } from "zod";
import { test } from "./analysis.ts";
import { subject } from "./design.ts";
import { factors } from "./factor.ts";
import { text } from "./quantity.ts";

const title = text(120);
const prose = text(4000);
const threshold = z.number().gt(0).lt(1);

/** What a hunt may come to. */
const VERDICTS = ["survived", "refuted", "undecided"] as const;

/**
 * A property over force levels: at every point of the factors' ranges, the share of runs that pass
 * the test is at least, or at most, the threshold.
 */
export const claimSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("tadmor-claim/1"),
  title,
  /** The claim as a person says it. */
  statement: prose,
  /** What the answer teaches. */
  teaches: prose.optional(),
  ...subject,
  factors,
  test,
  atLeast: threshold.optional(),
  atMost: threshold.optional(),
  budget: z
    .strictObject({
      /** Points tried at most, those of the shrinking among them. */
      points: z.number().int().min(1).max(10_000).default(60),
      /** Runs a point at most; a point that is not clear by then is undecided. */
      runs: z.number().int().min(1).max(100_000).default(400),
      /** The chance that a true claim is not called refuted, all points together. */
      confidence: z.number().min(0.5).lt(1).default(0.95),
    })
    .prefault({}),
  /** What the hunt came to when it was written, so that whoever runs it sees what has changed. */
  expected: z.enum(VERDICTS).optional(),
});

/** A claim as its file has it. */
export type ClaimFile = z.output<typeof claimSchema>;
