import { openHands } from "../edge/hands.ts";
import type { Problem } from "../engine/index.ts";
import { hunt, type HuntResult } from "../lab/claim-hunt.ts";
import { type ClaimPlayers, playedEvaluator } from "../lab/claim-runs.ts";
import type { Row } from "../lab/experiment.ts";
import type { ClaimAsked } from "./claim-asked.ts";
import { claimRows, type RecalledRows } from "./claim-rows.ts";
import type { Io } from "./io.ts";

/** What a hunt came to. */
export interface Hunted {
  readonly result: HuntResult;
  readonly isStopped: boolean;
  /** Why a point of the ranges is no scenario, or the rows of a directory are not this hunt's. */
  readonly problems: readonly Problem[];
  readonly runs: number;
}

/** Where the rows of a hunt come from before they are played, and where they go. */
export interface HuntKeeping {
  readonly recalled: RecalledRows;
  /** What kept rows from being kept ends the hunt. */
  readonly keep: (rows: readonly Row[]) => Problem | null;
}

/** Hunts to the end or to Ctrl-C: what is not played by then is undecided. */
export async function huntWith(
  io: Io,
  claim: ClaimAsked,
  { recalled, keep }: HuntKeeping,
): Promise<Hunted> {
  const { subject, seed, jobs } = claim;
  const { asked, gameAt } = subject;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  let problems: readonly Problem[] = [];
  let runs = 0;
  const hands = await openHands(jobs, asked.budget.runs);
  const players: ClaimPlayers = {
    pieces: jobs,
    gameAt: (values) => {
      const game = isStopped || problems.length > 0 ? null : gameAt(values);
      if (game?.ok === false) problems = game.problems;
      return game?.ok ? game.value : null;
    },
    recall: (values, from, count) => {
      const rows = recalled.take(values, from, count);
      if (recalled.isOther()) problems = [otherRows];
      runs += rows.names.length === 0 ? 0 : rows.values.length / rows.names.length;
      return rows;
    },
    play: async (game, from, to) => {
      const rows = await hands.play({ batch: 0, game, seed, from, to });
      runs += to - from + 1;
      io.progress?.(`${runs} runs`);
      return rows;
    },
    keep: (values, from, rows) => {
      const unkept = problems.length > 0 ? null : keep(claimRows(claim, values, from, rows));
      if (unkept !== null) problems = [unkept];
    },
  };
  process.once("SIGINT", stop);
  try {
    const result = await hunt({ ...asked, seed }, playedEvaluator(players, asked.test));
    return { result, isStopped, problems, runs };
  } finally {
    process.removeListener("SIGINT", stop);
    io.progress?.("");
    await hands.close();
  }
}

/** The same from rows alone: nothing is played, and what is not there is undecided. */
export async function huntAgain(claim: ClaimAsked, recalled: RecalledRows): Promise<Hunted> {
  const { asked, gameAt } = claim.subject;
  let runs = 0;
  const players: ClaimPlayers = {
    pieces: 1,
    gameAt: (values) => {
      const game = recalled.left() === 0 ? null : gameAt(values);
      return game?.ok ? game.value : null;
    },
    recall: (values, from, count) => {
      const rows = recalled.take(values, from, count);
      runs += rows.names.length === 0 ? 0 : rows.values.length / rows.names.length;
      return rows;
    },
    play: (game) => ({ names: Object.keys(game.asked), values: new Float64Array() }),
  };
  const result = await hunt({ ...asked, seed: claim.seed }, playedEvaluator(players, asked.test));
  const isStopped = result.points.some(
    ({ n, judgement }) => judgement === "undecided" && n < asked.budget.runs,
  );
  return { result, isStopped, problems: recalled.isOther() ? [otherRows] : [], runs };
}

const otherRows: Problem = {
  code: "results.rows",
  path: "/resume",
  message: "found runs that this hunt does not ask for, expected its own in their order",
  hint: "restore runs.csv, or begin anew by --out",
};
