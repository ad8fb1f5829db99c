import { narrate } from "../../../reports/index.ts";
import type { Game, ScreenOf, State } from "../../state.ts";
import { whyLines } from "../../telling/why.ts";
import { eventsOf } from "./keys.ts";
import { fit, type Line, line, tone, wrap } from "../../text/span.ts";

/** The working of one event, from its scroll on. */
export function viewWhy(
  state: State,
  game: Game,
  screen: ScreenOf<"why">,
  width: number,
  height: number,
): Line[] {
  const { names } = game;
  const events = eventsOf(state, screen);
  const event = events[screen.event];
  const view = screen.back.kind === "playback" ? screen.back.after.view : game.view;
  if (event === undefined || view === null) return [];
  const working = whyLines(names, view, event, events, width);
  // A battle's working says itself what came of it; a patron's is told first.
  const said =
    event.kind === "battle-resolved"
      ? []
      : [...wrap(narrate(names, event), Math.min(width - 1, 100)).map((row) => line(row)), line()];
  const rows = [...said, ...working].map((row) => fit(row, width));
  const first = Math.min(screen.scroll, Math.max(0, rows.length - height));
  const shown = rows.slice(first, first + height);
  const rest = rows.length - first - height;
  if (rest > 0) shown[height - 1] = line(tone("dim", `↓ ${rest + 1} more rows`));
  return shown;
}
