import { clamp } from "../chance/arithmetic.ts";
import type { Breach, Combatant, Factor } from "../events/types.ts";
import { entriesOf, idsOf } from "../world/ids.ts";
import type { Posture } from "../world/parameters.ts";
import type { Id } from "../world/setup.ts";
import { type Engagement, surpriseOf } from "./engagement.ts";
import { stateOf, type Turn } from "./turn.ts";

/**
 * 5.3.1: kit that is used up by being sent ahead of an assault: how many reach the defence is one
 * draw, by the inverse of the binomial distribution. Null when the attacker has none.
 */
export function breachOf(turn: Turn, engagement: Engagement): Breach | null {
  if (engagement.link !== null) return null;
  const sent = Math.min(
    turn.setup.parameters.breach.perBattle,
    piecesOf(turn, engagement.attackers),
  );
  if (sent === 0) return null;
  const { least, most } = turn.setup.parameters.breach;
  const terms = termsOf(turn, engagement);
  const chance = clamp(
    terms.reduce((product, term) => product * term.value, 1),
    least,
    most,
  );
  const draw = turn.chance.draw("breach", turn.number, engagement.place, "");
  return { sent, terms, chance, hits: binomialOf(draw.u, sent, chance), draw };
}

/** Kinds of kit that are sent ahead. */
export function breachKinds(turn: Turn): readonly Id[] {
  const { kit } = turn.setup.parameters;
  return entriesOf(kit)
    .filter(({ value }) => value.breach > 0)
    .map(({ id }) => id);
}

function piecesOf(turn: Turn, attackers: readonly Combatant[]): number {
  const kinds = breachKinds(turn);
  return attackers.reduce((sum, { formation }) => {
    const { kit } = stateOf(turn, formation);
    return kinds.reduce((all, kind) => all + (kit[kind] ?? 0), sum);
  }, 0);
}

/** 5.3.2: darkness and surprise help it through; prepared works and anti-tank weapons stop it. */
function termsOf(turn: Turn, engagement: Engagement): Factor[] {
  const { breach, kit } = turn.setup.parameters;
  const kind = breachKinds(turn).find((one) =>
    engagement.attackers.some(({ formation }) => has(turn, formation, one)),
  );
  const antiTank = idsOf(kit).filter((one) => kit[one]?.antiTank);
  const isCovered = engagement.defenders.some(({ formation }) =>
    antiTank.some((one) => has(turn, formation, one)),
  );
  const term = (id: string, applies: boolean, value: number) => ({
    id,
    value: applies ? value : 1,
    rule: "5.3.2",
  });
  return [
    { id: "base", value: kit[kind ?? ""]?.breach ?? 0, rule: "5.3.2" },
    term("night", turn.night, breach.night),
    term("prepared", isPrepared(engagement.posture), breach.prepared),
    term("anti-tank", isCovered, breach.antiTank),
    term("surprised", surpriseOf(turn, engagement) > 1, breach.surprised),
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
