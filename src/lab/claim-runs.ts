import type { FactorValues, Test } from "../scenarios/index.ts";
import { holds } from "./holds.ts";
import type { PointEvaluator } from "./judge-point.ts";
import type { Game, Rows } from "./replicate.ts";
import { addRow, emptySample } from "./sample.ts";

/** Who makes the games of a claim's points, and who plays them. */
export interface ClaimPlayers {
  /** The game at a point; null when there is none, or when nothing more shall be played. */
  gameAt(values: FactorValues): Game | null;
  /** Plays runs `from` to `to` of a game, both included. */
  play(game: Game, from: number, to: number): Promise<Rows> | Rows;
  /** Pieces that can be played at once. */
  readonly pieces: number;
  /** Rows of the next runs of a point that are known from before, at most `count`; none where none are. */
  readonly recall?: ((values: FactorValues, from: number, count: number) => Rows) | undefined;
  /** Is given rows that were played, in the order of the hunt, the first being run `from`. */
  readonly keep?: ((values: FactorValues, from: number, rows: Rows) => void) | undefined;
}

/** Plays the runs of a claim's points; a point's game is made once while it is asked for. */
export function playedEvaluator(players: ClaimPlayers, test: Test): PointEvaluator {
  let last: { readonly values: FactorValues; readonly game: Game | null } | null = null;
  return async (values, from, count) => {
    if (last?.values !== values) last = { values, game: players.gameAt(values) };
    const { game } = last;
    if (game === null) return [];
    const { turns } = game.setup;
    const known = players.recall?.(values, from, count) ?? NO_ROWS;
    const before = passedIn(known, test, turns);
    const rest = count - before.length;
    if (rest === 0) return before;
    const first = from + before.length;
    const pieces = parted(first, rest, players.pieces);
    const rows = await Promise.all(pieces.map(([one, to]) => players.play(game, one, to)));
    for (const [at, played] of rows.entries()) players.keep?.(values, pieces[at]?.[0] ?? 0, played);
    return [...before, ...rows.flatMap((played) => passedIn(played, test, turns))];
  };
}

const NO_ROWS: Rows = { names: [], values: new Float64Array() };

/** So many runs from one on, in pieces of nearly one size: first and last run of each. */
function parted(from: number, count: number, most: number): [first: number, last: number][] {
  const size = Math.ceil(count / Math.max(1, most));
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => [
    from + at * size,
    Math.min(from + (at + 1) * size, from + count) - 1,
  ]);
}

function passedIn({ names, values }: Rows, test: Test, turns: number): boolean[] {
  const sample = emptySample(turns);
  for (let at = 0; at < values.length; at += names.length || 1) {
    addRow(sample, names, values.subarray(at, at + names.length));
  }
  return Array.from({ length: sample.runs }, (_, run) => holds(test, sample, run));
}
