import type { ResultsOf } from "../edge/results.ts";
import type { Experiment } from "../lab/experiment.ts";
import {
  type Document,
  experimentDocument,
  type PlayedExperiment,
  type Section,
} from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { playedHead } from "./experiment-document.ts";
import type { LoadedGame } from "./load-game.ts";
import type { LoadedRun } from "./load-run.ts";

/** What a page of an experiment says beside what was found. */
export interface PageAsked {
  readonly command: string;
  /** The experiment's title; the scenario's where it has none. */
  readonly title?: string | undefined;
  /** A game of it: whose scenario and parameters these are. */
  readonly loaded: LoadedGame | LoadedRun;
  readonly seed: string;
  /** Runs of each game that are there, and that were asked for. */
  readonly runs: number;
  readonly asked: number;
  /** One line for each game: its name and what it is. */
  readonly games: readonly string[];
  readonly isDecided: boolean;
  readonly design: object;
  readonly remark: string | null;
}

/** A page of an experiment: its head, what was found, and how to make it again. */
export function experimentPage(page: PageAsked, sections: readonly Section[]): Document {
  const { loaded, title, command, seed, runs, asked, games, isDecided, design, remark } = page;
  const head = playedHead(loaded, seed, runs);
  const played: PlayedExperiment = {
    ...head,
    title: title ?? head.title,
    command,
    asked,
    games,
    isDecided,
    design,
    remark,
  };
  return experimentDocument(played, sections);
}

/** An experiment that was read from its directory, to be filled with its rows and told. */
export interface Kept {
  readonly of: ResultsOf;
  readonly experiment: Pick<Experiment, "recall">;
  /** The page, once its rows are recalled, with what must be said beforehand; or why there is none. */
  page(remark: string | null): Read<Document> | Promise<Read<Document>>;
}

/** That a directory holds less than can be told. */
export function tooLittle(found: string, expected: string): Read<never> {
  const message = `found ${found}, expected at least ${expected}`;
  const hint = "--resume plays what is missing";
  return { ok: false, problems: [{ code: "results.few", path: "", message, hint }] };
}
