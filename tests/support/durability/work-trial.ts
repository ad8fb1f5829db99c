import { existsSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/program.ts";
import { picksFrom } from "../random-game.ts";
import { type Fault, plant } from "./faults.ts";
import type { Trial } from "./trial.ts";
import { KEPT, type Work } from "./works.ts";

/** Bytes of every file, as hex, by its path from the directory. */
type Files = ReadonlyMap<string, string>;

const undisturbed = new Map<Work, Promise<{ files: Files; calls: number }>>();

/** Calls to the disk that a work makes when nothing is in its way. */
export async function callsOfWork(work: Work): Promise<number> {
  return (await whole(work)).calls;
}

function whole(work: Work): Promise<{ files: Files; calls: number }> {
  const known = undisturbed.get(work) ?? workInPeace(work);
  undisturbed.set(work, known);
  return known;
}

async function workInPeace(work: Work): Promise<{ files: Files; calls: number }> {
  const directory = mkdtempSync(join(tmpdir(), "tadmor-durable-"));
  const planted = plant(directory, null, 0, picksFrom(1));
  const { exit, err } = await done(work.command(directory)).finally(() => planted.lift());
  if (exit > 1) throw new Error(err);
  const files = filesIn(directory);
  rmSync(directory, { recursive: true });
  return { files, calls: planted.calls() };
}

/** Does a work with a fault in one call, looks at what is left, and does it once more. */
export async function workTrial(
  work: Work,
  fault: Fault,
  at: number,
  seed: number,
): Promise<Trial> {
  const { files } = await whole(work);
  const directory = mkdtempSync(join(tmpdir(), "tadmor-durable-"));
  const planted = plant(directory, fault, at, picksFrom(seed));
  const first = await done(work.command(directory)).finally(() => planted.lift());
  const lost = [
    ...(planted.isDead() ? [] : wordsMissing(first)),
    ...believed(filesIn(directory), files),
    ...(await goneOnWith(work, directory, files)),
  ];
  rmSync(directory, { recursive: true, force: true });
  const told = planted.isDead() || first.exit <= 1 ? [] : [first.err];
  return { struck: planted.struck(), lost, told };
}

interface Done {
  readonly exit: number;
  readonly err: string;
}

async function done(argv: readonly string[]): Promise<Done> {
  let err = "";
  const exit = await run(argv, {
    out: () => undefined,
    err: (text) => void (err += text),
    width: 80,
    interactive: false,
    colour: false,
  });
  return { exit, err };
}

/** Exit 2 with what to do, or no harm at all. */
function wordsMissing({ exit, err }: Done): string[] {
  if (exit <= 1) return [];
  if (exit !== 2) return [`exit ${exit}: ${err}`];
  const isWhole = /\b(file|results|archive)\.[a-z-]+/.test(err) && /hint: \S/.test(err);
  return isWhole && !err.includes("planted") ? [] : [`told without code or hint: ${err}`];
}

/** Files that are there in half, under a name that is believed; rows are read line by line. */
function believed(left: Files, expected: Files): string[] {
  return [...left]
    .filter(([name]) => !name.endsWith(".tmp") && !name.endsWith("runs.csv"))
    .filter(([name, bytes]) => expected.get(name) !== bytes)
    .map(([name, bytes]) => `${name} is there in half: ${bytes.length / 2} bytes`);
}

/** Does it again as somebody does who was told: what is done is moved away, what is begun is resumed. */
async function goneOnWith(work: Work, directory: string, expected: Files): Promise<string[]> {
  removeLocks(directory);
  const before = filesIn(directory);
  const outputs = [...before.keys()].filter((name) => !name.includes("/"));
  for (const name of outputs) rmSync(join(directory, name));
  const isBegun = existsSync(join(directory, KEPT, "design.json"));
  const again = await done(isBegun ? work.resume(directory) : work.command(directory));
  if (again.exit > 1) return [`once more: exit ${again.exit}: ${again.err}`];
  const left = filesIn(directory);
  const names = [...new Set([...left.keys(), ...expected.keys()])].filter(
    // What was half written beside its place, outside a directory of results, stays there.
    (name) => name.includes("/") || !name.endsWith(".tmp"),
  );
  return names
    .filter((name) => left.get(name) !== expected.get(name))
    .map((name) => `${name} has other bytes after it was done again`);
}

/** Locks of programs of which the test knows that they are dead. */
function removeLocks(directory: string): void {
  const lock = join(directory, KEPT, "design.json.lock");
  if (existsSync(lock)) rmdirSync(lock);
}

function filesIn(directory: string): Map<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        file.slice(directory.length + 1).replaceAll("\\", "/"),
        readFileSync(file).toString("hex"),
      ]),
  );
}
