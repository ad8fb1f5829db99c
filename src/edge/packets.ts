import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import {
  type Answer,
  type AnswerBox,
  formatSealed,
  type Outcome,
  type Packet,
  PACKET_LIMIT,
  parseAnswer,
  parsePacket,
} from "../journal/index.ts";
import { clip } from "../scenarios/text.ts";
import { fileProblem, readTextFile } from "./files.ts";

/** Reads a packet from its file. */
export function readPacket(file: string): Outcome<Packet> {
  const text = readTextFile(file, PACKET_LIMIT);
  return text.ok ? parsePacket(text.value) : text;
}

/** Reads sealed orders from their file. */
export function readAnswer(file: string): Outcome<Answer> {
  const text = readTextFile(file, PACKET_LIMIT);
  return text.ok ? parseAnswer(text.value) : text;
}

/** Writes a packet; a file that is there and is no packet stays as it is. */
export function writePacket(file: string, packet: Packet): Outcome<null> {
  return writeOver(file, formatSealed(packet), "a packet", () => readPacket(file).ok);
}

/** The file that a seat's sealed orders go to; one that is no answer stays as it is. */
export function answerBox(file: string): AnswerBox {
  return {
    file,
    write: (answer) =>
      writeOver(file, formatSealed(answer), "sealed orders", () => readAnswer(file).ok),
  };
}

function writeOver(file: string, text: string, what: string, isOurs: () => boolean): Outcome<null> {
  if (existsSync(file) && !isOurs()) {
    const message = `"${clip(file)}" is there already and is not ${what}`;
    const hint = "name another file with -o";
    return { ok: false, problems: [{ code: "file.exists", path: "", message, hint }] };
  }
  return writeWhole(file, text);
}

/** All of it or nothing: written beside its place and moved there. */
function writeWhole(file: string, text: string): Outcome<null> {
  const beside = `${file}.part`;
  try {
    writeFileSync(beside, text, { flush: true });
    renameSync(beside, file);
    return { ok: true, value: null };
  } catch (error) {
    rmSync(beside, { force: true });
    return { ok: false, problems: [fileProblem(error, file)] };
  }
}
