import { type EventOf, formatOrder, type Id, isAirOrder, type Order } from "../engine/index.ts";
import type { Policy } from "../policies/policy.ts";
import { NARROW, type PinGame, type PinLine, type PinTurn, searchPins } from "./pin-search.ts";

/** An order that a seat gave in a course of the game, by its text. */
export interface GivenOrder {
  readonly seat: Id;
  readonly order: Order;
  /** The turn in which it was first given. */
  readonly turn: number;
}

/** Pins whose orders are looked at: the least likely ones. */
const PINS = 5;

/**
 * Orders that the least likely pins hang on: of each formation in the battle the last it was given
 * before it, and of the aircraft what flew to its place in that turn.
 */
export function ordersBehind({ turns }: PinLine): readonly GivenOrder[] {
  const pins = turns.flatMap(({ pins: made }) => made).toSorted((a, b) => a.chance - b.chance);
  const found = new Map<string, GivenOrder>();
  for (const { turn, place } of pins.slice(0, PINS)) {
    for (const one of [...marchesTo(turns, turn, place), ...flightsTo(turns, turn, place)]) {
      const text = textOf(one);
      if (!found.has(text)) found.set(text, { ...one, turn: firstTurn(turns, text) });
    }
  }
  return [...found.values()];
}

type Given = Omit<GivenOrder, "turn">;

function textOf({ seat, order }: Given): string {
  return `${seat} ${formatOrder(order)}`;
}

function ordersIn(turn: PinTurn | undefined): Given[] {
  return Object.entries(turn?.orders ?? {}).flatMap(([seat, orders]) =>
    orders.map((order) => ({ seat, order })),
  );
}

function firstTurn(turns: readonly PinTurn[], text: string): number {
  return 1 + turns.findIndex((turn) => ordersIn(turn).some((given) => textOf(given) === text));
}

function marchesTo(turns: readonly PinTurn[], turn: number, place: Id): Given[] {
  const battle = turns[turn - 1]?.events.find(
    (event): event is EventOf<"battle-resolved"> =>
      event.kind === "battle-resolved" && event.place === place && event.link === null,
  );
  const units = [...(battle?.attackers ?? []), ...(battle?.defenders ?? [])];
  const before = turns.slice(0, turn).flatMap(ordersIn);
  return units.flatMap(({ formation }) => {
    const last = before.findLast(({ order }) => order.unit === formation && !isAirOrder(order));
    return last === undefined ? [] : [last];
  });
}

function flightsTo(turns: readonly PinTurn[], turn: number, place: Id): Given[] {
  return ordersIn(turns[turn - 1]).filter(({ order }) => isAirOrder(order) && order.to === place);
}

/** The single line that comes of never giving an order, from the turn in which `line` first has it. */
export function withoutOrder(game: PinGame, line: PinLine, given: GivenOrder): PinLine {
  const left = formatOrder(given.order);
  const policy = game.policies[given.seat];
  const silent: Policy = (view) =>
    (policy?.(view) ?? []).filter((order) => formatOrder(order) !== left);
  const policies = { ...game.policies, [given.seat]: silent };
  return searchPins({ ...game, policies }, NARROW, beforeTurn(line, given.turn));
}

function beforeTurn(line: PinLine, turn: number): PinLine {
  let found = line;
  while (found.turns.length >= turn && found.before !== null) found = found.before;
  return found;
}
