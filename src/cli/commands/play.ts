import { createArchive, savesDirectory } from "../../edge/archive.ts";
import { loadPlayed, loadScenario } from "../../edge/load.ts";
import type { Problem } from "../../engine/index.ts";
import type { PatchOperation, Read } from "../../scenarios/index.ts";
import { excursionAsked, type NamedExcursion, ofExcursion } from "../excursions.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import { gameOptions } from "../game-options.ts";
import type { Io } from "../io.ts";
import type { GameFlags } from "../load-game.ts";
import { aimsAsked } from "../load-run.ts";
import { portsOf } from "../ports.ts";
import { printProblems } from "../problems.ts";
import { exitOf, looksLikeJournal, readJournal } from "../read-journal.ts";
import { history } from "./history.ts";
import { replay } from "./replay.ts";

/** Flags of `tadmor play`. */
export interface PlayFlags
  extends SharedFlags,
    Pick<GameFlags, "length" | "variant" | "aim" | "excursion" | "set"> {
  readonly plain?: boolean | undefined;
  readonly ascii?: boolean | undefined;
}

/** What the game was asked for with. */
interface Chosen {
  /** Id or path; null for the default. */
  readonly name: string | null;
  readonly variant: string | undefined;
  readonly excursion: NamedExcursion | null;
  readonly aim: readonly string[];
}

/** `tadmor play`: the game; without a terminal, and not asked to go line by line, it tells a run. */
export async function play(io: Io, operands: readonly string[], flags: PlayFlags): Promise<Exit> {
  const [name] = operands;
  const journal = name !== undefined && looksLikeJournal(name) ? name : null;
  if (!io.interactive && !flags.plain) {
    return journal === null ? history(io, operands, flags) : replay(io, operands, flags);
  }
  const chosen = journal === null ? chosenBy(name, flags) : chosenIn(journal);
  if (!chosen.ok) return refuse(io, name ?? "tadmor play", chosen.problems);
  return start(io, chosen.value, flags, journal);
}

function refuse(io: Io, input: string, problems: readonly Problem[]): Exit {
  printProblems(io, input, problems);
  return exitOf(problems);
}

function chosenBy(name: string | undefined, flags: PlayFlags): Read<Chosen> {
  const excursion = excursionAsked(flags);
  if (!excursion.ok) return excursion;
  const { variant, aim = [] } = flags;
  return { ok: true, value: { name: name ?? null, variant, excursion: excursion.value, aim } };
}

/** The scenario that a saved game was begun with. */
function chosenIn(file: string): Read<Chosen> {
  const read = readJournal(file);
  if (!read.ok) return read;
  const { scenario } = read.journal.header;
  const loaded = loadPlayed(read.journal.header);
  if (!loaded.ok) return loaded;
  const name = scenario.file ?? scenario.id;
  const variant = scenario.variant ?? undefined;
  const excursion = playedExcursion(scenario.excursion as readonly PatchOperation[] | null);
  return { ok: true, value: { name, variant, excursion, aim: [] } };
}

function playedExcursion(patch: readonly PatchOperation[] | null): NamedExcursion | null {
  if (patch === null) return null;
  return { title: "", reason: "", patch, file: "of the saved game", fromFile: patch.length };
}

async function start(io: Io, chosen: Chosen, flags: PlayFlags, open: string | null): Promise<Exit> {
  const { name, variant, excursion } = chosen;
  const patch = excursion?.patch;
  const loaded = loadScenario(name, { length: flags.length, variant, patch });
  if (!loaded.ok) {
    return refuse(io, name ?? "tadmor play", ofExcursion(loaded.problems, excursion));
  }
  const aims = aimsAsked(loaded.value, chosen.aim);
  if (!aims.ok) return refuse(io, "tadmor play", aims.problems);
  const saves = savesDirectory(process.env, process.cwd());
  const begun = { name, variant, length: flags.length, patch: patch ?? null, aims: aims.value };
  const ports = portsOf(begun, loaded.value, createArchive(saves), saves);
  const options = gameOptions(io, open, flags);
  const { runGame } = await import("../../ui/index.tsx");
  await runGame(ports, options);
  return EXIT.done;
}
