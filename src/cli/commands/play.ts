import { createArchive, savesDirectory } from "../../edge/archive.ts";
import { loadPlayed, loadScenario } from "../../edge/load.ts";
import type { Problem } from "../../engine/index.ts";
import type { Read } from "../../scenarios/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { aimsAsked } from "../load-run.ts";
import { portsOf } from "../ports.ts";
import { printProblems } from "../problems.ts";
import { exitOf, looksLikeJournal, readJournal } from "../read-journal.ts";
import { history } from "./history.ts";
import { replay } from "./replay.ts";

/** Flags of `tadmor play`. */
export interface PlayFlags extends SharedFlags {
  readonly length?: string | undefined;
  readonly variant?: string | undefined;
  readonly aim?: readonly string[] | undefined;
}

/** What the game was asked for with. */
interface Chosen {
  /** Id or path; null for the default. */
  readonly name: string | null;
  readonly variant: string | undefined;
  readonly aim: readonly string[];
}

/** `tadmor play`: the game; without a terminal it tells what happened and ends. */
export async function play(io: Io, operands: readonly string[], flags: PlayFlags): Promise<Exit> {
  const [name] = operands;
  const journal = name !== undefined && looksLikeJournal(name) ? name : null;
  if (!io.interactive) {
    return journal === null ? history(io, operands, flags) : replay(io, operands, flags);
  }
  const chosen = journal === null ? chosenBy(name, flags) : chosenIn(journal);
  if (!chosen.ok) return refuse(io, name ?? "tadmor play", chosen.problems);
  return start(io, chosen.value, flags.length, journal);
}

function refuse(io: Io, input: string, problems: readonly Problem[]): Exit {
  printProblems(io, input, problems);
  return exitOf(problems);
}

function chosenBy(name: string | undefined, { variant, aim }: PlayFlags): Read<Chosen> {
  return { ok: true, value: { name: name ?? null, variant, aim: aim ?? [] } };
}

/** The scenario that a saved game was begun with. */
function chosenIn(file: string): Read<Chosen> {
  const read = readJournal(file);
  if (!read.ok) return read;
  const { scenario } = read.journal.header;
  const loaded = loadPlayed(read.journal.header);
  if (!loaded.ok) return loaded;
  const { variant } = scenario;
  const name = scenario.file ?? scenario.id;
  return { ok: true, value: { name, variant: variant ?? undefined, aim: [] } };
}

async function start(
  io: Io,
  chosen: Chosen,
  length: string | undefined,
  open: string | null,
): Promise<Exit> {
  const loaded = loadScenario(chosen.name, { length, variant: chosen.variant });
  if (!loaded.ok) return refuse(io, chosen.name ?? "tadmor play", loaded.problems);
  const aims = aimsAsked(loaded.value, chosen.aim);
  if (!aims.ok) return refuse(io, "tadmor play", aims.problems);
  const saves = savesDirectory(process.env, process.cwd());
  const ports = portsOf({ ...chosen, aims: aims.value }, loaded.value, createArchive(saves), saves);
  // React paints twice as slowly, and warns, unless it is told that nobody develops it here.
  process.env["NODE_ENV"] ??= "production";
  const { runGame } = await import("../../ui/index.tsx");
  const { stdin, stdout } = process;
  await runGame(ports, { open, colour: io.colour, stdin, stdout });
  return EXIT.done;
}
