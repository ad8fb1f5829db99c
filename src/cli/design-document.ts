import { digestOf, ENGINE_VERSION, type Id } from "../engine/index.ts";
import { playOut } from "../lab/play-out.ts";
import { seedOfRun } from "../lab/replicate.ts";
import type { Excursion } from "../scenarios/index.ts";
import type { LoadedGame } from "./load-game.ts";
import { worldHash } from "./run-document.ts";

/** What an experiment is: enough to make it again, and nothing of the day or the machine. */
interface DesignDocument {
  readonly format: "tadmor-experiment/1";
  readonly command: "run" | "compare" | "sweep" | "matrix" | "ledger" | "claim";
  readonly scenario: { readonly id: Id; readonly hash: string };
  readonly parameters: { readonly id: Id; readonly hash: string };
  readonly engine: string;
  /** Run r of a game is the game with the seed `SEED#r`. */
  readonly seed: string;
  /** Runs of each game, at most. */
  readonly runs: number;
  readonly games: readonly GameDocument[];
  readonly measures: readonly string[];
  /** What was asked of the games together; null where nothing was. */
  readonly question: object | null;
}

/** One game of a design. */
interface GameDocument {
  readonly name: string;
  readonly title: string;
  readonly length: Id;
  readonly turns: number;
  readonly variant: Id | null;
  readonly excursion: Excursion | null;
  /** Seat → its course of action. */
  readonly courses: Readonly<Record<Id, { readonly id: Id; readonly hash: string }>>;
  readonly aims: Readonly<Record<Id, Id>>;
  /** Digest of the world that run 1 ends in: the rules as far as this game uses them. */
  readonly firstRun: string;
}

/** A game with the name it has in an experiment, and its title for readers. */
export interface NamedGame {
  readonly name: string;
  readonly title: string;
  readonly loaded: LoadedGame;
}

/** What of an experiment its games do not say. */
type DesignAsked = Pick<DesignDocument, "command" | "seed" | "runs" | "measures"> & {
  readonly question?: object | null;
};

/** The design of an experiment of one scenario. */
export function designOf(
  games: readonly [NamedGame, ...NamedGame[]],
  { command, seed, runs, measures, question = null }: DesignAsked,
): DesignDocument {
  const { setup, hash, parametersHash } = games[0].loaded.scenario;
  return {
    format: "tadmor-experiment/1",
    command,
    scenario: { id: setup.id, hash },
    parameters: { id: setup.parameters.id, hash: parametersHash },
    engine: ENGINE_VERSION,
    seed,
    runs,
    games: games.map((game) => gameDocument(game, seed)),
    measures,
    question,
  };
}

function gameDocument({ name, title, loaded }: NamedGame, seed: string): GameDocument {
  const { scenario, options, excursion, coaTexts, aims } = loaded;
  const courses = Object.entries(coaTexts).map(([seat, text]) => [seat, courseOf(text)]);
  return {
    name,
    title,
    length: options.length ?? scenario.file.length,
    turns: scenario.setup.turns,
    variant: options.variant ?? null,
    excursion: excursionDocument(excursion),
    courses: Object.fromEntries(courses),
    aims,
    firstRun: firstRunOf(loaded, seed),
  };
}

/** An excursion without the name of its file. */
export function excursionDocument(excursion: Excursion | null): Excursion | null {
  if (excursion === null) return null;
  const { title, reason, patch } = excursion;
  return { title, reason, patch };
}

/** A course of action by what is in its file, wherever that is. */
function courseOf(text: string): { id: Id; hash: string } {
  const data = JSON.parse(text) as { id: Id };
  return { id: data.id, hash: digestOf(data) };
}

function firstRunOf({ scenario: { setup }, policies, aims }: LoadedGame, seed: string): string {
  const options = { turns: setup.turns, hand: "plain", aims } as const;
  return worldHash(playOut(setup, policies, seedOfRun(seed, 1), options));
}
