import type { Id } from "../world/setup.ts";
import type { March } from "./march.ts";
import { enemyMenAt, type Standing, stateOf, type Turn } from "./turn.ts";

/**
 * 4.5: enemies on one link in opposite directions both stop short of it and meet there, unless one
 * assaults the place that the other, much weaker, sets out from: then he is attacked in it (4.8).
 */
export function stopAtMeetings(turn: Turn, marches: readonly March[]): void {
  const legs = new Map(marches.map((march) => [march, legsOf(march)]));
  const goes = (march: March, from: Id, to: Id) => hasLeg(legs.get(march) ?? [], from, to);
  for (const march of marches) {
    const mine = legs.get(march) ?? [];
    const met = mine.findIndex(([from, to]) => {
      const against = marches.filter((one) => one.side !== march.side && goes(one, to, from));
      if (against.length === 0) return false;
      const along = marches.filter((one) => one.side === march.side && goes(one, from, to));
      return !isCaught(turn, along, against) && !isCaught(turn, against, along);
    });
    if (met < 0) continue;
    const [, ahead] = mine[met] as Leg;
    cutAt(march, met);
    march.assaults = null;
    march.meets = ahead;
  }
}

/** Whether all of some columns are too weak to come out against those that assault their place. */
function isCaught(turn: Turn, weak: readonly March[], strong: readonly March[]): boolean {
  const { meetingShare } = turn.setup.parameters.movement;
  const men = (marches: readonly March[]) =>
    marches.reduce((sum, { id }) => sum + stateOf(turn, id).men, 0);
  const isAtHome = weak.every(({ from }) => strong.some(({ assaults }) => assaults === from));
  return isAtHome && men(weak) < meetingShare * men(strong);
}

type Leg = readonly [Id, Id];

/** The legs a march covers or begins this turn, an assault's last one into the enemy included. */
function legsOf(march: March): Leg[] {
  const stops = [march.from, ...march.path];
  const last = march.assaults ?? march.towards;
  if (last !== null) stops.push(last);
  return stops.slice(1).map((to, at) => [stops[at] as Id, to]);
}

function hasLeg(legs: readonly Leg[], from: Id, to: Id): boolean {
  return legs.some((leg) => leg[0] === from && leg[1] === to);
}

function cutAt(march: March, steps: number): void {
  march.path.length = steps;
  march.hours.length = steps;
  march.towards = null;
  march.kmDone = 0;
}

/**
 * 4.7: an assault is delivered when its men are at least a share of the defender's; one too weak
 * halts before the place.
 */
export function dropWeakAssaults(turn: Turn, marches: readonly March[], stands: Standing): void {
  const men: Record<Id, Record<Id, number>> = {};
  for (const { assaults, side, id } of marches) {
    if (assaults === null) continue;
    const bySide = (men[assaults] ??= {});
    bySide[side] = (bySide[side] ?? 0) + stateOf(turn, id).men;
  }
  const { exitShare } = turn.setup.parameters.odds;
  for (const march of marches) {
    if (march.assaults === null) continue;
    const enemy = enemyMenAt(stands, march.assaults, march.side);
    if ((men[march.assaults]?.[march.side] ?? 0) >= exitShare * enemy) continue;
    march.halt = { before: march.assaults, reason: "enemy" };
    march.assaults = null;
  }
}

/**
 * 4.8: whoever is to leave, or to attack from, a place that is assaulted this turn fights there.
 * An assault called off for that pins nobody in turn; in a ring of assaults the strongest goes on.
 */
export function pinAssaulted(turn: Turn, marches: readonly March[]): void {
  const delivered = deliveredAssaults(turn, marches);
  for (const march of marches) {
    const before = march.path[0] ?? march.assaults ?? march.meets ?? march.towards;
    if (delivered.some((assault) => isAimedAt(assault, march, march.from))) {
      cutAt(march, 0);
      callOff(march, before);
    } else if (march.assaults !== null && isHit(delivered, march)) {
      callOff(march, march.assaults);
    }
  }
}

function callOff(march: March, before: Id | null): void {
  march.assaults = null;
  march.meets = null;
  if (before !== null) march.halt = { before, reason: "disengaging" };
}

function isAimedAt(assault: March, march: March, place: Id): boolean {
  return assault.assaults === place && assault.side !== march.side;
}

/** Whether one of the assaults is aimed at where a march starts from, or attacks from. */
function isHit(assaults: readonly March[], march: March): boolean {
  const ends = endOf(march);
  return assaults.some(
    (assault) => isAimedAt(assault, march, march.from) || isAimedAt(assault, march, ends),
  );
}

function deliveredAssaults(turn: Turn, marches: readonly March[]): readonly March[] {
  const delivered: March[] = [];
  let open = marches.filter((march) => march.assaults !== null);
  while (open.length > 0) {
    const rivals = open.filter((march) => !isHit(delivered, march));
    const free = rivals.filter((march) => !isHit(rivals, march));
    const next = free.length > 0 ? free : strongestOf(turn, rivals);
    delivered.push(...next);
    open = rivals.filter((march) => !next.includes(march));
  }
  return delivered;
}

/** The assaults from the place with most men; ties by id. */
function strongestOf(turn: Turn, open: readonly March[]): readonly March[] {
  const men: Record<Id, number> = {};
  for (const { from, id } of open) men[from] = (men[from] ?? 0) + stateOf(turn, id).men;
  const places = Object.keys(men).toSorted();
  const strongest = places.toSorted((a, b) => (men[b] as number) - (men[a] as number))[0];
  return open.filter((march) => march.from === strongest);
}

/**
 * 4.6: enemies bound for one empty place: its holder's side enters, else whoever is there first;
 * on a tie, and for the later side, the march ends one place short.
 */
export function stopAtRaces(turn: Turn, marches: readonly March[]): void {
  const losing = marches.map((march) =>
    march.path.findIndex((place, at) =>
      marches.some((other) => losesTo(turn, march, at, other, place)),
    ),
  );
  marches.forEach((march, index) => {
    const lost = losing[index] as number;
    if (lost < 0) return;
    march.halt = { before: march.path[lost] as Id, reason: "enemy" };
    march.assaults = null;
    march.meets = null;
    cutAt(march, lost);
  });
}

function losesTo(turn: Turn, march: March, at: number, other: March, place: Id): boolean {
  if (other.side === march.side) return false;
  const theirs = other.path.indexOf(place);
  if (theirs < 0) return false;
  const holder = turn.world.places[place]?.holder;
  if (holder === march.side) return false;
  return holder === other.side || (other.hours[theirs] as number) <= (march.hours[at] as number);
}

/** 4.5: whose enemy on the link was pinned or stopped elsewhere meets nobody, and stands. */
export function releaseMeetings(marches: readonly March[]): void {
  const alone = marches.filter(
    (march) => march.meets !== null && !marches.some((other) => doMeet(march, other)),
  );
  for (const march of alone) {
    march.halt ??= { before: march.meets as Id, reason: "enemy" };
    march.meets = null;
  }
}

function doMeet(a: March, b: March): boolean {
  return a.side !== b.side && a.meets === endOf(b) && b.meets === endOf(a);
}

function endOf(march: March): Id {
  return march.path[march.path.length - 1] ?? march.from;
}
