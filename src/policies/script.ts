import type { Order } from "../engine/player.ts";
import type { Policy } from "./policy.ts";

/** Gives the orders that were written down for each turn, whatever the view; after the last of them it follows another policy, or is silent. */
export function followScript(turns: readonly (readonly Order[])[], then?: Policy): Policy {
  return (view) => turns[view.turn] ?? then?.(view) ?? [];
}
