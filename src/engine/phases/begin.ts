import type { Id } from "../world/setup.ts";
import type { Phase, Turn } from "./turn.ts";

/** 2.1: weather is drawn for the half-day from the scenario's odds; daylight follows the clock. */
export const begin: Phase = (turn) => {
  const draw = turn.chance.draw("weather", turn.block, "", "");
  const weather = weatherAt(turn, draw.u);
  return [{ kind: "turn-began", turn: turn.number, weather, night: turn.night, draw }];
};

function weatherAt(turn: Turn, u: number): Id {
  let sum = 0;
  let last: Id = turn.world.weather;
  for (const [weather, share] of Object.entries(turn.setup.weather)) {
    sum += share;
    last = weather;
    if (u < sum) return weather;
  }
  return last;
}
