import { z } from "zod";
import { id, text } from "./quantity.ts";

const title = text(120);

/** A JSON Pointer that is not the root. */
const pointer = z
  .string()
  .max(300)
  .regex(/^(\/[^/]+)+$/, "a JSON Pointer such as /formations/ID/men");
const pointers = z.array(pointer).min(1).max(500);

/** What a factor moves. */
const moved = z.union(
  [
    /** One number of the scenario: its value is set. */
    z.strictObject({ pointer }),
    /** One number of the shared parameters. */
    z.strictObject({ parameter: pointer }),
    /** Several numbers of the scenario: their sum is set, each keeping its share of it. */
    z.strictObject({ total: pointers }),
    /** Several numbers of the scenario: each is multiplied. */
    z.strictObject({ scaled: pointers }),
  ],
  "what a factor moves: one of pointer, parameter, total, scaled",
);

/** A number that a design or a claim moves, and how far. */
export const factor = z.strictObject({
  title,
  of: moved,
  /** From where to where; by default the low and high of the estimate itself. */
  range: z.strictObject({ low: z.number(), high: z.number() }).optional(),
  /** The only values it takes. */
  levels: z.array(z.number()).min(1).max(100).optional(),
  /** The grid it stands on, counted from the low end; whole numbers have a step of 1 by default. */
  step: z.number().gt(0).optional(),
});

/** A factor as its file has it. */
export type FactorFile = z.output<typeof factor>;

/** The factors of a design or of a claim. */
export const factors = z.record(id, factor).refine((all) => Object.keys(all).length > 0, {
  error: "at least one factor",
});
