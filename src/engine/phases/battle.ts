import { apportion, settle, sumOf } from "../chance/arithmetic.ts";
import { rulingOn } from "../chance/rulings.ts";
import type {
  BattleResolved,
  Breach,
  Casualties,
  Combatant,
  Draw,
  LossWorking,
} from "../events/types.ts";
import { entriesOf } from "../world/ids.ts";
import type { Id, Place } from "../world/setup.ts";
import type { PlaceState } from "../world/world.ts";
import { breachOf, postureAfter, sentBy } from "./breach.ts";
import { type Engagement, inputOf, sortiesOn } from "./engagement.ts";
import { factorsOf, menIn, oddsOf } from "./odds.ts";
import { groundOf, lossRate, lossTermsOf, outcomeOf, resultOf } from "./outcome.ts";
import { supportKills } from "./support-kills.ts";
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
  // 5.11: everything that follows comes from the ruled outcome; the draw stays on record.
  const ruling = rulingOn(turn.rulings, "battle", locus);
  const outcome = ruling?.outcome ?? outcomeOf(parameters, odds, draw.u);
  const ground = {
    ...timeOf(turn),
    parameters,
    terrain: input.terrain,
    posture: input.posture,
    weather: turn.world.weather,
  };
  // 4.9: a holding attack asks for no ground.
  const km = engagement.holding ? 0 : groundOf(ground, outcome);
  const losses = (attacking: boolean) =>
    lossesOf(turn, engagement, attacking, outcome, breach, locus);
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
    holding: engagement.holding,
    menBefore: menBefore(turn, engagement),
    posture: input.posture,
    attackerAntiTank: engagement.attackerAntiTank,
    defenderAntiTank: engagement.defenderAntiTank,
    breach,
    factors,
    odds,
    draw,
    outcome,
    ruling: ruling?.reason ?? null,
    result: resultOf(parameters, outcome),
    km,
    ...frontAfter(turn, place, link, km),
    surprise: input.surprise,
    hiddenShare: engagement.surprise.hidden,
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

/** 7.2.8: men of the same side's assault on the place in the turn before. */
function menBefore(turn: Turn, { place, link, attacker }: Engagement): number {
  if (link !== null) return 0;
  const { assaultedTurn, assaultedBy, assaultMen } = turn.world.places[place] as PlaceState;
  return assaultedTurn === turn.number - 1 && assaultedBy === attacker ? assaultMen : 0;
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
    surprise: engagement.surprise.factor,
    holding: engagement.holding,
    noise: noise.u,
  });
  const byBreach = attacking ? 0 : parameters.breach.losses * (breach?.hits ?? 0);
  const added = byBreach + lossesToAir(turn, engagement, attacking, men);
  const rate = lossRate(parameters, terms, added);
  const whole = draw("settle");
  const lost = Math.min(men, settle(rate * men, whole.u));
  const dead = draw("killed");
  const killed = Math.min(lost, settle(lost * parameters.losses.killedShare, dead.u));
  // 5.9: what aircraft do to vehicles is counted apart.
  const kit = kitLosses(turn, side, attacking, lossRate(parameters, terms, byBreach), locus);
  const byAir = supportKills(turn, engagement, attacking, kit.lost);
  if (attacking && breach !== null) useUp(turn, side, kit.lost);
  return {
    working: {
      terms,
      added,
      rate,
      men: lost,
      killed,
      draws: [noise, whole, dead, ...kit.draws, ...byAir],
    },
    casualties: shareOut(side, lost, killed, kit.lost),
  };
}

/** 5.8.9: what aircraft hit, like what broke in, comes on top of the rate. */
function lossesToAir(turn: Turn, engagement: Engagement, attacking: boolean, men: number): number {
  const side = attacking ? engagement.attacker : engagement.defender;
  const { personnelKills } = turn.setup.parameters.air;
  return (sortiesOn(turn, engagement, side) * personnelKills) / Math.max(1, men);
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
    if (row.breach > 0) continue;
    const held = kits.map((one) => one[kind] ?? 0);
    const pieces = sumOf(held);
    if (pieces === 0) continue;
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

/** 5.3.1: every piece sent ahead is gone, whether or not it reached the defence. */
function useUp(turn: Turn, side: readonly Combatant[], lost: Record<Id, Record<Id, number>>): void {
  for (const one of side) {
    for (const [kind, pieces] of Object.entries(sentBy(turn, one)))
      (lost[one.formation] ??= {})[kind] = pieces;
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
