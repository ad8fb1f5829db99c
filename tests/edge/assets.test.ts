import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findScenario, packageRoot } from "../../src/edge/assets.ts";
import { freshSeed } from "../../src/edge/clock.ts";
import { emptyDirectory } from "./directory.ts";

/** A library of one scenario, "small", with one course of action and one parameter file. */
function library(): string {
  const directory = emptyDirectory();
  const index = {
    default: "small",
    scenarios: { small: { file: "small.json", coas: { "red-rush": "coas/red-rush.json" } } },
    parameters: { "erc-1": "erc-1.json" },
  };
  mkdirSync(join(directory, "coas"));
  writeFileSync(join(directory, "index.json"), JSON.stringify(index));
  writeFileSync(join(directory, "small.json"), "the scenario");
  writeFileSync(join(directory, "coas/red-rush.json"), "the course of action");
  writeFileSync(join(directory, "erc-1.json"), "the parameters");
  return directory;
}

function sourceOf(name: string | null, directory: string) {
  const found = findScenario(name, directory);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const value = (text: string) => ({ ok: true, value: text });
const refusal = (code: string) => ({ ok: false, problems: [{ code }] });

describe("a scenario", () => {
  it.each([[null], ["small"]])("is found by its id, or as the default: %s", (name) => {
    const source = sourceOf(name, library());
    expect(source).toMatchObject({ text: "the scenario", file: null, coaIds: ["red-rush"] });
    expect(source.readCoa("red-rush")).toEqual(value("the course of action"));
    expect(source.readParameters("erc-1")).toEqual(value("the parameters"));
  });

  it("is found by its path, with the library beside it", () => {
    const file = join(library(), "small.json");
    const source = sourceOf(file, library());
    expect(source).toMatchObject({ text: "the scenario", file, coaIds: ["red-rush"] });
  });

  it("that stands alone takes the parameters of the package and has no courses of action", () => {
    const directory = library();
    const file = join(emptyDirectory(), "mine.json");
    writeFileSync(file, "mine");
    const source = sourceOf(file, directory);
    expect(source).toMatchObject({ text: "mine", file, coaIds: [] });
    expect(source.readParameters("erc-1")).toEqual(value("the parameters"));
    expect(source.readCoa(join(directory, "coas/red-rush.json"))).toEqual(
      value("the course of action"),
    );
  });

  it("that is a copy of one that is listed has its courses of action, by its id", () => {
    const file = join(emptyDirectory(), "mine.json");
    writeFileSync(file, JSON.stringify({ id: "small", title: "changed" }));
    const source = sourceOf(file, library());
    expect(source.coaIds).toEqual(["red-rush"]);
    expect(source.readCoa("red-rush")).toEqual(value("the course of action"));
  });

  it("that is not listed has the courses of action that stand beside it under its id", () => {
    const directory = emptyDirectory();
    const file = join(directory, "mine.json");
    writeFileSync(file, JSON.stringify({ id: "small" }));
    mkdirSync(join(directory, "coas/small"), { recursive: true });
    for (const name of ["wait", "attack"])
      writeFileSync(join(directory, `coas/small/${name}.json`), name);
    writeFileSync(join(directory, "coas/small/notes.txt"), "no course of action");
    const source = sourceOf(file, library());
    expect(source.coaIds).toEqual(["attack", "wait"]);
    expect(source.readCoa("wait")).toEqual(value("wait"));
    expect(source.readCoa("red-rush")).toMatchObject(refusal("asset.unknown"));
  });

  it.each([["../.."], ["__proto__"], [7], [null]])("is led nowhere by the id %j", (id) => {
    const file = join(emptyDirectory(), "mine.json");
    writeFileSync(file, `{"id":${JSON.stringify(id)}}`);
    expect(sourceOf(file, library()).coaIds).toEqual([]);
  });

  it("that is not there is refused with what there is", () => {
    const directory = library();
    const found = findScenario("smal", directory);
    expect(found).toMatchObject(refusal("asset.unknown"));
    expect(found.ok ? [] : found.problems[0]).toMatchObject({
      message: 'found no scenario "smal", expected one of "small"',
      hint: 'did you mean "small"?',
    });
    expect(findScenario(join(directory, "none.json"), directory)).toMatchObject(
      refusal("file.missing"),
    );
    expect(findScenario("valueOf", directory)).toMatchObject(refusal("asset.unknown"));
  });

  it("has no course of action or parameters but those listed", () => {
    const source = sourceOf("small", library());
    expect(source.readCoa("blue-hold")).toMatchObject(refusal("asset.unknown"));
    expect(source.readParameters("erc-2")).toMatchObject(refusal("asset.unknown"));
  });

  it.each([
    ["is missing", null, "file.missing"],
    ["is not JSON", "[", "json.truncated"],
    ["says nothing", "{}", "schema.missing"],
  ])("is refused when the index %s", (_, index, code) => {
    const directory = emptyDirectory();
    if (index !== null) writeFileSync(join(directory, "index.json"), index);
    const found = findScenario("small", directory);
    expect(found.ok ? [] : found.problems).toContainEqual(expect.objectContaining({ code }));
  });
});

describe("the package", () => {
  it("is found from its sources and from its bundle, whatever stands above it", () => {
    const root = emptyDirectory();
    for (const inner of ["src/edge", "dist/chunks"])
      mkdirSync(join(root, inner), { recursive: true });
    writeFileSync(join(root, "package.json"), "{}");
    expect(packageRoot(join(root, "src/edge/assets.ts"))).toBe(root);
    expect(packageRoot(join(root, "dist/chunks/assets-ABC.js"))).toBe(root);
  });

  it("ships a default scenario", () => {
    expect(findScenario(null)).toMatchObject({ ok: true, value: { file: null } });
  });
});

describe("a fresh seed", () => {
  it("is 16 hex digits, and another each time", () => {
    const seeds = [freshSeed(), freshSeed()];
    for (const seed of seeds) expect(seed).toMatch(/^[0-9a-f]{16}$/);
    expect(seeds[0]).not.toBe(seeds[1]);
  });
});
