// npm run durability [-- --every N] [--kills N] [--from SEED]: plants every fault in every write of a game, of
// an experiment and of pages, opens what is left and goes on; then kills the built program (npm run build)
// N times for real, and starts two on one game. Exit 1 when anything was lost or believed in half.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readOnly, removed, twoPrograms } from "../tests/support/durability/company.ts";
import { FAULTS } from "../tests/support/durability/faults.ts";
import { callsOfGame, gameTrial } from "../tests/support/durability/game-trial.ts";
import {
  endRun,
  killGame,
  type Killed,
  killRun,
  removeLocks,
} from "../tests/support/durability/kills.ts";
import type { Trial } from "../tests/support/durability/trial.ts";
import { callsOfWork, workTrial } from "../tests/support/durability/work-trial.ts";
import { WORKS } from "../tests/support/durability/works.ts";
import { picksFrom } from "../tests/support/random-game.ts";

const { values: flags } = parseArgs({
  options: { every: { type: "string" }, kills: { type: "string" }, from: { type: "string" } },
});
const every = Number(flags.every ?? 1);
const kills = Number(flags.kills ?? 40);
const from = Number(flags.from ?? 1);
let lost = 0;

function report(where: string, found: readonly string[]): void {
  lost += found.length;
  for (const what of found) console.log(`${where}: ${what}`);
}

/** Every fault in one of so many calls. */
async function plantAll(
  name: string,
  calls: number,
  step: number,
  trial: (fault: (typeof FAULTS)[number], at: number) => Promise<Trial>,
): Promise<number> {
  let planted = 0;
  for (const fault of FAULTS) {
    for (let at = 1; at <= calls; at += step) {
      const found = await trial(fault, at);
      if (found.struck !== null) planted++;
      report(`${name}, ${fault} at ${at} (${found.struck})`, found.lost);
    }
  }
  console.log(`${name}: ${calls} calls to the disk, ${planted} faults planted.`);
  return planted;
}

async function plantEverywhere(): Promise<number> {
  let planted = await plantAll("a game", await callsOfGame(), every, (fault, at) =>
    gameTrial(fault, at, from + at),
  );
  for (const work of WORKS) {
    planted += await plantAll(work.name, await callsOfWork(work), every * work.oneOf, (fault, at) =>
      workTrial(work, fault, at, from + at),
    );
  }
  return planted;
}

/** Every fifth time the lock of the dead is waited for, as by somebody who knows nothing of it. */
const LEFT_EVERY = 5;
const MOST_OF_A_RUN = 20_000;

async function killAll(directory: string): Promise<number> {
  const pick = picksFrom(from);
  const saves = join(directory, "saves");
  mkdirSync(saves);
  let survived = 0;
  const count = (name: string, at: number, { wasKilled, lost: found }: Killed) => {
    if (wasKilled && found.length === 0) survived++;
    report(`${name}, kill ${at}`, found);
  };
  for (let at = 1; at <= kills; at++) {
    count("a game", at, await killGame(saves, pick));
    if (at % LEFT_EVERY !== 0) removeLocks(saves);
  }
  const [unbroken, broken] = [join(directory, "unbroken"), join(directory, "broken")];
  report("an experiment", await endRun(unbroken));
  for (let at = 1; at <= kills / 4; at++) {
    count("an experiment", at, await killRun(broken, pick(MOST_OF_A_RUN)));
    if (at % LEFT_EVERY !== 0 && existsSync(broken)) removeLocks(broken);
  }
  report("an experiment that was killed", await endRun(broken));
  report("an experiment that was killed", differences(unbroken, broken));
  return survived;
}

function differences(expected: string, found: string): readonly string[] {
  const names = [...new Set([...readdirSync(expected), ...readdirSync(found)])];
  const bytes = (directory: string, name: string) =>
    existsSync(join(directory, name)) ? readFileSync(join(directory, name), "base64") : null;
  return names
    .filter((name) => bytes(expected, name) !== bytes(found, name))
    .map((name) => `${name} has other bytes`);
}

const directory = mkdtempSync(join(tmpdir(), "tadmor-durability-"));
const planted = await plantEverywhere();
const survived = kills > 0 ? await killAll(directory) : 0;
if (kills > 0) {
  const room = (name: string) => {
    mkdirSync(join(directory, name));
    return join(directory, name);
  };
  for (const meet of [twoPrograms, readOnly, removed]) {
    const { name, lost: found } = await meet(room(meet.name));
    report(name, found);
    if (found.length === 0) console.log(`${name}: told, nothing lost.`);
  }
}
rmSync(directory, { recursive: true, force: true });
console.log(`${planted} faults planted, ${survived} kills survived; lost: ${lost}.`);
process.exit(lost > 0 ? 1 : 0);
