/** The built program, killed by `kill -9` at moments of its own choosing, with real files. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fold, parseJournal } from "../../../src/journal/index.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";

/** What became of a program that was started to be killed. */
export interface Killed {
  /** False when it was done before. */
  readonly wasKilled: boolean;
  readonly lost: readonly string[];
}

const PROGRAM = resolve("bin/tadmor.js");
const LOOK_MS = 5;
const LONGEST_MS = 120_000;

interface Started {
  /** What it said until now, as one line: it is read over the ends of lines. */
  said(): string;
  type(text: string): void;
  kill(): Promise<void>;
  /** Null while it runs. */
  exit(): number | null;
}

/** Starts the program as somebody does in a shell; its input stays open. */
export function start(
  argv: readonly string[],
  { saves, uid }: { readonly saves?: string; readonly uid?: number } = {},
): Started {
  const child = spawn(process.execPath, [PROGRAM, ...argv], {
    env: { ...process.env, ...(saves === undefined ? {} : { TADMOR_SAVES: saves }) },
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let said = "";
  let exit: number | null = null;
  const hear = (text: Buffer) => void (said += text.toString().replaceAll(/\s+/g, " "));
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.stdin.on("error", () => undefined);
  const ended = new Promise<void>((resolved) =>
    child.on("close", (code) => {
      exit = code ?? -1;
      resolved();
    }),
  );
  return {
    said: () => said,
    type: (text) => void child.stdin.write(text),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    exit: () => exit,
  };
}

/** Waits until something holds, or the program has ended, or for two minutes at most; says whether it holds. */
export async function waitFor(program: Started, holds: () => boolean): Promise<boolean> {
  const until = performance.now() + LONGEST_MS;
  while (performance.now() < until) {
    if (holds()) return true;
    if (program.exit() !== null) return holds();
    await setTimeout(LOOK_MS);
  }
  return false;
}

const A_TURN = "seal\nyes\n\n";
const BEGIN = "new\n1\nbegin\n\n";
const TURNS = 5;
/** About as much as a game says. */
const LETTERS = 9000;

/** Begins a game in a directory or goes on with its last, and kills it when it has said so many letters. */
export async function killGame(saves: string, pick: Pick): Promise<Killed> {
  const open = gamesIn(saves).find(({ turns }) => turns < TURNS);
  const game = start(["play", open?.file ?? "two-fords", "--plain"], { saves });
  game.type(`${open === undefined ? BEGIN : "\n"}${A_TURN.repeat(TURNS)}`);
  const letters = pick(LETTERS);
  const isEnough = await waitFor(
    game,
    () => game.said().length >= letters || game.said().includes("The game is over"),
  );
  const wasKilled = game.exit() === null;
  await game.kill();
  const said = game.said();
  const told = [...said.matchAll(/What happened in turn (\d+)/g)].map(([, turn]) => Number(turn));
  const file = open?.file ?? /saved in (\S+\.jsonl)/.exec(said)?.[1];
  const lost = [
    ...(isEnough ? [] : [`it ended or hung: ${said.slice(-300)}`]),
    ...(file === undefined ? [] : gameLost(file, Math.max(0, ...told), open?.text ?? "")),
  ];
  return { wasKilled, lost };
}

function gameLost(file: string, told: number, before: string): string[] {
  const text = readFileSync(file, "latin1");
  const read = parseJournal(text);
  if (!read.ok) return [`${file} cannot be read: ${read.problems[0]?.message}`];
  const turns = fold(read.journal).committed.length;
  const whole = before.slice(0, before.lastIndexOf("\n") + 1);
  return [
    ...(turns < told ? [`turn ${told} was told, ${turns} are in ${file}`] : []),
    ...(text.startsWith(whole) ? [] : [`${file} has lost lines it had`]),
  ];
}

function gamesIn(saves: string) {
  return readdirSync(saves)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => join(saves, name))
    .flatMap((file) => {
      const text = readFileSync(file, "latin1");
      const read = parseJournal(text);
      return read.ok ? [{ file, text, turns: fold(read.journal).committed.length }] : [];
    });
}

/** Takes locks away that a program left which was killed; without it the next one waits five seconds. */
export function removeLocks(directory: string): void {
  for (const name of readdirSync(directory))
    if (name.endsWith(".lock")) rmdirSync(join(directory, name));
}

const RUN = ["run", "two-fords", "--runs", "300", "--jobs", "1", "--quiet"];

/** Plays an experiment into a directory, or goes on with it, and kills it when it has so many bytes of rows. */
export async function killRun(directory: string, bytes: number): Promise<Killed> {
  const program = start([...RUN, isBegun(directory) ? "--resume" : "--out", directory]);
  const csv = join(directory, "runs.csv");
  await waitFor(program, () => existsSync(csv) && statSync(csv).size >= bytes);
  const exit = program.exit();
  await program.kill();
  const lost = exit === null || exit === 0 ? [] : [`exit ${exit}: ${program.said()}`];
  return { wasKilled: exit === null, lost };
}

/** Plays an experiment to its end; what it said where it did not end well. */
export async function endRun(directory: string): Promise<readonly string[]> {
  const program = start([...RUN, isBegun(directory) ? "--resume" : "--out", directory]);
  await waitFor(program, () => false);
  return program.exit() === 0 ? [] : [`exit ${program.exit()}: ${program.said()}`];
}

function isBegun(directory: string): boolean {
  return existsSync(join(directory, "design.json"));
}
