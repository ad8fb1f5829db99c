import { answerOf } from "../../src/lab/ask/answer.ts";
import { askedGame } from "../../src/lab/ask/play-asked.ts";
import type { Asked, AskProgress, Laboratory, SeatAsked } from "../../src/ui/ports.ts";

/** A laboratory that answers when a test says so. */
export interface HeldLaboratory {
  readonly laboratory: Laboratory;
  /** Every question so far. */
  readonly asked: readonly Asked[];
  /** How many of them were stopped or answered. */
  stopped(): number;
  /** Tells what the first runs of the last question say; a seat's are played, White's are not. */
  tell(runs: number): void;
}

/** A laboratory in a test's hands. */
export function heldLaboratory(): HeldLaboratory {
  const asked: Asked[] = [];
  let stopped = 0;
  let told: (progress: AskProgress) => void = () => undefined;
  const laboratory: Laboratory = {
    ask: (_, question, telling) => {
      asked.push(question);
      told = telling;
      let finish = () => undefined as void;
      const done = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const stop = () => {
        stopped += 1;
        finish();
      };
      return { ok: true, value: { stop, done } };
    },
  };
  return {
    laboratory,
    asked,
    stopped: () => stopped,
    tell: (runs) => {
      const last = asked.at(-1);
      if (last?.kind === "seat")
        told({ answer: answerTo(last, runs), total: last.runs, perSecond: 80 });
    },
  };
}

function answerTo(asked: SeatAsked, runs: number): AskProgress["answer"] {
  const { yardstick, play } = askedGame({ ...asked, kind: "imagined" });
  return answerOf(yardstick, play(1, runs));
}
