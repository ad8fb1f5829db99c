import {
  type BattleResolved,
  chancesOf,
  type Id,
  type Parameters,
  type Result,
} from "../engine/index.ts";
import type { Found } from "./experiment.ts";
import { forcesOf, nameOf, type Names } from "./names.ts";
import { verdictOf } from "./tell-fighting.ts";
import { rounded } from "./wording.ts";

/** What one battle's draw was worth, by runs of all that could have followed; in this model. */
export interface WeighedTold {
  readonly turn: number;
  /** The key of its draw. */
  readonly key: string;
  /** Deviation of the expected result of the game over what the battle could have come to. */
  readonly swing: number;
  /** The expected result before the draw, after it, and how far it moved. */
  readonly before: Found;
  readonly after: Found;
  readonly moved: Found;
  readonly results: readonly {
    readonly result: Result;
    readonly chance: number;
    readonly isWhatCame: boolean;
    readonly leadsTo: Found;
  }[];
}

/** The result of a game, apart: what history's courses would bring, plans, and the dice. */
export interface SplitTold {
  readonly base: Found;
  readonly parties: readonly {
    /** Null for seats of no side. */
    readonly side: Id | null;
    readonly seats: readonly Id[];
    /** Whether it was played otherwise than history. */
    readonly departs: boolean;
    readonly plan: Found;
  }[];
  /** What the plans of all, as they were played, would bring. */
  readonly asPlayed: Found;
  readonly dice: Found;
  /** What it came to, or is to be expected to where it is not over. */
  readonly came: Found;
}

/** The luck of a game, by runs of what else could have happened. */
export interface LuckTold {
  /** By what the game is judged: "the chance that the mill has fallen by 4 May". */
  readonly question: string;
  readonly isShare: boolean;
  /** Whether what it is judged by could no longer change when the game was left. */
  readonly isDecided: boolean;
  /** Runs of each result and of each set of plans. */
  readonly runs: number;
  /** Runs of each result by which the battles were chosen; null where all are told. */
  readonly screened: number | null;
  /** From the one on which most hung. */
  readonly weighed: readonly WeighedTold[];
  readonly split: SplitTold;
  /** Seats that no course of action played, and by what they go on; null for no orders. */
  readonly carriedOn: readonly { readonly seat: Id; readonly by: string | null }[];
  /** Where the runs' dice come from. */
  readonly seed: string;
}

/** How often in a hundred, from 1 to 99: nothing here is sure. */
export function inHundred(share: number): string {
  return `${Math.min(99, Math.max(1, Math.round(100 * share)))} in 100`;
}

/** A battle's luck in a sentence that can be said aloud. */
export function luckSentence(
  names: Names,
  parameters: Pick<Parameters, "odds">,
  turn: number,
  battle: BattleResolved,
): string {
  const attackers = forcesOf(names, battle.attacker);
  const odds = `at odds of ${rounded(battle.odds, battle.odds < 1 ? 2 : 1)} to 1`;
  const came = `${meetingText(names, battle)} ${odds} and ${verdictOf(battle.result)}`;
  if (battle.ruling !== null) return `Turn ${turn}: ${attackers} ${came}, as White ruled.`;
  const often = inHundred(chancesOf(parameters, battle.odds)[battle.result]);
  return `Turn ${turn}: ${attackers} ${came}, as ${often} such attacks do: ${drawText(battle)}.`;
}

function meetingText(names: Names, { place, link, defender }: BattleResolved): string {
  const where = nameOf(names, "places", place);
  return link === null ? `attacked ${where}` : `met ${forcesOf(names, defender)} near ${where}`;
}

/** A draw within this of the middle is an ordinary one. */
const ORDINARY = 0.25;

function drawText({ draw: { u } }: BattleResolved): string {
  if (u >= 1 - ORDINARY) return `a good draw for the attacker, better than ${inHundred(u)}`;
  if (u <= ORDINARY) return `a good draw for the defender, better than ${inHundred(1 - u)}`;
  return "an ordinary draw";
}
