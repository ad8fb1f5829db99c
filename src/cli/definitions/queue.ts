import type { Definition } from "./definition.ts";
import { JSON_FLAG, QUEUE } from "./flags.ts";

const [, ...OTHERS] = QUEUE;
const ADDRESS = [
  "--queue [address]",
  "redis[s]://[USER:PASSWORD@]HOST; left out, it is the one in TADMOR_QUEUE",
] as const;

/** Commands of work beyond one machine. */
export const QUEUES: readonly Definition[] = [
  {
    name: "worker",
    does: "takes chunks of runs from a queue and plays them, until it is told to end; SIGTERM and Ctrl-C let it end what it has",
    operands: "",
    most: 0,
    flags: [
      ADDRESS,
      ...OTHERS,
      ["--concurrency <number>", "chunks played at once (default: the cores there are)"],
      ["--idle <seconds>", "end when there was nothing to do for so long (default: never)"],
      ["--lock <seconds>", "when it is silent for so long, its chunks go to others (default: 30)"],
    ],
    examples: [
      "tadmor worker --queue redis://127.0.0.1",
      "TADMOR_QUEUE=rediss://lab:PASSWORD@lab-server tadmor worker --concurrency 4",
      "tadmor worker --queue-file ~/lab-queue --idle 600",
    ],
    load: async () => (await import("../commands/worker.ts")).worker,
  },
  {
    name: "queue",
    does: "what a queue has and who works at it (status), and its taps (pause, resume, cancel)",
    operands: "<status|pause|resume|cancel>",
    most: 1,
    flags: [ADDRESS, ...OTHERS.slice(0, 2), JSON_FLAG],
    examples: [
      "tadmor queue status --queue redis://127.0.0.1",
      "tadmor queue pause --queue-file ~/lab-queue",
    ],
    load: async () => (await import("../commands/queue.ts")).queue,
  },
];
