import { LEGEND } from "../map/legend.ts";
import { counters } from "../map/symbols.ts";
import type { State } from "../state.ts";
import { type Line, line, tone } from "../text/span.ts";

const COUNTER_HEAD = "Formations of one side at a place, and their men; ~ is a reported number:";

/** Screens that show the map. */
const WITH_MAP: readonly State["screen"]["kind"][] = ["command", "timeline", "playback"];

/** How to read the map; nothing on a screen without one. */
export function legendOf(state: State): Line[] {
  if (!WITH_MAP.includes(state.screen.kind)) return [];
  return [
    line(),
    line(tone("strong", "How to read the map")),
    ...LEGEND.map((row) => line("  ", row)),
    ...sideLegend(state),
  ];
}

/** The counter of each side in the game as its letter and shape are, and which is one's own. */
function sideLegend({ game, screen }: State): Line[] {
  const brief = screen.kind === "timeline" ? screen.past.brief : (game?.view?.brief ?? null);
  if (brief === null) return [];
  const sides = Object.entries(brief.sides).map(([side, { name, letter, affiliation }]) => {
    const counter = counters(
      [
        {
          side,
          letter,
          affiliation,
          count: 3,
          men: 1200,
          reported: false,
          branches: "IA",
          old: false,
        },
      ],
      "whole",
    );
    const whose = side === brief.side ? ", your side" : "";
    return line("  ", ...counter, ` three formations, 1,200 men: ${name}${whose}`);
  });
  return [line(`  ${COUNTER_HEAD}`), ...sides];
}
