import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Id, Problem } from "../engine/index.ts";
import {
  LARGEST_FILE_BYTES,
  parseJson,
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
  if (entry !== undefined) return sourceInLibrary(library.value, entry);
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

function sourceInLibrary(library: Library, { file, coas }: Entry): Read<ScenarioSource> {
  const text = readTextFile(join(library.directory, file), LARGEST_FILE_BYTES);
  return text.ok ? sourceOf(library, null, text.value, pathsIn(library, coas)) : text;
}

/** A scenario elsewhere uses the library beside it when that lists it, else the given one. */
function sourceByPath(file: string, given: Library): Read<ScenarioSource> {
  const text = readTextFile(file, LARGEST_FILE_BYTES);
  if (!text.ok) return text;
  const directory = dirname(file);
  const beside = existsSync(join(directory, INDEX)) ? readLibrary(directory) : null;
  if (beside?.ok === false) return beside;
  const library = beside?.value ?? given;
  const listed = Object.values(library.index.scenarios).find(
    (entry) => join(library.directory, entry.file) === file,
  );
  const coas =
    listed === undefined
      ? unlistedCoas(directory, idIn(text.value), library)
      : pathsIn(library, listed.coas);
  return sourceOf(library, file, text.value, coas);
}

/** Courses of action of a scenario that no index lists: those beside it, else those of its id in the library. */
function unlistedCoas(directory: string, id: Id | null, library: Library): Files {
  if (id === null) return {};
  const beside = join(directory, "coas", id);
  if (!existsSync(beside)) return pathsIn(library, find(library.index.scenarios, id)?.coas ?? {});
  const names = readdirSync(beside).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.toSorted().map((name) => [basename(name, ".json"), join(beside, name)]),
  );
}

/** The id that a scenario gives itself; null where it gives none. */
function idIn(text: string): Id | null {
  const json = parseJson(text);
  const id = json.ok ? (json.value as { readonly id?: unknown } | null)?.id : null;
  return typeof id === "string" && /^[a-z][a-z0-9-]*$/.test(id) ? id : null;
}

/** Paths of files by id. */
type Files = Readonly<Record<Id, string>>;

function pathsIn({ directory }: Library, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([id, name]) => [id, join(directory, name)]));
}

function sourceOf(
  library: Library,
  file: string | null,
  text: string,
  coas: Files,
): Read<ScenarioSource> {
  const parameters = pathsIn(library, library.index.parameters);
  return {
    ok: true,
    value: {
      file,
      text,
      coaIds: Object.keys(coas),
      readCoa: (name) => readListed(coas, name),
      parameterIds: Object.keys(parameters),
      readParameters: (id) => readParameters(parameters, id),
    },
  };
}

/** A file names its parameters; what a file names is never a path. */
function readParameters(files: Files, id: Id): Read<string> {
  const listed = find(files, id);
  if (listed !== undefined) return readTextFile(listed, LARGEST_FILE_BYTES);
  const found = unknown("parameter file", id, Object.keys(files));
  if (found.ok) return found;
  return { ok: false, problems: found.problems.map((one) => ({ ...one, path: "/parameters" })) };
}

function readListed(files: Files, name: string): Read<string> {
  const listed = find(files, name);
  if (listed !== undefined) return readTextFile(listed, LARGEST_FILE_BYTES);
  if (isPath(name)) return readTextFile(name, LARGEST_FILE_BYTES);
  return unknown("course of action", name, Object.keys(files));
}

function find<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unknown(what: string, name: string, known: readonly string[]): Read<never> {
  const meant = nearest(name, known);
  const byPath =
    what === "course of action"
      ? "a flag names a file by its path, ending in .json; a scenario's own stand in coas/ID/NAME.json beside it"
      : "a file is named by its path, ending in .json";
  const problem: Problem = {
    code: "asset.unknown",
    path: "",
    message: `found no ${what} "${clip(name)}", expected one of ${listSome(known)}`,
    hint: meant === undefined ? byPath : `did you mean "${meant}"?`,
  };
  return { ok: false, problems: [problem] };
}
