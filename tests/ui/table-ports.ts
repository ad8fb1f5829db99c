import type { Setup } from "../../src/engine/index.ts";
import {
  type Book,
  type HeaderFields,
  openTable,
  type Outcome,
  type Players,
  startJournal,
  type Table,
  unsaved,
} from "../../src/journal/index.ts";
import { laboratoryOf } from "../../src/cli/laboratory.ts";
import { hold } from "../../src/policies/hold.ts";
import {
  HOLD,
  type NewGame,
  PERSON,
  type Ports,
  type ScenarioCard,
  type ScenarioCover,
} from "../../src/ui/ports.ts";
import { compileSmall, readSmall } from "../support/small-scenario.ts";

/** What the small scenario shows before a game. */
export function smallCard(): ScenarioCard {
  const { file, setup } = readSmall();
  return {
    key: setup.id,
    id: setup.id,
    variants: Object.entries(file.variants).map(([id, { title, why }]) => ({ id, title, why })),
    variant: null,
    tutorial: null,
    title: setup.title,
    summary: file.summary,
    start: setup.clock.start,
    lengths: Object.entries(file.lengths).map(([id, { title, turns }]) => ({ id, title, turns })),
    defaultLength: file.length,
    sides: setup.sides,
    seats: Object.entries(file.seats).map(([id, { name, side, role, brief }]) => ({
      id,
      name,
      side,
      role,
      brief,
    })),
    coas: [],
    aimGroups: [],
    exercise: null,
    historical: {},
    record: file.record.events.map(({ turn, text, confidence, sources }) => {
      return { turn, text, confidence, sources };
    }),
    history: { record: file.record, conflicts: [], sources: {} },
  };
}

const digest = "0".repeat(64);

/** The card's line in the list of scenarios. */
export function coverOf({ key, id, title, seats, tutorial }: ScenarioCard): ScenarioCover {
  return {
    key,
    id,
    title,
    teaches: tutorial !== null,
    seats: Object.fromEntries(seats.map((seat) => [seat.id, seat.name])),
    clock: compileSmall().clock,
  };
}

/** A header for a game of the small scenario. */
export function headerFor(players: Readonly<Record<string, string>>): HeaderFields {
  return {
    scenario: {
      id: "valley",
      file: null,
      hash: digest,
      length: "short",
      variant: null,
      excursion: null,
    },
    parameters: { id: "erc-1", hash: digest },
    seed: "ui",
    reseeds: [],
    players,
    title: null,
    parent: null,
  };
}

/** A game of the small scenario that is kept in memory; `book` may stand in for its file. */
export function smallTable(
  players: Readonly<Record<string, string>>,
  setup: Setup = compileSmall(),
  book: Book = unsaved(startJournal(headerFor(players)).journal),
): Outcome<Table> {
  const policies = Object.keys(players).filter((seat) => players[seat] !== PERSON);
  const holding: Players = Object.fromEntries(policies.map((seat) => [seat, hold]));
  return openTable(setup, book, holding);
}

/** Ports to the small scenario without a disk; each part may be replaced. */
export function smallPorts(parts: Partial<Ports> = {}): Ports {
  const card = smallCard();
  let plan: NewGame["plan"];
  const begin = parts.begin ?? (async ({ players }) => smallTable(players));
  return {
    scenario: card,
    covers: [coverOf(card)],
    card: () => ({ ok: true, value: card }),
    savesDirectory: "saves",
    savedGames: () => [],
    resume: async () => refused("nothing is saved here"),
    plan: () => ({ cells: plan?.cells ?? [], curtain: (plan?.phrase ?? "") !== "" }),
    opens: async (_, phrase) => phrase === (plan?.phrase ?? ""),
    freshDraw: () => 0.875,
    history: playedOut,
    branch: () => refused("nothing is saved here"),
    laboratory: laboratoryOf(1),
    look: () => refused("nothing is saved here"),
    ...parts,
    begin: async (game) => {
      plan = game.plan;
      return begin(game);
    },
  };
}

/** An outcome of one problem. */
export function refused(message: string): Outcome<never> {
  return { ok: false, problems: [{ code: "test", path: "", message, hint: "try again" }] };
}

function playedOut(): Outcome<Table> {
  const table = smallTable({ "flint-command": HOLD, "loam-command": HOLD, envoy: HOLD });
  while (table.ok && !table.value.over()) table.value.resolve();
  return table;
}
