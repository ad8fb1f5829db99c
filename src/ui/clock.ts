import { useEffect } from "react";
import type { Driver } from "./driver.ts";
import { key } from "./key.ts";
import { tickAfter } from "./screens/playback/clock.ts";
import type { State } from "./state.ts";

/** Sends a tick when the core wants one; while nothing plays there is no timer at all. */
export function useTicks(state: State, driver: Driver): void {
  const wait = tickAfter(state);
  const { screen } = state;
  useEffect(() => {
    if (wait === null) return undefined;
    // A step that was taken by hand meanwhile has its own time before the next.
    const send = () => {
      if (driver.state().screen === screen) driver.press(key("tick"));
    };
    const timer = setTimeout(send, wait);
    return () => clearTimeout(timer);
  }, [wait, screen, driver]);
}
