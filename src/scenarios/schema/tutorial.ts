import { z } from "zod";
import { AIR_VERBS, FORMATION_VERBS, SEAT_VERBS } from "../../engine/index.ts";
import { id, text } from "./quantity.ts";

const turn = z.number().int().min(1).max(1000);

/** What completes a step; the screens are those of the game, by the names that follow. */
const goal = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("opened"),
    name: z.enum([
      "command",
      "verbs",
      "targets",
      "seal",
      "forces",
      "air",
      "places",
      "orders",
      "seat",
      "brief",
      "report",
      "why",
      "situation",
      "playback",
      "help",
      "line",
      "palette",
    ]),
  }),
  z.strictObject({ kind: z.literal("chosen"), subject: id }),
  z.strictObject({
    kind: z.literal("ordered"),
    verb: z.enum([...FORMATION_VERBS, ...AIR_VERBS, ...SEAT_VERBS]),
    unit: id.nullable().default(null),
    to: id.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("undone") }),
  z.strictObject({ kind: z.literal("typed") }),
  z.strictObject({ kind: z.literal("turn"), turn }),
  z.strictObject({ kind: z.literal("read") }),
]);

/** What teaches the game by a scenario: the steps of one seat, in order, each with what ends it. */
export const tutorial = z.strictObject({
  seat: id,
  steps: z
    .array(z.strictObject({ turn, title: text(60), text: text(300), until: goal }))
    .min(1)
    .max(100),
  /** What to do next, said when all steps are done. */
  next: text(300),
});
