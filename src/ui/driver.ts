import { answered, createAsker } from "./asking.ts";
import { type Desk, perform } from "./effects.ts";
import type { Key } from "./key.ts";
import type { Ports } from "./ports.ts";
import { press } from "./press.ts";
import type { Effect, State } from "./state.ts";

/** Who is told when the state changes, and when the screen is left; with an error after a bug. */
export interface Audience {
  changed(state: State): void;
  /** For good, or to go on line by line. */
  left(error: Error | null, to: "shell" | "lines"): void;
}

/** The core in motion: keys in, states out. */
export interface Driver {
  state(): State;
  press(key: Key): void;
  run(effect: Effect): void;
}

/** Runs the core at a desk: one effect at a time, and the keys that came meanwhile after it. */
export function createDriver(
  start: State,
  ports: Ports,
  audience: Audience,
  desk: Desk = { table: null },
): Driver {
  const waiting: Key[] = [];
  let state = start;
  let gone = false;

  const show = (next: State) => {
    state = next;
    asker.heed(next);
    if (!gone) audience.changed(next);
  };
  const leave = (error: Error | null, to: "shell" | "lines" = "shell") => {
    if (gone) return;
    gone = true;
    asker.stop();
    audience.left(error, to);
  };
  const asker = createAsker(
    ports,
    desk,
    (progress) => show(answered(state, progress)),
    (error) => leave(errorOf(error)),
  );
  const run = (effect: Effect) => {
    // The laboratory plays while keys are heard.
    if (effect.kind === "ask") return show(asker.begin(state, effect.asked));
    show({ ...state, busy: effect.kind });
    perform(state, effect, ports, desk).then(
      (next) => {
        show({ ...next, busy: null });
        if (effect.kind === "leave") leave(null);
        else if (effect.kind === "lines") leave(null, "lines");
        else pressWaiting();
      },
      (error: unknown) => leave(errorOf(error)),
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

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
