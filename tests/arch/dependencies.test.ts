import { expect, test } from "vitest";
import { LOCKFILES, ROOT_LOCK, shippedPaths, TOOL_FOLDERS } from "../support/lockfiles.ts";
import { readIfThere } from "../support/sources.ts";

/** "## Dependencies" of CONTRIBUTING.md, where each of these is named with licence and reason. */
const SECTION = readIfThere("CONTRIBUTING.md")!.split(/^## Dependencies$/m)[1]!;
const [SHIPS, BUILDS, TOOLS, SCRIPTS] = tablesIn(SECTION);
const LICENCES = /has one of these, [^:]*: (.+)\.$/m.exec(SECTION)![1]!.split(", ");

type Table = readonly (readonly string[])[];

/** The tables of a text: rows of cells, the heading and the ruler left out. */
function tablesIn(text: string): readonly Table[] {
  return (text.match(/(?:^\|.*\n)+/gm) ?? []).map((table) =>
    table
      .trimEnd()
      .split("\n")
      .slice(2)
      .map((line) => line.slice(2, -2).split(" | ")),
  );
}

/** "package licence" of each row; a row may name several packages of one licence and reason. */
function licencesIn(table: Table): readonly string[] {
  return table.flatMap(([names, licence]) => names!.split(", ").map((one) => `${one} ${licence}`));
}

/** "package licence" as the lockfile has it. */
function locked(names: object | undefined, packages = ROOT_LOCK): readonly string[] {
  return Object.keys(names ?? {}).map(
    (name) => `${name} ${packages[`node_modules/${name}`]?.license ?? "not stated"}`,
  );
}

/** The packages of a folder of tools, from its own lockfile or, for a workspace, from the root's. */
function toolPackages(folder: string): readonly string[] {
  const own = LOCKFILES[`tools/${folder}/package-lock.json`];
  const asked = own?.[""] ?? ROOT_LOCK[`tools/${folder}`];
  return locked({ ...asked?.dependencies, ...asked?.optionalDependencies }, own).toSorted();
}

test("what ships is listed with its licence", () => {
  expect(licencesIn(SHIPS!)).toEqual(locked(ROOT_LOCK[""]?.dependencies));
});

test("what building and checking need is listed with its licence", () => {
  expect(licencesIn(BUILDS!)).toEqual(locked(ROOT_LOCK[""]?.devDependencies));
});

test("what one check needs is listed with its folder and licence", () => {
  const listed = TOOL_FOLDERS.map((folder) => [
    folder,
    licencesIn(TOOLS!.filter(([of]) => of === folder).map(([, ...row]) => row)).toSorted(),
  ]);
  expect(listed).toEqual(TOOL_FOLDERS.map((folder) => [folder, toolPackages(folder)]));
  expect(TOOLS!.filter(([folder]) => !TOOL_FOLDERS.includes(folder!))).toEqual([]);
});

test("every dependency has a reason", () => {
  const rows = [...SHIPS!, ...BUILDS!, ...TOOLS!, ...SCRIPTS!];
  expect(rows.filter((row) => row.at(-1)!.trim() === "")).toEqual([]);
});

test("the licences that are listed are those of the installed packages", () => {
  const installed = [...SHIPS!, ...BUILDS!].map(([name]) => {
    const file = JSON.parse(readIfThere(`node_modules/${name}/package.json`)!);
    return `${name} ${file.license}`;
  });
  expect(installed).toEqual([...licencesIn(SHIPS!), ...licencesIn(BUILDS!)]);
});

test("whatever ships, packages of packages included, has a licence that is listed", () => {
  const paths = shippedPaths();
  expect(paths.length).toBeGreaterThan(SHIPS!.length);
  const other = paths.filter((path) => {
    const parts = (ROOT_LOCK[path]!.license ?? "none").replace(/[()]/g, "").split(/ (?:AND|OR) /);
    return parts.some((one) => !LICENCES.includes(one));
  });
  expect(other).toEqual([]);
});

test("only the packages named have an install script", () => {
  const found = Object.entries(LOCKFILES).flatMap(([file, packages]) =>
    Object.entries(packages)
      .filter(([, locked]) => locked.hasInstallScript)
      .map(([path]) => [file, path.split("node_modules/").at(-1)]),
  );
  expect(SCRIPTS!.map(([file, name]) => [file, name])).toEqual(found);
});

test("the root's install scripts are not run by an npm that can be told so", () => {
  const { allowScripts } = JSON.parse(readIfThere("package.json")!);
  const named = SCRIPTS!.filter(([file]) => file === "package-lock.json").map(([, name]) => name);
  expect(allowScripts).toEqual(Object.fromEntries(named.map((name) => [name, false])));
});

test("what a folder of tools installs runs no install script", () => {
  const own = TOOL_FOLDERS.filter((folder) => LOCKFILES[`tools/${folder}/package-lock.json`]);
  expect(own.length).toBeGreaterThan(0);
  for (const folder of own)
    expect(readIfThere(`tools/${folder}/.npmrc`), folder).toContain("ignore-scripts=true\n");
});

test("the package itself has no install script", () => {
  const { scripts } = JSON.parse(readIfThere("package.json")!);
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
});

test("a lockfile names no registry, and has a hash for every package", () => {
  for (const [file, packages] of Object.entries(LOCKFILES))
    for (const [path, locked] of Object.entries(packages)) {
      if (!path.startsWith("node_modules/") || locked.link) continue;
      expect(locked, `${file} ${path}`).not.toHaveProperty("resolved");
      expect(locked.integrity, `${file} ${path}`).toMatch(/^sha512-/);
    }
});
