import { PERSON, seatName } from "../ports.ts";
import { LONGEST_PHRASE } from "../screens/handover/keys.ts";
import { withPreset } from "../screens/seating/keys.ts";
import { sharedSides, whiteSeat } from "../screens/seating/rows.ts";
import { choicesFor, playedSeats, playerWords, presetsOf } from "../screens/seating/presets.ts";
import { go, type ScreenOf, type State } from "../state.ts";

type Seating = ScreenOf<"seating">;

/** What a line at the set-up comes to: another state, or only something said. */
export interface SetUp {
  readonly state: State;
  readonly said: readonly string[];
}

/** Words of the set-up of a game; null when it is none of them. */
export function setUp(
  state: State,
  screen: Seating,
  name: string,
  words: readonly string[],
): SetUp | null {
  const [first, second] = words.map((text) => Number(text) - 1);
  switch (name) {
    case "together":
      return seatedTogether(state, screen, first);
    case "white":
      return whiteSeated(state, screen);
    case "phrase":
      return {
        state: go(state, { ...screen, phrase: words.join(" ").slice(0, LONGEST_PHRASE) }).state,
        said: ["The pass phrase is a curtain before White's seat, and no encryption."],
      };
    case "length":
      return withLength(state, screen, first);
    case "seats":
    case "seat":
      return seated(state, screen, first, second);
    case "aims":
    case "aim":
      return aimed(state, screen, first, second);
    default:
      return null;
  }
}

/** A way to share out the seats, by its number from 0; null when there is none. */
export function chosenPreset(state: State, screen: Seating, at: number): State | null {
  if (presetsOf(state.card)[at] === undefined) return null;
  return go(state, withPreset(state.card, screen, at)).state;
}

/** Sides of several seats, and which of them sit together; with a number, the other way. */
function seatedTogether(state: State, screen: Seating, at: number | undefined): SetUp {
  const { card } = state;
  const sides = sharedSides(card);
  const side = sides[at ?? -1];
  if (side === undefined) {
    const said = sides.map((one, row) => {
      const how = screen.together.includes(one) ? "together, at one sitting" : "each by itself";
      return `${row + 1}. ${card.sides[one]?.name ?? one}: its seats sit ${how}.`;
    });
    return { state, said: [...said, hint("together NUMBER")] };
  }
  const others = screen.together.filter((one) => one !== side);
  const together = others.length < screen.together.length ? others : [...others, side];
  const next = go(state, { ...screen, preset: -1, together }).state;
  return seatedTogether(next, { ...screen, together }, undefined);
}

/** A person for White, or none. */
function whiteSeated(state: State, screen: Seating): SetUp {
  const white = whiteSeat(state.card);
  if (white === null) return { state, said: ["This scenario has no White."] };
  const { [white]: player, ...others } = screen.game.players;
  const players = player === PERSON ? others : { ...others, [white]: PERSON };
  const game = { ...screen.game, players };
  const said = player === PERSON ? "White plays no part." : "A person plays White.";
  return { state: go(state, { ...screen, preset: -1, game }).state, said: [said] };
}

function withLength(state: State, screen: Seating, at: number | undefined): SetUp {
  const { lengths } = state.card;
  const length = lengths[at ?? -1];
  if (length === undefined)
    return {
      state,
      said: lengths.map(({ title }, row) => `${row + 1}. ${title}.`).concat(hint("length NUMBER")),
    };
  const game = { ...screen.game, length: length.id };
  return { state: go(state, { ...screen, game }).state, said: [] };
}

function seated(
  state: State,
  screen: Seating,
  at: number | undefined,
  chosen: number | undefined,
): SetUp {
  const { card } = state;
  const seats = playedSeats(card);
  const seat = seats[at ?? -1];
  if (seat === undefined) {
    const said = seats.map(({ id, name }, row) => {
      return `${row + 1}. ${name}: ${playerWords(card, screen.game.players[id] ?? "")}.`;
    });
    return { state, said: [...said, hint("seat NUMBER")] };
  }
  const choices = choicesFor(card, seat.id);
  const player = choices[chosen ?? -1];
  if (player === undefined) {
    const said = choices.map((one, row) => `${row + 1}. ${playerWords(card, one)}.`);
    return { state, said: [`${seat.name}:`, ...said, hint(`seat ${(at ?? 0) + 1} NUMBER`)] };
  }
  const players = { ...screen.game.players, [seat.id]: player };
  return {
    state: go(state, { ...screen, preset: -1, game: { ...screen.game, players } }).state,
    said: [],
  };
}

/** 13.2: what was chosen is said once, to who chose it. */
function aimed(
  state: State,
  screen: Seating,
  at: number | undefined,
  chosen: number | undefined,
): SetUp {
  const { card } = state;
  const group = card.aimGroups[at ?? -1];
  if (card.aimGroups.length === 0) return { state, said: ["No seat has a hidden aim."] };
  if (group === undefined) {
    const said = card.aimGroups.map(({ seats }, row) => {
      return `${row + 1}. ${seats.map((seat) => seatName(card, seat)).join(", ")}.`;
    });
    return { state, said: [...said, hint("aim NUMBER")] };
  }
  const aim = group.aims[chosen ?? -1];
  if (aim === undefined) {
    const said = group.aims.map(({ title }, row) => `${row + 1}. ${title}.`);
    return { state, said: [...said, hint(`aim ${(at ?? 0) + 1} NUMBER`)] };
  }
  const aims = { ...screen.game.aims, [group.group]: aim.id };
  const next = go(state, { ...screen, game: { ...screen.game, aims } }).state;
  return { state: next, said: [`Chosen: ${aim.title}.`] };
}

function hint(words: string): string {
  return `Type ${words} to choose.`;
}
