import alea from "seedrandom/lib/alea.js";
import { freshSeed } from "../edge/clock.ts";
import { type LoadedScenario, loadPlayed, loadScenario } from "../edge/load.ts";
import { copyPlan, freshDraw, opensCurtain, readPlan, writePlan } from "../edge/table-plan.ts";
import type { Aims, Id, View } from "../engine/index.ts";
import {
  type Archive,
  type Book,
  openTable,
  type OpenGame,
  type Outcome,
  PERSON,
  type Players,
  startJournal,
  type Table,
  unsaved,
} from "../journal/index.ts";
import { commandSeats } from "../lab/play-out.ts";
import { followCoa } from "../policies/course-of-action.ts";
import { hold } from "../policies/hold.ts";
import type { Policy } from "../policies/policy.ts";
import { randomLegal } from "../policies/random-legal.ts";
import { aimsOf, type PatchOperation, type Read } from "../scenarios/index.ts";
import {
  HOLD,
  type NewGame,
  type Ports,
  RANDOM,
  type ScenarioCard,
  type TablePlan,
} from "../ui/ports.ts";
import { cardOf, coaOf, lengthOf } from "./cards.ts";
import { coversWith } from "./covers.ts";
import { DEFAULT_SEED } from "./flags.ts";
import { laboratoryOf } from "./laboratory.ts";

/** What the game was started with, besides its archive. */
export interface Chosen {
  /** Id or path; null for the default. */
  readonly name: string | null;
  readonly variant: string | undefined;
  /** The length asked for; the scenario's own where none is. */
  readonly length?: string | undefined;
  /** What an excursion changes; null where there is none. */
  readonly patch?: readonly PatchOperation[] | null | undefined;
  /** Aims asked for; they stand where the set-up screen leaves a group open. */
  readonly aims: Aims;
}

/**
 * Everything impure that the screens are given; `loaded` is the scenario of the title screen, and
 * each new game gets a seed of `newSeed`.
 */
export function portsOf(
  chosen: Chosen,
  loaded: LoadedScenario,
  archive: Archive,
  savesDirectory: string,
  newSeed: () => string = freshSeed,
): Ports {
  const { variant } = chosen;
  const key = chosen.name ?? loaded.scenario.setup.id;
  return {
    scenario: cardOf(loaded, key, variant ?? null),
    covers: coversWith(loaded, key),
    card: (name, asked) => cardBy(chosen, key, name, asked),
    savesDirectory,
    savedGames: (beside) => archive.list(beside),
    begin: (game) => begin(playedAs(chosen, key, game), game, archive, newSeed()),
    resume: (file) => resume(file, archive),
    plan: ({ file }) => planOf(file),
    opens: async ({ file }, phrase) => file === null || opensCurtain(file, phrase),
    freshDraw,
    history: (name, asked) => historyBy(playedAs(chosen, key, { scenario: name, variant: asked })),
    branch: (table, turn, { title, fresh, players }) => {
      const options = { title, players, freshSeed: fresh ? newSeed() : null };
      return branch(table.branch(turn, options), table.file, archive);
    },
    laboratory: laboratoryOf(),
    look: (file) => look(file, archive),
  };
}

function planOf(file: string | null): TablePlan {
  if (file === null) return { cells: [], curtain: false };
  const { cells, curtain } = readPlan(file);
  return { cells, curtain: curtain !== null };
}

/**
 * What was asked for on the command line stands for the scenario it was asked for; another one of
 * the list is played as it is.
 */
function playedAs(
  chosen: Chosen,
  key: string,
  { scenario, variant }: Pick<NewGame, "scenario" | "variant">,
): Chosen {
  const asked = { name: scenario, variant: variant ?? undefined };
  return scenario === key ? { ...chosen, ...asked } : { ...asked, aims: {} };
}

/** A scenario of the list, with one of its variants or none. */
function cardBy(
  chosen: Chosen,
  key: string,
  name: string,
  variant: Id | null,
): Outcome<ScenarioCard> {
  const { patch, length } = playedAs(chosen, key, { scenario: name, variant });
  const options = { length, variant: variant ?? undefined, patch: patch ?? undefined };
  const loaded = loadScenario(name, options);
  return loaded.ok ? { ok: true, value: cardOf(loaded.value, name, variant) } : loaded;
}

function historyBy(chosen: Chosen): Outcome<Table> {
  const { name, variant, patch, length } = chosen;
  const loaded = loadScenario(name, { length, variant, patch: patch ?? undefined });
  return loaded.ok ? historyTable(loaded.value, chosen) : loaded;
}

async function begin(
  chosen: Chosen,
  game: NewGame,
  archive: Archive,
  seed: string,
): Promise<Outcome<Table>> {
  const { length, players } = game;
  const { name, variant, patch } = chosen;
  const loaded = loadScenario(name, { length, variant, patch: patch ?? undefined });
  if (!loaded.ok) return loaded;
  const seats = playersOf(loaded.value, players, seed);
  if (!seats.ok) return seats;
  const { text } = startJournal(headerOf(loaded.value, chosen, game, seed));
  const opened = await archive.create(text);
  if (!opened.ok) return opened;
  const planned = await planBeside(opened.value.file, game);
  if (planned.ok) return closingOnRefusal(opened.value, loaded.value, seats.value);
  opened.value.close();
  return planned;
}

