import { resolve } from "node:path";
import { readTextFile } from "../../edge/files.ts";
import { type LoadedScenario, loadScenario } from "../../edge/load.ts";
import { readAnswer, readPacket } from "../../edge/packets.ts";
import type { Id, Problem, Setup } from "../../engine/index.ts";
import {
  FILE_KINDS,
  type FileKind,
  type Json,
  kindOf,
  LARGEST_FILE_BYTES,
  parseJson,
  type Read,
  readClaim,
  readCoa,
  readDesign,
  readExcursion,
  type ReadOptions,
  readParameters,
  type Scenario,
} from "../../scenarios/index.ts";
import { listSome } from "../../scenarios/text.ts";
import { EXIT, type Exit } from "../exit.ts";
import { namedCourseProblems } from "../load-run.ts";
import type { SharedFlags } from "../flags.ts";
import { type Io, printJson } from "../io.ts";
import { ofScenario, scenariosAmong, textAt } from "../named-scenario.ts";
import { printProblems } from "../problems.ts";
import { exitOf, looksLikeJournal, readJournal } from "../read-journal.ts";
import { missingFile } from "../usage.ts";
import { droppedText } from "./verify.ts";

/** Flags of `tadmor check`. */
export interface CheckFlags extends SharedFlags {
  readonly scenario?: string | undefined;
}

/** What was found of one file; `remark` is no problem. */
interface Finding {
  readonly file: string;
  /** Null when the file does not say what it is. */
  readonly kind: string | null;
  readonly problems: readonly Problem[];
  readonly remark?: string | undefined;
}

/** `tadmor check`: every problem of every file at once. */
export function check(io: Io, files: readonly string[], flags: CheckFlags): Exit {
  if (files.length === 0) {
    printProblems(io, "tadmor check", [missingFile("a file to check")]);
    return EXIT.badInput;
  }
  // One file is about no other.
  const among = scenariosAmong(files.length > 1 ? files.filter((file) => !isJournal(file)) : []);
  const findings = files.map((file) => findingOf(file, { ...flags, among }));
  if (flags.json) printJson(io, { files: findings.map(documentOf) });
  else for (const finding of findings) tell(io, finding, flags);
  return Math.max(...findings.map(exitOfFinding)) as Exit;
}

function documentOf({ file, kind, problems, remark }: Finding): object {
  const document = { file, kind, ok: problems.length === 0, problems };
  return remark === undefined ? document : { ...document, remark };
}

function tell(io: Io, { file, kind, problems, remark }: Finding, { quiet }: CheckFlags): void {
  if (remark !== undefined) io.err(`${file}: ${remark}\n`);
  if (problems.length > 0) printProblems(io, file, problems);
  else if (!quiet) io.out(`${file}: ${KIND_WORDS[kind ?? ""] ?? kind} without problems\n`);
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  scenario: "a scenario",
  parameters: "a parameter file",
  coa: "a course of action",
  excursion: "an excursion",
  design: "a design of experiments",
  claim: "a claim",
  journal: "a journal",
  packet: "a packet",
  orders: "sealed orders",
};

function exitOfFinding({ problems }: Finding): Exit {
  return problems.length === 0 ? EXIT.done : exitOf(problems);
}

/** What files are read against: the scenario asked for, else one that was given with them. */
interface Against {
  readonly scenario?: string | undefined;
  /** Id → file of the scenarios that are checked with it. */
  readonly among: ReadonlyMap<Id, string>;
}

function isJournal(file: string): boolean {
  return looksLikeJournal(file) || file.endsWith(".jsonl");
}

function findingOf(file: string, against: Against): Finding {
  if (isJournal(file)) return journalFinding(file);
  const text = readTextFile(file, LARGEST_FILE_BYTES);
  if (!text.ok) return { file, kind: null, problems: text.problems };
  const json = parseJson(text.value);
  // A text that is not JSON throughout may still say what it is.
  if (!json.ok) return { file, kind: saidKind(text.value), problems: json.problems };
  const sealed = sealedFinding(file, json.value);
  if (sealed !== null) return sealed;
  const kind = kindOf(json.value);
  if (kind === undefined) return { file, ...unknownKind(json.value) };
  const read = readers[kind](file, text.value, json.value, against);
  return { file, kind, problems: read.ok ? [] : read.problems, remark: read.remark };
}

function saidKind(text: string): string | null {
  return /"format"\s*:\s*"tadmor-([a-z]{1,20})\//.exec(text)?.[1] ?? null;
}

function journalFinding(file: string): Finding {
  const read = readJournal(file);
  if (!read.ok) return { file, kind: "journal", problems: read.problems };
  const { dropped, journal } = read;
  const remarks = [
    ...(dropped === null ? [] : [droppedText(dropped)]),
    ...(journal.readOnly === null ? [] : [journal.readOnly]),
  ];
  return { file, kind: "journal", problems: [], remark: remarks.join("; ") || undefined };
}

