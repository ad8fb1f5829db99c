import type { Id } from "../../../engine/player.ts";
import { cellOf } from "../../cells.ts";
import { type ScenarioCard, seatName } from "../../ports.ts";
import type { Game, ScreenOf, State } from "../../state.ts";
import { beside, type Line, line, tone, wrap } from "../../text/span.ts";
import { isAtCurtain } from "./keys.ts";

const LABEL_COLUMNS = 12;
const MOST_COLUMNS = 76;

/** Between groups: who sits down, who looks away, and nothing of the game. */
export function viewHandover(
  { game, card }: State,
  screen: ScreenOf<"handover">,
  width: number,
  height: number,
): Line[] {
  if (game === null) return [];
  const columns = Math.min(MOST_COLUMNS, width - 4);
  const others = watchers(game, card, screen.seat);
  const rows = [
    ...labelled("Sits down", sitters(game, card, screen.seat), "title", columns),
    line(),
    ...(others.length === 0 ? [] : [...labelled("Look away", others, "warn", columns), line()]),
    ...askLines(game, screen, columns),
  ];
  const left = " ".repeat(Math.floor((width - columns) / 2));
  const above = Math.max(0, Math.floor((height - rows.length) / 2));
  return [...Array.from({ length: above }, () => line()), ...rows.map((row) => line(left, ...row))];
}

function labelled(
  label: string,
  names: readonly string[],
  look: "title" | "warn",
  columns: number,
): Line[] {
  const rows = names.flatMap((name) => wrap(name, columns - LABEL_COLUMNS - 1, "  "));
  return beside(
    [line(tone("dim", label))],
    LABEL_COLUMNS,
    rows.map((row) => line(tone(look, row))),
  );
}

/** The group in capitals, so that it is read across a room. */
function sitters(game: Game, card: ScenarioCard, seat: Id): readonly string[] {
  const cell = game.cells[cellOf(game, seat)] ?? [seat];
  return cell.map((one) => nameIn(game, card, one).toUpperCase());
}

/** Everybody else who has a seat here. */
function watchers(game: Game, card: ScenarioCard, seat: Id): readonly string[] {
  const cell = game.cells[cellOf(game, seat)] ?? [seat];
  const seats = [...game.people, ...(game.white === null ? [] : [game.white])];
  return seats.filter((one) => !cell.includes(one)).map((one) => nameIn(game, card, one));
}

function nameIn({ names }: Game, card: ScenarioCard, seat: Id): string {
  return names.seats[seat]?.name ?? seatName(card, seat);
}

function askLines(game: Game, screen: ScreenOf<"handover">, columns: number): Line[] {
  if (isAtCurtain(game, screen)) return curtainLines(screen.phrase, columns);
  const isWhite = screen.seat === game.white;
  const what = game.over
    ? "To read the last report."
    : isWhite
      ? `To look at turn ${game.turn}, and to rule.`
      : `To give orders for turn ${game.turn}.`;
  const callWhite =
    game.white === null || isWhite
      ? []
      : [line(tone("key", "w"), tone("dim", "  White sits down instead"))];
  return [
    line(what),
    line("Press ", tone("key", "Enter"), " when nobody else is looking."),
    line(),
    ...callWhite,
  ];
}

const CURTAIN =
  "A curtain, not encryption: the phrase keeps this screen shut. Whoever opens the saved game " +
  "with another program can read everything in it.";

function curtainLines(phrase: string, columns: number): Line[] {
  return [
    line("Pass phrase: ", tone("strong", "•".repeat(phrase.length)), tone("cursor", " ")),
    line(),
    ...wrap(CURTAIN, columns).map((row) => line(tone("dim", row))),
  ];
}