/** Most games need no plan: each seat by itself, and nothing before White's. */
async function planBeside(file: string, { plan }: NewGame): Promise<Outcome<null>> {
  if (plan === undefined || (plan.cells.length === 0 && plan.phrase === ""))
    return { ok: true, value: null };
  return writePlan(file, plan.cells, plan.phrase);
}

async function resume(file: string, archive: Archive): Promise<Outcome<Table>> {
  const opened = await openSaved(file, archive);
  return opened.ok ? { ok: true, value: opened.value.table } : opened;
}

/** A saved game open for writing, and its table; locked until the table is closed. */
export async function openSaved(
  file: string,
  archive: Archive,
): Promise<Outcome<{ readonly table: Table; readonly game: OpenGame }>> {
  const opened = await archive.open(file);
  if (!opened.ok) return opened;
  const table = tableOfBook(opened.value);
  if (!table.ok) {
    opened.value.close();
    return table;
  }
  return { ok: true, value: { table: table.value, game: opened.value } };
}

/** The table of a journal, with the scenario and the players that its header names. */
export function tableOfBook(book: Book): Outcome<Table> {
  const { header } = book.journal();
  const loaded = loadPlayed(header);
  if (!loaded.ok) return loaded;
  const seats = playersOf(loaded.value, header.players, header.seed);
  return seats.ok ? openTable(loaded.value.scenario.setup, book, seats.value) : seats;
}

/** A branch in a new file, and beside it how people sit at its game. */
function branch(text: string, beside: string | null, archive: Archive): Outcome<string> {
  const written = archive.branch(text, beside);
  if (!written.ok || beside === null) return written;
  const planned = copyPlan(beside, written.value);
  return planned.ok ? written : planned;
}

/** What is written at this table stays in memory. */
function look(file: string, archive: Archive): Outcome<Table> {
  const read = archive.read(file);
  if (!read.ok) return read;
  return tableOfBook(unsaved(read.value.journal));
}

/** A file nobody plays is not kept locked. */
function closingOnRefusal(
  game: Parameters<typeof openTable>[1],
  { scenario }: LoadedScenario,
  players: Players,
): Outcome<Table> {
  const table = openTable(scenario.setup, game, players);
  if (!table.ok) game.close();
  return table;
}

/** The historical courses of action to the end, in memory. */
function historyTable(loaded: LoadedScenario, chosen: Chosen): Outcome<Table> {
  const { setup, file } = loaded.scenario;
  const players = Object.fromEntries(
    commandSeats(setup).map((seat) => [seat, file.historical[seat] ?? HOLD]),
  );
  const seats = playersOf(loaded, players, DEFAULT_SEED);
  if (!seats.ok) return seats;
  const game = { length: lengthOf(loaded), players, aims: {} };
  const { journal } = startJournal(headerOf(loaded, chosen, game, DEFAULT_SEED));
  const table = openTable(setup, unsaved(journal), seats.value);
  if (!table.ok) return table;
  while (!table.value.over()) {
    const turn = table.value.resolve();
    if (!turn.ok) return turn;
  }
  return table;
}

function headerOf(
  loaded: LoadedScenario,
  chosen: Chosen,
  { length, players, aims }: Pick<NewGame, "length" | "players" | "aims">,
  seed: string,
) {
  const { setup, hash, parametersHash } = loaded.scenario;
  const { file } = loaded.source;
  return {
    scenario: {
      id: setup.id,
      file,
      hash,
      length,
      variant: chosen.variant ?? null,
      excursion: chosen.patch ?? null,
    },
    parameters: { id: setup.parameters.id, hash: parametersHash },
    seed,
    reseeds: [],
    players,
    aims: { ...coaAims(loaded, players), ...chosen.aims, ...aims },
    title: null,
    parent: null,
  };
}

/** 13.2: the aims that the courses of action in play are made for. */
function coaAims(loaded: LoadedScenario, players: NewGame["players"]): Aims {
  const aims = Object.values(players).flatMap((player) => {
    if ([PERSON, HOLD, RANDOM].includes(player)) return [];
    const coa = coaOf(loaded, player);
    return coa.ok && coa.value.aim !== null ? [coa.value.aim] : [];
  });
  const chosen = aimsOf(loaded.scenario.setup, aims);
  return chosen.ok ? chosen.value : {};
}

/** Policies of the seats that no person plays; `key` feeds the random ones. */
function playersOf(
  loaded: LoadedScenario,
  players: Readonly<Record<Id, string>>,
  key: string,
): Read<Players> {
  const policies: Record<Id, Policy> = {};
  for (const [seat, player] of Object.entries(players)) {
    if (player === PERSON) continue;
    const policy = policyOf(loaded, seat, player, key);
    if (!policy.ok) return policy;
    policies[seat] = policy.value;
  }
  return { ok: true, value: policies };
}

function policyOf(loaded: LoadedScenario, seat: Id, player: string, key: string): Read<Policy> {
  if (player === HOLD) return { ok: true, value: hold };
  if (player === RANDOM) return { ok: true, value: (view) => anyLegal(view, `${key}/${seat}`) };
  const coa = coaOf(loaded, player);
  return coa.ok ? { ok: true, value: followCoa(coa.value) } : coa;
}

/** Its picks hang on seed and turn, so that a game resumed goes on as it would have. */
function anyLegal(view: View, key: string) {
  const stream = alea(`policies/${key}/${view.turn}`);
  return randomLegal((count) => Math.floor(stream() * count))(view);
}
