import { z } from "zod";
import { condition } from "./condition.ts";
import { id, sourceIds, text } from "./quantity.ts";

/**
 * A course of action: rules from the top; each formation takes the first order that is legal for
 * it. Later rules are the fallback of earlier ones. Stateless: it sees only its seat's view.
 */
export const coaSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("tadmor-coa/1"),
  id,
  scenario: id,
  seat: id,
  title: text(120),
  intent: text(2000),
  /** The aim, one of a group of objectives, that it is made for. */
  aim: id.optional(),
  basis: z.union([z.strictObject({ sources: sourceIds }), z.literal("hypothetical")]),
  rules: z
    .array(
      z.strictObject({
        when: condition,
        orders: z.array(text(300)).min(1),
        note: text(600).optional(),
      }),
    )
    .min(1)
    .max(500),
});

/** A course of action as its file has it. */
export type CoaFile = z.output<typeof coaSchema>;
