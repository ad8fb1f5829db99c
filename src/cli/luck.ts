import { isShare } from "../lab/luck/yardstick.ts";
import { LUCK_RUNS, planLuck, type Planned, screenLuck } from "../lab/luck/luck.ts";
import { battlesOf } from "../lab/luck/weighed.ts";
import type { LuckTold, PlayedGame, Reviewed } from "../reports/index.ts";
import type { Read } from "../scenarios/index.ts";
import { drive } from "./drive.ts";
import type { Io } from "./io.ts";
import { type LuckFlags, luckProblems, type LuckRead, readLuck } from "./luck-asked.ts";

/** What was asked about a game's luck; null where nothing was, or it was stopped; or every problem. */
export async function luckFor(
  io: Io,
  game: PlayedGame,
  { reader }: Reviewed,
  flags: LuckFlags,
): Promise<Read<LuckTold | null>> {
  const problems = luckProblems(flags, reader);
  if (problems.length > 0) return { ok: false, problems };
  if (flags.luck === undefined) return { ok: true, value: null };
  const read = readLuck(game, flags);
  if (!read.ok) return read;
  const found = await playLuck(io, read.value);
  if (found === null) io.err("stopped: the report is without what hung on the dice\n");
  return { ok: true, value: found };
}

/** Plays all that a game's luck is told from; null when Ctrl-C stopped it. */
async function playLuck(io: Io, { asked, isAll, jobs, said }: LuckRead): Promise<LuckTold | null> {
  const play = async <T>({ experiment, found }: Planned<T>): Promise<T | null> =>
    (await drive(io, experiment, { jobs })) === "done" ? found() : null;
  const fought = isAll ? battlesOf(asked) : await play(screenLuck(asked));
  const found = fought === null ? null : await play(planLuck(asked, fought));
  if (found === null) return null;
  return {
    ...found,
    ...said,
    isShare: isShare(asked.yardstick, asked.game),
    isDecided: asked.isDecided,
    screened: isAll ? null : LUCK_RUNS.screen,
    seed: asked.seed,
  };
}
