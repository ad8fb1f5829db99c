import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../../../src/engine/index.ts";
import { parseJournal } from "../../../src/journal/index.ts";
import { picksFrom } from "../random-game.ts";
import { Died, type Fault, ONCE, plant, type Planted } from "./faults.ts";
import { goOn, namesIn, placeIn, playOn, type Playing, removeLocks, STEPS } from "./game.ts";
import type { Trial } from "./trial.ts";
import { badWords } from "./words.ts";

/** What was acknowledged: lines of the game, and whole files. */
interface Acknowledged {
  file: string;
  lines: number;
  readonly whole: Set<string>;
}

/** Files as the undisturbed game leaves them, by where they are. */
type Files = ReadonlyMap<string, string>;

let undisturbed: Promise<{ files: Files; calls: number }> | null = null;

/** Calls to the disk that the undisturbed game makes. */
export async function callsOfGame(): Promise<number> {
  return (await once()).calls;
}

function once() {
  return (undisturbed ??= (async () => {
    const directory = mkdtempSync(join(tmpdir(), "tadmor-durable-"));
    const planted = plant(directory, null, 0, picksFrom(1));
    try {
      const { told } = await played(placeIn(directory), planted, null);
      if (told.length > 0) throw new Error(JSON.stringify(told));
    } finally {
      planted.lift();
    }
    const files = filesIn(directory);
    rmSync(directory, { recursive: true });
    return { files, calls: planted.calls() };
  })());
}

/** Plays the game with a fault in one call, then opens what is left with a whole disk and goes on. */
export async function gameTrial(fault: Fault, at: number, seed: number): Promise<Trial> {
  const { files } = await once();
  const pick = picksFrom(seed);
  const directory = mkdtempSync(join(tmpdir(), "tadmor-durable-"));
  const planted = plant(directory, fault, at, pick);
  const playing = placeIn(directory);
  let found: Awaited<ReturnType<typeof played>>;
  try {
    found = await played(playing, planted, fault);
    if (!planted.isDead()) close(playing);
  } finally {
    planted.lift();
  }
  removeLocks(playing.saves);
  const lost = [
    ...found.lost,
    ...found.told.flatMap((problem) => badWords(problem)),
    ...leftIn(directory, found.acknowledged, files),
    ...(await goneOnWith(directory, found.acknowledged)),
  ];
  rmSync(directory, { recursive: true, force: true });
  return {
    struck: planted.struck(),
    lost,
    told: found.told.map(({ message, hint }) => `${message}; ${hint}`),
  };
}

/** Takes step after step until one is refused, or the program is dead. */
async function played(playing: Playing, planted: Planted, fault: Fault | null) {
  const acknowledged: Acknowledged = { file: "", lines: 0, whole: new Set() };
  const told: Problem[] = [];
  const lost: string[] = [];
  const before = { names: new Set<string>() };
  for (const step of STEPS) {
    let tries = fault !== null && ONCE.includes(fault) ? 2 : 1;
    let isDone = false;
    while (!isDone && tries-- > 0) {
      try {
        const outcome = await step.take(playing);
        if (planted.isDead()) return { acknowledged, told, lost };
        isDone = outcome.ok;
        if (!outcome.ok) told.push(...outcome.problems);
        if (!outcome.ok && told.length > 0 && tries === 0 && fault !== null && ONCE.includes(fault))
          lost.push(`"${step.name}" is refused though the disk is whole again`);
      } catch (error) {
        if (planted.isDead() && error instanceof Died) return { acknowledged, told, lost };
        lost.push(`"${step.name}" ended in an exception: ${String(error)}`);
        return { acknowledged, told, lost };
      }
    }
    if (!isDone) return { acknowledged, told, lost };
    acknowledge(playing, acknowledged, before.names);
  }
  return { acknowledged, told, lost };
}

