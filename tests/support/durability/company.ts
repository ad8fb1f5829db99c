/** What a machine does to a program for real: another program, no permission, a limit on files. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { start, waitFor } from "./kills.ts";

const BEGIN = "new\n1\nbegin\n\n";

/** A name and what went wrong; nothing when all is well. */
export interface Found {
  readonly name: string;
  readonly lost: readonly string[];
}

/** Two programs on one saved game: the second is refused, and goes on with it when the first is killed. */
export async function twoPrograms(saves: string): Promise<Found> {
  const first = start(["play", "two-fords", "--plain"], { saves });
  first.type(BEGIN);
  await waitFor(first, () => first.said().includes("Enter goes on to your orders"));
  const file = join(saves, "two-fords-1.jsonl");
  const second = start(["play", file, "--plain"], { saves });
  const isRefused = await waitFor(second, () => second.said().includes("another program"));
  await second.kill();
  first.type("seal\nyes\n");
  const plays = await waitFor(first, () => first.said().includes("What happened in turn 1"));
  await first.kill();
  const lines = readFileSync(file, "latin1").split("\n").length - 1;
  const third = start(["play", file, "--plain"], { saves });
  const goesOn = await waitFor(third, () =>
    /turn 2 of 5|What happened in turn 1/.test(third.said()),
  );
  await third.kill();
  return found("two programs on one game", {
    [`the second was not refused: ${second.said().slice(-300)}`]: isRefused,
    "the first could not go on": plays,
    [`lines: ${lines}, expected 3`]: lines === 3,
    [`after a kill the next does not open it: ${third.said().slice(-300)}`]: goesOn,
  });
}

/** Somebody whom nobody knows; root alone may become another. */
const NOBODY = 65_534;

/** A directory that nothing can be written to. */
export async function readOnly(directory: string): Promise<Found> {
  const saves = join(directory, "read-only");
  mkdirSync(saves);
  chmodSync(saves, 0o555);
  chmodSync(directory, 0o755);
  const who = process.getuid?.() === 0 ? { uid: NOBODY } : {};
  const game = start(["play", "two-fords", "--plain"], { saves, ...who });
  game.type(BEGIN);
  const isTold = await waitFor(game, () => game.said().includes("no permission"));
  await game.kill();
  const run = start(["run", "two-fords", "--runs", "3", "--out", join(saves, "out")], who);
  await waitFor(run, () => false);
  chmodSync(saves, 0o755);
  return found("a directory without permission", {
    [`the game does not say so: ${game.said().slice(-300)}`]: isTold,
    [`run: exit ${run.exit()}, ${run.said().slice(-300)}`]:
      run.exit() === 2 && run.said().includes("file.denied"),
  });
}

/** A directory that is removed while a game in it is played. */
export async function removed(saves: string): Promise<Found> {
  const game = start(["play", "two-fords", "--plain"], { saves });
  game.type(BEGIN);
  await waitFor(game, () => game.said().includes("Enter goes on to your orders"));
  rmSync(saves, { recursive: true });
  game.type("seal\nyes\n");
  const isTold = await waitFor(game, () => game.said().includes("was changed while it was open"));
  await game.kill();
  return found("a directory that is removed", {
    [`it is not told: ${game.said().slice(-300)}`]: isTold && !existsSync(saves),
  });
}

function found(name: string, checks: Readonly<Record<string, boolean>>): Found {
  return { name, lost: Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [what])) };
}
