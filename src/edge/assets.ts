import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Id, Problem } from "../engine/index.ts";
import {
  LARGEST_FILE_BYTES,
  type Read,
  readIndex,
  type ScenarioIndex,
} from "../scenarios/index.ts";
import { clip, listSome, nearest } from "../scenarios/text.ts";
import { readTextFile } from "./files.ts";

/** The text of a scenario, and where the files that go with it are. */
export interface ScenarioSource {
  /** Absolute path when it was named by path; null when it was named by id. */
  readonly file: string | null;
  readonly text: string;
  /** Ids of its courses of action, in the order of the index. */
  readonly coaIds: readonly Id[];
  /** Text of a course of action, by id or by path. */
  readCoa(name: string): Read<string>;
  /** Ids of the parameter files there are. */
  readonly parameterIds: readonly Id[];
  /** Text of a parameter file, by id; a problem at `/parameters` when there is none. */
  readParameters(id: Id): Read<string>;
}

/** The directory that holds scenarios/: that of the nearest package.json, in src and in dist. */
export function packageRoot(from: string = fileURLToPath(import.meta.url)): string {
  const directory = dirname(from);
  if (existsSync(join(directory, "package.json")) || directory === from) return directory;
  return packageRoot(directory);
}

/** The scenarios that ship with the program. */
function shippedScenarios(): string {
  return join(packageRoot(), "scenarios");
}

/** Finds a scenario by id or path (null: the default); ids are those of `directory`'s index. */
export function findScenario(
  name: string | null,
  directory: string = shippedScenarios(),
): Read<ScenarioSource> {
  const library = readLibrary(directory);
  if (!library.ok) return library;
  const { index } = library.value;
  const id = name ?? index.default;
  const entry = find(index.scenarios, id);
  if (entry !== undefined) return sourceOf(library.value, entry, null);
  if (!isPath(id)) return unknown("scenario", id, Object.keys(index.scenarios));
  return sourceByPath(resolve(id), library.value);
}

/** Every scenario that ships, by id in the order of the index, with its text or why there is none. */
export function listScenarios(
  directory: string = shippedScenarios(),
): readonly { readonly id: Id; readonly text: Read<string> }[] {
  const library = readLibrary(directory);
  if (!library.ok) return [];
  return Object.entries(library.value.index.scenarios).map(([id, { file }]) => ({
    id,
    text: readTextFile(join(directory, file), LARGEST_FILE_BYTES),
  }));
}

type Entry = ScenarioIndex["scenarios"][Id];

interface Library {
  readonly directory: string;
  readonly index: ScenarioIndex;
}

const INDEX = "index.json";

function readLibrary(directory: string): Read<Library> {
  const text = readTextFile(join(directory, INDEX), LARGEST_FILE_BYTES);
  if (!text.ok) return text;
  const index = readIndex(text.value);
  return index.ok ? { ok: true, value: { directory, index: index.value } } : index;
}

/** Whether a name is that of a file, and not an id. */
export function isPath(name: string): boolean {
  return /[/\\]/.test(name) || name.endsWith(".json");
}

/** A scenario elsewhere uses the library beside it when that lists it, else the given one. */
function sourceByPath(file: string, given: Library): Read<ScenarioSource> {
  const directory = dirname(file);
  const beside = existsSync(join(directory, INDEX)) ? readLibrary(directory) : null;
  if (beside?.ok === false) return beside;
  const library = beside?.value ?? given;
  const listed = Object.values(library.index.scenarios).find(
    (entry) => join(library.directory, entry.file) === file,
  );
  return sourceOf(library, listed ?? { file, coas: {} }, file);
}

/** `file` is where a scenario named by path is; null takes it from its entry. */
function sourceOf(library: Library, entry: Entry, file: string | null): Read<ScenarioSource> {
  const { directory, index } = library;
  const text = readTextFile(file ?? join(directory, entry.file), LARGEST_FILE_BYTES);
  if (!text.ok) return text;
  return {
    ok: true,
    value: {
      file,
      text: text.value,
      coaIds: Object.keys(entry.coas),
      readCoa: (name) => readListed(directory, entry.coas, name, "course of action"),
      parameterIds: Object.keys(index.parameters),
      readParameters: (id) => readParameters(directory, index.parameters, id),
    },
  };
}

/** A file names its parameters; what a file names is never a path. */
function readParameters(
  directory: string,
  files: Readonly<Record<Id, string>>,
  id: Id,
): Read<string> {
  const listed = find(files, id);
  if (listed !== undefined) return readTextFile(join(directory, listed), LARGEST_FILE_BYTES);
  const found = unknown("parameter file", id, Object.keys(files));
  if (found.ok) return found;
  return { ok: false, problems: found.problems.map((one) => ({ ...one, path: "/parameters" })) };
}

function readListed(
  directory: string,
  files: Readonly<Record<Id, string>>,
  name: string,
  what: string,
): Read<string> {
  const listed = find(files, name);
  if (listed !== undefined) return readTextFile(join(directory, listed), LARGEST_FILE_BYTES);
  if (isPath(name)) return readTextFile(name, LARGEST_FILE_BYTES);
  return unknown(what, name, Object.keys(files));
}

function find<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unknown(what: string, name: string, known: readonly string[]): Read<never> {
  const meant = nearest(name, known);
  const byPath = "a file is named by its path, ending in .json";
  const problem: Problem = {
    code: "asset.unknown",
    path: "",
    message: `found no ${what} "${clip(name)}", expected one of ${listSome(known)}`,
    hint: meant === undefined ? byPath : `did you mean "${meant}"?`,
  };
  return { ok: false, problems: [problem] };
}
