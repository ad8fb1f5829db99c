import { z } from "zod";
import { patchOperation } from "./patch.ts";
import { id, text } from "./quantity.ts";

/** A what-if: a JSON Patch (RFC 6902) on a scenario, with its title and the reason for it. */
export const excursionSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal("tadmor-excursion/1"),
  /** The scenario it is for; one that does not say is for any that it fits. */
  scenario: id.optional(),
  title: text(120),
  reason: text(2000),
  patch: z.array(patchOperation).min(1).max(1000),
});