/** A packet or sealed orders: whole and unaltered, or not. */
function sealedFinding(file: string, json: Json): Finding | null {
  const format =
    typeof json === "object" && json !== null ? (json as { format?: Json }).format : undefined;
  const kind = SEALED_KINDS.find((one) => String(format).startsWith(`tadmor-${one}/`));
  if (kind === undefined) return null;
  const read = kind === "packet" ? readPacket(file) : readAnswer(file);
  return { file, kind, problems: read.ok ? [] : read.problems };
}

const SEALED_KINDS = ["packet", "orders"] as const;

type Reader = (
  file: string,
  text: string,
  json: Json,
  against: Against,
) => Read<unknown> & { readonly remark?: string | undefined };

const readers: Readonly<Record<FileKind, Reader>> = {
  scenario: scenarioWithCourses,
  parameters: (_, text) => readParameters(text),
  coa: (_, text, json, against) => {
    const setup = setupFor(json, against);
    return setup.ok ? readCoa(text, setup.value) : setup;
  },
  excursion: excursionInScenario,
  design: againstScenario(readDesign),
  claim: againstScenario(readClaim),
};

/** A file about a scenario is read against it, with the variant and the length that it names. */
function againstScenario(read: (text: string, scenario: Scenario) => Read<unknown>): Reader {
  return (_, text, json, against) => {
    const options = { variant: textAt(json, "variant"), length: textAt(json, "length") };
    const found = loadedFor(json, against, options);
    // What it names may be what is wrong: read against the bare scenario, it says where.
    const loaded = found.ok ? found : loadedFor(json, against);
    return loaded.ok ? read(text, loaded.value.scenario) : loaded;
  };
}

/** An excursion is right when the scenario that it is for can be played with it. */
function excursionInScenario(_: string, text: string, json: Json, against: Against): Read<unknown> {
  const read = readExcursion(text);
  if (!read.ok) return read;
  // Without it first: what is wrong with the scenario itself is not the excursion's fault.
  const plain = loadedFor(json, against);
  if (!plain.ok) return plain;
  const { patch } = read.value;
  return loadScenario(nameOf(json, against), { patch });
}

/** A scenario is whole when the courses of action that it names can be played in it. */
function scenarioWithCourses(file: string): ReturnType<Reader> {
  const loaded = loadScenario(resolve(file), { everyVariant: true });
  if (!loaded.ok) return loaded;
  const problems = namedCourseProblems(loaded.value);
  if (problems.length > 0) return { ok: false, problems };
  return { ...loaded, remark: withoutCourses(loaded.value) };
}

/** What keeps a scenario that is right in itself from being played by its courses of action. */
function withoutCourses({ source, scenario }: LoadedScenario): string | undefined {
  const { id, historical } = scenario.file;
  const names = Object.values(historical).map((name) => `${name}.json`);
  if (source.coaIds.length > 0 || names.length === 0) return undefined;
  return `its courses of action are not here: looked for ${listSome(names)} in coas/${id}/ beside it`;
}

/** The setup of the scenario that a course of action is read against. */
function setupFor(json: Json, against: Against): Read<Setup> {
  const loaded = loadedFor(json, against);
  return loaded.ok ? { ok: true, value: loaded.value.scenario.setup } : loaded;
}

/** The scenario that a file is read against, or what is wrong with it. */
function loadedFor(json: Json, against: Against, options: ReadOptions = {}): Read<LoadedScenario> {
  const name = nameOf(json, against);
  const loaded = loadScenario(name, options);
  if (loaded.ok) return loaded;
  const path = against.scenario === undefined ? "/scenario" : "";
  return { ok: false, problems: ofScenario(name, loaded.problems, path) };
}

/** The scenario that is asked for, else the one that the file names: that given with it, if one is. */
function nameOf(json: Json, { scenario, among }: Against): string | null {
  const named = textAt(json, "scenario") ?? null;
  const given = named === null ? undefined : among.get(named);
  return scenario ?? (given === undefined ? named : resolve(given));
}

function unknownKind(json: Json): { kind: null; problems: Problem[] } {
  const format =
    typeof json === "object" && json !== null ? (json as { format?: Json }).format : undefined;
  const expected = FILE_KINDS.map((one) => `tadmor-${one}/1`).join(", ");
  const found =
    format === undefined ? "no format" : `the format ${JSON.stringify(format).slice(0, 60)}`;
  const message = `found ${found}, expected ${expected} or a journal`;
  const hint = `a file says what it is: "format": "tadmor-scenario/1"`;
  return { kind: null, problems: [{ code: "check.kind", path: "/format", message, hint }] };
}
