import { z } from "zod";
import type { Effect } from "../../engine/index.ts";
import { id } from "./quantity.ts";

const EFFECT =
  "an effect: of the kind track, release-pool, cohesion (of a formation or a contingent), recall, tolerance, sorties, command or supply";

const points = z.number().min(-1000).max(1000);

/** What injects and thresholds do, a closed set of kinds (2.2, 12.3). */
export const effect: z.ZodType<Effect> = z.union(
  [
    z.strictObject({ kind: z.literal("track"), track: id, points }),
    z.strictObject({ kind: z.literal("release-pool"), pool: id }),
    z.strictObject({ kind: z.literal("cohesion"), formation: id, points }),
    z.strictObject({ kind: z.literal("cohesion"), contingent: id, points }),
    z.strictObject({ kind: z.literal("recall"), formations: z.array(id).min(1) }),
    z.strictObject({
      kind: z.literal("tolerance"),
      contingent: id,
      points: z.number().min(-10).max(10),
    }),
    z.strictObject({ kind: z.literal("sorties"), wing: id, factor: z.number().min(0).max(10) }),
    z.strictObject({ kind: z.literal("command"), contingent: id }),
    z.strictObject({ kind: z.literal("supply"), side: id, days: z.number().min(-60).max(60) }),
  ],
  EFFECT,
);
