import {
  digestOf,
  ENGINE_VERSION,
  type Event,
  type Id,
  type Problem,
  type View,
} from "../../engine/index.ts";
import type { Outcome } from "../archive.ts";
import type { Journal } from "../journal.ts";
import { PERSON, type Table } from "../table.ts";
import type { TableNames } from "../table-names.ts";
import { mentionedNames } from "./names.ts";

/** Format of a packet's file; a number goes up when an older program could not read it. */
export const PACKET_FORMAT = "tadmor-packet/1";

/** What one seat needs to give its orders for one turn away from the journal, and nothing else. */
export interface Packet {
  readonly format: typeof PACKET_FORMAT;
  readonly engine: string;
  /** Which game it is of: a digest of the header of its journal. */
  readonly game: string;
  readonly seat: Id;
  /** The turn that is open. */
  readonly turn: number;
  /** Orders the seat has sealed for it before, if any. */
  readonly sealed: readonly string[] | null;
  readonly view: View;
  /** What the seat was told of the turn before; empty before the first. */
  readonly events: readonly Event[];
  readonly names: TableNames;
}

/** The name of a game that every packet and answer of it carries. */
export function gameOf({ entries }: Journal): string {
  return digestOf(["tadmor game", entries[0]?.sum ?? ""]);
}

/** The packet of a seat for the open turn; refused for a seat that no person plays, or after the end. */
export function packetOf(journal: Journal, table: Table, seat: Id): Outcome<Packet> {
  const { players } = journal.header;
  if (players[seat] !== PERSON) return refuse("packet.seat", ...notAPerson(players, seat));
  if (table.over())
    return refuse(
      "packet.over",
      "the game is over: no orders are wanted",
      "tadmor replay tells it",
    );
  const view = table.view(seat);
  const events = view.turn === 0 ? [] : table.eventsOf(view.turn, seat);
  return {
    ok: true,
    value: {
      format: PACKET_FORMAT,
      engine: ENGINE_VERSION,
      game: gameOf(journal),
      seat,
      turn: table.turn(),
      sealed: table.sealed(seat),
      view,
      events,
      names: mentionedNames(table.names, view, events),
    },
  };
}

function notAPerson(
  players: Readonly<Record<Id, string>>,
  seat: Id,
): readonly [message: string, hint: string] {
  // White's seat too: the table's people are those who give orders.
  const people = Object.keys(players).filter((id) => players[id] === PERSON);
  const who = people.length === 0 ? "no seat of it" : people.join(", ");
  return [`found "${seat.slice(0, 60)}", expected a seat that a person plays`, `there are: ${who}`];
}

function refuse(code: string, message: string, hint: string): Outcome<never> {
  const problem: Problem = { code, path: "", message, hint };
  return { ok: false, problems: [problem] };
}
