import { z } from "zod";

/** One RFC 6902 operation on the scenario. */
export const patchOperation = z.union([
  z.strictObject({ op: z.enum(["add", "replace", "test"]), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal("remove"), path: z.string() }),
  z.strictObject({ op: z.enum(["move", "copy"]), path: z.string(), from: z.string() }),
]);
