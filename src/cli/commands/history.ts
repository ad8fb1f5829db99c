import { ENGINE_VERSION, type Problem, startWorld, type World } from "../../engine/index.ts";
import { playOut } from "../../lab/play-out.ts";
import {
  conflictLines,
  figureLines,
  finalHolders,
  foldMeasures,
  type Line,
  measureLines,
  paragraph,
  plain,
  recordTurnLines,
  summaryLines,
  type Telling,
  title,
  turnLines,
  workingLines,
} from "../../reports/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { excursionDocument } from "../design-document.ts";
import { EXIT, type Exit } from "../exit.ts";
import { changesOf } from "../experiment-document.ts";
import { DEFAULT_SEED, flagProblem, type SharedFlags, turnsAsked } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { type GameFlags, type LoadedGame, loadGame } from "../load-game.ts";
import { printPinned } from "../pinned.ts";
import { takenProblems } from "../print-to.ts";
import { printProblems } from "../problems.ts";
import { type TurnDocument, turnDocument, worldHash } from "../run-document.ts";

/** Flags of `tadmor history`. */
export interface HistoryFlags
  extends SharedFlags,
    Pick<GameFlags, "length" | "variant" | "aim" | "excursion" | "set"> {
  readonly record?: boolean | undefined;
  readonly why?: boolean | undefined;
  readonly pinned?: boolean | undefined;
  /** Where the pinned run goes as a saved game. */
  readonly output?: string | undefined;
}

/** `tadmor history`: one seeded run of the historical courses of action beside the record. */
export function history(io: Io, operands: readonly string[], flags: HistoryFlags): Exit {
  const name = operands[0] ?? null;
  const refuse = (problems: readonly Problem[]): Exit => {
    printProblems(io, name ?? "tadmor history", problems);
    return EXIT.badInput;
  };
  const { length, variant, aim, excursion, set } = flags;
  const clashes = clashProblems(flags);
  if (clashes.length > 0) return refuse(clashes);
  const loaded = loadGame(name, { length, variant, aim, excursion, set });
  if (!loaded.ok) return refuse(loaded.problems);
  const turns = turnsAsked(flags, longest(loaded.value));
  if (typeof turns !== "number") return refuse([turns]);
  const seed = flags.seed ?? DEFAULT_SEED;
  const asked = { ...loaded.value, seed, turns, flags };
  if (flags.pinned) {
    const problems = printPinned(io, { name, loaded: loaded.value, seed, turns, flags });
    return problems.length > 0 ? refuse(problems) : EXIT.done;
  }
  if (flags.record) printRecord(io, asked);
  else if (flags.json) printRunJson(io, asked);
  else printRun(io, asked);
  return EXIT.done;
}

/** Flags that do not go together, and a file that is there already. */
function clashProblems({ pinned, record, why, output }: HistoryFlags): readonly Problem[] {
  const hint = "tadmor history --pinned -o pinned.jsonl";
  const clash = (flag: string, message: string) => flagProblem(flag, "clash", message, hint);
  return [
    ...(pinned && record
      ? [clash("record", "--record: found it with --pinned, expected one of the two")]
      : []),
    ...(pinned && why ? [clash("why", "--why: found it with --pinned, expected it without")] : []),
    ...(output !== undefined && !pinned
      ? [clash("output", "--output: found it alone, expected it with --pinned")]
      : []),
    ...takenProblems("output", output),
  ];
}

/** The last turn that the game can have. */
function longest({ scenario: { setup } }: LoadedGame): number {
  return setup.turns + setup.hiddenTurns;
}

interface Asked extends LoadedGame {
  readonly seed: string;
  readonly turns: number;
  readonly flags: HistoryFlags;
}

function printRunJson(io: Io, asked: Asked): void {
  const { scenario, policies, aims, seed, turns: most, flags, excursion } = asked;
  const { setup, file } = scenario;
  const fold = foldMeasures(setup, file.measures);
  const turns: TurnDocument[] = [];
  playOut(setup, policies, seed, {
    turns: most,
    aims,
    onTurn: (played) => {
      fold.turn(played.events);
      turns.push(turnDocument(setup, played.turn, played.events, worldHash(played.world)));
    },
  });
  printJson(io, {
    scenario: { id: setup.id, hash: scenario.hash },
    seed,
    engine: ENGINE_VERSION,
    parameters: { id: setup.parameters.id, hash: scenario.parametersHash },
    length: flags.length ?? file.length,
    variant: flags.variant ?? null,
    excursion: excursionDocument(excursion),
    turns,
    measures: fold.result(),
    holders: finalHolders(fold.holders),
    finalHash: turns.at(-1)?.hash ?? worldHash(startWorld(setup, aims)),
  });
}

function tellingOf({ setup, file }: Scenario, width: number): Telling {
  return { names: setup, clock: setup.clock, record: file.record, width };
}

function printRun(io: Io, asked: Asked): void {
  const { scenario, policies, aims, seed, turns, flags } = asked;
  const { setup, file } = scenario;
  const telling = tellingOf(scenario, io.width);
  const fold = foldMeasures(setup, file.measures);
  if (!flags.quiet) printLines(io, headLines(asked, io.width));
  const world = playOut(setup, policies, seed, {
    turns,
    aims,
    onTurn: (played) => {
      fold.turn(played.events);
      if (flags.quiet) return;
      printLines(io, turnLines(telling, played.turn, played.events, fold.holders));
      if (flags.why) printLines(io, workingLines(setup, played.events).map(plain));
    },
  });
  const { holders, air } = fold;
  const measures = fold.result();
  const run = { setup, asked: file.measures, measures, holders, air, turn: fold.turns(), seed };
  if (flags.quiet) printLines(io, measureLines(telling, run));
  else printLines(io, [...summaryLines(telling, run), ...footLines(world)]);
}

function headLines(asked: Asked, width: number): Line[] {
  const { scenario, seed } = asked;
  const { setup, file, hash } = scenario;
  const changed = changesOf(asked, file.variants).map((change) => ` ${change}`);
  const about =
    `One run of the historical courses of action, in this model and with seed ${seed}, beside ` +
    `what the sources say. Another seed is another run; none of them is a prediction.`;
  return [
    ...title(setup.title, width),
    ...paragraph(`${about}${changed.join("")}`, { width }),
    plain(`Scenario ${setup.id}, ${hash.slice(0, 16)}…; engine ${ENGINE_VERSION}`),
    plain(""),
  ];
}

function footLines(world: World): Line[] {
  return [plain(`Digest of the world after turn ${world.turn}:`), plain(worldHash(world))];
}

/** The record alone, nothing simulated. */
function printRecord(io: Io, { scenario, turns, flags }: Asked): void {
  const { file, setup, hash } = scenario;
  if (flags.json) {
    const { record } = file;
    return printJson(io, { scenario: { id: setup.id, hash }, record });
  }
  const telling = tellingOf(scenario, io.width);
  const about = "The record alone, as the sources have it; nothing here is simulated.";
  const pages = Array.from({ length: turns + 1 }, (_, turn) => recordTurnLines(telling, turn));
  printLines(io, [
    ...title(setup.title, io.width),
    ...paragraph(about, { width: io.width }),
    plain(""),
    ...pages.flat(),
    ...figureLines(file.record.figures, io.width),
    ...conflictLines(telling),
  ]);
}
