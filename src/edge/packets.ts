import { existsSync } from "node:fs";
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
import { putFile } from "./put-file.ts";

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
  try {
    putFile(file, Buffer.from(text));
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, problems: [fileProblem(error, file)] };
  }
}
