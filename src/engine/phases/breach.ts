import { clamp, sumOf } from "../chance/arithmetic.ts";
import type { Breach, Combatant, Factor, Kit } from "../events/types.ts";
import { entriesOf, idsOf } from "../world/ids.ts";
import type { Posture } from "../world/parameters.ts";
import type { Id } from "../world/setup.ts";
import type { Engagement } from "./engagement.ts";
import { surpriseExtent } from "./surprise.ts";
import { stateOf, type Turn } from "./turn.ts";

/**
 * 5.3.1: kit that the attackers' orders send ahead of their assault, all of it used up: how many reach
 * the defence is one draw, by the inverse of the binomial distribution, and only so many count. Null
 * when none is sent.
 */
export function breachOf(turn: Turn, engagement: Engagement): Breach | null {
  const isAsked = engagement.attackers.some(
    ({ formation }) => stateOf(turn, formation).task.count > 0,
  );
  if (engagement.link !== null || !isAsked) return null;
  const all = engagement.attackers.map((one) => sentBy(turn, one));
  const sent = sumOf(all.map((kit) => sumOf(Object.values(kit))));
  if (sent === 0) return null;
  const { least, most, perBattle } = turn.setup.parameters.breach;
  const terms = termsOf(turn, engagement, all);
  const chance = clamp(
    terms.reduce((product, term) => product * term.value, 1),
    least,
    most,
  );
  const draw = turn.chance.draw("breach", turn.number, engagement.place, "");
  const reached = binomialOf(draw.u, sent, chance);
  return { sent, terms, chance, reached, hits: Math.min(perBattle, reached), draw };
}

/** 5.3.1: what a formation sends ahead: the pieces its order says, as far as it holds them, by kind. */
export function sentBy(turn: Turn, { formation }: Combatant): Kit {
  const { task, kit } = stateOf(turn, formation);
  const sent: Record<Id, number> = {};
  let left = task.count;
  if (left === 0) return sent;
  for (const kind of breachKinds(turn)) {
    const pieces = Math.min(left, kit[kind] ?? 0);
    if (pieces > 0) sent[kind] = pieces;
    left -= pieces;
  }
  return sent;
}

/** Kinds of kit that are sent ahead, in id order. */
function breachKinds(turn: Turn): readonly Id[] {
  const { kit } = turn.setup.parameters;
  return entriesOf(kit)
    .filter(({ value }) => value.breach > 0)
    .map(({ id }) => id)
    .toSorted();
}

/** 5.3.2: darkness and surprise help it through; prepared works and anti-tank weapons stop it. */
function termsOf(turn: Turn, engagement: Engagement, sent: readonly Kit[]): Factor[] {
  const { parameters } = turn.setup;
  const { breach, kit } = parameters;
  const kind = breachKinds(turn).find((one) => sent.some((pieces) => (pieces[one] ?? 0) > 0));
  const antiTank = idsOf(kit).filter((one) => kit[one]?.antiTank);
  const isCovered = engagement.defenders.some(({ formation }) =>
    antiTank.some((one) => has(turn, formation, one)),
  );
  const surprised = surpriseExtent(parameters, engagement.surprise.factor);
  const term = (id: string, value: number) => ({ id, value, rule: "5.3.2" });
  return [
    term("base", kit[kind ?? ""]?.breach ?? 0),
    term("night", turn.night ? breach.night : 1),
    term("prepared", isPrepared(engagement.posture) ? breach.prepared : 1),
    term("anti-tank", isCovered ? breach.antiTank : 1),
    term("surprised", 1 + (breach.surprised - 1) * surprised),
  ];
}

function has(turn: Turn, formation: Id, kind: Id): boolean {
  return (stateOf(turn, formation).kit[kind] ?? 0) > 0;
}

function isPrepared(posture: Posture): boolean {
  return posture === "prepared" || posture === "fortified";
}

/** Successes of `trials` at `chance`, rising with u: the inverse of the distribution. */
function binomialOf(u: number, trials: number, chance: number): number {
  let below = 0;
  let term = 1;
  for (let at = 0; at < trials; at++) term *= 1 - chance;
  for (let hits = 0; hits < trials; hits++) {
    below += term;
    if (u < below) return hits;
    term *= ((trials - hits) / (hits + 1)) * (chance / (1 - chance));
  }
  return trials;
}

/** 5.3.3: what breaks in lowers a dug-in posture by one step, once a battle. */
export function postureAfter(posture: Posture, breach: Breach | null): Posture {
  if (breach === null || breach.hits === 0) return posture;
  if (posture === "fortified") return "prepared";
  return posture === "prepared" ? "hasty" : posture;
}
