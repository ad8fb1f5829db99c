import type { Id } from "../../../engine/player.ts";
import { type AimGroupCard, PERSON, type ScenarioCard, seatName } from "../../ports.ts";
import type { ScreenOf, State } from "../../state.ts";
import { printable } from "../../text/printable.ts";
import { beside, type Line, line, tone, wrap } from "../../text/span.ts";
import { playerWords, presetsOf } from "./presets.ts";
import { type SeatingRow, seatingRows } from "./rows.ts";

/** Who plays each seat, how they sit, and how long the game is. */
export function viewSeating(
  { card }: State,
  screen: ScreenOf<"seating">,
  width: number,
  height: number,
): Line[] {
  const rows = seatingRows(card, screen).map((row, at) => {
    const chosen = at === screen.cursor;
    const { name, value, strong } = wordsOf(card, screen, row, chosen);
    return { row, lines: choiceRows(name, value, chosen, strong, width) };
  });
  const ofKinds = (...kinds: readonly SeatingRow["kind"][]) =>
    rows.filter(({ row }) => kinds.includes(row.kind)).flatMap(({ lines }) => lines);
  const aims = ofKinds("aim");
  const all = [
    line(tone("title", "New game"), tone("dim", ` · ${printable(card.title)}`)),
    line(),
    ...ofKinds("who", "length", "variant", "cell", "white", "phrase"),
    line(),
    line(tone("strong", "Seats")),
    ...ofKinds("seat"),
    ...(aims.length === 0 ? [] : [line(), line(tone("strong", "Hidden aims")), ...aims]),
    line(),
    line("Press ", tone("key", "Enter"), " to begin. Whatever is sealed is saved by itself."),
  ];
  return all.length <= height ? all : all.filter((row) => row.length > 0);
}

interface Words {
  readonly name: string;
  readonly value: string;
  readonly strong: boolean;
}

function wordsOf(
  card: ScenarioCard,
  screen: ScreenOf<"seating">,
  row: SeatingRow,
  chosen: boolean,
): Words {
  const { game, preset, together } = screen;
  const plain = (name: string, value: string): Words => ({ name, value, strong: false });
  switch (row.kind) {
    case "who":
      return {
        ...plain("Who plays", presetsOf(card)[preset]?.title ?? "as set below"),
        strong: true,
      };
    case "length":
      return plain("Length", card.lengths.find(({ id }) => id === game.length)?.title ?? "");
    case "variant":
      return plain("Variant", variantWords(card, chosen));
    case "cell":
      return plain(
        `${card.sides[row.side]?.letter ?? "·"} seats sit`,
        together.includes(row.side) ? "together, one group for all" : "apart, each hands over",
      );
    case "white":
      return whiteWords(card, row.seat, game.players[row.seat] === PERSON);
    case "phrase":
      return plain("Pass phrase before White", phraseWords(screen, chosen));
    case "seat": {
      const { id, side, name } = row.seat;
      const letter = side === null ? "·" : (card.sides[side]?.letter ?? "·");
      const player = game.players[id] ?? "";
      const words = plain(`${letter} ${name}`, playerWords(card, player));
      return { ...words, strong: player === PERSON };
    }
    case "aim":
      return plain(
        row.aims.seats.map((seat) => seatName(card, seat)).join(", "),
        aimWords(screen, row.aims, chosen),
      );
  }
}

/** What the variant is for shows only while it is being chosen. */
function variantWords({ variants, variant }: ScenarioCard, chosen: boolean): string {
  const found = variants.find(({ id }) => id === variant);
  if (found === undefined) return `none of ${variants.length}: as it was`;
  return chosen ? `${found.title}. ${found.why}` : found.title;
}

function whiteWords(card: ScenarioCard, seat: Id, isPlayed: boolean): Words {
  const value = isPlayed ? "a person, who sees each turn first" : "nobody: adjudicated at once";
  return { name: `· ${seatName(card, seat)}`, value, strong: isPlayed };
}

/** A curtain and not encryption: said where the phrase is asked. */
function phraseWords({ phrase, phraseShown }: ScreenOf<"seating">, chosen: boolean): string {
  if (!chosen) return phrase === "" ? "none" : "•".repeat(phrase.length);
  const shown = phraseShown ? phrase : "•".repeat(phrase.length);
  const says = "a curtain, not encryption; type it";
  return shown === "" ? `(${says})` : `${shown} (${says})`;
}

/** 13.2: an aim shows only while the seat that chooses it is at its row. */
function aimWords(
  { game }: ScreenOf<"seating">,
  { group, aims }: AimGroupCard,
  chosen: boolean,
): string {
  const aim = aims.find(({ id }) => id === game.aims[group])?.title;
  if (!chosen) return "hidden: others look away while it is chosen";
  return aim ?? "left to the course of action, or the first";
}

const NAME_COLUMNS = 38;

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
  const names = wrap(printable(name), NAME_COLUMNS - 2, "  ").map((row, at) =>
    line(at === 0 && chosen ? tone("cursor", "›") : " ", " ", row),
  );
  const values = wrap(printable(value), Math.max(10, width - NAME_COLUMNS - 6));
  const choices = values.map((row, at) => [
    tone(arrow, at === 0 ? "◂ " : "  "),
    tone(look, row),
    tone(arrow, at === values.length - 1 ? " ▸" : ""),
  ]);
  return beside(names, NAME_COLUMNS + 1, choices);
}
