import type { Event, Id, View } from "../engine/player.ts";
import {
  type HandLine,
  type NoteLine,
  PERSON,
  type Table,
  type TableNames,
  type Truth,
} from "../journal/index.ts";

/** What is known of the end of one turn; turn 0 is the start. */
export interface Moment {
  readonly turn: number;
  /** What the seat knew; null where the truth is told. */
  readonly view: View | null;
  readonly truth: Truth | null;
  readonly holders: Readonly<Record<Id, Id | null>>;
  readonly events: readonly Event[];
  readonly notes: readonly NoteLine[];
  /** White's rulings and injects by hand; none where a seat looks. */
  readonly hand: readonly HandLine[];
  /** Seats whose orders a person sealed; of others' a seat learns nothing. */
  readonly sealed: readonly Id[];
  /** What the seat sealed for the turn after it; nothing where the truth is told. */
  readonly given: readonly string[];
}

/** The turns of a game that were played, as one seat knew them or as they truly were. */
export interface Past {
  /** Whose knowledge it is; null for the truth. */
  readonly seat: Id | null;
  readonly file: string | null;
  /** What the branch was named. */
  readonly name: string | null;
  readonly brief: View["brief"];
  readonly names: TableNames;
  readonly players: Readonly<Record<Id, string>>;
  /** Seats that give orders. */
  readonly seats: readonly Id[];
  readonly moments: readonly Moment[];
  readonly over: boolean;
  /** Whether nobody gives orders, so that the next turn can be played from here. */
  readonly live: boolean;
  /** Whether who looks may begin a branch, and change who plays on in it. */
  readonly mayBranch: boolean;
  readonly mayReseat: boolean;
}

/** The past of a game for a seat, or with null all of it. */
export function pastOf(table: Table, seat: Id | null): Past {
  const brief = table.view(seat ?? someSeat(table), 0).brief;
  const turns = Array.from({ length: table.turn() }, (_, turn) => turn);
  const isWatched = table.people().length === 0 && table.white() === null;
  return {
    seat,
    file: table.file,
    name: table.title,
    brief,
    names: table.names,
    players: table.players(),
    seats: Object.keys(table.names.seats).filter(
      (one) => Object.hasOwn(table.players(), one) && one !== table.white(),
    ),
    moments: seat === null ? turns.map(trueMoment(table)) : turns.map(knownMoment(table, seat)),
    over: table.over(),
    live: isWatched && !table.over(),
    mayBranch: seat === null || table.white() === null,
    mayReseat: seat === null,
  };
}

/** The map and the clock are the same in every seat's brief. */
function someSeat({ names }: Table): Id {
  return Object.keys(names.seats)[0] ?? "";
}

function trueMoment(table: Table) {
  const asked = table.asked();
  const notes = table.notes();
  return (turn: number): Moment => {
    const truth = table.truth(turn);
    return {
      turn,
      view: null,
      truth,
      holders: truth.holders,
      events: table.allEvents(turn),
      notes: notes.filter((note) => note.turn === turn),
      hand: asked[turn - 1]?.hand ?? [],
      sealed: Object.keys(asked[turn - 1]?.orders ?? {}),
      given: [],
    };
  };
}

/** Remarks of others, White's hand and who else sealed by hand are not this seat's to know. */
function knownMoment(table: Table, seat: Id) {
  const asked = table.asked();
  const notes = table.notes().filter((note) => note.seat === seat);
  return (turn: number): Moment => {
    const view = table.view(seat, turn);
    return {
      turn,
      view,
      truth: null,
      holders: view.holders,
      events: table.eventsOf(turn, seat),
      notes: notes.filter((note) => note.turn === turn),
      hand: [],
      sealed: Object.keys(asked[turn - 1]?.orders ?? {}).filter((one) => one === seat),
      given: asked[turn]?.orders[seat] ?? [],
    };
  };
}

/** People in a game, White's among them, by its header. */
export function peopleIn(players: Readonly<Record<Id, string>>): readonly Id[] {
  return Object.keys(players).filter((seat) => players[seat] === PERSON);
}
