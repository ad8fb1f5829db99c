import { z } from "zod";
import type { Condition } from "../../engine/index.ts";
import { id } from "./quantity.ts";

const turnNumber = z.number().int().min(1).max(1000);
const hours = z.number().min(0).max(100_000);
const men = z.number().int().min(0).max(1_000_000);

const CONDITION =
  "a condition: one of always, all, any, not, turn, night, held, lostShare, left, active, at, enemy, ratio, track, under, hour, reported, broken, men";

/** The one condition grammar of courses of action, injects, reinforcements, pools and objectives. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ always: z.literal(true) }),
      z.strictObject({ all: z.array(condition).min(1).max(50) }),
      z.strictObject({ any: z.array(condition).min(1).max(50) }),
      z.strictObject({ not: condition }),
      z.strictObject({
        turn: z.strictObject({ from: turnNumber.optional(), to: turnNumber.optional() }),
      }),
      z.strictObject({ night: z.boolean() }),
      z.strictObject({ held: z.strictObject({ place: id, by: id }) }),
      z.strictObject({
        lostShare: z.strictObject({
          places: z.array(id).min(1),
          by: id,
          atLeast: z.number().min(0).max(1),
        }),
      }),
      z.strictObject({ left: id }),
      z.strictObject({ active: id }),
      z.strictObject({ at: z.strictObject({ formation: id, place: id }) }),
      z.strictObject({ enemy: z.strictObject({ place: id, menAtLeast: z.number().min(0) }) }),
      z.strictObject({ ratio: z.strictObject({ place: id, atLeast: z.number().min(0) }) }),
      z.strictObject({
        track: z.strictObject({
          track: id,
          atLeast: z.number().optional(),
          atMost: z.number().optional(),
        }),
      }),
      z.strictObject({ under: z.strictObject({ place: id }) }),
      z.strictObject({ hour: z.strictObject({ from: hours.optional(), to: hours.optional() }) }),
      z.strictObject({
        reported: z.strictObject({ place: id, withinTurns: z.number().int().min(0).max(1000) }),
      }),
      z.strictObject({
        broken: z.strictObject({ contingent: id, atLeast: z.number().min(0).max(1) }),
      }),
      z.strictObject({
        men: z.strictObject({ place: id, atLeast: men.optional(), atMost: men.optional() }),
      }),
    ],
    CONDITION,
  ),
);
