import { type Desk, perform } from "./effects.ts";
import type { Key } from "./key.ts";
import type { Ports } from "./ports.ts";
import { press } from "./press.ts";
import type { Effect, State } from "./state.ts";

/** Who is told when the state changes, and when the game is left; with an error after a bug. */
export interface Audience {
  changed(state: State): void;
  left(error: Error | null): void;
}

/** The core in motion: keys in, states out. */
export interface Driver {
  state(): State;
  press(key: Key): void;
  run(effect: Effect): void;
}

/** Runs the core: one effect at a time, and the keys that came meanwhile after it. */
export function createDriver(start: State, ports: Ports, audience: Audience): Driver {
  const desk: Desk = { table: null };
  const waiting: Key[] = [];
  let state = start;
  let gone = false;

  const show = (next: State) => {
    state = next;
    if (!gone) audience.changed(next);
  };
  const leave = (error: Error | null) => {
    if (gone) return;
    gone = true;
    audience.left(error);
  };
  const run = (effect: Effect) => {
    show({ ...state, busy: effect.kind });
    perform(state, effect, ports, desk).then(
      (next) => {
        show({ ...next, busy: null });
        if (effect.kind === "leave") leave(null);
        else pressWaiting();
      },
      (error: unknown) => leave(error instanceof Error ? error : new Error(String(error))),
    );
  };
  const pressNow = (key: Key) => {
    const { state: next, effect } = press(state, key);
    show(next);
    if (effect !== null) run(effect);
  };
  const pressWaiting = () => {
    while (state.busy === null) {
      const key = waiting.shift();
      if (key === undefined) return;
      pressNow(key);
    }
  };
  return {
    state: () => state,
    run,
    press: (key) => {
      // Time that passes while something is done is over when it is done.
      if (state.busy !== null && key.name === "tick") return;
      if (state.busy !== null && key.name !== "ctrl-c" && state.over === null) waiting.push(key);
      else pressNow(key);
    },
  };
}
