import {
  blockOf,
  type Chance,
  createChance,
  type Event,
  type Id,
  type Purpose,
  type Setup,
  startWorld,
  step,
  type World,
} from "../engine/index.ts";
import { readSealed } from "../journal/index.ts";
import type { AskedTurn } from "./recipe.ts";

/** The first turns of a game, played once for all runs that go on from them. */
export interface Opening {
  /** Nobody writes into it. */
  readonly world: World;
  /** Events of each turn. */
  readonly turns: readonly (readonly Event[])[];
  /** The seed of the last of them: draws of once a game stay its own. */
  readonly seed: string;
}

/**
 * Plays the first turns when they are first asked for, and never again; undefined where there are
 * none, for then nothing of a game was drawn yet.
 */
export function openingOf(
  setup: Setup,
  aims: Readonly<Record<Id, Id>>,
  asked: readonly AskedTurn[],
): (() => Opening) | undefined {
  if (asked.length === 0) return undefined;
  let opening: Opening | null = null;
  return () => (opening ??= open(setup, aims, asked));
}

function open(setup: Setup, aims: Readonly<Record<Id, Id>>, asked: readonly AskedTurn[]): Opening {
  const before = beforeLast(setup, aims, asked.slice(0, -1));
  const { world, turns } = played(setup, structuredClone(before.world), asked.slice(-1));
  return { world, turns: [...before.turns, ...turns], seed: asked.at(-1)?.seed ?? "" };
}

type Played = Pick<Opening, "world" | "turns">;

/** The last turns that were played on each setup: what is asked of one turn differs in that turn alone. */
const lastOf = new WeakMap<Setup, Played & { readonly text: string }>();

function beforeLast(
  setup: Setup,
  aims: Readonly<Record<Id, Id>>,
  asked: readonly AskedTurn[],
): Played {
  const text = JSON.stringify([aims, asked]);
  const last = lastOf.get(setup);
  if (last?.text === text) return last;
  const found = { ...played(setup, startWorld(setup, aims), asked), text };
  lastOf.set(setup, found);
  return found;
}

/** Plays turns on a world, which is written into. */
function played(setup: Setup, from: World, asked: readonly AskedTurn[]): Played {
  const turns: (readonly Event[])[] = [];
  let world = from;
  for (const { orders, rulings, injects, seed } of asked) {
    const input = { orders: readSealed(orders), rulings, injects };
    const stepped = step(setup, world, input, createChance(seed, setup), "plain");
    turns.push(stepped.events);
    ({ world } = stepped);
  }
  return { world, turns };
}

/** A world of one's own after an opening, with fresh dice for everything that it did not draw. */
export function startAfter(setup: Setup, { world, seed: played }: Opening, seed: string) {
  const [old, fresh] = [createChance(played, setup), createChance(seed, setup)];
  const last = blockOf(setup.clock, world.turn);
  const chance: Chance = {
    draw(purpose, block, locus, subject) {
      const isDrawn = ONCE.includes(purpose) || (BY_BLOCK.includes(purpose) && block <= last);
      return (isDrawn ? old : fresh).draw(purpose, block, locus, subject);
    },
  };
  return { world: structuredClone(world), chance };
}

/** Drawn once a game: what a patron bears, and which turn is the last. */
const ONCE: readonly Purpose[] = ["patron", "end"];
/** Drawn once in 12 hours, which may be two turns. */
const BY_BLOCK: readonly Purpose[] = ["odds", "meeting", "weather"];
