import type { Definition } from "./definition.ts";
import { ASCII, JSON_FLAG, ORDER_LINE, PLAIN } from "./flags.ts";

const OUTPUT = ["-o, --output <file>", "the file to write"] as const;

/** The commands for playing in two rooms without a network. */
export const PACKETS: readonly Definition[] = [
  {
    name: "brief",
    does: "write a packet: what one seat knows before the open turn of a saved game, and nothing else",
    operands: "<journal> --seat <id>",
    most: 1,
    flags: [["--seat <id>", "whose packet"], OUTPUT, JSON_FLAG],
    examples: ["tadmor brief saves/my-game.jsonl --seat red -o red-3.packet.json"],
    load: async () => (await import("../commands/brief.ts")).brief,
  },
  {
    name: "orders",
    does: "give a seat's orders on its packet, in the game's own screens, and seal them in a file",
    operands: "<packet>",
    most: 1,
    flags: [
      OUTPUT,
      ORDER_LINE,
      ["--from <file>", "the orders of a file, one a line; - for standard input"],
      PLAIN,
      ASCII,
      JSON_FLAG,
    ],
    examples: [
      "tadmor orders red-3.packet.json",
      'tadmor orders red-3.packet.json --line "first-company assault farm"',
    ],
    load: async () => (await import("../commands/orders.ts")).orders,
  },
  {
    name: "collect",
    does: "put sealed orders into their saved game: each that is of this game, an asked seat and the open turn",
    operands: "<journal> <file...>",
    most: Infinity,
    flags: [["--adjudicate", "then adjudicate the turn, when every seat has sealed"], JSON_FLAG],
    examples: ["tadmor collect saves/my-game.jsonl red-3.orders.json blue-3.orders.json"],
    load: async () => (await import("../commands/collect.ts")).collect,
  },
];
