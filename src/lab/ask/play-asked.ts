import { press } from "../../policies/press.ts";
import { hold } from "../../policies/hold.ts";
import { imagining, type View, viewSight } from "../../engine/player.ts";
import { seedOfRun } from "../replicate.ts";
import type { Asking, ImaginedAsking } from "./asking.ts";
import { lostIn, type PlayPlan, scoredBy, startGauge, widthOf, type Yardstick } from "./gauge.ts";
import { truePlayer } from "./play-true.ts";

/** A question made ready: what all its runs begin from is made once. */
export interface AskedGame {
  readonly yardstick: Yardstick;
  /** Runs `from` to `to`, both included: for each the first plan's measures, then the second's. */
  readonly play: (from: number, to: number) => Float64Array;
}

/** Makes a question ready to be played, here or in another thread. */
export function askedGame(asking: Asking): AskedGame {
  const [yardstick, playPlan] =
    asking.kind === "imagined" ? imaginedPlayer(asking) : truePlayer(asking);
  return { yardstick, play: (from, to) => playPairs(asking.seed, yardstick, playPlan, from, to) };
}

function playPairs(
  seed: string,
  yardstick: Yardstick,
  playPlan: PlayPlan,
  from: number,
  to: number,
): Float64Array {
  const values = new Float64Array((to - from + 1) * 2 * widthOf(yardstick));
  let at = 0;
  for (let run = from; run <= to; run++) {
    for (const plan of [0, 1] as const) {
      const gauge = startGauge(yardstick);
      const lost = playPlan(plan, seedOfRun(seed, run), gauge);
      at = gauge.write(values, at, lost);
    }
  }
  return values;
}

function imaginedPlayer(asking: ImaginedAsking): [Yardstick, PlayPlan] {
  const { view, plans, turns } = asking;
  const { seat, side, objectives, places } = view.brief;
  const game = imagining(view, asking.enemy === "attacks" ? press : hold);
  const before = lostIn(view.formations);
  const yardstick: Yardstick = {
    seat,
    side,
    objectives: scoredBy(objectives, view.aims, seat),
    places: side === null ? [] : Object.keys(places),
  };
  return [
    yardstick,
    (plan, seed, gauge) => {
      let lost = 0;
      game.play(seed, plans[plan], turns, (after: View) => {
        gauge.turn(viewSight(after));
        lost = lostIn(after.formations) - before;
      });
      return lost;
    },
  ];
}
