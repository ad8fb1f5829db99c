/** Games to be reviewed, made without a journal: as White, or as one seat, sees them. */
import { type Id, type Setup, startWorld } from "../../src/engine/index.ts";
import {
  type PlayedGame,
  type Reviewed,
  reviewForSeat,
  reviewForWhite,
} from "../../src/reports/index.ts";
import type { Played } from "./random-game.ts";

/** A played game as a reader sees it, null for White; without orders, and without a record. */
export function reviewedGame(setup: Setup, played: Played, reader: Id | null): Reviewed {
  const game = playedGame(setup, played);
  return reader === null ? reviewForWhite(game) : reviewForSeat(game, reader);
}

const NO_FILE = {
  measures: {},
  record: { events: [], control: [], figures: {}, conflicts: {} },
  sources: {},
  trainingObjectives: {},
};

function playedGame(setup: Setup, { events, worlds }: Played): PlayedGame {
  const hash = "0".repeat(64);
  const turns = worlds.map((world, at) => {
    const commit = { kind: "commit", turn: at + 1, orders: {}, digest: hash };
    const asked = { turn: at + 1, commit, rulings: [], injects: [], notes: [] };
    return { asked, events: events[at] ?? [], world };
  });
  const scenario = { setup, file: NO_FILE, hash, parametersHash: hash };
  const begun = { players: {}, reseeds: [], title: null, parent: null };
  const header = { engine: "0", seed: "1", scenario: { id: setup.id, hash }, ...begun };
  return { scenario, header, start: startWorld(setup), turns } as never;
}
