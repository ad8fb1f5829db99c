/** A game that is always the same: sealed, ruled, drafted, carried in packets, branched, left and gone on with. */
import { existsSync, mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { createArchive } from "../../../src/edge/archive.ts";
import { loadScenario } from "../../../src/edge/load.ts";
import { answerBox, readAnswer, readPacket, writePacket } from "../../../src/edge/packets.ts";
import { copyPlan, writePlan } from "../../../src/edge/table-plan.ts";
import type { Id } from "../../../src/engine/index.ts";
import { formatOrder, legalOrders, siftOrders, type View } from "../../../src/engine/player.ts";
import {
  type Archive,
  type OpenGame,
  openTable,
  type Outcome,
  packetOf,
  packetTable,
  PERSON,
  startJournal,
  type Table,
} from "../../../src/journal/index.ts";

const SCENARIO = "two-fords";
const SEATS: readonly Id[] = ["blue", "red"];
/** Turns that are played. */
const TURNS = 3;
/** A lock that is not renewed between two looks is dead; how long is watched is tried with real programs. */
const WATCHFUL = { staleMs: 0, waitMs: 60_000, lookMs: 0 };

const loaded = loadScenario(SCENARIO);
if (!loaded.ok) throw new Error("the scenario of the durability tests is not there");
const { scenario, source } = loaded.value;
const { setup } = scenario;

const HEADER = startJournal({
  scenario: {
    id: setup.id,
    file: source.file,
    hash: scenario.hash,
    length: scenario.file.length,
    variant: null,
    excursion: null,
  },
  parameters: { id: setup.parameters.id, hash: scenario.parametersHash },
  seed: "durable",
  reseeds: [],
  players: Object.fromEntries([...SEATS, "white"].map((seat) => [seat, PERSON])),
  title: "Durable",
  parent: null,
}).text;

/** What is open while the game is played. */
export interface Playing {
  readonly saves: string;
  readonly packets: string;
  readonly archive: Archive;
  game: OpenGame | null;
  table: Table | null;
  /** The file of the game; empty before there is one. */
  file: string;
}

/** A step that somebody at the table takes; what comes back is acknowledged to them, or told. */
export interface Step {
  readonly name: string;
  take(playing: Playing): Outcome<unknown> | Promise<Outcome<unknown>>;
}

/** A place to play in, under a directory. */
export function placeIn(directory: string): Playing {
  const [saves, packets] = [join(directory, "saves"), join(directory, "packets")];
  mkdirSync(packets, { recursive: true });
  return {
    saves,
    packets,
    archive: createArchive(saves, WATCHFUL),
    game: null,
    table: null,
    file: "",
  };
}

/** The whole game, step by step. */
export const STEPS: readonly Step[] = [
  { name: "begin", take: async (playing) => seated(playing, await playing.archive.create(HEADER)) },
  { name: "sit", take: ({ file }) => writePlan(file, [["blue"], ["red"]], "") },
  sealing("blue"),
  sealing("red"),
  { name: "note", take: (playing) => tableOf(playing).note("why so slow?", "blue") },
  { name: "commit 1", take: (playing) => tableOf(playing).resolve() },
  { name: "brief", take: brief },
  { name: "orders", take: orders },
  { name: "collect", take: collect },
  sealing("red"),
  { name: "draft", take: (playing) => tableOf(playing).draft() },
  {
    name: "rule",
    take: (playing) =>
      tableOf(playing).rule({ kind: "battle", locus: "bridge", outcome: 0.1, reason: "mines" }),
  },
  { name: "commit 2", take: (playing) => tableOf(playing).resolve() },
  { name: "branch", take: branch },
  { name: "sit at the branch", take: ({ saves, file }) => copyPlan(file, branchIn(saves)) },
  { name: "leave", take: leave },
  { name: "go on", take: (playing) => goOn(playing, playing.file) },
  sealing("blue"),
  sealing("red"),
  { name: "commit 3", take: (playing) => tableOf(playing).resolve() },
  { name: "leave", take: leave },
];

/** Opens a game as somebody does who comes back to it. */
export async function goOn(playing: Playing, file: string): Promise<Outcome<Table>> {
  return seated(playing, await playing.archive.open(file));
}

/** Plays what is missing of the turns, the seats that have not sealed first. */
export function playOn(table: Table): Outcome<unknown> {
  while (table.turn() <= TURNS) {
    const turn = table.turn();
    for (const seat of SEATS.filter((one) => table.sealed(one) === null)) {
      const sealed = table.seal(seat, ordersOn(table.view(seat)));
      if (!sealed.ok) return sealed;
    }
    const played = table.resolve();
    if (!played.ok) return played;
    if (table.turn() === turn) throw new Error("a committed turn is still open");
  }
  return { ok: true, value: null };
}

/** Locks of programs of which the test knows that they are dead. */
export function removeLocks(saves: string): void {
  for (const name of namesIn(saves)) if (name.endsWith(".lock")) rmdirSync(join(saves, name));
}

/** Names in a directory; none when it is not there. */
export function namesIn(directory: string): readonly string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}

function sealing(seat: Id): Step {
  return {
    name: `seal ${seat}`,
    take: (playing) => tableOf(playing).seal(seat, ordersOn(tableOf(playing).view(seat))),
  };
}

/** Two orders, the same on the same view. */
function ordersOn(view: View): readonly string[] {
  const byUnit = new Map(legalOrders(view).map((order) => [order.unit, order]));
  return siftOrders(view, [...byUnit.values()])
    .flatMap(({ order, refusal }) => (refusal === null ? [formatOrder(order)] : []))
    .slice(0, 2);
}

function seated(playing: Playing, opened: Outcome<OpenGame>): Outcome<Table> {
  if (!opened.ok) return opened;
  const table = openTable(setup, opened.value, {});
  if (!table.ok) {
    opened.value.close();
    return table;
  }
  Object.assign(playing, { game: opened.value, table: table.value, file: opened.value.file });
  return table;
}

function tableOf({ table }: Playing): Table {
  if (table === null) throw new Error("nobody sits at the table");
  return table;
}

function leave(playing: Playing): Outcome<null> {
  tableOf(playing).close();
  Object.assign(playing, { game: null, table: null });
  return { ok: true, value: null };
}

function brief(playing: Playing): Outcome<unknown> {
  const { game, packets } = playing;
  const packet = packetOf((game as OpenGame).journal(), tableOf(playing), "blue");
  return packet.ok ? writePacket(join(packets, "blue.packet.json"), packet.value) : packet;
}

function orders({ packets }: Playing): Outcome<unknown> {
  const packet = readPacket(join(packets, "blue.packet.json"));
  if (!packet.ok) return packet;
  const table = packetTable(packet.value, answerBox(join(packets, "blue.orders.json")));
  return table.seal("blue", ordersOn(packet.value.view));
}

function collect(playing: Playing): Outcome<unknown> {
  const answer = readAnswer(join(playing.packets, "blue.orders.json"));
  return answer.ok ? tableOf(playing).seal("blue", answer.value.orders) : answer;
}

function branch({ archive, table, file }: Playing): Outcome<unknown> {
  const text = (table as Table).branch(1, { title: "what if", freshSeed: "other dice" });
  return archive.branch(text, file);
}

/** The last game that was written. */
function branchIn(saves: string): string {
  const games = namesIn(saves).filter((name) => name.endsWith(".jsonl"));
  return join(saves, games.toSorted().at(-1) ?? "");
}
