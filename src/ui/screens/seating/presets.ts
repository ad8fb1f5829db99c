import type { Id } from "../../../engine/player.ts";
import {
  HOLD,
  type NewGame,
  PERSON,
  RANDOM,
  type ScenarioCard,
  type SeatCard,
  seatName,
} from "../../ports.ts";

/** A way to share out the seats, in one choice. */
export interface Preset {
  readonly title: string;
  readonly players: NewGame["players"];
  /** Sides whose seats sit together. */
  readonly together: readonly Id[];
}

/** Seats that somebody must play. */
export function playedSeats(card: ScenarioCard): readonly SeatCard[] {
  return card.seats.filter(({ role }) => role === "command");
}

/** Alone on a side, all sides at one table, with White or without, alone in one seat, or nobody. */
export function presetsOf(card: ScenarioCard): readonly Preset[] {
  const sides = sidesOf(card);
  const shared = sides.filter(({ seats }) => seats.length > 1).map(({ side }) => side);
  const all = sides.flatMap(({ seats }) => seats);
  const white = card.seats.filter(({ role }) => role === "white").map(({ id }) => id);
  const withWhite: Preset[] =
    white.length === 0
      ? []
      : [
          preset(card, "A group for each side, and White", [...all, ...white], shared),
          preset(card, "Every seat by itself, and White", [...all, ...white], []),
        ];
  return [
    ...sides.map(({ side, seats }) => preset(card, wholeWords(card, side, seats), seats, [side])),
    preset(card, "All sides at this table, taking turns", all, shared),
    ...withWhite,
    ...sides
      .filter(({ seats }) => seats.length > 1)
      .flatMap(({ seats }) => seats)
      .map((seat) => preset(card, `You play ${seatName(card, seat)} only`, [seat], [])),
    preset(card, "Watch: every seat follows its course of action", [], []),
  ];
}

/** Sides with the seats that somebody must play, the one with the fewest first. */
function sidesOf(card: ScenarioCard): { side: Id; seats: readonly Id[] }[] {
  const seated = playedSeats(card);
  const sides = [...new Set(seated.flatMap(({ side }) => (side === null ? [] : [side])))];
  return sides
    .map((side) => ({
      side,
      seats: seated.filter((seat) => seat.side === side).map(({ id }) => id),
    }))
    .toSorted((a, b) => a.seats.length - b.seats.length);
}

function wholeWords({ sides }: ScenarioCard, side: Id, seats: readonly Id[]): string {
  return `You play ${sides[side]?.name ?? side}${seats.length > 1 ? " (all its seats)" : ""}`;
}

function preset(
  card: ScenarioCard,
  title: string,
  people: readonly Id[],
  together: readonly Id[],
): Preset {
  return { title, players: playersWith(card, people), together };
}

function playersWith(card: ScenarioCard, people: readonly Id[]): NewGame["players"] {
  const players = playedSeats(card).map(
    ({ id }) => [id, people.includes(id) ? PERSON : (card.historical[id] ?? HOLD)] as const,
  );
  const white = card.seats.filter(({ id, role }) => role === "white" && people.includes(id));
  return Object.fromEntries([...players, ...white.map(({ id }) => [id, PERSON] as const)]);
}

/** Who may play a seat, in the order that ←/→ go through. */
export function choicesFor(card: ScenarioCard, seat: Id): readonly string[] {
  const coas = card.coas.filter((coa) => coa.seat === seat).map(({ id }) => id);
  return [PERSON, ...coas, HOLD, RANDOM];
}

/** A player in words. */
export function playerWords(card: ScenarioCard, player: string): string {
  if (player === PERSON) return "a person at this table";
  if (player === HOLD) return "holds: gives no orders";
  if (player === RANDOM) return "random legal orders";
  const coa = card.coas.find(({ id }) => id === player);
  const isHistorical = Object.values(card.historical).includes(player);
  return coa === undefined ? player : `${isHistorical ? "history" : "COA"}: ${coa.title}`;
}
