import { z } from "zod";
import type { Effect, Ruling } from "../engine/index.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]{0,47}$/, "an id: lower case, digits, hyphens");
const points = z.number().min(-1000).max(1000);

/** What White rules: a draw by its key, or the outcome of a battle, a break test or a patron. */
export function ruling(reason: z.ZodType<string>): z.ZodType<Ruling> {
  return z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("draw"),
      key: z.string().min(1).max(300),
      u: z.number().gt(0).lt(1),
      reason,
    }),
    z.strictObject({
      kind: z.literal("battle"),
      locus: id,
      outcome: z.number().gt(0).max(1000),
      reason,
    }),
    z.strictObject({ kind: z.literal("break"), formation: id, breaks: z.boolean(), reason }),
    z.strictObject({ kind: z.literal("patron"), contingent: id, leaves: z.boolean(), reason }),
  ]);
}

/** What a free inject does; the same forms and bounds as in a scenario file. */
export const effect: z.ZodType<Effect> = z.union([
  z.strictObject({ kind: z.literal("track"), track: id, points }),
  z.strictObject({ kind: z.literal("release-pool"), pool: id }),
  z.strictObject({ kind: z.literal("cohesion"), formation: id, points }),
  z.strictObject({ kind: z.literal("cohesion"), contingent: id, points }),
  z.strictObject({ kind: z.literal("recall"), formations: z.array(id).min(1).max(1000) }),
  z.strictObject({
    kind: z.literal("tolerance"),
    contingent: id,
    points: z.number().min(-10).max(10),
  }),
  z.strictObject({ kind: z.literal("sorties"), wing: id, factor: z.number().min(0).max(10) }),
  z.strictObject({ kind: z.literal("command"), contingent: id }),
  z.strictObject({ kind: z.literal("supply"), side: id, days: z.number().min(-60).max(60) }),
]);
