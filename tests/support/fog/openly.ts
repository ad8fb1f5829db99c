/** The other end of the fog: what White is given, and what a seat may see. */
import type { Id } from "../../../src/engine/index.ts";
import { reviewForWhite } from "../../../src/reports/index.ts";
import { playedOf, tableAt, type WholeGame } from "./game.ts";
import type { Draft } from "./secrets.ts";

/** All that White is given of a game at its desk and in its review. */
export function desk(game: WholeGame): string {
  const table = tableAt(game);
  const turns = game.past.map((_one, at) => at + 1);
  const { header, scenario } = reviewForWhite(playedOf(game));
  const happened = turns.map((turn) => [table.allEvents(turn), table.standing(turn)?.world]);
  const { setup, world } = table.standing(0)!;
  const open = Object.keys(setup.seats).map((seat) => [seat, table.sealed(seat)]);
  const written = [table.asked(), table.notes(), table.hand(), header, scenario.file, open];
  return JSON.stringify([setup, world, happened, written]);
}

const STANDS = { verb: "defend", to: null, via: [], count: 0 } as const;

/** The game as it is when a seat's own men, where they stand, the names of places and what it is told differ. */
export function openly(game: WholeGame, seat: Id): WholeGame {
  const draft = structuredClone(game) as Draft;
  const { side } = game.setup.seats[seat]!;
  for (const place of Object.values(draft.setup.places)) place.name = `${place.name} Hill`;
  const news = { kind: "inject-came", inject: null, title: "A", text: "B", audience: [seat] };
  for (const { events } of draft.past) events.push(news as Draft["past"][number]["events"][number]);
  for (const world of [draft.start, ...draft.past.map((turn) => turn.world)]) {
    for (const [id, state] of Object.entries(world.formations)) {
      if (game.setup.formations[id]!.side !== side) continue;
      const task = { ...STANDS, via: [] };
      Object.assign(state, { status: "active", place: "cedar", men: state.men + 444, task });
    }
  }
  return draft as WholeGame;
}
