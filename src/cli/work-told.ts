import { rulesText } from "../edge/queue/play-chunk.ts";
import type { WorkerCard } from "../edge/queue/payload.ts";
import type { WorkTold } from "../edge/queue/work.ts";
import type { Rules } from "../lab/chunk.ts";
import type { Io } from "./io.ts";
import type { AddressFlags } from "./queue-asked.ts";

/** How a worker's words are told, and of what. */
interface Telling extends Pick<AddressFlags, "progress"> {
  readonly quiet?: boolean | undefined;
  readonly at: string;
  readonly rules: Rules;
}

/** Health is told so many beats apart where no terminal shows it all the time. */
const HEALTH_EVERY = 60;

/** Tells what a worker does: every word as a line of JSON, or what somebody wants to read. */
export function workTeller(io: Io, telling: Telling): (told: WorkTold) => void {
  const { progress, quiet, at, rules } = telling;
  if (progress === "json") return (told) => io.err(`${JSON.stringify(flat(told))}\n`);
  let beats = 0;
  const say = (text: string) => {
    io.progress?.("");
    io.err(`${text}\n`);
  };
  return (told) => {
    switch (told.event) {
      case "began": {
        const threads = `${told.threads} ${told.threads === 1 ? "chunk" : "chunks"} at once`;
        return say(`Worker ${told.worker} at ${at}: ${threads}, engine ${rulesText(rules)}.`);
      }
      case "health":
        beats += 1;
        if (io.progress !== undefined) io.progress(healthLine(told.card));
        else if (quiet !== true && beats % HEALTH_EVERY === 0) io.err(`${healthLine(told.card)}\n`);
        return;
      case "failed":
        return say(`Could not play chunk ${told.chunk.slice(0, 12)}: ${told.why}`);
      case "away":
        return say(`The queue at ${at} does not answer; waiting for it.`);
      case "back":
        return say("The queue answers again.");
      case "idle":
        return say("Nothing to do for long enough.");
      case "draining":
        return say("Taking no more; ends when what it has is played.");
      case "took":
      case "played":
        return;
    }
  };
}

/** "1200 runs, 41.5 a second, 2 of 2 busy, 120 chunks, 1 failed". */
function healthLine({ runs, rate, busy, concurrency, chunks, failed }: WorkerCard): string {
  const failures = failed === 0 ? "" : `, ${failed} failed`;
  return `${runs} runs, ${rate} a second, ${busy} of ${concurrency} busy, ${chunks} chunks${failures}`;
}

function flat(told: WorkTold): object {
  return told.event === "health" ? { event: told.event, ...told.card } : told;
}
