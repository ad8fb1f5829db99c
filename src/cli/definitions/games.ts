import type { Definition } from "./definition.ts";
import {
  SEED,
  TURNS,
  JSON_FLAG,
  WHY,
  LENGTH,
  VARIANT,
  AIM,
  EXCURSION,
  SET,
  PLAIN,
  ASCII,
} from "./flags.ts";

/** Commands that play and tell single games. */
export const GAMES: readonly Definition[] = [
  {
    name: "play",
    does: "the game, full screen; without a terminal, what history prints",
    operands: "[scenario or journal]",
    most: 1,
    flags: [LENGTH, VARIANT, AIM, EXCURSION, SET, PLAIN, ASCII],
    examples: ["tadmor", "tadmor play saves/my-game.jsonl", "tadmor play --plain"],
    load: async () => (await import("../commands/play.ts")).play,
  },
  {
    name: "history",
    does: "one seeded run of the historical courses of action, beside the record",
    operands: "[scenario]",
    most: 1,
    flags: [
      SEED,
      TURNS,
      LENGTH,
      VARIANT,
      AIM,
      EXCURSION,
      SET,
      ["--record", "the record alone, nothing simulated"],
      [
        "--pinned",
        "how lucky history was: the likeliest draws that lead the run along the record, each with its chance",
      ],
      ["-o, --output <file>", "with --pinned, also write that run as a saved game"],
      WHY,
      JSON_FLAG,
    ],
    examples: [
      "tadmor history",
      "tadmor history --seed 7 --turns 4",
      "tadmor history --record",
      "tadmor history --pinned -o pinned.jsonl",
    ],
    load: async () => (await import("../commands/history.ts")).history,
  },
  {
    name: "replay",
    does: "recompute a journal, a saved game, and tell what happened, turn by turn",
    operands: "<journal>",
    most: 1,
    flags: [
      TURNS,
      WHY,
      [
        "--without <rulings|injects|both>",
        "then play it again on the same orders and dice without White's rulings, injects put in by hand, or both, and say where the two part and which measures differ",
      ],
      JSON_FLAG,
    ],
    examples: [
      "tadmor replay saves/my-game.jsonl",
      "tadmor replay saves/my-game.jsonl --without rulings",
    ],
    load: async () => (await import("../commands/replay.ts")).replay,
  },
  {
    name: "report",
    does: "the after-action review of a saved game as one file that opens offline: for White with everything, for a seat with what it may know",
    operands: "<journal>",
    most: 1,
    flags: [
      ["-o, --output <file>", "where to (default: standard output)"],
      ["--seat <id>", "this seat's document, also while the game goes on"],
      ["--format <html|md>", "a page, or Markdown (default: by the file's name, else html)"],
    ],
    examples: [
      "tadmor report saves/my-game.jsonl -o review.html",
      "tadmor report saves/my-game.jsonl --seat red --format md",
    ],
    load: async () => (await import("../commands/report.ts")).report,
  },
  {
    name: "export",
    does: "a saved game as data for other tools: GeoJSON of places, formations and their ways by turn, CSV of every event and draw, or JSON",
    operands: "<journal>",
    most: 1,
    flags: [
      ["--format <geojson|csv|json>", "which (default: by the file's name)"],
      ["-o, --output <file>", "where to (default: standard output)"],
      ["--seat <id>", "only what this seat may know, also while the game goes on"],
    ],
    examples: [
      "tadmor export saves/my-game.jsonl -o game.geojson",
      "tadmor export saves/my-game.jsonl --format csv > events.csv",
    ],
    load: async () => (await import("../commands/export.ts")).exportGame,
  },
  {
    name: "verify",
    does: "recompute journals, saved games, and compare every digest",
    operands: "<journal...>",
    most: Infinity,
    flags: [JSON_FLAG],
    examples: ["tadmor verify saves/*.jsonl"],
    load: async () => (await import("../commands/verify.ts")).verify,
  },
];
