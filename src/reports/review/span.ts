import { halfDay } from "../dates.ts";
import { counted } from "../wording.ts";
import type { Reviewed } from "./reviewed.ts";

/** From when to when, and whether it was played to its end. */
export function spanText({ scenario, turns }: Reviewed): string {
  const { clock } = scenario.setup;
  const played = turns.length;
  if (played === 0) return "No turn has been played yet.";
  const isOver = turns.at(-1)?.events.some(({ kind }) => kind === "game-ended") ?? false;
  const span = `${halfDay(clock, 1)} to ${halfDay(clock, played)}`;
  const end = isOver
    ? "It was played to its end."
    : `It is not over: turn ${played + 1} comes next.`;
  return `${counted(played, "turn")} of ${clock.turnHours} hours, ${span}. ${end}`;
}
