/** Games as plain data, whole: what a seat sees of them and what it does not can be changed apart. */
import type { Event, FreeInject, Id, Ruling, Setup, World } from "../../../src/engine/index.ts";
import {
  appendLine,
  type CommittedTurn,
  fold,
  type HeaderFields,
  type Journal,
  startJournal,
  type Table,
  type TurnLine,
  unsaved,
} from "../../../src/journal/index.ts";
import { tableOf } from "../../../src/journal/table.ts";
import type { PlayedGame } from "../../../src/reports/index.ts";

/** What was asked of one turn, by everybody. */
export interface AskedOfTurn {
  readonly orders: Readonly<Record<Id, readonly string[]>>;
  readonly rulings: readonly Ruling[];
  readonly injects: readonly FreeInject[];
  readonly notes: readonly { readonly text: string; readonly seat: Id | null }[];
}

/** A game as far as it went. `asked` has one more than the turns that were played: the open one. */
export interface WholeGame {
  readonly setup: Setup;
  /** What stands in the scenario's file besides, for whoever reviews the game. */
  readonly file: PlayedGame["scenario"]["file"];
  readonly header: HeaderFields;
  readonly start: World;
  readonly asked: readonly AskedOfTurn[];
  readonly past: readonly { readonly events: readonly Event[]; readonly world: World }[];
}

/** The world as the open turn finds it. */
export function worldOf({ start, past }: WholeGame): World {
  return past.at(-1)?.world ?? start;
}

/** The game's journal; its commits carry no true digests, since nothing recomputes it. */
export function journalOf({ setup, header, asked, past }: WholeGame): Journal {
  let { journal } = startJournal(header);
  const add = (line: TurnLine) => void ({ journal } = appendLine(journal, line));
  const white = Object.keys(setup.seats).find((seat) => setup.seats[seat]?.role === "white") ?? "";
  asked.forEach(({ orders, rulings, injects, notes }, at) => {
    const turn = at + 1;
    for (const [seat, texts] of Object.entries(orders))
      if (Object.hasOwn(header.players, seat)) add({ kind: "orders", turn, seat, orders: texts });
    for (const ruling of rulings) add({ kind: "ruling", turn, ruling });
    for (const inject of injects) add({ kind: "inject", turn, by: white, inject: null, ...inject });
    for (const note of notes) add({ kind: "note", turn, ...note });
    const played = past[at];
    if (played === undefined) return;
    const digest = "0".repeat(64);
    add({ kind: "commit", turn, orders, events: played.events, digests: { "/": digest }, digest });
  });
  return journal;
}

/** The table that a person at one seat sits down at. */
export function tableAt(game: WholeGame, journal: Journal = journalOf(game)): Table {
  const { setup, start, past } = game;
  return tableOf({ setup, book: unsaved(journal), players: {}, start, past: [...past] });
}

/** The game as it is reviewed. */
export function playedOf(game: WholeGame): PlayedGame {
  const { setup, file, start, past } = game;
  const journal = journalOf(game);
  const { committed } = fold(journal);
  const turns = past.map((one, at) => ({ ...one, asked: committed[at] as CommittedTurn }));
  const { hash } = game.header.scenario;
  const scenario = { setup, file, hash, parametersHash: game.header.parameters.hash };
  // No reviewer reads the parameters' file: their numbers are in the setup.
  return { scenario: scenario as PlayedGame["scenario"], header: journal.header, start, turns };
}
