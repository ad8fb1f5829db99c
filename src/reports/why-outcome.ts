import pow from "@stdlib/math-base-special-pow";
import type { BattleResolved, Event, Parameters } from "../engine/index.ts";
import { resultText } from "./tell-fighting.ts";
import { shiftText } from "./why-odds.ts";
import { fixed, rounded } from "./wording.ts";
import { wrap } from "./wrap.ts";

/** The draw and what it made of the odds, or White's ruling; the ground; whether the place fell. */
export function outcomeLines(
  battle: BattleResolved,
  events: readonly Event[],
  { sharpness }: Pick<Parameters["odds"], "sharpness">,
  width: number,
): string[] {
  const { odds, draw, outcome, ruling, link } = battle;
  const multiplier = pow(draw.u / (1 - draw.u), 1 / sharpness);
  const made = `${fixed(odds, 4)} x ${fixed(multiplier, 4)} = ${fixed(odds * multiplier, 4)}`;
  const drawn = `R* = odds x (u / (1 - u))^(1 / ${rounded(sharpness, 3)}) = ${made} (5.5)`;
  const ruled = `R* = ${fixed(outcome, 4)} as White ruled (5.11): ${ruling}`;
  return [
    `Draw ${draw.key}: u = ${fixed(draw.u, 6)}, ${shiftText(multiplier)} shifts`,
    ...(ruling === null ? [drawn] : [`As drawn: ${drawn}`, ...wrap(ruled, { width, rest: "  " })]),
    ...wrap(`Result: they ${resultText(battle)}.`, { width, rest: "  " }),
    ...(link === null ? wrap(groundText(battle, events), { width, rest: "  " }) : []),
  ];
}

/** The marker against the depth, and the fall that hangs on it. */
function groundText(battle: BattleResolved, events: readonly Event[]): string {
  const { km, advanceKm, depthKm } = battle;
  const won = `${km > 0 ? "+" : ""}${rounded(km, 3)} km`;
  const marker = `the marker stands at ${rounded(advanceKm, 3)} of ${rounded(depthKm, 3)} km`;
  return `Ground ${won} (5.7): ${marker}; ${fallText(battle, events)} (8.4).`;
}

function fallText(battle: BattleResolved, events: readonly Event[]): string {
  const { place, attacker, advanceKm, depthKm } = battle;
  const fell = events.some(
    (one) => one.kind === "place-taken" && one.place === place && one.by === attacker,
  );
  const isThrough = advanceKm >= depthKm;
  if (fell) return isThrough ? "it falls" : "it falls, since nobody is left to hold it";
  if (isThrough) return "yet it does not fall";
  return `it holds, ${rounded(depthKm - advanceKm, 3)} km short of its fall`;
}
