import {
  type Aims,
  aimProblems,
  type Event,
  type Id,
  injectProblems,
  type Order,
  type Problem,
  rulingProblems,
  type Setup,
  startWorld,
  type World,
} from "../engine/index.ts";
import { parseOrder } from "../engine/player.ts";
import { type Difference, firstDifference } from "./difference.ts";
import { type CommittedTurn, fold, type TurnRecord } from "./fold.ts";
import type { Journal } from "./journal.ts";
import type { HeaderLine } from "./lines.ts";
import { orderTexts, type ResolvedTurn, resolveTurn } from "./resolve.ts";

/** A turn that recomputed to what the journal says. */
interface RecomputedTurn {
  readonly turn: number;
  readonly world: World;
  readonly events: readonly Event[];
}

/** The first turn that does not recompute, and its last line (from 1): the commit, if it has one. */
export interface Mismatch extends Difference {
  readonly line: number;
  readonly turn: number;
  /** The first event that differs, when `path` names an entity and the events tell more. */
  readonly event: Difference | null;
}

/** A journal played again. */
export interface Recomputed {
  /** The world before turn 1. */
  readonly start: World;
  /** Turns up to the first mismatch, which is left out. */
  readonly turns: readonly RecomputedTurn[];
  /** The world after the last of `turns`. */
  readonly world: World;
  readonly mismatch: Mismatch | null;
}

/**
 * Plays a journal again from its orders, rulings and injects, and compares every event and every
 * digest. `path` is the entity that differs (`/formations/x`), or a part of the turn
 * (`/turns/3/events/12/odds`, `/turns/3/orders/red/0`) when no entity does.
 */
export function recompute(setup: Setup, journal: Journal): Recomputed {
  const { aims = {} } = journal.header;
  const unknownAim = unknownAimIn(setup, aims);
  if (unknownAim !== null) {
    const start = startWorld(setup);
    return { start, turns: [], world: start, mismatch: unknownAim };
  }
  const start = startWorld(setup, aims);
  const { committed, open } = fold(journal);
  const turns: RecomputedTurn[] = [];
  let world = start;
  for (const played of committed) {
    const again = replayTurn(setup, journal.header, world, played);
    if ("difference" in again) return { start, turns, world, mismatch: mismatchOf(played, again) };
    world = again.world;
    turns.push({ turn: again.turn, world, events: again.events });
  }
  // What was sealed in the open turn is the input of the next one: it must be there to play on.
  const sealed = readSealed(setup, open);
  const difference = "path" in sealed ? sealed : null;
  const mismatch = difference && mismatchOf(open, { difference, event: null });
  return { start, turns, world, mismatch };
}

/** The first aim of the header that these rules do not know. */
function unknownAimIn(setup: Setup, aims: Aims): Mismatch | null {
  const problem = aimProblems(setup, aims)[0];
  if (problem === undefined) return null;
  const { path, message } = problem;
  return {
    line: 1,
    turn: 1,
    path,
    expected: "an aim of the scenario",
    found: message,
    event: null,
  };
}

interface Differing {
  readonly difference: Difference;
  readonly event: Difference | null;
}

function mismatchOf({ line, turn }: TurnRecord, { difference, event }: Differing): Mismatch {
  return { line, turn, ...difference, event: event === difference ? null : event };
}

function replayTurn(
  setup: Setup,
  header: HeaderLine,
  world: World,
  played: CommittedTurn,
): ResolvedTurn | Differing {
  const { rulings, injects } = played;
  const asked = readInputs(setup, world, played);
  if ("path" in asked) return { difference: asked, event: null };
  const again = resolveTurn(setup, header, world, { orders: asked.orders, rulings, injects });
  return differenceOf(played, again) ?? again;
}

/** The orders of a committed turn, or what in its inputs these rules do not know. */
function readInputs(setup: Setup, world: World, played: CommittedTurn) {
  const at = `/turns/${played.turn}`;
  if (world.over) return { path: at, expected: "a turn", found: "the game was over before it" };
  const sealed = readSealed(setup, played);
  if ("path" in sealed) return sealed;
  const orders = ordersOf(setup, played);
  if ("path" in orders) return orders;
  const used = orderTexts(orders.orders);
  for (const [seat, given] of Object.entries(orderTexts(sealed.orders))) {
    const difference = firstDifference(given, used[seat] ?? [], `${at}/orders/${seat}`);
    if (difference !== null) return difference;
  }
  return orders;
}

/** The orders that a turn was adjudicated with, or what in them these rules do not know. */
export function ordersOf(setup: Setup, { turn, commit }: CommittedTurn) {
  return readOrders(setup, commit.orders, `/turns/${turn}/orders`);
}

/** The sealed orders of a turn, or what in them or in its injects these rules do not know. */
function readSealed(setup: Setup, { turn, orders, rulings, injects }: TurnRecord) {
  const at = `/turns/${turn}`;
  const foreign = [
    ...foreignIn(injects, `${at}/injects`, (inject) => injectProblems(setup, inject)),
    ...foreignIn(rulings, `${at}/rulings`, (ruling) => rulingProblems(setup, ruling)),
  ];
  return foreign[0] ?? readOrders(setup, orders, `${at}/orders`);
}

/** Where White's hand names what these rules do not know. */
function foreignIn<T>(
  all: readonly T[],
  path: string,
  problemsOf: (one: T) => readonly Problem[],
): Difference[] {
  return all.flatMap((one, at) =>
    problemsOf(one).map((problem) => ({
      path: `${path}/${at}${problem.path}`,
      expected: "a name of the scenario",
      found: problem.message,
    })),
  );
}

function unknownTo(path: string, what: string): Difference {
  return { path, expected: what, found: "nothing of this name in the scenario" };
}

type Texts = Readonly<Record<Id, readonly string[]>>;

function readOrders(setup: Setup, texts: Texts, path: string) {
  const orders: Record<Id, readonly Order[]> = {};
  for (const [seat, lines] of Object.entries(texts)) {
    if (!Object.hasOwn(setup.seats, seat)) return unknownTo(`${path}/${seat}`, "a seat");
    const read = readSeatOrders(lines, `${path}/${seat}`);
    if ("path" in read) return read;
    orders[seat] = read;
  }
  return { orders };
}

function readSeatOrders(lines: readonly string[], path: string): readonly Order[] | Difference {
  const orders: Order[] = [];
  for (const [index, text] of lines.entries()) {
    const read = parseOrder(text);
    if (!read.ok)
      return { path: `${path}/${index}`, expected: "an order", found: read.problem.message };
    orders.push(read.order);
  }
  return orders;
}

/** Entities come first: they say what went wrong; the event says where it began. */
function differenceOf({ commit, turn }: CommittedTurn, again: ResolvedTurn): Differing | null {
  const event = firstDifference(commit.events, again.events, `/turns/${turn}/events`);
  const entity = differingEntity(commit.digests, again.commit.digests);
  const whole = firstDifference(commit.digest, again.commit.digest, `/turns/${turn}/digest`);
  const difference = entity ?? event ?? whole;
  return difference === null ? null : { difference, event };
}

type Digests = Readonly<Record<string, string>>;

/** Digests are keyed by pointers already, so the key is the path. */
function differingEntity(expected: Digests, found: Digests): Difference | null {
  const pointers = [...new Set([...Object.keys(expected), ...Object.keys(found)])].toSorted();
  const path = pointers.find((pointer) => expected[pointer] !== found[pointer]);
  if (path === undefined) return null;
  return { path, expected: expected[path] ?? "nothing", found: found[path] ?? "nothing" };
}
