import type { Desk } from "./effects.ts";
import { failed } from "./sitting.ts";
import type { Asked, AskJob, AskProgress, Ports } from "./ports.ts";
import type { State } from "./state.ts";

/** The question that is being played, if any: it lives no longer than its screen asks. */
export interface Asker {
  /** Begins a question; what cannot be asked becomes a notice. */
  begin(state: State, asked: Asked): State;
  /** Stops what is played when the screen does not ask any more. */
  heed(state: State): void;
  stop(): void;
  /** Ends with the question that is being played; at once when there is none. */
  done(): Promise<void>;
}

/** Asks at a desk; `told` is given what was found so far, `broken` a bug. */
export function createAsker(
  ports: Ports,
  desk: Desk,
  told: (progress: AskProgress) => void,
  broken: (error: unknown) => void,
): Asker {
  let job: AskJob | null = null;
  const stop = () => {
    job?.stop();
    job = null;
  };
  return {
    begin: (state, asked) => {
      stop();
      if (desk.table === null) return quiet(state);
      const begun = ports.laboratory.ask(desk.table, asked, (progress) => {
        if (job === mine) told(progress);
      });
      if (!begun.ok) return failed(quiet(state), begun);
      const mine: AskJob = begun.value;
      job = mine;
      mine.done.catch((error: unknown) => {
        if (job === mine) broken(error);
      });
      return state;
    },
    heed: ({ screen }) => {
      if (screen.kind !== "ask" || !screen.isAsking) stop();
    },
    stop,
    done: async () => job?.done,
  };
}

/** The screen asks no more. */
function quiet(state: State): State {
  const { screen } = state;
  return screen.kind === "ask" ? { ...state, screen: { ...screen, isAsking: false } } : state;
}

/** The state with what was found so far; with the last pair the question is answered. */
export function answered(state: State, progress: AskProgress): State {
  const { screen } = state;
  if (screen.kind !== "ask" || !screen.isAsking) return state;
  const isAsking = progress.answer.runs < progress.total;
  const scroll = isAsking ? screen.scroll : 0;
  return { ...state, screen: { ...screen, progress, isAsking, scroll } };
}
