import type { Policy } from "./policy.ts";

/** Gives no orders: every formation goes on with what it was told. */
export const hold: Policy = () => [];
