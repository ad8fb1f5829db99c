import { createArchive, savesDirectory } from "../../edge/archive.ts";
import { readAnswer } from "../../edge/packets.ts";
import type { Problem } from "../../engine/index.ts";
import { gameOf, misfitOf, orderProblems, type Table } from "../../journal/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import { type Io, printJson } from "../io.ts";
import { openSaved } from "../ports.ts";
import { printProblems } from "../problems.ts";
import { exitOf } from "../read-journal.ts";
import { missingFile } from "../usage.ts";

/** Flags of `tadmor collect`. */
export interface CollectFlags extends SharedFlags {
  readonly adjudicate?: boolean | undefined;
}

/** What became of one file. */
interface Collected {
  readonly file: string;
  readonly seat: string | null;
  readonly orders: number;
  readonly problems: readonly Problem[];
}

/** `tadmor collect`: sealed orders put into their journal, each that fits; the others are named. */
export async function collect(
  io: Io,
  [journal, ...files]: readonly string[],
  flags: CollectFlags,
): Promise<Exit> {
  if (journal === undefined || (files.length === 0 && !flags.adjudicate)) {
    printProblems(io, "tadmor collect", [missingFile("a journal, then files of sealed orders")]);
    return EXIT.badInput;
  }
  const archive = createArchive(savesDirectory(process.env, process.cwd()));
  const opened = await openSaved(journal, archive);
  if (!opened.ok) {
    printProblems(io, journal, opened.problems);
    return exitOf(opened.problems);
  }
  const { table, game } = opened.value;
  try {
    return collectAll(io, table, gameOf(game.journal()), files, flags);
  } finally {
    table.close();
  }
}

function collectAll(
  io: Io,
  table: Table,
  game: string,
  files: readonly string[],
  flags: CollectFlags,
): Exit {
  const turn = table.turn();
  const collected = files.map((file) => take(table, game, file));
  const waiting = table.people().filter((seat) => table.sealed(seat) === null);
  const played = flags.adjudicate ? table.resolve() : null;
  const refused = played === null || played.ok ? [] : played.problems;
  const committed = played?.ok ? played.value.turn : null;
  if (flags.json) printJson(io, { turn, files: collected.map(documentOf), waiting, committed });
  else tell(io, turn, collected, waiting, committed, flags);
  if (refused.length > 0) printProblems(io, "tadmor collect --adjudicate", refused);
  const isBad = refused.length > 0 || collected.some(({ problems }) => problems.length > 0);
  return isBad ? EXIT.badInput : EXIT.done;
}

function documentOf({ file, seat, orders, problems }: Collected): object {
  return { file, ok: problems.length === 0, seat, orders, problems };
}

function take(table: Table, game: string, file: string): Collected {
  const read = readAnswer(file);
  if (!read.ok) return { file, seat: null, orders: 0, problems: read.problems };
  const { seat, orders } = read.value;
  const found = (problems: readonly Problem[]) => ({ file, seat, orders: orders.length, problems });
  if (table.over()) return found([over]);
  const misfit = misfitOf(read.value, { game, turn: table.turn(), people: table.people() });
  if (misfit !== null) return found([misfit]);
  const illegal = orderProblems(table.view(seat), orders);
  if (illegal.length > 0) return found(illegal);
  const sealed = table.seal(seat, orders);
  return found(sealed.ok ? [] : sealed.problems);
}

const over: Problem = {
  code: "packet.over",
  path: "",
  message: "the game is over: no orders are wanted",
  hint: "tadmor replay tells it",
};

function tell(
  io: Io,
  turn: number,
  collected: readonly Collected[],
  waiting: readonly string[],
  committed: number | null,
  { quiet }: CollectFlags,
): void {
  for (const { file, seat, orders, problems } of collected) {
    const [only] = problems;
    if (only === undefined) {
      const count = orders === 1 ? "1 order" : `${orders} orders`;
      if (!quiet) io.out(`${file}: ${seat}, ${count} for turn ${turn}: sealed\n`);
    } else if (problems.length === 1) {
      // One line is all that a stick of the wrong turn, seat or game is worth.
      printOneLine(io, file, only);
    } else printProblems(io, file, problems);
  }
  if (quiet) return;
  if (committed !== null) io.out(`turn ${committed} is adjudicated\n`);
  else if (waiting.length > 0) io.out(`turn ${turn} still waits for ${waiting.join(", ")}\n`);
  else io.out(`turn ${turn} has all its orders\n`);
}

function printOneLine(io: Io, file: string, { message, hint }: Problem): void {
  const shown = `${file}: refused: ${message}; ${hint}`;
  io.err(`${shown.replaceAll(/\p{Cc}/gu, "")}\n`);
}
