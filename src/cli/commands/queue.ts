import type { Desk, QueueStatus } from "../../edge/queue/desk.ts";
import { rulesText } from "../../edge/queue/play-chunk.ts";
import type { Problem } from "../../engine/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import { type Io, printJson } from "../io.ts";
import { printProblems } from "../problems.ts";
import { type AddressFlags, queueAsked, queueTrouble } from "../queue-asked.ts";

type Flags = AddressFlags & Pick<SharedFlags, "json">;

const WORDS = ["status", "pause", "resume", "cancel"] as const;

/** `tadmor queue`: how a queue stands, and its taps. */
export async function queue(io: Io, [word]: readonly string[], flags: Flags): Promise<Exit> {
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, "tadmor queue", problems);
    return EXIT.badInput;
  };
  const asked = queueAsked(flags);
  const verb = WORDS.find((one) => one === word);
  const problems = [
    ...(verb === undefined ? [unknownWord(word)] : []),
    ...(asked.ok ? [] : asked.problems),
  ];
  if (problems.length > 0 || verb === undefined || !asked.ok) return refuse(problems);
  const trouble = await queueTrouble({ ...flags, queue: flags.queue ?? true });
  if (trouble.length > 0) return refuse(trouble);
  const { openDesk } = await import("../../edge/queue/desk.ts");
  const desk = await openDesk(asked.value.address);
  try {
    await DO[verb](io, desk, flags);
    return EXIT.done;
  } finally {
    await desk.close();
  }
}

const DO: Readonly<
  Record<(typeof WORDS)[number], (io: Io, desk: Desk, flags: Flags) => Promise<void>>
> = {
  status: async (io, desk, { json }) => {
    const status = await desk.status();
    if (json) printJson(io, status);
    else io.out(`${statusLines(status).join("\n")}\n`);
  },
  pause: async (io, desk, { json }) => {
    await desk.pause();
    answer(io, json, { isPaused: true }, "Paused: workers end what they have, and take no more.");
  },
  resume: async (io, desk, { json }) => {
    await desk.resume();
    answer(io, json, { isPaused: false }, "Resumed.");
  },
  cancel: async (io, desk, { json }) => {
    const chunks = await desk.cancel();
    answer(io, json, { cancelled: chunks }, `Cancelled: ${chunks} chunks taken out.`);
  },
};

function answer(io: Io, json: boolean | undefined, document: object, text: string): void {
  if (json) printJson(io, document);
  else io.out(`${text}\n`);
}

function statusLines({
  isPaused,
  waiting,
  active,
  held,
  workers,
  deadLetters,
}: QueueStatus): string[] {
  const letters = deadLetters.flatMap(({ chunk, what, reason, attempts, deaths }) => [
    `  ${chunk.slice(0, 12)}  ${what}; ${attempts} failed, ${deaths} died of it`,
    `    ${reason}`,
  ]);
  return [
    `Chunks: ${waiting} waiting, ${active} being played, ${held} played and not yet fetched${isPaused ? "; paused" : ""}`,
    `Workers: ${workers.length === 0 ? "none" : workers.length}`,
    ...workers.map(
      ({ name, concurrency, busy, rate, runs, failed, ...rules }) =>
        `  ${name}  ${busy} of ${concurrency} busy, ${rate} runs a second, ${runs} runs, ${failed} failed, engine ${rulesText(rules)}`,
    ),
    `Dead letters: ${letters.length === 0 ? "none" : deadLetters.length}`,
    ...letters,
  ];
}

function unknownWord(word: string | undefined): Problem {
  const found = word === undefined ? "nothing" : `"${word.slice(0, 40)}"`;
  return {
    code: "usage.word",
    path: "",
    message: `found ${found}, expected one of ${WORDS.join(", ")}`,
    hint: "tadmor queue status",
  };
}
