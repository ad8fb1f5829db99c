import { coresOf } from "../../edge/hands.ts";
import type { WorkAsked, WorkTold } from "../../edge/queue/work.ts";
import type { Problem } from "../../engine/index.ts";
import type { Read } from "../../scenarios/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { countAsked } from "../flags.ts";
import type { Io } from "../io.ts";
import { printProblems } from "../problems.ts";
import { type AddressFlags, progressAsked, queueAsked, queueTrouble } from "../queue-asked.ts";
import { workTeller } from "../work-told.ts";

/** Flags of `tadmor worker`. */
export interface WorkerFlags extends AddressFlags {
  readonly concurrency?: string | undefined;
  readonly idle?: string | undefined;
  readonly lock?: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** `tadmor worker`: plays chunks of a queue until it is told to end, or can go on no more. */
export async function worker(io: Io, _: readonly string[], flags: WorkerFlags): Promise<Exit> {
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, "tadmor worker", problems);
    return EXIT.badInput;
  };
  const asked = readWorker(flags);
  if (!asked.ok) return refuse(asked.problems);
  const trouble = await queueTrouble({ ...flags, queue: flags.queue ?? true });
  if (trouble.length > 0) return refuse(trouble);
  const problem = await work(io, asked.value, flags);
  return problem === null ? EXIT.done : refuse([problem]);
}

type Numbers = Omit<WorkAsked, "rules" | "hear">;

const MOST_THREADS = 1024;
const MOST_SECONDS = 86_400;
const LOCK_SECONDS = 30;

function readWorker(flags: WorkerFlags): Read<Numbers> {
  const queue = queueAsked(flags);
  const concurrency = countAsked("concurrency", flags.concurrency, coresOf(), MOST_THREADS);
  const idle = countAsked("idle", flags.idle, MOST_SECONDS, MOST_SECONDS);
  const lock = countAsked("lock", flags.lock, LOCK_SECONDS, MOST_SECONDS);
  const progress = progressAsked(flags);
  const problems = [
    ...(queue.ok ? [] : queue.problems),
    ...[concurrency, idle, lock].filter((one) => typeof one !== "number"),
    ...(typeof progress === "string" ? [] : [progress]),
  ];
  if (problems.length > 0 || !queue.ok) return { ok: false, problems };
  const { address, patience } = queue.value;
  const numbers = { concurrency: concurrency as number, lock: lock as number, patience };
  const limit = flags.idle === undefined ? null : (idle as number);
  return { ok: true, value: { address, ...numbers, idle: limit } };
}

/** Works to the end: SIGTERM or Ctrl-C once lets it end what it has, twice ends it at once. */
async function work(io: Io, asked: Numbers, flags: WorkerFlags): Promise<Problem | null> {
  const { openWork } = await import("../../edge/queue/work.ts");
  const { ownRules } = await import("../own-rules.ts");
  const rules = ownRules();
  const tell = workTeller(io, { ...flags, at: asked.address.shown, rules });
  const hear = (told: WorkTold) => tell(told);
  const { drain, ended } = await openWork({ ...asked, rules, hear });
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
  try {
    return await ended;
  } finally {
    io.progress?.("");
    process.removeListener("SIGTERM", drain);
    process.removeListener("SIGINT", drain);
  }
}
