import { PERSON } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { fit, type Line, line, tone } from "../../text/span.ts";
import { playedSeats, playerWords, presetsOf } from "./presets.ts";

/** Who plays each seat, and how long the game is. */
export function viewSeating({ card }: State, screen: ScreenOf<"seating">, width: number): Line[] {
  const { game, cursor, preset } = screen;
  const length = card.lengths.find(({ id }) => id === game.length);
  const who = presetsOf(card)[preset]?.title ?? "as set below";
  const seats = playedSeats(card).map((seat, at) => {
    const player = game.players[seat.id] ?? "";
    const letter = seat.side === null ? "·" : (card.sides[seat.side]?.letter ?? "·");
    const name = line(`${letter} ${seat.name}`);
    return row(name, playerWords(card, player), cursor === at + 2, player === PERSON, width);
  });
  return [
    line(tone("title", "New game")),
    line(tone("dim", card.title)),
    line(),
    row(line("Who plays"), who, cursor === 0, true, width),
    row(line("Length"), `${length?.title ?? ""}`, cursor === 1, false, width),
    line(),
    line(tone("strong", "Seats")),
    ...seats,
    line(),
    line(
      "Press ",
      tone("key", "Enter"),
      " to begin. The game is saved by itself, from the first sealed order on.",
    ),
  ];
}

const NAME_COLUMNS = 36;

function row(name: Line, value: string, chosen: boolean, strong: boolean, width: number): Line {
  const room = Math.max(10, width - NAME_COLUMNS - 6);
  const shown = fit(
    line(tone(chosen ? "cursor" : strong ? "good" : "plain", value)),
    Math.min(room, value.length),
  );
  return line(
    chosen ? tone("cursor", "›") : " ",
    " ",
    ...fit(name, NAME_COLUMNS),
    tone(chosen ? "key" : "dim", "◂ "),
    ...shown,
    tone(chosen ? "key" : "dim", " ▸"),
  );
}
