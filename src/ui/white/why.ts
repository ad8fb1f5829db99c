import { narrate } from "../../reports/index.ts";
import type { Game } from "../state.ts";
import { hasWorking, whyLines } from "../telling/why.ts";
import { fit, type Line, line, tone, wrap } from "../text/span.ts";
import { drawsIn, drawWords } from "./choices.ts";
import type { DeskMode, DeskScreen } from "./desk.ts";
import { eventsOfTab } from "./rows.ts";

/** The working of an event over the whole desk, from its scroll on. */
export function whyRows(
  game: Game,
  screen: DeskScreen,
  mode: Extract<DeskMode, { kind: "why" }>,
  width: number,
  height: number,
): Line[] {
  const events = eventsOfTab(screen, screen.tab);
  const event = events[mode.event];
  if (event === undefined) return [];
  const said = wrap(narrate(game.names, event), Math.min(width - 1, 100)).map((row) => line(row));
  const working = hasWorking(event)
    ? whyLines(game.names, screen.view, event, events, width)
    : drawRows(game, screen, mode.event);
  const rows = [...(event.kind === "battle-resolved" ? [] : [...said, line()]), ...working].map(
    (row) => fit(row, width),
  );
  const first = Math.min(mode.scroll, Math.max(0, rows.length - height));
  const shown = rows.slice(first, first + height);
  const rest = rows.length - first - height;
  if (rest > 0) shown[height - 1] = line(tone("dim", `↓ ${rest + 1} more rows`));
  return shown;
}

/** Of what has no working of its own: the terms of a loss of cohesion, and every draw with its key. */
function drawRows(game: Game, screen: DeskScreen, at: number): Line[] {
  const event = eventsOfTab(screen, screen.tab)[at];
  if (event === undefined) return [];
  const terms =
    event.kind === "cohesion-lost"
      ? event.terms.map(({ id, points, rule }) =>
          line(`  ${id.replaceAll("-", " ").padEnd(28)}${points.toFixed(2).padStart(8)}  ${rule}`),
        )
      : [];
  const draws = drawsIn(event).map(({ key, u }) =>
    line(`  u = ${u.toFixed(4)}  ${drawWords(game.names, key)}  `, tone("dim", key)),
  );
  return [
    ...(terms.length > 0
      ? [line(tone("accent", "Cohesion, points and rule")), ...terms, line()]
      : []),
    line(tone("accent", draws.length > 0 ? "Draws" : "Nothing was drawn for this.")),
    ...draws,
  ];
}
