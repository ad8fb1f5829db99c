import { loadPlayed } from "../../edge/load.ts";
import type { Problem } from "../../engine/index.ts";
import { type Dropped, fold, type Journal, type Mismatch, recompute } from "../../journal/index.ts";
import { counted } from "../../reports/wording.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import { type Io, printJson } from "../io.ts";
import { printProblems } from "../problems.ts";
import { exitOf, readJournal } from "../read-journal.ts";
import { missingFile } from "../usage.ts";

/** What became of one journal. */
interface Verdict {
  readonly file: string;
  readonly exit: Exit;
  readonly turns: number;
  readonly problems: readonly Problem[];
  readonly mismatch: Mismatch | null;
  readonly dropped: Dropped | null;
  /** The turn that was begun and not committed, and who has sealed in it; null when none was begun. */
  readonly open: { readonly turn: number; readonly sealed: readonly string[] } | null;
}

/** `tadmor verify`: recomputes journals and compares every event and every digest. */
export function verify(io: Io, files: readonly string[], flags: SharedFlags): Exit {
  if (files.length === 0) {
    printProblems(io, "tadmor verify", [missingFile("a journal")]);
    return EXIT.badInput;
  }
  const verdicts = files.map(verdictOf);
  if (flags.json) printJson(io, { journals: verdicts.map(documentOf) });
  for (const verdict of verdicts) tell(io, verdict, flags);
  return Math.max(...verdicts.map(({ exit }) => exit)) as Exit;
}

function verdictOf(file: string): Verdict {
  const nothing = { problems: [], mismatch: null, dropped: null, open: null };
  const blank = { file, exit: EXIT.done, turns: 0, ...nothing };
  const read = readJournal(file);
  if (!read.ok) return { ...blank, exit: exitOf(read.problems), problems: read.problems };
  const { journal, dropped } = read;
  const verdict = { ...blank, dropped, open: openIn(journal), ...recomputed(journal) };
  return dropped === null ? verdict : cutOff(verdict, dropped);
}

/** What is cut off within a line is not what was written: a game cut at a line's end is a shorter one. */
function cutOff(verdict: Verdict, dropped: Dropped): Verdict {
  const exit = verdict.exit === EXIT.done ? EXIT.notRecomputed : verdict.exit;
  return { ...verdict, exit, problems: [...verdict.problems, cutProblem(verdict, dropped)] };
}

function cutProblem({ file, turns }: Verdict, { line, bytes }: Dropped): Problem {
  const before = turns === 0 ? "" : `; before it ${counted(turns, "turn")} can be read`;
  return {
    code: "journal.cut",
    path: `/lines/${line}`,
    message: `line ${line} is cut off after ${counted(bytes, "byte")}: the program or the machine stopped while it was written, or the file was cut${before}`,
    hint: `tadmor play ${file} goes on without it and keeps the piece in ${file}.cut; or take a whole copy`,
  };
}

/** The open turn, when there is anything in it. */
function openIn(journal: Journal): Verdict["open"] {
  const last = journal.entries.at(-1)?.line.kind;
  if (last === "header" || last === "commit") return null;
  const { turn, orders } = fold(journal).open;
  return { turn, sealed: Object.keys(orders) };
}

function recomputed(journal: Journal): Partial<Verdict> {
  const turns = journal.turn - 1;
  if (journal.readOnly !== null) {
    return { turns, exit: EXIT.notRecomputed, problems: [readOnlyProblem(journal.readOnly)] };
  }
  const loaded = loadPlayed(journal.header);
  if (!loaded.ok) return { turns, exit: exitOf(loaded.problems), problems: loaded.problems };
  const { mismatch } = recompute(loaded.value.scenario.setup, journal);
  return { turns, mismatch, exit: mismatch === null ? EXIT.done : EXIT.notRecomputed };
}

/** A journal of another version, which can be read and not recomputed, as a problem. */
export function readOnlyProblem(message: string): Problem {
  const hint = "verify it with the version that wrote it; replay still tells it";
  return { code: "journal.engine", path: "/lines/1/engine", message, hint };
}

/** Keys that do not apply are left out. */
function documentOf({ file, exit, problems, mismatch, dropped, open }: Verdict): object {
  const [first] = problems;
  return {
    file,
    ok: exit === EXIT.done,
    ...(mismatch === null ? {} : mismatchDocument(mismatch)),
    ...(first === undefined ? {} : { path: first.path, found: first.message, problems }),
    ...(dropped === null ? {} : { dropped }),
    ...(open === null ? {} : { open }),
  };
}

function mismatchDocument({ turn, path, expected, found, line, event }: Mismatch): object {
  return { turn, path, expected, found, line, event };
}

function tell(io: Io, verdict: Verdict, { json, quiet }: SharedFlags): void {
  const { file, exit, turns, problems, mismatch, open } = verdict;
  if (problems.length > 0) printProblems(io, file, problems);
  if (mismatch !== null) printProblems(io, file, [mismatchProblem(mismatch)]);
  if (exit === EXIT.done && !json && !quiet) {
    const recompute = turns === 1 ? "recomputes" : "recompute";
    const begun = open === null ? "" : `; ${openText(open)}`;
    io.out(`${file}: ${counted(turns, "turn")} ${recompute} to the same digests${begun}\n`);
  }
}

function openText({ turn, sealed }: NonNullable<Verdict["open"]>): string {
  const by = sealed.length === 0 ? "nobody has sealed in it" : `sealed by ${sealed.join(", ")}`;
  return `turn ${turn} is open, ${by}`;
}

/** What became of an incomplete last line. */
export function droppedText({ line, bytes }: Dropped): string {
  return `line ${line} was cut off while it was written; its ${bytes} bytes are left out`;
}

/** A journal that these rules do not bring to what it says, as a problem. */
export function mismatchProblem({ line, turn, path, expected, found, event }: Mismatch): Problem {
  const began = event === null ? "" : `; the first event that differs is at ${event.path}`;
  return {
    code: "journal.mismatch",
    path,
    message: `turn ${turn} (line ${line}) does not recompute: found ${found}, expected ${expected}${began}`,
    hint: "the rules or the scenario changed since it was played, or it was forged",
  };
}
