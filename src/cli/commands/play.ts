import { createArchive, savesDirectory } from "../../edge/archive.ts";
import { loadPlayed, loadScenario } from "../../edge/load.ts";
import type { Problem } from "../../engine/index.ts";
import type { Read } from "../../scenarios/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { type Chosen, portsOf } from "../ports.ts";
import { printProblems } from "../problems.ts";
import { exitOf, looksLikeJournal, readJournal } from "../read-journal.ts";
import { history } from "./history.ts";
import { replay } from "./replay.ts";

/** Flags of `tadmor play`. */
export interface PlayFlags extends SharedFlags {
  readonly length?: string | undefined;
  readonly variant?: string | undefined;
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

function chosenBy(name: string | undefined, { variant }: PlayFlags): Read<Chosen> {
  return { ok: true, value: { name: name ?? null, variant } };
}

/** The scenario that a saved game was begun with. */
function chosenIn(file: string): Read<Chosen> {
  const read = readJournal(file);
  if (!read.ok) return read;
  const { scenario } = read.journal.header;
  const loaded = loadPlayed(read.journal.header);
  if (!loaded.ok) return loaded;
  const { variant } = scenario;
  return { ok: true, value: { name: scenario.file ?? scenario.id, variant: variant ?? undefined } };
}

async function start(
  io: Io,
  chosen: Chosen,
  length: string | undefined,
  open: string | null,
): Promise<Exit> {
  const loaded = loadScenario(chosen.name, { length, variant: chosen.variant });
  if (!loaded.ok) return refuse(io, chosen.name ?? "tadmor play", loaded.problems);
  const saves = savesDirectory(process.env, process.cwd());
  const ports = portsOf(chosen, loaded.value, createArchive(saves), saves);
  // React paints twice as slowly, and warns, unless it is told that nobody develops it here.
  process.env["NODE_ENV"] ??= "production";
  const { runGame } = await import("../../ui/index.tsx");
  const { stdin, stdout } = process;
  await runGame(ports, { open, colour: io.colour, stdin, stdout });
  return EXIT.done;
}
