/** Shipped scenarios, played by their historical courses of action, as their readers review them. */
import { join } from "node:path";
import { playAgain } from "../../src/cli/load-played.ts";
import type { Id } from "../../src/engine/index.ts";
import {
  type PlayedGame,
  type Reviewed,
  reviewForSeat,
  reviewForWhite,
} from "../../src/reports/index.ts";
import type { Block, Section } from "../../src/reports/document/block.ts";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "./cli.ts";

const played = new Map<Id, PlayedGame>();

/** A scenario's first run as White reviews it, or one seat; played once however often it is asked for. */
export async function reviewedRun(scenario: Id, seat?: Id): Promise<Reviewed> {
  const game = await runOf(scenario);
  return seat === undefined ? reviewForWhite(game) : reviewForSeat(game, seat);
}

/** A scenario's first run; played once however often it is asked for. */
export async function runOf(scenario: Id): Promise<PlayedGame> {
  const game = played.get(scenario) ?? (await playedRun(scenario));
  played.set(scenario, game);
  return game;
}

async function playedRun(scenario: Id): Promise<PlayedGame> {
  const file = join(emptyDirectory(), "run.jsonl");
  await tadmorHere("run", scenario, "--open", "1", "-o", file);
  const again = playAgain(file);
  if (!again.ok) throw new Error(again.problems.map(({ message }) => message).join("\n"));
  return again.game;
}

/** Every text of a section, what is folded too, one a line. */
export function textsOf(section: Section | null): string {
  return section === null ? "" : section.blocks.flatMap(wordsOf).join("\n");
}

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
    case "heading":
      return [block.text];
    case "list":
      return block.items;
    case "fold":
      return [block.summary, ...block.blocks.flatMap(wordsOf)];
    case "table":
      return [block.caption, ...block.rows.map((row) => row.join(" | ").replaceAll("\n", " "))];
    case "figure":
    case "drawing":
      return [`${block.title}. ${block.says}`];
    default:
      return [];
  }
}
