import { randomBytes } from "node:crypto";

/** A seed nobody has seen: 16 hex digits from the system's generator. */
export function freshSeed(): string {
  return randomBytes(8).toString("hex");
}
