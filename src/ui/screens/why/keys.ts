import type { Event } from "../../../engine/player.ts";
import { type Key, stepOf, wordOf } from "../../key.ts";
import { hasWorking } from "../../telling/why.ts";
import { openBrief } from "../page/brief.ts";
import { go, type ScreenOf, type State, stay, type Step } from "../../state.ts";

/** Keys of the working of an event; ←/→ go to the one before and after. */
export function pressWhy(state: State, screen: ScreenOf<"why">, key: Key): Step {
  const step = stepOf(key);
  if (step !== null)
    return go(state, { ...screen, scroll: Math.max(0, Math.min(screen.scroll + step, 400)) });
  switch (wordOf(key)) {
    case "left":
      return toWorking(state, screen, -1);
    case "right":
    case "n":
      return toWorking(state, screen, 1);
    case "b":
      return openBrief(state);
    case "escape":
    case "enter":
    case "q":
      return go(state, screen.back);
    default:
      return stay(state);
  }
}

function toWorking(state: State, screen: ScreenOf<"why">, by: number): Step {
  const events = eventsOf(state, screen);
  const workings = events.flatMap((event, at) => (hasWorking(event) ? [at] : []));
  const next = workings[workings.indexOf(screen.event) + by];
  return next === undefined ? stay(state) : go(state, { ...screen, event: next, scroll: 0 });
}

/** The events that the working is one of: those that are played back, or what the seat was told. */
export function eventsOf({ game }: State, { back }: ScreenOf<"why">): readonly Event[] {
  return back.kind === "playback" ? back.events : (game?.told?.events ?? []);
}
