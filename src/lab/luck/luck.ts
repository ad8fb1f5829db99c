import { foldMeasures, type LuckTold } from "../../reports/index.ts";
import { type Experiment, planOn } from "../experiment.ts";
import { addRun, emptySample } from "../sample.ts";
import type { LuckAsked } from "./asked.ts";
import { planSplit, splitTold } from "./split.ts";
import { type Fought, gapOf, screen, weigh, weighedTold } from "./weighed.ts";
import { foundIn } from "./yardstick.ts";

/** Runs of each draw to choose the decisive battles, and of each result to tell what it would have led to. */
export const LUCK_RUNS = { screen: 20, told: 200 } as const;

/** Battles that are called decisive. */
const DECISIVE = 3;

/** Runs to be played, and what they say once they are. */
export interface Planned<T> {
  readonly experiment: Experiment;
  readonly found: () => T;
}

/** A few runs after a poor and after a good draw of every battle: on which most hung. */
export function screenLuck(asked: LuckAsked): Planned<readonly Fought[]> {
  const plan = planOn(asked.seed);
  const screened = screen(asked, plan, LUCK_RUNS.screen);
  return {
    experiment: plan.experiment(),
    found: () =>
      screened
        .map((one) => ({ one, gap: gapOf(asked, one) }))
        .filter(({ gap }) => gap > 0)
        .toSorted((a, b) => b.gap - a.gap)
        .slice(0, DECISIVE)
        .map(({ one }) => one),
  };
}

/** The whole of a game's luck: what these battles could have led to, and the result apart. */
export function planLuck(
  asked: LuckAsked,
  fought: readonly Fought[],
): Planned<Pick<LuckTold, "weighed" | "split" | "runs">> {
  const plan = planOn(asked.seed);
  const split = planSplit(asked, plan, LUCK_RUNS.told);
  const weighed = weigh(asked, plan, fought, LUCK_RUNS.told);
  return {
    experiment: plan.experiment(),
    found: () => ({
      runs: LUCK_RUNS.told,
      weighed: weighed.map((one) => weighedTold(asked, one)).toSorted((a, b) => b.swing - a.swing),
      split: splitTold(asked, split, resultOf(asked)),
    }),
  };
}

/** What the game itself came to; null while it is not over. */
function resultOf({ game, events, isDecided, yardstick }: LuckAsked): number | null {
  if (!isDecided) return null;
  const fold = foldMeasures(game.setup, game.asked);
  for (const turn of events) fold.turn(turn);
  const sample = emptySample(game.setup.turns);
  addRun(sample, fold.result());
  return foundIn(yardstick, game, sample)[0] ?? null;
}
