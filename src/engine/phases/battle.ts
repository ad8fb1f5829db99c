import { apportion, settle, sumOf } from "../chance/arithmetic.ts";
import type {
  BattleResolved,
  Breach,
  Casualties,
  Combatant,
  Draw,
  LossWorking,
} from "../events/types.ts";
import { hoursAt } from "../world/clock.ts";
import { entriesOf } from "../world/ids.ts";
import type { Id, Place } from "../world/setup.ts";
import { breachKinds, breachOf, postureAfter } from "./breach.ts";
import { type Engagement, inputOf, sortiesOn } from "./engagement.ts";
import { factorsOf, menIn, oddsOf } from "./odds.ts";
import { groundOf, lossRate, lossTermsOf, outcomeOf, resultOf } from "./outcome.ts";
import { stateOf, type Turn } from "./turn.ts";

/** 5: one battle resolved from the snapshot: odds, one draw, then ground and losses. */
export function resolveBattle(turn: Turn, planned: Engagement): BattleResolved {
  const { parameters } = turn.setup;
  const breach = breachOf(turn, planned);
  const engagement = { ...planned, posture: postureAfter(planned.posture, breach) };
  const { place, link } = engagement;
  const input = inputOf(turn, engagement, breach?.hits ?? 0);
  const factors = factorsOf(parameters, input);
  const odds = oddsOf(factors);
  const locus = link ?? place;
  const draw = turn.chance.draw(link === null ? "odds" : "meeting", turn.block, locus, "");
  const outcome = outcomeOf(parameters, odds, draw.u);
  const ground = {
    ...timeOf(turn),
    parameters,
    terrain: input.terrain,
    posture: input.posture,
    weather: turn.world.weather,
  };
  const km = groundOf(ground, outcome);
  const losses = (attacking: boolean) =>
    lossesOf(turn, engagement, attacking, outcome, firstDay(turn, input.surprise), breach, locus);
  const [attackerLosses, defenderLosses] = [losses(true), losses(false)];
  return {
    kind: "battle-resolved",
    place,
    link,
    attacker: engagement.attacker,
    defender: engagement.defender,
    attackers: input.attackers,
    defenders: input.defenders,
    axes: engagement.axes,
    encircled: engagement.encircled,
    posture: input.posture,
    breach,
    factors,
    odds,
    draw,
    outcome,
    result: resultOf(outcome),
    km,
    ...frontAfter(turn, place, link, km),
    surprise: input.surprise,
    sortiesOnAttacker: input.sortiesOnAttacker,
    sortiesOnDefender: input.sortiesOnDefender,
    attackerLosses: attackerLosses.working,
    defenderLosses: defenderLosses.working,
    casualties: [...attackerLosses.casualties, ...defenderLosses.casualties],
  };
}

function timeOf(turn: Turn) {
  return { hours: turn.hours, night: turn.night };
}

/** A meeting on a link moves no front; an assault's marker stays between 0 and the depth. */
function frontAfter(turn: Turn, place: Id, link: Id | null, km: number) {
  const { depthKm } = turn.setup.places[place] as Place;
  const before = turn.world.places[place]?.advanceKm ?? 0;
  const advanceKm = link === null ? Math.min(depthKm, Math.max(0, before + km)) : before;
  return { advanceKm, depthKm };
}

interface SideLosses {
  readonly working: LossWorking;
  readonly casualties: readonly Casualties[];
}

function lossesOf(
  turn: Turn,
  engagement: Engagement,
  attacking: boolean,
  outcome: number,
  surprise: number,
  breach: Breach | null,
  locus: Id,
): SideLosses {
  const { parameters } = turn.setup;
  const { terrain, posture } = engagement;
  const side = attacking ? engagement.attackers : engagement.defenders;
  const draw = (purpose: "Losses" | "settle" | "killed") =>
    drawFor(turn, purpose, attacking, locus);
  const noise = draw("Losses");
  const men = menIn(side);
  const odds = attacking ? outcome : 1 / outcome;
  const terms = lossTermsOf({
    parameters,
    attacking,
    men,
    odds,
    terrain,
    posture,
    ...timeOf(turn),
    surprise,
    noise: noise.u,
  });
  const added = addedLosses(turn, engagement, attacking, men, breach);
  const rate = lossRate(parameters, terms, added);
  const whole = draw("settle");
  const lost = Math.min(men, settle(rate * men, whole.u));
  const dead = draw("killed");
  const killed = Math.min(lost, settle(lost * parameters.losses.killedShare, dead.u));
  const kit = kitLosses(turn, side, attacking, rate, locus);
  if (attacking && breach !== null) useUp(turn, side, breach.sent, kit.lost);
  return {
    working: { terms, added, rate, men: lost, killed, draws: [noise, whole, dead, ...kit.draws] },
    casualties: shareOut(side, lost, killed, kit.lost),
  };
}

