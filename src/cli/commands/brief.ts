import { createArchive, savesDirectory } from "../../edge/archive.ts";
import { writePacket } from "../../edge/packets.ts";
import { packetOf, unsaved } from "../../journal/index.ts";
import { EXIT, type Exit } from "../exit.ts";
import { flagProblem, type SharedFlags } from "../flags.ts";
import { type Io, printJson } from "../io.ts";
import { tableOfBook } from "../ports.ts";
import { printProblems } from "../problems.ts";
import { exitOf } from "../read-journal.ts";
import { missingFile } from "../usage.ts";

/** Flags of `tadmor brief`. */
export interface BriefFlags extends SharedFlags {
  readonly seat?: string | undefined;
  readonly output?: string | undefined;
}

/** `tadmor brief`: the packet of one seat for the open turn of a journal. */
export function brief(io: Io, [journal]: readonly string[], flags: BriefFlags): Exit {
  const missing = [
    ...(journal === undefined ? [missingFile("a journal")] : []),
    ...(flags.seat === undefined
      ? [flagProblem("seat", "missing", "--seat: found none, expected a seat", "--seat ID")]
      : []),
  ];
  if (journal === undefined || flags.seat === undefined) {
    printProblems(io, "tadmor brief", missing);
    return EXIT.badInput;
  }
  return write(io, journal, flags.seat, flags);
}

function write(io: Io, file: string, seat: string, flags: BriefFlags): Exit {
  const archive = createArchive(savesDirectory(process.env, process.cwd()));
  const read = archive.read(file);
  const table = read.ok ? tableOfBook(unsaved(read.value.journal)) : read;
  const packet =
    read.ok && table.ok ? packetOf(read.value.journal, table.value, seat) : table.ok ? read : table;
  if (!packet.ok || !("value" in packet) || !("seat" in packet.value)) {
    const problems = packet.ok ? [] : packet.problems;
    printProblems(io, file, problems);
    return exitOf(problems);
  }
  const { turn } = packet.value;
  const to = flags.output ?? `${packet.value.view.brief.scenario}-${seat}-turn-${turn}.packet.json`;
  const written = writePacket(to, packet.value);
  if (!written.ok) {
    printProblems(io, to, written.problems);
    return EXIT.badInput;
  }
  if (flags.json) printJson(io, { file: to, seat, turn, game: packet.value.game });
  else if (!flags.quiet) io.out(`${to}: what ${seat} knows before turn ${turn}\n`);
  return EXIT.done;
}
