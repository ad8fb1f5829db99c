import { createArchive, savesDirectory } from "../../edge/archive.ts";
import { writePacket } from "../../edge/packets.ts";
import { type Outcome, type Packet, packetOf, unsaved } from "../../journal/index.ts";
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
  const packet = packetIn(file, seat);
  if (!packet.ok) {
    printProblems(io, file, packet.problems);
    return exitOf(packet.problems);
  }
  const { turn, game, view } = packet.value;
  const to = flags.output ?? `${view.brief.scenario}-${seat}-turn-${turn}.packet.json`;
  const written = writePacket(to, packet.value);
  if (!written.ok) {
    printProblems(io, to, written.problems);
    return EXIT.badInput;
  }
  if (flags.json) printJson(io, { file: to, seat, turn, game });
  else if (!flags.quiet) io.out(`${to}: what ${seat} knows before turn ${turn}\n`);
  return EXIT.done;
}

function packetIn(file: string, seat: string): Outcome<Packet> {
  const read = createArchive(savesDirectory(process.env, process.cwd())).read(file);
  if (!read.ok) return read;
  const { journal } = read.value;
  const table = tableOfBook(unsaved(journal));
  return table.ok ? packetOf(journal, table.value, seat) : table;
}
