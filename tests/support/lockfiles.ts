/** The lockfiles of the repository, for tests of what it depends on. */
import { readdirSync } from "node:fs";
import { readIfThere } from "./sources.ts";

/** What a lockfile says of one package. */
interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  /** A folder of the repository instead of a package. */
  readonly link?: boolean;
  /** Only building and checking need it. */
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Path inside the folder (`node_modules/…`, or "" for the folder itself) → what is locked there. */
type Locked = Readonly<Record<string, LockedPackage>>;

/** Folders of `tools/` that have packages, in order. */
export const TOOL_FOLDERS = readdirSync(new URL("../../tools", import.meta.url))
  .filter((name) => readIfThere(`tools/${name}/package.json`) !== null)
  .toSorted();

/** Path from the root → packages, of every lockfile there is. */
export const LOCKFILES: Readonly<Record<string, Locked>> = Object.fromEntries(
  ["package-lock.json", ...TOOL_FOLDERS.map((name) => `tools/${name}/package-lock.json`)].flatMap(
    (path) => {
      const text = readIfThere(path);
      return text === null ? [] : [[path, (JSON.parse(text) as { packages: Locked }).packages]];
    },
  ),
);

/** The root's lockfile. */
export const ROOT_LOCK: Locked = LOCKFILES["package-lock.json"] ?? {};

/** Paths in the root's lockfile of all that comes with the published package. */
export function shippedPaths(): readonly string[] {
  const workspaces = TOOL_FOLDERS.flatMap((name) =>
    Object.keys(ROOT_LOCK[`tools/${name}`]?.optionalDependencies ?? {}),
  );
  return Object.entries(ROOT_LOCK)
    .filter(([path, locked]) => path.startsWith("node_modules/") && !locked.link && !locked.dev)
    .map(([path]) => path)
    .filter((path) => !workspaces.includes(path.replace("node_modules/", "")));
}
