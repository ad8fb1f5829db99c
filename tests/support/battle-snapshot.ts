/** Turns stopped where the battles are fought, so that a test may change what goes into them. */
import {
  apply,
  type BattleResolved,
  blockOf,
  type Chance,
  createChance,
  type Event,
  type EventKind,
  type Id,
  isNightTurn,
  type OrdersBySeat,
  SEQUENCE,
  type Setup,
  startWorld,
  type World,
} from "../../src/engine/index.ts";
import { battles } from "../../src/engine/phases/battles.ts";
import { file, readingOf, type Turn } from "../../src/engine/phases/turn.ts";
import { playRandom } from "./random-game.ts";

/** A turn as its battles find it: nothing is shared with the game it was taken from. */
export interface Snapshot {
  readonly setup: Setup;
  readonly world: World;
  readonly number: number;
  readonly night: boolean;
  readonly log: readonly Event[];
  readonly chance: Chance;
}

/** The turn after a world, by its orders, up to its battles. */
function snapshotOf(setup: Setup, before: World, orders: OrdersBySeat, chance: Chance): Snapshot {
  const world = structuredClone(before);
  const number = world.turn + 1;
  const night = isNightTurn(setup.clock, number);
  const log: Event[] = [];
  for (const [, phase] of SEQUENCE) {
    if (phase === battles) break;
    const turn = turnOn({ setup, world, number, night, log, chance }, orders);
    for (const event of phase(turn)) {
      apply(world, event);
      log.push(event);
    }
  }
  return { setup, world, number, night, log, chance };
}

/** The turn a snapshot stands for, as a phase reads it. */
function turnOn(snapshot: Snapshot, orders: OrdersBySeat = {}): Turn {
  const { setup, world, number, night, log, chance } = snapshot;
  const byKind = new Map<EventKind, Event[]>();
  for (const event of log) file(byKind, event);
  return {
    setup,
    number,
    night,
    hours: setup.clock.turnHours,
    block: blockOf(setup.clock, number),
    chance,
    orders,
    rulings: [],
    injects: [],
    log,
    byKind,
    ...readingOf(setup, world),
  };
}

/** The battles of a snapshot. */
export function fight(snapshot: Snapshot): readonly BattleResolved[] {
  return battles(turnOn(snapshot)).filter((event) => event.kind === "battle-resolved");
}

/** Every turn of a random game that has battles, stopped before them. */
export function snapshotsOf(setup: Setup, seed: number, turns: number): readonly Snapshot[] {
  const chance = createChance(`random ${seed}`, setup);
  const played = playRandom(setup, seed, turns);
  return played.orders.flatMap((orders, at) => {
    if (!played.events[at]!.some(({ kind }) => kind === "battle-resolved")) return [];
    const before = played.worlds[at - 1] ?? startWorld(setup);
    return [snapshotOf(setup, before, orders, chance)];
  });
}

/** A snapshot whose parts were changed by hand, the given one left alone. */
export function altered(
  snapshot: Snapshot,
  change: (copy: { setup: Setup; world: World; log: Event[] }) => void,
): Snapshot {
  const { setup, world, log } = snapshot;
  const copy = {
    setup: { ...setup, formations: structuredClone(setup.formations) as Setup["formations"] },
    world: structuredClone(world),
    log: structuredClone(log) as Event[],
  };
  change(copy);
  return { ...snapshot, ...copy };
}

/** The battle of another resolving of the turn that was fought over the same ground. */
export function sameBattle(
  battle: BattleResolved,
  others: readonly BattleResolved[],
): BattleResolved | undefined {
  const locus = (one: BattleResolved): Id => one.link ?? one.place;
  return others.find((one) => locus(one) === locus(battle) && one.attacker === battle.attacker);
}
