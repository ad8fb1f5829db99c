import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { parseJournal } from "../../src/journal/index.ts";
import { tadmorHere } from "../support/cli.ts";
import { openPane, type Pane } from "./pane.ts";

const PROGRAM = resolve("bin/tadmor.js");
const directory = mkdtempSync(join(tmpdir(), "tadmor-whole-"));
let pane: Pane | null = null;

afterEach(() => {
  pane?.close();
  rmSync(directory, { recursive: true, force: true });
});

function open(file: string): Pane {
  const command = `cd '${directory}' && '${process.execPath}' '${PROGRAM}' play ${file}; echo "ended with $?"; cat`;
  pane = openPane(command, 120, 40, { TADMOR_SAVES: directory });
  return pane;
}

const SCREENS: readonly (readonly [shows: RegExp, keys: readonly string[]])[] = [
  // What is being done takes no key: another would wait, and mean something else afterwards.
  [/working…|opening…/, []],
  [/Seal your orders for turn/, ["Enter"]],
  [/Press Enter when nobody else is looking/, ["Enter"]],
  [/All orders for turn \d+ are sealed/, ["Enter"]],
  [/Space (?:pause|play) /, ["Enter"]],
  [/Commit turn \d+\?/, ["Enter"]],
  [/White's desk[^]*commit/, ["c"]],
  [/Your brief: /, ["Enter"]],
  [/e: seal and end the turn/, [":", ..."seal", "Enter"]],
  [/What happened in turn/, ["o"]],
  [/Esc back/, ["Escape"]],
];

/** Presses what each screen wants until the screen shows this. */
async function playUntil(game: Pane, end: RegExp): Promise<void> {
  for (let step = 0; step < 1500; step++) {
    const shown = game.screen();
    if (end.test(shown)) return;
    const keys = SCREENS.find(([shows]) => shows.test(shown))?.[1];
    for (const key of keys ?? []) game.press(key);
    // What a key leads to is painted before the screen is read again.
    await changed(game, shown);
  }
  throw new Error(`never came to ${end}:\n${game.screen()}`);
}

/** Waits a moment for another screen; one that stays is read again. */
async function changed(game: Pane, before: string): Promise<void> {
  const other = () => expect(game.screen()).not.toBe(before);
  await vi.waitFor(other, { timeout: 1000, interval: 40 }).catch(() => undefined);
}

const tadmor = async (...argv: string[]) => (await tadmorHere(...argv)).exit;

function linesOf(file: string) {
  const read = parseJournal(readFileSync(file, "latin1"));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.journal.entries.map(({ line }) => line);
}

const digestsOf = (file: string) =>
  linesOf(file).flatMap((line) => (line.kind === "commit" ? [line.digest] : []));

/** Plays the sealed orders of a journal again, each by way of a packet, on the same dice. */
async function byPackets(file: string): Promise<string> {
  const again = join(directory, "again.jsonl");
  const [header = ""] = readFileSync(file, "latin1").split("\n");
  writeFileSync(again, `${header}\n`);
  for (const line of linesOf(file)) {
    if (line.kind === "orders") {
      const at = (name: string) => join(directory, `${line.turn}-${line.seat}.${name}`);
      writeFileSync(at("txt"), line.orders.join("\n"));
      const packet = ["brief", again, "--seat", line.seat, "-o", at("packet.json")];
      expect(await tadmor(...packet)).toBe(0);
      const orders = ["orders", at("packet.json"), "-o", at("json"), "--from", at("txt")];
      expect(await tadmor(...orders)).toBe(0);
      expect(await tadmor("collect", again, at("json"))).toBe(0);
    }
    if (line.kind === "commit") expect(await tadmor("collect", again, "--adjudicate")).toBe(0);
  }
  return again;
}

it("plays twelve turns of Red, Blue and White by keys, saved and resumed, and by packets alike", async () => {
  const game = open("");
  await game.shows("New game");
  game.press("n", "Right", "Right", "Right");
  await game.shows("A group for each side, and White");
  // The two patrons go their historical way: three seats make the game.
  for (const down of [7, 2]) {
    for (let at = 0; at < down; at++) game.press("Down");
    game.press("Right");
  }
  game.press("Enter");
  await playUntil(game, /turn 5\//);
  game.press("C-c");
  await game.shows("Leave?");
  game.press("y");
  await game.shows("ended with 0");
  game.close();
  const [name = ""] = readdirSync(directory).filter((file) => file.endsWith(".jsonl"));
  const file = join(directory, name);
  const halfway = digestsOf(file).length;
  expect(halfway).toBeGreaterThanOrEqual(4);

  await playUntil(open(file), /the game is over|The game is over/);
  const digests = digestsOf(file);
  expect(digests).toHaveLength(12);
  expect(await tadmor("verify", file)).toBe(0);

  const again = await byPackets(file);
  expect(digestsOf(again)).toEqual(digests);
  expect(await tadmor("verify", again)).toBe(0);
}, 400_000);
