import { type LoadedScenario, loadScenario } from "../../edge/load.ts";
import type { Event, Problem, Setup, World } from "../../engine/index.ts";
import {
  type CommittedTurn,
  fitProblems,
  fold,
  type HeaderLine,
  type Journal,
  type Mismatch,
  recompute,
} from "../../journal/index.ts";
import {
  chronicleLines,
  finalHolders,
  foldMeasures,
  type Line,
  listUnder,
  type MeasureFold,
  measureLines,
  paragraph,
  plain,
  summaryLines,
  tellHandInject,
  tellRuling,
  title,
  workingLines,
} from "../../reports/index.ts";
import type { PatchOperation, Read } from "../../scenarios/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import { type Io, printJson, printLines } from "../io.ts";
import { printProblems } from "../problems.ts";
import { exitOf, readJournal } from "../read-journal.ts";
import { turnDocument } from "../run-document.ts";
import { missingFile } from "../usage.ts";
import { type WithoutHand, withoutAsked, withoutHand, withoutLines } from "../without.ts";
import { droppedText, mismatchProblem } from "./verify.ts";

/** Flags of `tadmor replay`. */
export interface ReplayFlags extends SharedFlags {
  readonly why?: boolean | undefined;
  readonly without?: string | undefined;
}

/** One turn to tell; its world is there when it was recomputed. */
interface ToldTurn {
  readonly committed: CommittedTurn;
  readonly events: readonly Event[];
  readonly world: World | null;
}

interface Story {
  readonly loaded: LoadedScenario;
  readonly header: HeaderLine;
  readonly turns: readonly ToldTurn[];
  /** Why it is told from the events in the file; null when it was recomputed. */
  readonly unverified: string | null;
  readonly mismatch: Mismatch | null;
}

/** `tadmor replay`: recomputes a journal and tells what happened, turn by turn. */
export function replay(io: Io, files: readonly string[], flags: ReplayFlags): Exit {
  const [file] = files;
  if (file === undefined) return refuse(io, "tadmor replay", [missingFile("a journal")]);
  const without = withoutAsked(flags.without);
  if (without !== null && "code" in without) return refuse(io, "tadmor replay", [without]);
  const read = readJournal(file);
  if (!read.ok) return refuse(io, file, read.problems);
  if (read.dropped !== null) io.err(`${file}: ${droppedText(read.dropped)}\n`);
  const loaded = loadFor(read.journal.header);
  if (!loaded.ok) return refuse(io, file, loaded.problems);
  const story = cut(storyOf(loaded.value, read.journal), flags);
  const played = story.unverified === null && story.mismatch === null;
  const beside =
    without !== null && played
      ? withoutHand(story.loaded.scenario, read.journal, story.turns.length, without.what)
      : null;
  return tell(io, file, story, beside, flags);
}

function refuse(io: Io, input: string, problems: readonly Problem[]): Exit {
  printProblems(io, input, problems);
  return exitOf(problems);
}

/** The scenario as it is now: it lends its names even to a journal it no longer fits. */
function loadFor({ scenario }: HeaderLine): Read<LoadedScenario> {
  const { id, file, length, variant, excursion } = scenario;
  const patch = (excursion ?? undefined) as readonly PatchOperation[] | undefined;
  return loadScenario(file ?? id, { length, variant: variant ?? undefined, patch });
}

function storyOf(loaded: LoadedScenario, journal: Journal): Story {
  const { header } = journal;
  const committed = fold(journal).committed;
  const unverified = journal.readOnly ?? fitProblems(header, loaded.scenario)[0]?.message ?? null;
  if (unverified !== null) {
    const turns = committed.map((turn) => toldTurn(turn, turn.commit.events, null));
    return { loaded, header, turns, unverified, mismatch: null };
  }
  const again = recompute(loaded.scenario.setup, journal);
  const turns = again.turns.map(({ events, world }, at) =>
    toldTurn(committed[at] as CommittedTurn, events, world),
  );
  return { loaded, header, turns, unverified, mismatch: again.mismatch };
}

function toldTurn(
  committed: CommittedTurn,
  events: readonly Event[],
  world: World | null,
): ToldTurn {
  return { committed, events, world };
}

function cut(story: Story, { turns }: ReplayFlags): Story {
  return turns === undefined ? story : { ...story, turns: story.turns.slice(0, Number(turns)) };
}

