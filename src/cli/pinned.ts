import { ENGINE_VERSION, type Problem } from "../engine/index.ts";
import { wantedOf } from "../lab/pin-record.ts";
import { pinHistory, type PinnedAsked } from "../lab/pinned.ts";
import { pinnedLines, type PinnedTold } from "../reports/index.ts";
import type { SharedFlags } from "./flags.ts";
import { type Io, printJson, printLines } from "./io.ts";
import { type GameFlags, type LoadedGame, loadGame } from "./load-game.ts";
import { pinnedAsJournal, writeJournal } from "./open-run.ts";

/** What `tadmor history --pinned` is asked for. */
interface Asked {
  readonly name: string | null;
  readonly loaded: LoadedGame;
  readonly seed: string;
  readonly turns: number;
  readonly flags: SharedFlags & GameFlags & { readonly output?: string | undefined };
}

/** Prints how lucky history was, and writes the pinned run; problems where it cannot. */
export function printPinned(io: Io, asked: Asked): readonly Problem[] {
  const { loaded, seed, turns, flags } = asked;
  const { setup, file, hash } = loaded.scenario;
  const wanted = wantedOf(setup, file.record.control, turns);
  if (Object.keys(wanted).length === 0) return [noRecord()];
  const { line, told } = pinHistory({
    setup,
    policies: loaded.policies,
    aims: loaded.aims,
    seed,
    turns,
    wanted,
    file,
    courses: coursesOf(asked),
    onStep: progressOf(io),
  });
  io.progress?.("");
  if (flags.output !== undefined) {
    const problem = writeJournal(flags.output, pinnedAsJournal(loaded, seed, line));
    if (problem !== null) return [problem];
    if (!flags.quiet)
      io.err(`The pinned run is in ${flags.output}: tadmor replay ${flags.output}\n`);
  }
  const whole: PinnedTold = {
    ...told,
    title: setup.title,
    scenario: setup.id,
    hash,
    engine: ENGINE_VERSION,
    seed,
  };
  if (flags.json) printJson(io, documentOf(whole));
  else printLines(io, pinnedLines(setup, setup.clock, whole, io.width));
  return [];
}

function noRecord(): Problem {
  return {
    code: "history.no-record",
    path: "/record/control",
    message: "--pinned: found no change of control in the record of this scenario, expected some",
    hint: "tadmor history plays it without",
  };
}

/** Every course of action of a whole side that departs from history. */
function coursesOf({ name, loaded, flags }: Asked): PinnedAsked["courses"] {
  const { courses, historical } = loaded.scenario.file;
  const departing = Object.entries(courses).filter(([, { seats }]) =>
    Object.entries(seats).some(([seat, coa]) => historical[seat] !== coa),
  );
  const { length, variant, excursion, set } = flags;
  return departing.flatMap(([course, { title, side }]) => {
    const other = loadGame(name, { length, variant, excursion, set, course });
    return other.ok ? [{ title, side, policies: other.value.policies }] : [];
  });
}

/** What takes less than this is not worth a line. */
const SHOWN_AFTER_MS = 1000;

const WORDS = { turn: "turn", decision: "decision" } as const;

function progressOf(io: Io): PinnedAsked["onStep"] {
  const began = performance.now();
  return (what, done, of) => {
    if (performance.now() - began < SHOWN_AFTER_MS) return;
    io.progress?.(`Pinning history: ${WORDS[what]} ${done} of ${of}`);
  };
}

function documentOf({ scenario, hash, seed, engine, ...told }: PinnedTold): object {
  return { scenario: { id: scenario, hash }, seed, engine, pinned: told };
}
