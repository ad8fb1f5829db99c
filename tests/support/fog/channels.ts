/** Every way by which a seat is told anything: the list of what must not change with what it cannot see. */
import { eventsFor, type Setup, type World } from "../../../src/engine/index.ts";
import {
  checkOrder,
  forecast,
  formatOrder,
  imagine,
  legalOrders,
  middleChance,
  type Order,
  siftOrders,
  type View,
} from "../../../src/engine/player.ts";
import { formatSealed, orderProblems, packetOf } from "../../../src/journal/index.ts";
import { askedGame } from "../../../src/lab/ask/play-asked.ts";
import { followCoa } from "../../../src/policies/course-of-action.ts";
import { hold } from "../../../src/policies/hold.ts";
import { press } from "../../../src/policies/press.ts";
import { randomLegal } from "../../../src/policies/random-legal.ts";
import {
  eventCsv,
  gameJson,
  geoJsonOf,
  reviewDocument,
  reviewForSeat,
} from "../../../src/reports/index.ts";
import { picksFrom } from "../random-game.ts";
import { everyOrder, inquisitive } from "./asked-orders.ts";
import { journalOf, playedOf, tableAt, type WholeGame, worldOf } from "./game.ts";
import { framesOf, saidTo } from "./looking.ts";

/** What a channel tells from: one of a pair of games, and what is asked of both alike. */
export interface Telling {
  readonly game: WholeGame;
  readonly seat: string;
  /** The setup of the first of the pair: its names are asked about in both. */
  readonly named: Setup;
  readonly keys: readonly string[];
  readonly lines: readonly string[];
  /** How a world is shown to a seat: the engine's own way, unless a leak is planted. */
  readonly look: Look;
}

/** How a world is shown to a seat. */
export type Look = (setup: Setup, world: World, seat: string) => View;

/** A way of telling: what it says, as text or as plain data. */
export type Tells = (telling: Telling) => unknown;

/** The channels: those of a view cost little, those of a whole game a second. */
export const CHANNELS: Readonly<Record<string, Tells>> = {
  view: viewOf,
  "views of the past": ({ game, seat, look }) =>
    [game.start, ...game.past.map(({ world }) => world)].map((w) => look(game.setup, w, seat)),
  "what it is told, in order": ({ game, seat }) =>
    game.past.map(({ events }) => eventsFor(game.setup, events, seat)),
  "legal orders": (telling) => legalOrders(viewOf(telling)),
  refusals: ({ named, ...telling }) =>
    everyOrder(named).map((order) => checkOrder(viewOf({ named, ...telling }), order)),
  forecasts: (telling) =>
    attacksIn(viewOf(telling)).map((order) => forecast(viewOf(telling), order)),
  "policies' orders": (telling) => {
    const view = viewOf(telling);
    const asker = followCoa(inquisitive(view, telling.named));
    return [hold, press, randomLegal(picksFrom(7)), asker].map((policy) => policy(view));
  },
  "what it imagines": (telling) => {
    const next = imagine(viewOf(telling), middleChance).next(
      legalOrders(viewOf(telling)).slice(0, 3),
    );
    return [next.view, next.events];
  },
  "what the laboratory answers": (telling) =>
    (["holds", "attacks"] as const).map((enemy) => answerTo(viewOf(telling), enemy)),
  packet: packetText,
  "refusals of a collected answer": ({ game, seat, named, ...rest }) => {
    const texts = everyOrder(named).map(formatOrder);
    return orderProblems(viewOf({ game, seat, named, ...rest }), texts.slice(0, 60));
  },
  screens: ({ game, keys }) => framesOf(game, keys),
  "the game line by line": ({ game, lines }) => saidTo(game, lines),
  report: ({ game, seat }) => reviewDocument(reviewForSeat(playedOf(game), seat)),
  "export, geojson": ({ game, seat }) => geoJsonOf(reviewForSeat(playedOf(game), seat)),
  "export, csv": ({ game, seat }) => eventCsv(reviewForSeat(playedOf(game), seat)),
  "export, json": ({ game, seat }) => gameJson(reviewForSeat(playedOf(game), seat)),
};

/** What a channel says, as bytes. */
export async function bytesOf(tells: Tells, telling: Telling): Promise<string> {
  const said = await tells(telling);
  return typeof said === "string" ? said : JSON.stringify(said);
}

function viewOf({ game, seat, look }: Telling): View {
  return look(game.setup, worldOf(game), seat);
}

function attacksIn(view: View): readonly Order[] {
  const offer = legalOrders(view);
  return offer.filter(({ verb }) => verb === "assault" || verb === "fix").slice(0, 8);
}

/** Two sheets of orders, played on from the view. */
function answerTo(view: View, enemy: "holds" | "attacks"): readonly number[] {
  const sheet = siftOrders(view, legalOrders(view).slice(0, 4)).map(({ order }) => order);
  const plans = [sheet, []] as const;
  const asking = { kind: "imagined", view, plans, enemy, turns: 2, runs: 1, seed: "fog" } as const;
  return [...askedGame(asking).play(1, 1)];
}

/** The packet's text but for the digests that say which game it is of: the header's, seed and all. */
function packetText({ game, seat }: Telling): string {
  const journal = journalOf(game);
  const packet = packetOf(journal, tableAt(game, journal), seat);
  if (!packet.ok) return JSON.stringify(packet.problems);
  return formatSealed({ ...packet.value, game: "" });
}
