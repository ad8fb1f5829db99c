import { loadPlayed } from "../edge/load.ts";
import type { Problem } from "../engine/index.ts";
import {
  type CommittedTurn,
  type Dropped,
  fold,
  type Journal,
  recompute,
} from "../journal/index.ts";
import type { PlayedGame } from "../reports/index.ts";
import { mismatchProblem, readOnlyProblem } from "./commands/verify.ts";
import { EXIT, type Exit } from "./exit.ts";
import { exitOf, readJournal } from "./read-journal.ts";

/** A game played again from its journal, or why it cannot be and how the command shall end. */
export type Played =
  | { readonly ok: true; readonly game: PlayedGame; readonly dropped: Dropped | null }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly exit: Exit };

/** Reads a journal, finds its scenario and recomputes it; one that does not recompute is refused. */
export function playAgain(file: string): Played {
  const read = readJournal(file);
  if (!read.ok) return refuse(read.problems);
  const game = recomputed(read.journal);
  return game.ok ? { ...game, dropped: read.dropped } : game;
}

function recomputed(journal: Journal) {
  const { header, readOnly } = journal;
  if (readOnly !== null) return refuse([readOnlyProblem(readOnly)], EXIT.notRecomputed);
  const loaded = loadPlayed(header);
  if (!loaded.ok) return refuse(loaded.problems);
  const { scenario } = loaded.value;
  const again = recompute(scenario.setup, journal);
  if (again.mismatch !== null) return refuse([mismatchProblem(again.mismatch)], EXIT.notRecomputed);
  const { committed } = fold(journal);
  const turns = again.turns.map(({ events, world }, at) => {
    return { asked: committed[at] as CommittedTurn, events, world };
  });
  return { ok: true as const, game: { scenario, header, start: again.start, turns } };
}

function refuse(problems: readonly Problem[], exit: Exit = exitOf(problems)) {
  return { ok: false as const, problems, exit };
}
