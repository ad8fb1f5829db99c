import {
  ENGINE_VERSION,
  formatOrder,
  type Id,
  type Order,
  parseOrder,
  type Problem,
  type View,
} from "../../engine/index.ts";
import { siftOrders } from "../../engine/player.ts";
import type { Packet } from "./packet.ts";

/** Format of a file of sealed orders. */
export const ANSWER_FORMAT = "tadmor-orders/1";

/** The sealed orders of one seat for one turn, on their way to White. */
export interface Answer {
  readonly format: typeof ANSWER_FORMAT;
  readonly engine: string;
  readonly game: string;
  readonly seat: Id;
  readonly turn: number;
  readonly orders: readonly string[];
}

/** The answer to a packet. */
export function answerTo({ game, seat, turn }: Packet, orders: readonly string[]): Answer {
  return { format: ANSWER_FORMAT, engine: ENGINE_VERSION, game, seat, turn, orders };
}

/** Where orders must come from to be taken. */
export interface Wanted {
  readonly game: string;
  readonly turn: number;
  /** Seats that people play. */
  readonly people: readonly Id[];
}

/** Why an answer is not for this game, seat or turn, in one line; null when it is. */
export function misfitOf(answer: Answer, { game, turn, people }: Wanted): Problem | null {
  if (answer.game !== game)
    return misfit("game", "these orders are for another game", "were the sticks mixed up?");
  if (!people.includes(answer.seat))
    return misfit(
      "seat",
      `these orders are of "${answer.seat}", which no person plays`,
      `orders are wanted of ${people.join(", ")}`,
    );
  if (answer.turn !== turn)
    return misfit(
      "turn",
      `these orders are for turn ${answer.turn}; turn ${turn} is open`,
      "give the seat a new packet",
    );
  if (answer.engine !== ENGINE_VERSION)
    return misfit(
      "engine",
      `these orders were made with engine ${answer.engine}; this is ${ENGINE_VERSION}`,
      "play a game with one version",
    );
  return null;
}

function misfit(code: string, message: string, hint: string): Problem {
  return { code: `packet.${code}`, path: `/${code}`, message, hint };
}

/** Every order of a list that is none, or that the rules refuse as the seat sees it. */
export function orderProblems(view: View, texts: readonly string[]): readonly Problem[] {
  const read = texts.map((text) => parseOrder(text));
  const unread = read.flatMap((one, at): Problem[] =>
    one.ok ? [] : [{ ...one.problem, path: `/orders/${at}` }],
  );
  const orders = read.flatMap((one) => (one.ok ? [one.order] : []));
  const refused = siftOrders(view, orders).flatMap(({ order, refusal }): Problem[] =>
    refusal === null ? [] : [refusedOrder(order, texts, refusal)],
  );
  return [...unread, ...refused];
}

function refusedOrder(
  order: Order,
  texts: readonly string[],
  { code, message }: { readonly code: string; readonly message: string },
): Problem {
  const text = formatOrder(order);
  const at = texts.findIndex((one) => one === text);
  const path = `/orders/${Math.max(0, at)}`;
  return { code, path, message: `"${text}": ${message}`, hint: "take it back or change it" };
}
