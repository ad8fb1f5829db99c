import type { Id } from "../../../engine/player.ts";
import {
  HOLD,
  type NewGame,
  PERSON,
  RANDOM,
  type ScenarioCard,
  type SeatCard,
} from "../../ports.ts";

/** A way to share out the seats, in one choice. */
export interface Preset {
  readonly title: string;
  readonly players: NewGame["players"];
}

/** Seats that somebody must play. */
export function playedSeats(card: ScenarioCard): readonly SeatCard[] {
  return card.seats.filter(({ role }) => role === "command");
}

/** Alone on a side, alone in one seat of several, all sides at one table, or nobody. */
export function presetsOf(card: ScenarioCard): readonly Preset[] {
  const seated = playedSeats(card);
  const sides = [...new Set(seated.flatMap(({ side }) => (side === null ? [] : [side])))].map(
    (side) => {
      return { side, seats: seated.filter((seat) => seat.side === side) };
    },
  );
  sides.sort((a, b) => a.seats.length - b.seats.length);
  const whole = sides.map(({ side, seats }) => ({
    title: `You play ${card.sides[side]?.name ?? side}${seats.length > 1 ? " (all its seats)" : ""}`,
    players: playersWith(
      card,
      seats.map(({ id }) => id),
    ),
  }));
  const single = sides
    .filter(({ seats }) => seats.length > 1)
    .flatMap(({ seats }) => seats)
    .map(({ id, name }) => ({ title: `You play ${name} only`, players: playersWith(card, [id]) }));
  const all = sides.flatMap(({ seats }) => seats.map(({ id }) => id));
  return [
    ...whole,
    { title: "All sides at this table, taking turns", players: playersWith(card, all) },
    ...single,
    { title: "Watch: every seat follows its course of action", players: playersWith(card, []) },
  ];
}

function playersWith(card: ScenarioCard, people: readonly Id[]): NewGame["players"] {
  const players = playedSeats(card).map(
    ({ id }) => [id, people.includes(id) ? PERSON : (card.historical[id] ?? HOLD)] as const,
  );
  return Object.fromEntries(players);
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
