import { type Key, wordOf } from "../../key.ts";
import { ask, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import type { AimGroupCard, NewGame } from "../../ports.ts";
import { moved } from "../../text/list.ts";
import { choicesFor, playedSeats, presetsOf } from "./presets.ts";

type Seating = ScreenOf<"seating">;

/** Rows above the seats: who plays, how long. */
const ROWS_ABOVE = 2;

/** The set-up screen as it opens: the first way to share out the seats. */
export function openSeating({ card }: State): Seating {
  const players = presetsOf(card)[0]?.players ?? {};
  const game = { length: card.defaultLength, players, aims: {} };
  return { kind: "seating", cursor: 0, preset: 0, game };
}

/** Keys of the set-up screen. */
export function pressSeating(state: State, screen: Seating, key: Key): Step {
  const { card } = state;
  const rows = ROWS_ABOVE + playedSeats(card).length + card.aimGroups.length;
  switch (wordOf(key)) {
    case "up":
    case "k":
      return go(state, { ...screen, cursor: moved(screen.cursor, -1, rows) });
    case "down":
    case "j":
    case "tab":
      return go(state, { ...screen, cursor: moved(screen.cursor, 1, rows) });
    case "left":
      return go(state, turned(state, screen, -1));
    case "right":
    case " ":
      return go(state, turned(state, screen, 1));
    case "enter":
      return ask(state, { kind: "begin", game: screen.game });
    case "escape":
      return go(state, { kind: "title", cursor: 0 });
    default:
      return stay(state);
  }
}

function turned({ card }: State, screen: Seating, by: number): Seating {
  const { game } = screen;
  if (screen.cursor === 0) {
    const presets = presetsOf(card);
    const preset = around(screen.preset, by, presets.length);
    return {
      ...screen,
      preset,
      game: { ...game, players: presets[preset]?.players ?? game.players },
    };
  }
  if (screen.cursor === 1) {
    const at = card.lengths.findIndex(({ id }) => id === game.length);
    const length = card.lengths[around(at, by, card.lengths.length)]?.id ?? game.length;
    return { ...screen, game: { ...game, length } };
  }
  const aims = card.aimGroups[screen.cursor - ROWS_ABOVE - playedSeats(card).length];
  if (aims !== undefined) return { ...screen, game: withAim(game, aims, by) };
  const seat = playedSeats(card)[screen.cursor - ROWS_ABOVE]?.id ?? "";
  const choices = choicesFor(card, seat);
  const player =
    choices[around(choices.indexOf(game.players[seat] ?? ""), by, choices.length)] ?? "";
  return { ...screen, preset: -1, game: { ...game, players: { ...game.players, [seat]: player } } };
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
