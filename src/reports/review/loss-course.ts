import type { Event, Id, Kit, Setup } from "../../engine/index.ts";
import { type Loss, LOSSES, startTally, type Tally, tallyTurn } from "../tally.ts";
import type { Reviewed } from "./reviewed.ts";

/** What became of a side's men and kit, in all up to some turn: men by what, pieces by kind. */
export interface SideLosses {
  readonly men: Readonly<Record<Loss, number>>;
  /** Hit in battle or from the air, or used up ahead of an assault. */
  readonly destroyed: Kit;
  /** Left behind by formations that ran, fell back or gave up. */
  readonly left: Kit;
  /** Of others' kit: what it captured, and what it put back into service, its own included. */
  readonly captured: Kit;
  readonly inService: Kit;
}

/** Losses by side at the start (index 0) and at the end of each turn. */
export type LossCourse = readonly Readonly<Record<Id, SideLosses>>[];

interface Lost {
  readonly destroyed: Record<Id, Record<Id, number>>;
  readonly left: Record<Id, Record<Id, number>>;
}

/**
 * Losses of each side turn by turn, folded from the events that the reader knows: whole for White,
 * and for a seat whole of its own side alone.
 */
export function lossCourse({ scenario, turns }: Reviewed): LossCourse {
  const { setup } = scenario;
  const tally = startTally(setup);
  const lost: Lost = { destroyed: {}, left: {} };
  const course = [snapshot(setup, tally, lost)];
  for (const { events } of turns) {
    tallyTurn(setup, tally, events);
    for (const event of events) loseKit(setup, lost, event);
    course.push(snapshot(setup, tally, lost));
  }
  return course;
}

/** The men of a side that some turns cost: those of `now` without those of `before`. */
export function menBetween(before: SideLosses, now: SideLosses): Record<Loss, number> {
  const between = LOSSES.map((loss) => [loss, now.men[loss] - before.men[loss]] as const);
  return Object.fromEntries(between) as Record<Loss, number>;
}

/** All pieces of some kit. */
export function piecesOf(kit: Kit): number {
  return Object.values(kit).reduce((sum, pieces) => sum + pieces, 0);
}

function loseKit(setup: Setup, { destroyed, left }: Lost, event: Event): void {
  const add = (to: Lost["left"], formation: Id, kit: Kit) => {
    const ofSide = (to[setup.formations[formation]?.side ?? ""] ??= {});
    for (const kind in kit) ofSide[kind] = (ofSide[kind] ?? 0) + (kit[kind] as number);
  };
  switch (event.kind) {
    case "battle-resolved":
    case "air-struck":
    case "column-struck":
      for (const { formation, kit } of event.casualties) add(destroyed, formation, kit);
      return;
    case "formation-broke":
    case "retreated":
    case "surrendered":
      return add(left, event.formation, event.abandoned);
    default:
      return;
  }
}

function snapshot(setup: Setup, { men, kit }: Tally, lost: Lost): LossCourse[number] {
  const sides = Object.keys(setup.sides).map((side) => {
    const own = Object.keys(men).filter((id) => setup.contingents[id]?.side === side);
    const losses: SideLosses = {
      men: sumMen(own.map((id) => men[id] as Record<Loss, number>)),
      destroyed: { ...lost.destroyed[side] },
      left: { ...lost.left[side] },
      captured: { ...kit.captured[side] },
      inService: { ...kit.inService[side] },
    };
    return [side, losses] as const;
  });
  return Object.fromEntries(sides);
}

function sumMen(all: readonly Readonly<Record<Loss, number>>[]): Record<Loss, number> {
  const sums = LOSSES.map((loss) => [loss, all.reduce((sum, one) => sum + one[loss], 0)] as const);
  return Object.fromEntries(sums) as Record<Loss, number>;
}
