import {
  type BattleResolved,
  chancesOf,
  type EventOf,
  type Parameters,
  type Result,
  RESULTS,
  type Ruling,
} from "../../engine/index.ts";
import type { WeighedTold } from "../../reports/index.ts";
import { meanEstimate, shareOfOnes } from "../estimates.ts";
import type { Plan } from "../experiment.ts";
import type { Game } from "../replicate.ts";
import type { Sample } from "../sample.ts";
import { afterTurn, type LuckAsked } from "./asked.ts";
import { foundIn, isShare } from "./yardstick.ts";

/** A battle of the game, and the turn in which it was fought. */
export interface Fought {
  readonly turn: number;
  readonly battle: BattleResolved;
}

/** One result that a battle could have had, with the draw in the middle of those that give it. */
export interface Alternative {
  readonly result: Result;
  readonly chance: number;
  readonly u: number;
}

/** A battle with runs of what follows from each of its results. */
export interface Weighed extends Fought {
  readonly asItWas: Sample;
  readonly others: readonly (Alternative & { readonly sample: Sample })[];
}

/** Every battle of a game that can still move its result, in the order in which they were fought. */
export function battlesOf({ events, game }: Pick<LuckAsked, "events" | "game">): readonly Fought[] {
  return events
    .slice(0, game.horizon)
    .flatMap((all, at) =>
      all
        .filter((event): event is EventOf<"battle-resolved"> => event.kind === "battle-resolved")
        .map((battle) => ({ turn: at + 1, battle })),
    );
}

/** A result less likely than this is not tried: it would weigh next to nothing. */
const LEAST_TRIED = 0.005;

/** What a battle could have come to at its odds, from the worst for the attacker. */
export function alternativesOf(
  parameters: Pick<Parameters, "odds">,
  { odds }: Pick<BattleResolved, "odds">,
): readonly Alternative[] {
  const chances = chancesOf(parameters, odds);
  let below = 0;
  return RESULTS.flatMap((result) => {
    const chance = chances[result];
    const u = below + chance / 2;
    below += chance;
    return chance < LEAST_TRIED ? [] : [{ result, chance, u }];
  });
}

/** Plans the runs of battles: after the turn as it was, and after it with each other result. */
export function weigh(
  asked: LuckAsked,
  plan: Plan,
  fought: readonly Fought[],
  runs: number,
): readonly Weighed[] {
  const asIs = new Map<number, Game>();
  const gameAfter = (turn: number) => {
    const game = asIs.get(turn) ?? afterTurn(asked, turn);
    asIs.set(turn, game);
    return game;
  };
  return fought.map(({ turn, battle }) => {
    const asItWas = plan.sampleOf(gameAfter(turn), runs);
    const others = alternativesOf(asked.game.setup.parameters, battle).map((one) => {
      const isSo = battle.ruling === null && one.result === battle.result;
      const game = isSo
        ? gameAfter(turn)
        : afterTurn(asked, turn, rulingsWith(asked, { turn, battle }, one.u));
      return { ...one, sample: plan.sampleOf(game, runs) };
    });
    return { turn, battle, asItWas, others };
  });
}

/** The rulings of the turn with another draw for this battle, whatever White ruled on it. */
function rulingsWith({ turns }: LuckAsked, { turn, battle }: Fought, u: number): readonly Ruling[] {
  const { key } = battle.draw;
  const locus = battle.link ?? battle.place;
  const kept = (turns[turn - 1]?.rulings ?? []).filter(
    (one) =>
      !(one.kind === "draw" && one.key === key) && !(one.kind === "battle" && one.locus === locus),
  );
  return [...kept, { kind: "draw", key, u, reason: "what another result would have led to" }];
}

/** A battle with runs of what follows from a poor draw of the attacker's and from a good one. */
export interface Screened extends Fought {
  readonly poor: Sample;
  readonly good: Sample;
}

/** A draw that is better than only 10 in 100, and one that is better than 90 in 100. */
const POOR_AND_GOOD = [0.1, 0.9] as const;

/** Plans the few runs by which the decisive battles are chosen. */
export function screen(asked: LuckAsked, plan: Plan, runs: number): readonly Screened[] {
  return battlesOf(asked).map((fought) => {
    const [poor, good] = POOR_AND_GOOD.map((u) => {
      const game = afterTurn(asked, fought.turn, rulingsWith(asked, fought, u));
      return plan.sampleOf(game, runs);
    }) as [Sample, Sample];
    return { ...fought, poor, good };
  });
}

/** How far the expected result lies apart between a poor and a good draw. */
export function gapOf({ yardstick, game }: LuckAsked, { poor, good }: Screened): number {
  const [low, high] = [poor, good].map((sample) => meanOf(foundIn(yardstick, game, sample)));
  return Math.abs((high as number) - (low as number));
}

/**
 * How much hung on a battle's draw: the deviation of the expected result over what the battle could
 * have come to, each by its chance.
 */
function swingOf(asked: LuckAsked, { others }: Weighed): number {
  const means = others.map(({ sample }) => meanOf(foundIn(asked.yardstick, asked.game, sample)));
  const weights = weightsOf(others);
  const mean = weighted(means, weights);
  const squares = means.map((value) => (value - mean) ** 2);
  return Math.sqrt(weighted(squares, weights));
}

/** What a battle's results would have led to, each with its interval. */
export function weighedTold(asked: LuckAsked, weighed: Weighed): WeighedTold {
  const { turn, battle, asItWas, others } = weighed;
  const found = others.map(({ sample }) => foundIn(asked.yardstick, asked.game, sample));
  const after = foundIn(asked.yardstick, asked.game, asItWas);
  const weights = weightsOf(others);
  const before = after.map((_, run) =>
    weighted(
      found.map((values) => values[run] as number),
      weights,
    ),
  );
  const estimate = isShare(asked.yardstick, asked.game) ? shareOfOnes : meanEstimate;
  return {
    turn,
    key: battle.draw.key,
    swing: swingOf(asked, weighed),
    before: meanEstimate(before),
    after: estimate(after),
    moved: meanEstimate(after.map((value, run) => value - (before[run] as number))),
    results: others.map(({ result, chance }, at) => ({
      result,
      chance,
      isWhatCame: battle.ruling === null && result === battle.result,
      leadsTo: estimate(found[at] as readonly number[]),
    })),
  };
}

/** Chances of the results that were tried, made whole. */
function weightsOf(others: readonly Alternative[]): readonly number[] {
  const all = others.reduce((sum, { chance }) => sum + chance, 0);
  return others.map(({ chance }) => chance / all);
}

function weighted(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
