/** Saved games that every engine must recompute: the courses of action of both sides against each other, and random legal play. */
import { type LoadedGame, loadGame } from "../../src/cli/load-game.ts";
import { runAsJournal } from "../../src/cli/open-run.ts";
import { digestOf, type Id, type Setup } from "../../src/engine/index.ts";
import { type Journal, parseJournal } from "../../src/journal/index.ts";
import { commandSeats } from "../../src/lab/play-out.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import type { Read } from "../../src/scenarios/index.ts";
import { picksFrom } from "./random-game.ts";

/** A saved game with the Setup it was played on, as plain data. */
export interface CorpusGame {
  /** Scenario, length, and who played. */
  readonly name: string;
  readonly setup: Setup;
  /** Text of the journal. */
  readonly journal: string;
}

const SCENARIOS = ["palmyra-2016", "palmyra-2016-03", "two-fords"];
const RANDOM_SEEDS = [1, 2, 3];

/**
 * Each scenario by every pair of courses and by random legal play at its usual length, and longer
 * once; only those of the indices (from 0) that are wanted are played.
 */
export function* corpus(isWanted: (index: number) => boolean = () => true): Generator<CorpusGame> {
  let index = 0;
  for (const id of SCENARIOS) for (const play of gamesOf(id)) if (isWanted(index++)) yield play();
}

function gamesOf(id: Id): (() => CorpusGame)[] {
  const history = valueOf(loadGame(id, {}));
  const length = longestOf(history);
  return [
    ...pairsOf(history).map(([red, blue]) => () => {
      const game = valueOf(loadGame(id, { course: `${red},${blue}` }));
      return gameOf(`${id}/${red}/${blue}`, game, 1);
    }),
    ...RANDOM_SEEDS.map((seed) => () => {
      return gameOf(`${id}/random/${seed}`, randomly(history, seed), seed);
    }),
    () => gameOf(`${id}/${length}/history`, valueOf(loadGame(id, { length })), 1),
  ];
}

/** One digest over the digests of all turns. */
export function chainOf(journal: Journal): string {
  return digestOf(
    journal.entries.flatMap(({ line }) => (line.kind === "commit" ? [line.digest] : [])),
  );
}

/** The digest of each game of the corpus, by its name: what the golden file holds. */
export function corpusDigests(): Record<string, string> {
  return Object.fromEntries(
    [...corpus()].map(({ name, journal }) => [name, chainOf(readGame(journal))]),
  );
}

/** A game of the corpus, read. */
export function readGame(text: string): Journal {
  const read = parseJournal(text);
  if (!read.ok) throw new Error(read.problems[0]!.message);
  return read.journal;
}

function gameOf(name: string, game: LoadedGame, run: number): CorpusGame {
  return { name, setup: game.scenario.setup, journal: runAsJournal(game, "corpus", run) };
}

/** Every course of the first side that has any with every course of the others. */
function pairsOf({ scenario }: LoadedGame): [Id, Id][] {
  const { courses } = scenario.file;
  const ids = Object.keys(courses);
  const first = courses[ids[0] ?? ""]?.side;
  const [ours, theirs] = [true, false].map((isFirst) =>
    ids.filter((id) => (courses[id]!.side === first) === isFirst),
  );
  return ours!.flatMap((red) => theirs!.map((blue): [Id, Id] => [red, blue]));
}

/** Every seat played by random legal orders. */
function randomly(game: LoadedGame, seed: number): LoadedGame {
  const policy = randomLegal(picksFrom(seed));
  const seats = commandSeats(game.scenario.setup);
  return {
    ...game,
    policies: Object.fromEntries(seats.map((seat) => [seat, policy])),
    coas: Object.fromEntries(seats.map((seat) => [seat, "random-legal"])),
  };
}

function longestOf({ scenario }: LoadedGame): Id {
  const lengths = Object.entries(scenario.file.lengths);
  return lengths.toSorted(([, a], [, b]) => b.turns - a.turns)[0]![0];
}

function valueOf<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("; "));
  return read.value;
}
