import type { Outcome, Table } from "../journal/index.ts";
import { HOLD, type NewGame, PERSON, type Ports, type ScenarioCard } from "./ports.ts";
import { openSeating } from "./screens/seating/keys.ts";
import { failed } from "./sitting.ts";
import { noticed, type State } from "./state.ts";
import { beginCoach } from "./tutorial/follow.ts";

/** Another scenario on the start screen, or another variant of it in the set-up. */
export function chosen(state: State, read: Outcome<ScenarioCard>): State {
  if (!read.ok) return failed(state, read);
  const next = { ...state, card: read.value, notice: null };
  if (state.screen.kind !== "seating") return next;
  return { ...next, screen: { ...openSeating(next), cursor: state.screen.cursor } };
}

/** The tutorial's scenario and its game, begun at once: there is nothing to set up. */
export async function taught(
  state: State,
  ports: Ports,
): Promise<{ readonly state: State; readonly opened: Outcome<Table> } | State> {
  const cover = state.covers.find(({ teaches }) => teaches);
  if (cover === undefined) return noticed(state, "warn", "there is no tutorial in this collection");
  const read = ports.card(cover.key, null);
  if (!read.ok) return failed(state, read);
  const { key: scenario, defaultLength: length } = read.value;
  const game = { scenario, variant: null, length, players: pupilsOf(read.value), aims: {} };
  return { state: { ...state, card: read.value }, opened: await ports.begin(game) };
}

/** The seat that is taught is a person's; the others follow their courses of action. */
function pupilsOf({ tutorial, seats, historical }: ScenarioCard): NewGame["players"] {
  const played = seats.filter(({ role }) => role === "command");
  return Object.fromEntries(
    played.map(({ id }) => [id, id === tutorial?.seat ? PERSON : (historical[id] ?? HOLD)]),
  );
}

/** The card of a game that was saved: it may be of another scenario than the one chosen last. */
export function carded(state: State, table: Table, ports: Ports): State {
  const [seat] = Object.keys(table.names.seats);
  const played = seat === undefined ? null : table.view(seat).brief.scenario;
  if (played === state.card.id) return state;
  const cover = state.covers.find(({ id }) => id === played);
  const read = cover === undefined ? null : ports.card(cover.key, null);
  return read?.ok === true ? { ...state, card: read.value } : state;
}

/** Whoever sits in the seat that a scenario teaches has its tutorial beside the game. */
export function coached(state: State, table: Table): State {
  const { tutorial } = state.card;
  const isTaught = tutorial !== null && table.people().includes(tutorial.seat);
  return { ...state, coach: isTaught ? beginCoach(tutorial, table.turn()) : null };
}
