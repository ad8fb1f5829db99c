import type { Id } from "../../../engine/player.ts";
import { type AimGroupCard, PERSON, type ScenarioCard, type SeatCard } from "../../ports.ts";
import type { ScreenOf } from "../../state.ts";
import { playedSeats } from "./presets.ts";

/** A row of the set-up screen, from the top: what can be chosen there. */
export type SeatingRow =
  | { readonly kind: "who" }
  | { readonly kind: "length" }
  | { readonly kind: "variant" }
  | { readonly kind: "cell"; readonly side: Id }
  | { readonly kind: "white"; readonly seat: Id }
  | { readonly kind: "phrase" }
  | { readonly kind: "seat"; readonly seat: SeatCard }
  | { readonly kind: "aim"; readonly aims: AimGroupCard };

/** The rows there are now: a pass phrase only before a person. */
export function seatingRows(card: ScenarioCard, { game }: ScreenOf<"seating">): SeatingRow[] {
  const white = whiteSeat(card);
  const isPlayed = white !== null && game.players[white] === PERSON;
  return [
    { kind: "who" },
    { kind: "length" },
    ...(card.variants.length > 0 ? [{ kind: "variant" as const }] : []),
    ...sharedSides(card).map((side) => ({ kind: "cell" as const, side })),
    ...(white === null ? [] : [{ kind: "white" as const, seat: white }]),
    ...(isPlayed ? [{ kind: "phrase" as const }] : []),
    ...playedSeats(card).map((seat) => ({ kind: "seat" as const, seat })),
    ...card.aimGroups.map((aims) => ({ kind: "aim" as const, aims })),
  ];
}

/** The row under the cursor. */
export function rowAt(card: ScenarioCard, screen: ScreenOf<"seating">): SeatingRow {
  return seatingRows(card, screen)[screen.cursor] ?? { kind: "who" };
}

/** White's seat; null in a scenario without one. */
export function whiteSeat({ seats }: ScenarioCard): Id | null {
  return seats.find(({ role }) => role === "white")?.id ?? null;
}

/** Sides of several seats, which sit together or apart. */
export function sharedSides(card: ScenarioCard): readonly Id[] {
  const sides = playedSeats(card).flatMap(({ side }) => (side === null ? [] : [side]));
  return [...new Set(sides)].filter((side) => sides.filter((one) => one === side).length > 1);
}

/** The seats of a side. */
export function seatsOf(card: ScenarioCard, side: Id): readonly Id[] {
  return playedSeats(card).flatMap((seat) => (seat.side === side ? [seat.id] : []));
}
