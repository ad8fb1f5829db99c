import { answered, createAsker } from "../asking.ts";
import type { Desk } from "../effects.ts";
import type { Asked, Ports } from "../ports.ts";
import type { State } from "../state.ts";
import { hear } from "./hear.ts";
import type { Ears } from "./ears.ts";

/**
 * Plays a question to its end while lines are listened to: `stop` ends it at once, as at a terminal
 * does a line that leaves; any other line waits until it is answered.
 */
export async function askThrough(
  start: State,
  asked: Asked,
  ports: Ports,
  desk: Desk,
  ears: Ears,
): Promise<State> {
  let state = start;
  const told = createAsker(
    ports,
    desk,
    (progress) => {
      state = answered(state, progress);
    },
    // `done` below tells of a bug.
    () => undefined,
  );
  state = told.begin(state, asked);
  const done = told.done();
  const typed = await Promise.race([ears.ahead(), done.then(() => undefined)]);
  if (typeof typed === "string" && isStopping(typed, ears)) {
    state = hear(state, "stop").state;
    told.stop();
    if (typed.trim().toLowerCase() === "stop") ears.forget();
  }
  await done;
  return state;
}

/** An interrupt is the line "quit"; in a script it is only the next line. */
function isStopping(typed: string, { isTerminal }: Ears): boolean {
  const word = typed.trim().toLowerCase();
  return word === "stop" || (isTerminal && ["quit", "back"].includes(word));
}
