import { type Key, wordOf } from "../../key.ts";
import { openSeatBrief } from "../page/brief.ts";
import { ask, go, noticed, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { type AimGroupCard, type NewGame, PERSON, type ScenarioCard } from "../../ports.ts";
import { moved } from "../../text/list.ts";
import { LONGEST_PHRASE } from "../handover/keys.ts";
import { choicesFor, presetsOf } from "./presets.ts";
import { rowAt, type SeatingRow, seatingRows, seatsOf } from "./rows.ts";

type Seating = ScreenOf<"seating">;

/** The set-up screen as it opens: the first way to share out the seats. */
export function openSeating({ card }: State): Seating {
  const { key: scenario, variant, defaultLength: length } = card;
  const game = { scenario, variant, length, players: {}, aims: {} };
  const text = { phrase: "", phraseShown: false };
  return withPreset(
    card,
    { kind: "seating", cursor: 0, preset: 0, game, together: [], ...text },
    0,
  );
}

/** Whether keys are letters of White's pass phrase. */
export function isAtPhrase({ card }: State, screen: Seating): boolean {
  return rowAt(card, screen).kind === "phrase";
}

/** Keys of the set-up screen. */
export function pressSeating(state: State, screen: Seating, key: Key): Step {
  const { card } = state;
  if (isAtPhrase(state, screen) && (key.name === "character" || key.name === "backspace"))
    return go(state, { ...screen, phrase: typed(screen.phrase, key) });
  const rows = seatingRows(card, screen).length;
  switch (wordOf(key)) {
    case "up":
    case "k":
      return go(state, { ...screen, cursor: moved(screen.cursor, -1, rows) });
    case "down":
    case "j":
    case "tab":
      return go(state, { ...screen, cursor: moved(screen.cursor, 1, rows) });
    case "left":
      return turnedRow(state, screen, -1);
    case "right":
    case " ":
      return turnedRow(state, screen, 1);
    case "b":
      return readBrief(state, rowAt(card, screen));
    case "enter":
      return ask(state, { kind: "begin", game: planned(card, screen) });
    case "escape":
      return go(state, { kind: "title", cursor: 0 });
    default:
      return stay(state);
  }
}

function readBrief(state: State, row: SeatingRow): Step {
  if (row.kind === "seat") return openSeatBrief(state, row.seat.id);
  return stay(noticed(state, "good", "go down to a seat to read its brief"));
}

/** A variant may change anything in the scenario: its card is read anew. */
function turnedRow(state: State, screen: Seating, by: number): Step {
  const { card } = state;
  if (rowAt(card, screen).kind !== "variant") return go(state, turned(card, screen, by));
  const at = card.variants.findIndex(({ id }) => id === card.variant);
  const next = card.variants[around(at + 1, by, card.variants.length + 1) - 1];
  return ask(state, { kind: "choose", scenario: card.key, variant: next?.id ?? null });
}

function typed(phrase: string, { name, text }: Key): string {
  return name === "backspace" ? phrase.slice(0, -1) : (phrase + text).slice(0, LONGEST_PHRASE);
}

/** The game with how its people sit: a group for each side that sits together. */
function planned(card: ScenarioCard, { game, together, phrase }: Seating): NewGame {
  const persons = (side: string) =>
    seatsOf(card, side).filter((seat) => game.players[seat] === PERSON);
  const cells = together.map(persons).filter((cell) => cell.length > 1);
  const isWhite = card.seats.some(
    ({ id, role }) => role === "white" && game.players[id] === PERSON,
  );
  return { ...game, plan: { cells, phrase: isWhite ? phrase : "" } };
}

function turned(card: ScenarioCard, screen: Seating, by: number): Seating {
  const { game, together } = screen;
  const row = rowAt(card, screen);
  switch (row.kind) {
    case "who":
      return withPreset(card, screen, around(screen.preset, by, presetsOf(card).length));
    case "length": {
      const at = card.lengths.findIndex(({ id }) => id === game.length);
      const length = card.lengths[around(at, by, card.lengths.length)]?.id ?? game.length;
      return { ...screen, game: { ...game, length } };
    }
    case "cell": {
      const others = together.filter((side) => side !== row.side);
      const sides = others.length < together.length ? others : [...together, row.side];
      return { ...screen, preset: -1, together: sides };
    }
    case "white": {
      const { [row.seat]: player, ...others } = game.players;
      const players = player === PERSON ? others : { ...others, [row.seat]: PERSON };
      return { ...screen, preset: -1, game: { ...game, players } };
    }
    case "variant":
      return screen;
    case "phrase":
      return { ...screen, phraseShown: !screen.phraseShown };
    case "aim":
      return { ...screen, game: withAim(game, row.aims, by) };
    case "seat": {
      const { id } = row.seat;
      const choices = choicesFor(card, id);
      const at = choices.indexOf(game.players[id] ?? "");
      const player = choices[around(at, by, choices.length)] ?? "";
      return {
        ...screen,
        preset: -1,
        game: { ...game, players: { ...game.players, [id]: player } },
      };
    }
  }
}

/** The set-up with a way to share out the seats, by its index. */
export function withPreset(card: ScenarioCard, screen: Seating, preset: number): Seating {
  const { players = {}, together = [] } = presetsOf(card)[preset] ?? {};
  return { ...screen, preset, together, game: { ...screen.game, players } };
}

/** The next aim of a group; after the last, none: then the course of action's, or the first. */
function withAim(game: NewGame, { group, aims: choices }: AimGroupCard, by: number): NewGame {
  const at = choices.findIndex(({ id }) => id === game.aims[group]);
  const next = choices[around(at + 1, by, choices.length + 1) - 1];
  const { [group]: _, ...others } = game.aims;
  return { ...game, aims: next === undefined ? others : { ...others, [group]: next.id } };
}

function around(at: number, by: number, count: number): number {
  return (((at + by) % count) + count) % count;
}
