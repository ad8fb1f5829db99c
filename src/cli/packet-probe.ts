import { type Problem } from "../engine/index.ts";
import { legalOrders } from "../engine/player.ts";
import type { Packet } from "../journal/index.ts";

/**
 * Whether the rules can work with what a packet holds. Its digest only says that it was not damaged:
 * anybody can write a packet, and a view that is none would end in the middle of the game.
 */
export function unplayable({ view }: Packet): readonly Problem[] {
  try {
    legalOrders(view);
    return [];
  } catch {
    const message = "its view is none that the rules can work with";
    return [
      { code: "packet.view", path: "/view", message, hint: "ask White for the packet again" },
    ];
  }
}
