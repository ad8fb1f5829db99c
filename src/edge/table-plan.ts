import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Id } from "../engine/index.ts";
import type { Outcome } from "../journal/index.ts";
import { fileProblem, readTextFile } from "./files.ts";
import { putFile } from "./put-file.ts";

/** What stands beside a journal: who sits together, and the hash of White's pass phrase. */
interface PlanFile {
  readonly format: typeof FORMAT;
  readonly cells: readonly (readonly Id[])[];
  /** Null when nothing stands before White's seat. */
  readonly curtain: Curtain | null;
}

/** The scrypt hash of a pass phrase and its salt, as hex digits. */
interface Curtain {
  readonly salt: string;
  readonly hash: string;
}

const FORMAT = "tadmor-plan/1";
const NO_PLAN: PlanFile = { format: FORMAT, cells: [], curtain: null };
const LIMIT_BYTES = 64 * 1024;
const HASH_BYTES = 32;

/** The file of the plan that belongs to a journal. */
export function planFileOf(journal: string): string {
  return `${journal.replace(/\.jsonl$/, "")}.plan.json`;
}

/** Writes how people sit beside a journal; an empty phrase is no curtain. */
export async function writePlan(
  journal: string,
  cells: PlanFile["cells"],
  phrase: string,
): Promise<Outcome<null>> {
  const curtain = phrase === "" ? null : await curtainOf(phrase);
  const file = planFileOf(journal);
  try {
    const text = `${JSON.stringify({ format: FORMAT, cells, curtain }, null, 2)}\n`;
    putFile(file, Buffer.from(text));
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, problems: [fileProblem(error, file)] };
  }
}

/** How people sit at a saved game; one without a plan, or with one nobody can read, has none. */
export function readPlan(journal: string): PlanFile {
  const read = readTextFile(planFileOf(journal), LIMIT_BYTES);
  return read.ok ? planIn(read.value) : NO_PLAN;
}

/** A branch is sat at as its game was: with the same groups, and the same phrase before White. */
export function copyPlan(from: string, to: string): Outcome<null> {
  if (!existsSync(planFileOf(from))) return { ok: true, value: null };
  try {
    putFile(planFileOf(to), readFileSync(planFileOf(from)));
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, problems: [fileProblem(error, planFileOf(to))] };
  }
}

/** Whether a phrase is the one that the plan has the hash of. */
export async function opensCurtain(journal: string, phrase: string): Promise<boolean> {
  const { curtain } = readPlan(journal);
  if (curtain === null) return true;
  const [asked, known] = [
    await hashOf(phrase, curtain.salt),
    Buffer.from(curtain.hash, "hex"),
  ] as const;
  return asked.length === known.length && timingSafeEqual(asked, known);
}

/** A number nobody chose, strictly between 0 and 1, of five places: it can be read out and written down. */
export function freshDraw(): number {
  return randomInt(1, 100_000) / 100_000;
}

async function curtainOf(phrase: string): Promise<Curtain> {
  const salt = randomBytes(16).toString("hex");
  return { salt, hash: (await hashOf(phrase, salt)).toString("hex") };
}

/** The same letters typed on another keyboard are the same phrase. */
function hashOf(phrase: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(phrase.normalize("NFC"), Buffer.from(salt, "hex"), HASH_BYTES, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

function planIn(text: string): PlanFile {
  try {
    const plan: unknown = JSON.parse(text);
    return isPlan(plan) ? plan : NO_PLAN;
  } catch {
    return NO_PLAN;
  }
}

function isPlan(plan: unknown): plan is PlanFile {
  if (!isRecord(plan) || plan["format"] !== FORMAT || !isListOf(plan["cells"], isCell))
    return false;
  const { curtain } = plan;
  return (
    curtain === null || (isRecord(curtain) && isHex(curtain["salt"]) && isHex(curtain["hash"]))
  );
}

function isCell(cell: unknown): boolean {
  return isListOf(cell, (seat) => typeof seat === "string");
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isHex(value: unknown): boolean {
  return typeof value === "string" && /^([0-9a-f]{2})+$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
