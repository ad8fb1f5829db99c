import type { Id } from "../../engine/index.ts";
import type { SplitTold } from "../../reports/index.ts";
import { gameWith } from "../compile-game.ts";
import { type Estimate, meanEstimate, shareOfOnes } from "../estimates.ts";
import type { Plan } from "../experiment.ts";
import { commandSeats } from "../play-out.ts";
import type { Game } from "../replicate.ts";
import type { Sample } from "../sample.ts";
import { afterTurn, type LuckAsked } from "./asked.ts";
import { foundIn, isShare } from "./yardstick.ts";

/** Seats that stand together: those of a side, or those of none. */
interface Party {
  readonly side: Id | null;
  readonly seats: readonly Id[];
  /** Whether any of them was played otherwise than history. */
  readonly departs: boolean;
}

/** Runs from the first turn on, one game for each set of parties that play as they did. */
export interface Split {
  readonly parties: readonly Party[];
  /** By the set: bit n is the n-th party that departs from history. */
  readonly samples: readonly Sample[];
  /** Runs from where the game stands; null when it is over. */
  readonly now: Sample | null;
}

/** Plans the runs of a split. */
export function planSplit(asked: LuckAsked, plan: Plan, runs: number): Split {
  const parties = partiesOf(asked);
  const departing = parties.filter(({ departs }) => departs);
  const samples = Array.from({ length: 2 ** departing.length }, (_, set) => {
    const own = departing.filter((__, at) => (set & (1 << at)) !== 0).flatMap(({ seats }) => seats);
    return plan.sampleOf(fromTheStart(asked, own), runs);
  });
  const now = asked.isDecided ? null : plan.sampleOf(afterTurn(asked, asked.turns.length), runs);
  return { parties, samples, now };
}

function partiesOf({ game: { setup }, departing }: LuckAsked): readonly Party[] {
  const bySide = new Map<Id | null, Id[]>();
  for (const seat of commandSeats(setup)) {
    const side = setup.seats[seat]?.side ?? null;
    bySide.set(side, [...(bySide.get(side) ?? []), seat]);
  }
  return [...bySide].map(([side, seats]) => ({
    side,
    seats,
    departs: seats.some((seat) => departing.includes(seat)),
  }));
}

/** The game from its first turn on: some seats as they played, the others by history's courses. */
function fromTheStart({ game, turns, historical, scripted }: LuckAsked, own: readonly Id[]): Game {
  const { setup, recipe } = game;
  const courses: Record<Id, string> = {};
  const scripts: Record<Id, readonly (readonly string[])[]> = {};
  for (const seat of commandSeats(setup)) {
    const text = own.includes(seat) ? recipe.courses[seat] : historical[seat];
    if (text !== undefined) courses[seat] = text;
    if (own.includes(seat) && scripted.includes(seat)) {
      scripts[seat] = turns.map(({ orders }) => orders[seat] ?? []);
    }
  }
  const injects = turns.map((asked) => asked.injects);
  return gameWith(game, { ...recipe, courses, scripts, injects });
}

/**
 * The result apart: from history's courses to what each party did otherwise, in whatever order they
 * are added (the mean over all orders: Shapley 1953), and the rest is the dice.
 */
export function splitTold(
  asked: LuckAsked,
  { parties, samples, now }: Split,
  result: number | null,
): SplitTold {
  const { yardstick, game } = asked;
  const found = samples.map((sample) => foundIn(yardstick, game, sample));
  const [base = [], all = []] = [found[0], found.at(-1)];
  const estimate = isShare(yardstick, game) ? shareOfOnes : meanEstimate;
  const departing = parties.filter(({ departs }) => departs);
  const ended = now === null ? null : foundIn(yardstick, game, now);
  return {
    base: estimate(base),
    parties: parties.map(({ side, seats, departs }) => {
      const at = departing.findIndex((party) => party.side === side);
      return { side, seats, departs, plan: departs ? meanEstimate(addedBy(at, found)) : NOTHING };
    }),
    asPlayed: estimate(all),
    dice: diceOf(all, ended ?? all.map(() => result ?? 0)),
    came: ended === null ? exactly(result ?? 0) : estimate(ended),
  };
}

const NOTHING: Estimate = { found: 0, low: 0, high: 0, n: 0 };

function exactly(value: number): Estimate {
  return { found: value, low: value, high: value, n: 1 };
}

function diceOf(all: readonly number[], ended: readonly number[]): Estimate {
  return meanEstimate(all.map((value, run) => (ended[run] as number) - value));
}

/** What the n-th party adds in each run, the mean over all orders in which the parties come. */
function addedBy(party: number, found: readonly (readonly number[])[]): number[] {
  const parties = Math.log2(found.length);
  const bit = 1 << party;
  const runs = found[0]?.length ?? 0;
  return Array.from({ length: runs }, (_, run) => {
    let sum = 0;
    for (let set = 0; set < found.length; set++) {
      if ((set & bit) !== 0) continue;
      const [without, together] = [found[set], found[set | bit]] as const;
      const added = (together?.[run] ?? 0) - (without?.[run] ?? 0);
      sum += shareOfOrders(sizeOf(set), parties) * added;
    }
    return sum;
  });
}

/** The share of orders in which just these so many come before a party. */
function shareOfOrders(before: number, parties: number): number {
  return (factorial(before) * factorial(parties - before - 1)) / factorial(parties);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function sizeOf(set: number): number {
  return set === 0 ? 0 : (set & 1) + sizeOf(set >> 1);
}
