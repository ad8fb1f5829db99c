import {
  type Chance,
  createChance,
  type Event,
  type Id,
  type OrdersBySeat,
  type Ruling,
  type Setup,
  startWorld,
  step,
  type World,
} from "../engine/index.ts";
import { ordersOf, type Policies } from "./play-out.ts";
import { halfPin, isMet, type Need, needsOf, type Pin, pinOf, type Wanted } from "./pins.ts";

/** A game that is to be led along a record. */
export interface PinGame {
  readonly setup: Setup;
  readonly policies: Policies;
  readonly aims: Readonly<Record<Id, Id>>;
  readonly seed: string;
  readonly wanted: Wanted;
  /** Turns to play at most. */
  readonly turns: number;
}

/** One turn of a line: what was asked, what was pinned, what came of it. */
export interface PinTurn {
  readonly orders: OrdersBySeat;
  readonly pins: readonly Pin[];
  /** What the record asks of its assaults, pinned or not. */
  readonly needs: readonly Need[];
  readonly events: readonly Event[];
}

/** A course of the game under some pins. */
export interface PinLine {
  readonly world: World;
  /** The line a turn earlier; null before turn 1. */
  readonly before: PinLine | null;
  readonly turns: readonly PinTurn[];
  /** Natural logarithm of the product of the pins' chances. */
  readonly lnChance: number;
  /** Half-days by place in which the holder is not that of the record. */
  readonly apart: number;
}

/** How widely is searched. */
export interface PinSearch {
  /** Lines that are kept after each turn. */
  readonly beam: number;
  /** Battles of a turn that may also be pressed or slowed for the turns to come. */
  readonly options: number;
  readonly onTurn?: ((turn: number) => void) | undefined;
}

/** The widest search that still ends in seconds, and one that follows a single line. */
export const WIDE = { beam: 8, options: 3 } as const;
/** A single line, pinned turn by turn as it needs to be. */
export const NARROW = { beam: 1, options: 0 } as const;

/** A pin less likely than this is not made: the record is then not met there. */
export const LEAST_CHANCE = 0.001;

/** Shares of the draws that do a thing, from all of them to the outermost. */
const TAILS = [1, 1 / 4, 1 / 16] as const;

/** Turns ahead in which the record's next change of a place is prepared for. */
const AHEAD = 3;

/** The line before turn 1. */
function firstLine({ setup, aims }: PinGame): PinLine {
  return { world: startWorld(setup, aims), before: null, turns: [], lnChance: 0, apart: 0 };
}

/**
 * The best line found: of those that meet the record in most half-days the likeliest. Turn by turn
 * each line that was kept is played as drawn, with the pins that the record needs, without the least
 * likely of them, and with a battle pressed or slowed for what the record has next; the best go on.
 */
export function searchPins(game: PinGame, search: PinSearch, from = firstLine(game)): PinLine {
  const chance = createChance(game.seed, game.setup);
  let lines: readonly PinLine[] = [from];
  for (let turn = from.world.turn + 1; turn <= game.turns; turn++) {
    const isOver = lines.every(({ world }) => world.over);
    if (isOver) break;
    const next = lines.flatMap((line) =>
      line.world.over ? [line] : grow(game, chance, line, search),
    );
    lines = next.toSorted(better).slice(0, search.beam);
    search.onTurn?.(turn);
  }
  return lines[0] as PinLine;
}

/** Orders lines from the better one on; of two alike the first found. */
export function better(
  a: Pick<PinLine, "apart" | "lnChance">,
  b: Pick<PinLine, "apart" | "lnChance">,
): number {
  return a.apart - b.apart || b.lnChance - a.lnChance;
}

function grow(game: PinGame, chance: Chance, line: PinLine, { options }: PinSearch): PinLine[] {
  const orders = ordersOf(game.setup, line.world, game.policies);
  const play = (pins: readonly Pin[]) => extended(game, chance, line, orders, pins);
  const drawn = play([]);
  const needs = needsIn(drawn);
  const pinned = settled(play, needs, drawn);
  const pins = lastTurn(pinned).pins;
  const others = optionsOf(game, needs, pins, options).map((pin) => play([...pins, pin]));
  const without = pins.length > 1 ? [play(withoutLeast(pins))] : [];
  return pins.length === 0 ? [drawn, ...others] : [pinned, drawn, ...without, ...others];
}

