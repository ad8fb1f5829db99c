import { readFileSync } from "node:fs";
import { readTextFile } from "../../edge/files.ts";
import { answerBox, readPacket } from "../../edge/packets.ts";
import { ENGINE_VERSION, type Problem } from "../../engine/index.ts";
import {
  orderProblems,
  type Outcome,
  type Packet,
  PACKET_LIMIT,
  packetTable,
} from "../../journal/index.ts";
import { counted } from "../../reports/wording.ts";
import { EXIT, type Exit } from "../exit.ts";
import type { SharedFlags } from "../flags.ts";
import { gameOptions } from "../game-options.ts";
import { type Io, printJson } from "../io.ts";
import { packetPorts } from "../packet-ports.ts";
import { unplayable } from "../packet-probe.ts";
import { printProblems } from "../problems.ts";
import { missingFile } from "../usage.ts";

/** Flags of `tadmor orders`. */
export interface OrdersFlags extends SharedFlags {
  readonly output?: string | undefined;
  readonly line?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly plain?: boolean | undefined;
  readonly ascii?: boolean | undefined;
}

/** `tadmor orders`: the game of one seat on its packet; or orders given as lines, sealed at once. */
export async function orders(io: Io, [file]: readonly string[], flags: OrdersFlags): Promise<Exit> {
  if (file === undefined) {
    printProblems(io, "tadmor orders", [missingFile("a packet that tadmor brief wrote")]);
    return EXIT.badInput;
  }
  const packet = readPacket(file);
  const problems = packet.ok ? playProblems(packet.value) : packet.problems;
  if (!packet.ok || problems.length > 0) {
    printProblems(io, file, problems);
    return EXIT.badInput;
  }
  const to = flags.output ?? `${file.replace(/(\.packet)?\.json$/, "")}.orders.json`;
  const lines = linesAsked(flags);
  if (lines?.ok === false) {
    printProblems(io, "tadmor orders", lines.problems);
    return EXIT.badInput;
  }
  if (lines !== null) return sealLines(io, packet.value, lines.value, to, flags);
  if (io.interactive || flags.plain) return sit(io, packet.value, file, to, flags);
  const message = "found no terminal and no orders, expected one of them";
  const hint =
    'give orders with --line "UNIT assault PLACE", or --from FILE (- for standard input)';
  printProblems(io, "tadmor orders", [{ code: "orders.none", path: "", message, hint }]);
  return EXIT.badInput;
}

function playProblems(packet: Packet): readonly Problem[] {
  const { engine } = packet;
  if (engine === ENGINE_VERSION) return unplayable(packet);
  const message = `written by engine ${engine}; this is ${ENGINE_VERSION}`;
  const hint = "play a game with one version";
  return [{ code: "packet.engine", path: "/engine", message, hint }];
}

/** Orders typed with flags or in a file; null when none were asked for so. */
function linesAsked({ line, from }: OrdersFlags): Outcome<readonly string[]> | null {
  if (line === undefined && from === undefined) return null;
  const text: Outcome<string> = from === undefined ? { ok: true, value: "" } : textOf(from);
  if (!text.ok) return text;
  const read = text.value.split(/\r?\n/).map((one) => one.trim());
  const orders = read.filter((one) => one !== "" && !one.startsWith("#"));
  return { ok: true, value: [...(line ?? []), ...orders] };
}

function textOf(from: string): Outcome<string> {
  if (from === "-") return { ok: true, value: readFileSync(0, "utf8") };
  return readTextFile(from, PACKET_LIMIT);
}

function sealLines(
  io: Io,
  packet: Packet,
  lines: readonly string[],
  to: string,
  flags: OrdersFlags,
): Exit {
  const refused = orderProblems(packet.view, lines);
  const written =
    refused.length > 0 ? null : packetTable(packet, answerBox(to)).seal(packet.seat, lines);
  const problems = written === null || written.ok ? refused : written.problems;
  if (problems.length > 0) {
    printProblems(io, "tadmor orders", problems);
    return EXIT.badInput;
  }
  const { seat, turn } = packet;
  if (flags.json) printJson(io, { file: to, seat, turn, orders: lines });
  else if (!flags.quiet)
    io.out(`${to}: ${counted(lines.length, "order")} of ${seat} for turn ${turn}, sealed\n`);
  return EXIT.done;
}

async function sit(
  io: Io,
  packet: Packet,
  file: string,
  to: string,
  flags: OrdersFlags,
): Promise<Exit> {
  const options = gameOptions(io, file, flags);
  const { runGame } = await import("../../ui/index.tsx");
  const ports = packetPorts(packet, packetTable(packet, answerBox(to)));
  await runGame(ports, options);
  return EXIT.done;
}