/** Whatever is there when a step was acknowledged must stay. */
function acknowledge(playing: Playing, known: Acknowledged, seen: Set<string>): void {
  known.file = playing.file;
  if (playing.game !== null) known.lines = playing.game.journal().entries.length;
  for (const [name] of filesIn(join(playing.saves, ".."))) {
    if (!seen.has(name) && isWhole(name, playing.file)) known.whole.add(name);
    seen.add(name);
  }
}

/** Files that are written once, and not line by line. */
function isWhole(name: string, game: string): boolean {
  return !name.endsWith(".tmp") && !game.endsWith(name);
}

function close(playing: Playing): void {
  try {
    playing.table?.close();
  } catch (error) {
    throw new Error(`the game could not be left: ${String(error)}`, { cause: error });
  }
}

/** Files of saves and packets, by their path from the directory. */
function filesIn(directory: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const room of ["saves", "packets"]) {
    for (const name of namesIn(join(directory, room))) {
      if (name.endsWith(".lock")) continue;
      files.set(`${room}/${name}`, readFileSync(join(directory, room, name), "latin1"));
    }
  }
  return files;
}

/** What is wrong with what is left, before anybody touched it. */
function leftIn(directory: string, known: Acknowledged, files: Files): string[] {
  const left = filesIn(directory);
  const wrong: string[] = [];
  for (const name of known.whole) if (!left.has(name)) wrong.push(`${name} is gone`);
  for (const [name, text] of left) {
    if (name.endsWith(".tmp") || known.file.endsWith(name)) continue;
    const whole = files.get(name);
    // A game that was refused when it had begun is there with its first line.
    const isBegun = name.endsWith(".jsonl") && text === headerOf(files);
    if (whole !== text && !isBegun) wrong.push(`${name} is not as it was written: ${text.length}`);
  }
  return [...wrong, ...linesLost(left, known, files)];
}

const GAME = "saves/two-fords-1.jsonl";

function headerOf(files: Files): string {
  return `${files.get(GAME)?.split("\n")[0]}\n`;
}

function linesLost(left: Files, known: Acknowledged, files: Files): string[] {
  if (known.lines === 0) return [];
  const name = [...left.keys()].find((one) => known.file.endsWith(one));
  const text = name === undefined ? "" : (left.get(name) ?? "");
  const expected = (files.get(GAME) ?? "").split("\n").slice(0, -1);
  const whole = text.split("\n").slice(0, -1);
  const wrong: string[] = [];
  if (whole.length < known.lines)
    wrong.push(`${known.lines} lines were written, ${whole.length} are there`);
  if (whole.length > known.lines + 1)
    wrong.push(`${whole.length} lines are there, ${known.lines} were written`);
  if (whole.some((line, at) => line !== expected[at])) wrong.push("a line is another");
  if (!parseJournal(text).ok) wrong.push("the game cannot be read");
  return wrong;
}

/** Opens the game with the plain program, plays it to its end, and reads it once more. */
async function goneOnWith(directory: string, { file }: Acknowledged): Promise<string[]> {
  const playing = placeIn(directory);
  const unreadable = playing.archive.list().filter(({ summary }) => !summary.ok);
  const wrong = unreadable.map(({ name }) => `${name} is listed and cannot be opened`);
  if (file === "" || !existsSync(file)) return wrong;
  const torn = readFileSync(file, "latin1").replace(/^.*\n/gm, "");
  const table = await goOn(playing, file);
  if (!table.ok) return [...wrong, `the game does not open: ${JSON.stringify(table.problems)}`];
  const dropped = playing.game?.dropped?.bytes ?? 0;
  if (dropped !== torn.length) wrong.push(`${torn.length} bytes are torn, told are ${dropped}`);
  const end = playOn(table.value);
  if (!end.ok) wrong.push(`the game does not go on: ${JSON.stringify(end.problems)}`);
  table.value.close();
  if (torn !== "" && !readFileSync(`${file}.cut`, "latin1").includes(torn))
    wrong.push("what was torn off is not kept");
  const again = await goOn(placeIn(directory), file);
  if (!again.ok) wrong.push(`it does not open again: ${JSON.stringify(again.problems)}`);
  else again.value.close();
  return wrong;
}