function needsIn(line: PinLine): readonly Need[] {
  return lastTurn(line).needs;
}

/** The line with the pins that the record needs; one that does not work even at its outermost is left out. */
function settled(
  play: (pins: readonly Pin[]) => PinLine,
  needs: readonly Need[],
  drawn: PinLine,
): PinLine {
  const missed = needs.filter((need) => !isMet(need, lastTurn(drawn).events));
  let line = drawn;
  const tails = new Map(missed.map((need) => [need, 0]));
  for (let round = 0; round <= TAILS.length; round++) {
    const pins = [...tails].map(([need, tail]) => pinOf(need, TAILS[tail] as number));
    const likely = pins.filter((pin) => pin.chance >= LEAST_CHANCE);
    line = play(likely);
    const { events } = lastTurn(line);
    const failed = [...tails].filter(([need]) => !isMet(need, events));
    if (failed.length === 0 && likely.length === pins.length) return line;
    for (const [need, tail] of failed) {
      const next = TAILS[tail + 1];
      if (next === undefined || need.chance * next < LEAST_CHANCE) tails.delete(need);
      else tails.set(need, tail + 1);
    }
  }
  return line;
}

/** Battles whose place the record changes soon, or has not changed yet: the next change first. */
function optionsOf(
  { wanted }: PinGame,
  needs: readonly Need[],
  pins: readonly Pin[],
  most: number,
): Pin[] {
  const open = needs.filter(({ key }) => !pins.some((pin) => pin.key === key));
  const found = open.flatMap((need) => {
    const wait = waitFor(wanted[need.place] ?? [], need);
    const pin = halfPin(need, wait <= AHEAD ? "presses" : "slows");
    return need.aim === "falls" || pin === null ? [] : [{ pin, wait }];
  });
  return found
    .toSorted((a, b) => a.wait - b.wait)
    .slice(0, most)
    .map(({ pin }) => pin);
}

/** Turns until the record has the attacker in the place; infinite when it never does. */
function waitFor(holders: readonly (Id | null | undefined)[], { turn, attacker }: Need): number {
  const next = holders.findIndex((holder, at) => at > turn && holder === attacker);
  return next < 0 ? Infinity : next - turn;
}

function withoutLeast(pins: readonly Pin[]): readonly Pin[] {
  const least = pins.reduce((found, pin) => (pin.chance < found.chance ? pin : found));
  return pins.filter((pin) => pin !== least);
}

function extended(
  { setup, wanted }: PinGame,
  chance: Chance,
  line: PinLine,
  orders: OrdersBySeat,
  pins: readonly Pin[],
): PinLine {
  const rulings = pins.map((pin) => rulingOf(setup, pin));
  const { world, events } = step(setup, line.world, { orders, rulings, injects: [] }, chance);
  const needs = needsOf(setup, wanted, line.world, events);
  return {
    world,
    before: line,
    turns: [...line.turns, { orders, pins, needs, events }],
    lnChance: pins.reduce((sum, pin) => sum + Math.log(pin.chance), line.lnChance),
    apart: line.apart + apartIn(wanted, world),
  };
}

function apartIn(wanted: Wanted, { turn, places }: World): number {
  return Object.keys(wanted).filter((place) => {
    const holder = wanted[place]?.[turn];
    return holder !== undefined && holder !== places[place]?.holder;
  }).length;
}

/** The ruling that makes a pin (14.1), with its reason. */
export function rulingOf({ places }: Setup, { key, u, place, aim, chance }: Pin): Ruling {
  const what = `${places[place]?.name ?? place} ${aim === "presses" ? "is pressed" : aim === "slows" ? "is slowed" : aim}`;
  const reason = `pinned to the record: ${what} (chance ${chance.toFixed(3)})`;
  return { kind: "draw", key, u, reason };
}

function lastTurn({ turns }: PinLine): PinTurn {
  return turns.at(-1) as PinTurn;
}
