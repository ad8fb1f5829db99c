import { type Pace, type State, stay, type Step } from "../../state.ts";
import { stepped } from "./keys.ts";

const MILLISECONDS: Readonly<Record<Pace, number>> = {
  slow: 4500,
  normal: 2200,
  fast: 900,
  off: 900,
};

/** Milliseconds until the next tick is wanted; null while nothing plays, so that idling is free. */
export function tickAfter({ screen, over, busy, pace }: State): number | null {
  if (screen.kind !== "playback" || !screen.playing) return null;
  return over === null && busy === null ? MILLISECONDS[pace] : null;
}

/** Time has passed: what plays goes on by one step. */
export function tick(state: State): Step {
  if (tickAfter(state) === null || state.screen.kind !== "playback") return stay(state);
  return stepped(state, state.screen, 1, true);
}
