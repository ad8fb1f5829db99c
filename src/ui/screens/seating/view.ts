import { PERSON, type ScenarioCard, seatName } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { beside, type Line, line, tone, wrap } from "../../text/span.ts";
import { playedSeats, playerWords, presetsOf } from "./presets.ts";

/** Who plays each seat, and how long the game is. */
export function viewSeating({ card }: State, screen: ScreenOf<"seating">, width: number): Line[] {
  const { game, cursor, preset } = screen;
  const length = card.lengths.find(({ id }) => id === game.length);
  const who = presetsOf(card)[preset]?.title ?? "as set below";
  const seats = playedSeats(card).flatMap((seat, at) => {
    const player = game.players[seat.id] ?? "";
    const letter = seat.side === null ? "·" : (card.sides[seat.side]?.letter ?? "·");
    const words = playerWords(card, player);
    return choiceRows(`${letter} ${seat.name}`, words, cursor === at + 2, player === PERSON, width);
  });
  return [
    line(tone("title", "New game"), tone("dim", ` · ${card.title}`)),
    line(),
    ...choiceRows("Who plays", who, cursor === 0, true, width),
    ...choiceRows("Length", length?.title ?? "", cursor === 1, false, width),
    line(),
    line(tone("strong", "Seats")),
    ...seats,
    ...aimRows(card, screen, width),
    line(),
    line("Press ", tone("key", "Enter"), " to begin. Whatever is sealed is saved by itself."),
  ];
}

/** 13.2: an aim shows only while the seat that chooses it is at its row. */
function aimRows(card: ScenarioCard, { game, cursor }: ScreenOf<"seating">, width: number): Line[] {
  const first = 2 + playedSeats(card).length;
  const rows = card.aimGroups.flatMap(({ group, seats, aims }, at) => {
    const chosen = cursor === first + at;
    const aim = aims.find(({ id }) => id === game.aims[group])?.title;
    const open = "left to the course of action, or the first";
    const value = chosen ? (aim ?? open) : "hidden: others look away while it is chosen";
    return choiceRows(
      seats.map((seat) => seatName(card, seat)).join(", "),
      value,
      chosen,
      false,
      width,
    );
  });
  return rows.length === 0 ? [] : [line(), line(tone("strong", "Hidden aims")), ...rows];
}

const NAME_COLUMNS = 36;

/** A name and its choice, each in as many rows as it needs. */
function choiceRows(
  name: string,
  value: string,
  chosen: boolean,
  strong: boolean,
  width: number,
): Line[] {
  const look = chosen ? "cursor" : strong ? "good" : "plain";
  const arrow = chosen ? "key" : "dim";
  const names = wrap(name, NAME_COLUMNS - 2, "  ").map((row, at) =>
    line(at === 0 && chosen ? tone("cursor", "›") : " ", " ", row),
  );
  const values = wrap(value, Math.max(10, width - NAME_COLUMNS - 6));
  const choices = values.map((row, at) => [
    tone(arrow, at === 0 ? "◂ " : "  "),
    tone(look, row),
    tone(arrow, at === values.length - 1 ? " ▸" : ""),
  ]);
  return beside(names, NAME_COLUMNS + 1, choices);
}