/** 5.8.7: a surprised defender loses more on the first day only. */
function firstDay(turn: Turn, surprise: number): number {
  return hoursAt(turn.setup.clock, turn.number) < 24 ? surprise : 1;
}

/** 5.8.9: what broke in and what aircraft hit comes on top of the rate. */
function addedLosses(
  turn: Turn,
  engagement: Engagement,
  attacking: boolean,
  men: number,
  breach: Breach | null,
): number {
  const { breach: rules, air } = turn.setup.parameters;
  const side = attacking ? engagement.attacker : engagement.defender;
  const byAir = (sortiesOn(turn, engagement, side) * air.personnelKills) / Math.max(1, men);
  return byAir + (attacking ? 0 : rules.losses * (breach?.hits ?? 0));
}

function drawFor(
  turn: Turn,
  what: "Losses" | "settle" | "killed",
  attacking: boolean,
  locus: Id,
): Draw {
  const who = attacking ? "Attacker" : "Defender";
  const purpose =
    what === "Losses"
      ? attacking
        ? "attackerLosses"
        : "defenderLosses"
      : (`${what}${who}` as const);
  return turn.chance.draw(purpose, turn.number, locus, "");
}

type KitByFormation = Readonly<Record<Id, Record<Id, number>>>;

/** 5.9: vehicles are lost at a multiple of the men's rate, other kit at the rate; one draw a kind. */
function kitLosses(
  turn: Turn,
  side: readonly Combatant[],
  attacking: boolean,
  rate: number,
  locus: Id,
) {
  const { kit, losses } = turn.setup.parameters;
  const vehicles = attacking ? losses.attackerVehicles : losses.defenderVehicles;
  const purpose = attacking ? "kitAttacker" : "kitDefender";
  const kits = side.map((one) => stateOf(turn, one.formation).kit);
  const lost: Record<Id, Record<Id, number>> = {};
  const draws: Draw[] = [];
  for (const { id: kind, value: row } of entriesOf(kit)) {
    const held = kits.map((one) => one[kind] ?? 0);
    const pieces = sumOf(held);
    if (pieces === 0 || row.breach > 0) continue;
    const draw = turn.chance.draw(purpose, turn.number, locus, kind);
    draws.push(draw);
    const multiple = row.arm === "vehicle" ? vehicles : 1;
    const total = settle(pieces * Math.min(1, rate * multiple), draw.u);
    if (total > 0) takeFrom(side, kind, apportion(total, held), lost);
  }
  return { lost, draws };
}

function takeFrom(
  side: readonly Combatant[],
  kind: Id,
  gone: readonly number[],
  lost: Record<Id, Record<Id, number>>,
): void {
  side.forEach((one, at) => {
    if (gone[at] !== 0) (lost[one.formation] ??= {})[kind] = gone[at] as number;
  });
}

/** 5.3.1: every piece sent ahead is gone, taken from the attackers in proportion. */
function useUp(
  turn: Turn,
  side: readonly Combatant[],
  sent: number,
  lost: Record<Id, Record<Id, number>>,
): void {
  let left = sent;
  for (const kind of breachKinds(turn)) {
    const used = apportion(
      left,
      side.map((one) => stateOf(turn, one.formation).kit[kind] ?? 0),
    );
    side.forEach((one, at) => {
      const pieces = used[at] as number;
      if (pieces > 0) (lost[one.formation] ??= {})[kind] = pieces;
      left -= pieces;
    });
  }
}

function shareOut(
  side: readonly Combatant[],
  lost: number,
  killed: number,
  kit: KitByFormation,
): Casualties[] {
  const all = apportion(
    lost,
    side.map((one) => one.men),
  );
  const dead = apportion(killed, all);
  return side.map((one, at) => ({
    formation: one.formation,
    killed: dead[at] as number,
    wounded: (all[at] as number) - (dead[at] as number),
    kit: kit[one.formation] ?? {},
  }));
}
