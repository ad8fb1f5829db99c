import type { Id, View } from "../../../engine/player.ts";
import type { Table } from "../../../journal/index.ts";
import { narrate } from "../../../reports/index.ts";
import { type Said, saidToRoom } from "../../white/say.ts";

/** A seat as the whole room may see it: whether its orders are in. */
interface SeatBoard {
  readonly seat: Id;
  readonly name: string;
  readonly letter: string;
  readonly state: "sealed" | "to seal" | "policy";
}

/** Something that everybody was told. */
interface News {
  readonly turn: number;
  readonly words: string;
}

/** What is public to all: the ground, the clock, who has sealed, and what everybody was told. */
export interface Board {
  /** White's view with everything taken out that is not public. */
  readonly view: View;
  readonly turn: number;
  readonly over: boolean;
  readonly seats: readonly SeatBoard[];
  /** The newest last. */
  readonly news: readonly News[];
}

/**
 * The board of a game. Nothing in it comes from what a seat knows or does: who holds a place is what
 * every seat knew before the first turn, and what White has said to the room since.
 */
export function boardOf(table: Table, white: Id): Board {
  const said = saidToRoom(table.notes(), white);
  const view = table.view(white);
  const forces = {
    formations: {},
    contacts: {},
    fronts: {},
    wings: {},
    contingents: {},
    pools: {},
  };
  const rest = { civilians: {}, depots: {}, rulesOfEngagement: {}, tracks: {}, aims: {} };
  const holders = { ...table.view(white, 0).holders, ...takenIn(table, said) };
  return {
    view: { ...view, ...forces, ...rest, holders },
    turn: table.turn(),
    over: table.over(),
    seats: seatsOf(table),
    news: newsOf(table, said),
  };
}

function takenIn(table: Table, said: readonly Said[]): Readonly<Record<Id, Id>> {
  const taken = said.flatMap(({ of }) => {
    const event = of === null ? undefined : table.allEvents(of.turn)[of.event];
    return event?.kind === "place-taken" ? [[event.place, event.by] as const] : [];
  });
  return Object.fromEntries(taken);
}

function seatsOf(table: Table): readonly SeatBoard[] {
  const people = table.people();
  return Object.keys(table.players()).flatMap((seat): SeatBoard[] => {
    if (seat === table.white()) return [];
    const { brief } = table.view(seat);
    const letter = brief.side === null ? "·" : (brief.sides[brief.side]?.letter ?? "·");
    const name = table.names.seats[seat]?.name ?? seat;
    if (!people.includes(seat)) return [{ seat, name, letter, state: "policy" }];
    return [{ seat, name, letter, state: table.sealed(seat) === null ? "to seal" : "sealed" }];
  });
}

/** What White said, and the injects that every seat was told of, turn by turn. */
function newsOf(table: Table, said: readonly Said[]): readonly News[] {
  const seats = Object.keys(table.players()).filter((seat) => seat !== table.white());
  const played = Array.from({ length: table.turn() - 1 }, (_, at) => at + 1);
  return [...played, table.turn()].flatMap((turn) => {
    const injects = turn < table.turn() ? publicIn(table, turn, seats) : [];
    const words = said.filter((one) => (one.of?.turn ?? one.turn) === turn).map((one) => one.words);
    return [...injects, ...words].map((one) => ({ turn, words: one }));
  });
}

function publicIn(table: Table, turn: number, seats: readonly Id[]): readonly string[] {
  return table.allEvents(turn).flatMap((event) => {
    const isPublic =
      event.kind === "game-ended" ||
      (event.kind === "inject-came" && seats.every((seat) => event.audience.includes(seat)));
    return isPublic ? [narrate(table.names, event)] : [];
  });
}
