import { type Id, type Order, parseOrder, type View } from "../../../engine/player.ts";
import { HOLD } from "../../ports.ts";
import {
  type AskAbout,
  type AskPlan,
  type AskScreen,
  type Game,
  go,
  noticed,
  type State,
  stay,
  type Step,
  type TimelineScreen,
} from "../../state.ts";
import { plural } from "../../text/words.ts";
import { NO_ORDERS, seedFor, turnsLeft, whitePlans } from "./form.ts";

/** Turns that are thought ahead when nobody says how many. */
const USUAL_TURNS = 4;
const USUAL_RUNS = 500;

/** Opens a question: from the map, from a turn of the timeline, or at White's desk. */
export function openAsk(state: State): Step {
  const { screen, game } = state;
  switch (screen.kind) {
    case "command":
      return game?.view ? ofSeat(state, screen, game.view, sheetPlan(game)) : stay(state);
    case "timeline":
      return ofMoment(state, screen);
    case "desk": {
      const seats = Object.keys(game?.players ?? {});
      return ofWhite(state, screen, screen.turn - 1, screen.view.brief, seats);
    }
    default:
      return stay(state);
  }
}

type Back = AskScreen["back"];

function ofMoment(state: State, screen: TimelineScreen): Step {
  const { past, turn } = screen;
  const view = past.moments[turn]?.view ?? null;
  if (view === null) return ofWhite(state, screen, turn, past.brief, past.seats);
  const isOpen = turn === past.moments.length - 1;
  const draft = isOpen && state.game !== null ? sheetPlan(state.game) : null;
  const orders = (past.moments[turn]?.given ?? []).flatMap(readOrder);
  return ofSeat(state, screen, view, draft ?? planOf("what you sealed", orders));
}

function readOrder(text: string): Order[] {
  const read = parseOrder(text);
  return read.ok ? [read.order] : [];
}

function sheetPlan({ draft: { orders } }: Game): AskPlan {
  return planOf("your sheet", orders);
}

function planOf(name: string, orders: readonly Order[]): AskPlan {
  const says = orders.length === 0 ? "no new orders" : plural(orders.length, "order");
  return { name, says, orders, player: HOLD };
}

/** The first plan against the one kept last, or against giving no orders. */
function ofSeat(state: State, back: Back, view: View, first: AskPlan): Step {
  const { seat } = view.brief;
  const kept = (state.game?.plans ?? []).filter(
    (plan) => plan.seat === seat && plan.turn === view.turn + 1,
  );
  const plans = [first, NO_ORDERS, ...kept.map(({ name, orders }) => planOf(name, orders))];
  const about: AskAbout = { kind: "seat", view, enemy: "holds" };
  return opened(state, about, plans, kept.length > 0 ? plans.length - 1 : 1, back);
}

function ofWhite(
  state: State,
  back: Back,
  turn: number,
  brief: View["brief"],
  seats: readonly Id[],
): Step {
  const cards = state.card.seats.filter(({ id, role }) => role === "command" && seats.includes(id));
  const playing = cards.map(({ id }) => id);
  // Who fights for a side is asked about first.
  const seat = (cards.find(({ side }) => side !== null) ?? cards[0])?.id;
  if (seat === undefined) return stay(noticed(state, "warn", "nobody gives orders in this game"));
  const seed = seedFor(turn, "white");
  const about: AskAbout = { kind: "white", turn, brief, seats: playing, seat, seed };
  return opened(state, about, whitePlans(state.card, seat), 1, back);
}

function opened(
  state: State,
  about: AskAbout,
  plans: readonly AskPlan[],
  b: number,
  back: Back,
): Step {
  const left = turnsLeft(about);
  if (left === 0) return stay(noticed(state, "warn", "no turn is left to play from there"));
  return go(
    { ...state, notice: null },
    {
      kind: "ask",
      about,
      plans,
      a: 0,
      b,
      turns: Math.min(USUAL_TURNS, left),
      runs: USUAL_RUNS,
      row: 0,
      isAsking: false,
      progress: null,
      scroll: 0,
      back,
    },
  );
}
