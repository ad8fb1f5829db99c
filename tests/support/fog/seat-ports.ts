/** What the game's screens are given at a seat: a table, and no way to play the turn or to leave it. */
import type { Id, Problem } from "../../../src/engine/index.ts";
import type { Outcome, Table } from "../../../src/journal/index.ts";
import type { Ports, ScenarioCard } from "../../../src/ui/ports.ts";
import { tableAt, type WholeGame } from "./game.ts";

/** Ports at which one game is opened: its open turn can be looked at and ordered, and no more. */
export function seatPorts(game: WholeGame, table: Table = tableAt(game)): Ports {
  const still: Table = { ...table, seal: refuse, note: refuse, resolve: refuse };
  return {
    scenario: cardFor(game),
    covers: [],
    card: refuse,
    savesDirectory: "saves",
    savedGames: () => [],
    begin: async () => refuse(),
    resume: async () => ({ ok: true, value: still }),
    plan: () => ({ cells: [], curtain: false }),
    opens: async () => false,
    freshDraw: () => 0.5,
    history: refuse,
    branch: refuse,
    // Asked of itself, without threads to wait for.
    laboratory: { ask: refuse },
    look: refuse,
  };
}

function refuse(): Outcome<never> {
  const problem: Problem = { code: "fog", path: "", message: "not here", hint: "look on" };
  return { ok: false, problems: [problem] };
}

/** The card of the scenario, others' briefs and White's list in it, as it lies in memory in a game. */
function cardFor({ setup }: WholeGame): ScenarioCard {
  const { id, title, clock, sides } = setup;
  const seats = Object.entries(setup.seats).map(([one, { name, side, role, brief }]) => {
    return { id: one as Id, name, side, role, brief };
  });
  const events = Object.values(setup.injects).map((inject) => {
    const { title: what, text, audience, expectedResponse } = inject;
    return { title: what, text, audience, expectedResponse, trigger: "" };
  });
  const briefs = seats.map(({ name, role, brief }) => ({ seat: name, role, text: brief }));
  const book = { roadToWar: "", controlTimetable: [], trainingObjectives: [], events, briefs };
  const record = { events: [], control: [], figures: {}, conflicts: {} };
  return {
    key: id,
    id,
    variants: [],
    variant: null,
    tutorial: null,
    title,
    summary: "",
    start: clock.start,
    lengths: [],
    defaultLength: "",
    sides,
    seats,
    coas: [],
    aimGroups: [],
    exercise: book,
    historical: {},
    record: [],
    history: { record, conflicts: [], sources: {} },
  };
}
