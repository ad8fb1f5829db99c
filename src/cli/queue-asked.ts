import { type QueueAddress, readAddress } from "../edge/queue/address.ts";
import type { QueueHands } from "../edge/queue/coordinate.ts";
import type { Problem } from "../engine/index.ts";
import type { Read } from "../scenarios/index.ts";
import { countAsked, flagProblem } from "./flags.ts";
import type { Io } from "./io.ts";
import type { ProgressForm } from "./progress.ts";

/** Flags of whatever works at a queue. */
export interface AddressFlags {
  /** The address; true where `--queue` stands alone, and the environment has it. */
  readonly queue?: string | boolean | undefined;
  readonly queueFile?: string | undefined;
  readonly insecureQueue?: boolean | undefined;
  readonly patience?: string | undefined;
  readonly progress?: string | undefined;
}

/** Flags of an experiment that may be handed out. */
export interface QueueFlags extends AddressFlags {
  readonly chunk?: string | undefined;
}

/** Runs of a chunk, and seconds for which a silent queue is waited for, where nobody says. */
const USUAL = { chunk: 25, patience: 300 } as const;
const MOST = { chunk: 10_000, patience: 86_400 } as const;

/** Whether an experiment is to be handed out. */
function hasQueue({ queue, queueFile }: QueueFlags): boolean {
  return queue !== undefined || queueFile !== undefined;
}

/** Every problem of the flags of a queue, before anything is reached. */
export function queueProblems(flags: QueueFlags): Problem[] {
  const progress = progressAsked(flags);
  const problems = typeof progress === "string" ? [] : [progress];
  if (!hasQueue(flags)) return [...problems, ...withoutQueue(flags)];
  const read = queueAsked(flags);
  return read.ok ? problems : [...problems, ...read.problems];
}

/** Flags that mean nothing where nothing is handed out. */
function withoutQueue(flags: QueueFlags): Problem[] {
  const alone = { chunk: flags.chunk, "insecure-queue": flags.insecureQueue };
  return Object.entries(alone).flatMap(([flag, value]) => {
    if (value === undefined) return [];
    const message = `--${flag}: found no --queue, expected one with it`;
    return [flagProblem(flag, "alone", message, "--queue redis://127.0.0.1")];
  });
}

/** What is asked of a queue by the flags. */
export interface QueueNumbers {
  readonly address: QueueAddress;
  readonly chunk: number;
  readonly patience: number;
}

/** The address and the numbers of the flags, or every problem of them. */
export function queueAsked(flags: QueueFlags): Read<QueueNumbers> {
  const address = readAddress(flags);
  const chunk = countAsked("chunk", flags.chunk, USUAL.chunk, MOST.chunk);
  const patience = countAsked("patience", flags.patience, USUAL.patience, MOST.patience);
  const problems = [chunk, patience].filter((one) => typeof one !== "number");
  if (!address.ok || problems.length > 0) {
    return { ok: false, problems: [...(address.ok ? [] : address.problems), ...problems] };
  }
  const numbers = { chunk: chunk as number, patience: patience as number };
  return { ok: true, value: { address: address.value, ...numbers } };
}

/** How progress shall be shown, or what is wrong with what was typed. */
export function progressAsked({ progress = "bar" }: AddressFlags): ProgressForm | Problem {
  if (progress === "bar" || progress === "json") return progress;
  const message = `--progress: found "${progress.slice(0, 40)}", expected "bar" or "json"`;
  return flagProblem("progress", "word", message, "--progress json prints a line of JSON a second");
}

/** Why the queue of the flags cannot be used now; none when it can, or when none is asked for. */
export async function queueTrouble(flags: QueueFlags): Promise<readonly Problem[]> {
  if (!hasQueue(flags)) return [];
  const asked = queueAsked(flags);
  if (!asked.ok) return asked.problems;
  const { queueProblem } = await import("../edge/queue/connect.ts");
  const problem = await queueProblem(asked.value.address);
  return problem === null ? [] : [problem];
}

/** The hands at the queue of the flags; null where none is asked for. */
export async function queueHands(io: Io, flags: QueueFlags): Promise<QueueHands | null> {
  if (!hasQueue(flags)) return null;
  const asked = queueAsked(flags);
  if (!asked.ok) return null;
  const { openQueueHands } = await import("../edge/queue/coordinate.ts");
  const { ownRules } = await import("./own-rules.ts");
  return openQueueHands({ ...asked.value, rules: ownRules(), say: sayer(io, flags) });
}

/** Says a line beside the progress, in the form that this has. */
function sayer(io: Io, flags: AddressFlags): (text: string) => void {
  if (progressAsked(flags) === "json") {
    return (text) => io.err(`${JSON.stringify({ event: "note", text })}\n`);
  }
  return (text) => {
    io.progress?.("");
    io.err(`${text}\n`);
  };
}