function tell(
  io: Io,
  file: string,
  story: Story,
  beside: WithoutHand | null,
  flags: ReplayFlags,
): Exit {
  const { unverified, mismatch } = story;
  if (flags.json) {
    printJson(io, { ...documentOf(story), ...(beside === null ? {} : { without: beside }) });
  } else {
    printLines(io, linesOf(story, io.width, flags));
    if (beside !== null) printLines(io, withoutLines(story.loaded.scenario, beside, io.width));
  }
  if (unverified !== null)
    io.err(`${file}: told from its own events, not recomputed: ${unverified}\n`);
  if (mismatch !== null) printProblems(io, file, [mismatchProblem(mismatch)]);
  if (flags.without !== undefined && beside === null)
    io.err(`${file}: a game that was not recomputed is not played again without White's hand\n`);
  const isChanged = unverified !== null && !unverified.startsWith("played with engine");
  return mismatch !== null || isChanged ? EXIT.notRecomputed : EXIT.done;
}

function documentOf(story: Story): object {
  const { loaded, header, turns, unverified, mismatch } = story;
  const { setup } = loaded.scenario;
  const fold = foldOf(story);
  const documents = turns.map(({ committed, events }) =>
    turnDocument(setup, committed.turn, events, committed.commit.digest),
  );
  return {
    scenario: { id: header.scenario.id, hash: header.scenario.hash },
    seed: header.seed,
    engine: header.engine,
    parameters: header.parameters,
    length: header.scenario.length,
    variant: header.scenario.variant,
    recomputed: unverified === null && mismatch === null,
    turns: documents,
    measures: fold?.result() ?? {},
    holders: fold === null ? {} : finalHolders(fold.holders),
    finalHash: documents.at(-1)?.hash ?? null,
  };
}

/** What the turns come to, from their events; null when they are of a kind nobody can measure. */
function foldOf({ loaded, turns, unverified }: Story): MeasureFold | null {
  const { setup, file } = loaded.scenario;
  const fold = foldMeasures(setup, file.measures);
  try {
    for (const { events } of turns) fold.turn(events);
  } catch (error) {
    // Events of another version may lack what this one counts: that is no bug of either.
    if (unverified === null) throw error;
    return null;
  }
  return fold;
}

function linesOf(story: Story, width: number, flags: ReplayFlags): Line[] {
  if (flags.quiet) return endLines(story, width, measureLines);
  return [
    ...headLines(story, width),
    ...story.turns.flatMap((turn) => turnLines(story, turn, width, flags)),
    ...endLines(story, width, summaryLines),
  ];
}

function headLines({ loaded, header }: Story, width: number): Line[] {
  const { setup } = loaded.scenario;
  const players = Object.entries(header.players).map(
    ([seat, player]) => `${setup.seats[seat]?.name ?? seat}: ${player}`,
  );
  return [
    ...title(header.title ?? setup.title, width),
    ...paragraph(`Seed ${header.seed}; engine ${header.engine}; ${players.join("; ")}.`, { width }),
    plain(""),
  ];
}

function turnLines({ loaded }: Story, turn: ToldTurn, width: number, flags: ReplayFlags): Line[] {
  const { setup } = loaded.scenario;
  const telling = { names: setup, clock: setup.clock, width };
  return [
    ...tellable(turn, () => chronicleLines(telling, turn.committed.turn, turn.events)),
    ...whiteLines(setup, turn.committed, width),
    ...(flags.why ? tellable(turn, () => workingLines(setup, turn.events).map(plain)) : []),
    plain(""),
  ];
}

/** Events of another version may lack what this one tells of them: that is no bug of either. */
function tellable({ committed, world }: ToldTurn, lines: () => Line[]): Line[] {
  if (world !== null) return lines();
  try {
    return lines();
  } catch {
    return [plain(`Turn ${committed.turn}: its events are of a kind this version cannot tell.`)];
  }
}

/** What White did in a turn, and what was remarked on it. */
function whiteLines(
  setup: Setup,
  { rulings, injects, notes }: CommittedTurn,
  width: number,
): Line[] {
  const items = [
    ...rulings.map((ruling) => tellRuling(setup, ruling)),
    ...injects.map((inject) => tellHandInject(setup, inject)),
    ...notes.map(({ text, seat }) => `Note${seat === null ? "" : ` of ${seat}`}: ${text}`),
  ];
  return listUnder("White's hand, and notes", items, width);
}

function endLines(story: Story, width: number, linesOfEnd: typeof summaryLines): Line[] {
  const { setup, file } = story.loaded.scenario;
  const fold = foldOf(story);
  if (fold === null || fold.turns() === 0) return [];
  const telling = { names: setup, clock: setup.clock, record: file.record, width };
  const { holders, air } = fold;
  const [measures, turn] = [fold.result(), fold.turns()];
  return linesOfEnd(telling, { setup, asked: file.measures, measures, holders, air, turn });
}
