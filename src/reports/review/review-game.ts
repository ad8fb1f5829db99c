import {
  type Event,
  eventsFor,
  type Id,
  mentionedIn,
  observe,
  type Setup,
  type World,
} from "../../engine/index.ts";
import type { CommittedTurn, HeaderLine } from "../../journal/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { cutScenario } from "./cut-scenario.ts";
import type { Moment, Reviewed, ReviewedTurn } from "./reviewed.ts";

/** A game that was played again from its journal: what was asked of each turn, and what came. */
export interface PlayedGame {
  readonly scenario: Scenario;
  readonly header: HeaderLine;
  /** The world before the first turn. */
  readonly start: World;
  readonly turns: readonly {
    readonly asked: CommittedTurn;
    readonly events: readonly Event[];
    readonly world: World;
  }[];
}

/** A game as White reviews it: everything. */
export function reviewForWhite({ scenario, header, start, turns }: PlayedGame): Reviewed {
  const { setup } = scenario;
  const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]?.role === "command");
  const reviewed = turns.map(({ asked, events, world }): ReviewedTurn => {
    const { turn, commit, rulings, injects, notes } = asked;
    return {
      ...momentOf(setup, world, seats, world),
      turn,
      events,
      orders: commit.orders,
      rulings,
      injects,
      notes,
    };
  });
  const begun = momentOf(setup, start, seats, start);
  return { scenario, reader: null, header, start: begun, turns: reviewed };
}

/** A game as one seat may review it, at any time: what it was shown and told, and what it asked. */
export function reviewForSeat({ scenario, start, turns }: PlayedGame, seat: Id): Reviewed {
  const { setup } = scenario;
  const begun = momentOf(setup, start, [seat], null);
  const reviewed = turns.map(({ asked, events, world }): ReviewedTurn => {
    const { turn, commit, notes } = asked;
    return {
      ...momentOf(setup, world, [seat], null),
      turn,
      events: eventsFor(setup, events, seat),
      orders: { [seat]: commit.orders[seat] ?? [] },
      rulings: [],
      injects: [],
      notes: notes.filter((note) => note.seat === seat),
    };
  });
  const views = [begun, ...reviewed].map((moment) => moment.views[seat] as Moment["views"][Id]);
  const events = reviewed.flatMap((turn) => turn.events);
  const cut = cutScenario(scenario, views[0] as Moment["views"][Id], mentionedIn(views, events));
  return { scenario: cut, reader: seat, header: null, start: begun, turns: reviewed };
}

function momentOf(setup: Setup, world: World, seats: readonly Id[], truth: World | null): Moment {
  const views = seats.map((seat) => [seat, observe(setup, world, seat)] as const);
  return { views: Object.fromEntries(views), world: truth };
}
