import type { Id, Setup } from "../../src/engine/index.ts";
import {
  type Book,
  openTable,
  PERSON,
  startJournal,
  type Table,
  unsaved,
} from "../../src/journal/index.ts";
import { hold } from "../../src/policies/hold.ts";
import { must } from "../cli/saved.ts";

const digest = "0".repeat(64);

/** A game kept in memory that people play at two seats of the default scenario; the others hold. */
export function personGame(setup: Setup): { readonly table: Table; readonly book: Book } {
  const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]?.role === "command");
  const players = Object.fromEntries(
    seats.map((seat) => [seat, ["red", "saa"].includes(seat) ? PERSON : "hold"]),
  );
  const holding = Object.fromEntries(
    seats.filter((seat) => players[seat] !== PERSON).map((seat): [Id, typeof hold] => [seat, hold]),
  );
  const { journal } = startJournal({
    scenario: {
      id: setup.id,
      file: null,
      hash: digest,
      length: "offensive",
      variant: null,
      excursion: null,
    },
    parameters: { id: "erc-1", hash: digest },
    seed: "packets",
    reseeds: [],
    players,
    title: null,
    parent: null,
  });
  const book = unsaved(journal);
  return { book, table: must(openTable(setup, book, holding)) };
}
