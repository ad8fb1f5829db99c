import type { Problem } from "../../engine/index.ts";
import type { Chunk } from "../../lab/chunk.ts";
import { clip } from "../../scenarios/text.ts";
import type { Waiting } from "./waiting.ts";

const LONGEST_REASON = 300;

/** A chunk that nobody could play, with the reason that was given. */
export function deadLetter({ id, chunk }: Waiting, reason: string): Problem {
  return {
    code: "queue.dead-letter",
    path: `/chunks/${id.slice(0, 12)}`,
    message: `found ${runsText(chunk)} impossible to play: ${shortReason(reason)}`,
    hint: "mend the cause, then go on by --resume (without a directory: by the same line again): rows of what was played are kept in the queue, and tadmor queue status lists the dead letters",
  };
}

/** The reason of a dead letter, fit to be shown. */
export function shortReason(reason: string): string {
  const text = reason.replaceAll(/\s+/g, " ");
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
}

/** "runs 11 to 20 of seed 1". */
export function runsText({ from, to, seed }: Pick<Chunk, "from" | "to" | "seed">): string {
  return `runs ${from} to ${to} of the seed "${clip(seed)}"`;
}

/** Somebody cancelled what is in the queue. */
export function cancelled(at: string): Problem {
  return {
    code: "queue.cancelled",
    path: "/queue",
    message: `the work in the queue at ${at} was cancelled (tadmor queue cancel)`,
    hint: "--resume goes on with what was counted",
  };
}

const MOST_TOLD = 20;

/** The first of many problems of one kind, and how many more there are. */
export function firstOf(problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.length - MOST_TOLD;
  if (rest <= 0) return problems;
  const message = `found ${rest} more dead letters, expected none`;
  const hint = "tadmor queue status lists them";
  const more = { code: "queue.dead-letters", path: "/chunks", message, hint };
  return [...problems.slice(0, MOST_TOLD), more];
}
