/** Every door by which text from outside comes in, with true texts that go through it. */
import { readdirSync, readFileSync } from "node:fs";
import { loadGame } from "../../../src/cli/load-game.ts";
import { runAsJournal } from "../../../src/cli/open-run.ts";
import { checkWorld, observe, startWorld, step, createChance } from "../../../src/engine/index.ts";
import { checkOrder, formatOrder, parseOrder, type Problem } from "../../../src/engine/player.ts";
import {
  formatSealed,
  type Journal,
  openTable,
  type Packet,
  packetOf,
  parseAnswer,
  parseJournal,
  parsePacket,
  PERSON,
  recompute,
  startJournal,
  unsaved,
} from "../../../src/journal/index.ts";
import { answerTo } from "../../../src/journal/packet/answer.ts";
import {
  readClaim,
  readCoa,
  readDesign,
  readExcursion,
  readIndex,
  readParameters,
  readScenario,
  type Scenario,
} from "../../../src/scenarios/index.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";
import { ERC_1 } from "../small-scenario.ts";

/** What a text came to: the problems it was refused for, or none when it was taken. */
export interface Door {
  readonly name: string;
  /** True texts, to be spoilt. */
  readonly texts: readonly string[];
  /** Problems; empty when the text was taken. Throws only for a bug. */
  readonly read: (text: string) => readonly Problem[] | Promise<readonly Problem[]>;
  /** Draws a text anew, where true ones cannot be spoilt without harm. */
  readonly draw?: (pick: Pick) => string;
}

const SCENARIOS = new URL("../../../scenarios/", import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, SCENARIOS), "utf8");
const textsIn = (folder: string) =>
  readdirSync(new URL(folder, SCENARIOS)).map((name) => textOf(`${folder}/${name}`));

const game = valueOf(loadGame(null, {}));
const { scenario } = game;
const { setup } = scenario;
const tutorial = textOf("two-fords.json");
const journal = runAsJournal(valueOf(loadGame("two-fords", {})), "fuzz", 1);
const lesson = valueOf(loadGame("two-fords", {})).scenario;
const packet = packetOfOne();
const answer = answerTo(packet, orderLines());

/** Doors of files, then of lines. */
export const DOORS: readonly Door[] = [
  door("scenario", [tutorial, textOf("palmyra-2016.json")], (text) => {
    const read = readScenario(text, ERC_1);
    if (read.ok) playable(read.value);
    return read;
  }),
  door("parameters", [ERC_1], readParameters),
  door("course of action", textsIn("coas/palmyra-2016"), (text) => readCoa(text, setup)),
  door("excursion", [excursionText()], (text) => {
    const read = readExcursion(text);
    if (!read.ok) return read;
    return readScenario(tutorial, ERC_1, { patch: read.value.patch });
  }),
  door("design", textsIn("designs/palmyra-2016"), (text) => readDesign(text, scenario)),
  door("claim", textsIn("claims/palmyra-2016"), (text) => readClaim(text, scenario)),
  door("index", [textOf("index.json")], readIndex),
  door("journal", [journal], (text) => {
    const read = parseJournal(text);
    // A line that is whole and does not recompute is a finding, and no bug.
    if (read.ok) recompute(lesson.setup, read.journal);
    return read;
  }),
  door("packet", [formatSealed(packet)], parsePacket),
  door("packet under a true seal", [JSON.stringify(packet)], (text) => parsePacket(resealed(text))),
  door("sealed orders", [formatSealed(answer)], parseAnswer),
  door("sealed orders under a true seal", [JSON.stringify(answer)], (text) =>
    parseAnswer(resealed(text)),
  ),
  { name: "order line", texts: orderLines(), read: readOrder },
];

type Reads = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

function door(name: string, texts: readonly string[], read: (text: string) => Reads): Door {
  return {
    name,
    texts,
    read: (text) => {
      const found = read(text);
      if (!found.ok && found.problems.length === 0) throw new Error("refused without a problem");
      return found.ok ? [] : found.problems;
    },
  };
}

/** What was taken can be played: a check that lets a broken scenario through is no check. */
function playable({ setup: taken }: Scenario): void {
  const chance = createChance("fuzz", taken);
  const input = { orders: {}, rulings: [], injects: [] };
  const { world } = step(taken, startWorld(taken), input, chance, "plain");
  const broken = checkWorld(taken, world);
  if (broken.length > 0) throw new Error(`taken, but after a turn ${broken.join("; ")}`);
}

function orderLines(): string[] {
  return readTrue(journal).entries.flatMap(({ line }) =>
    line.kind === "commit" ? Object.values(line.orders).flat() : [],
  );
}

/** An order that can be read can be written, and judged. */
function readOrder(text: string): readonly Problem[] {
  const read = parseOrder(text);
  if (!read.ok) return [read.problem];
  const again = parseOrder(formatOrder(read.order));
  if (!again.ok || formatOrder(again.order) !== formatOrder(read.order)) {
    throw new Error(`read, but not the same when written: ${formatOrder(read.order)}`);
  }
  const { setup: theirs } = lesson;
  for (const seat of Object.keys(theirs.seats)) {
    checkOrder(observe(theirs, startWorld(theirs), seat), read.order);
  }
  return [];
}

function excursionText(): string {
  const patch = [{ op: "replace", path: "/title", value: "Otherwise" }];
  const excursion = { scenario: "two-fords", title: "Another name", reason: "to be spoilt", patch };
  return JSON.stringify({ format: "tadmor-excursion/1", ...excursion }, null, 2);
}

/** The packet of a person at the first commanding seat of the tutorial's game. */
function packetOfOne(): Packet {
  const { header } = readTrue(journal);
  const { kind: _kind, format: _format, engine: _engine, ...fields } = header;
  const [seat = ""] = Object.keys(fields.players);
  const book = unsaved(startJournal({ ...fields, players: { [seat]: PERSON } }).journal);
  const table = valueOf(openTable(lesson.setup, book, {}));
  return valueOf(packetOf(book.journal(), table, seat));
}

function readTrue(text: string): Journal {
  const read = parseJournal(text);
  if (!read.ok) throw new Error("the journal of the fuzzer is none");
  return read.journal;
}

/** A spoilt text under a true seal: what a forger would send, past the sum. */
export function resealed(text: string): string {
  try {
    const data = JSON.parse(text);
    return typeof data === "object" && data !== null ? formatSealed(data) : text;
  } catch {
    return text;
  }
}

function valueOf<T>(read: { ok: true; value: T } | { ok: false; problems: readonly Problem[] }): T {
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("; "));
  return read.value;
}
