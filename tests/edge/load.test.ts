import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type LoadedScenario, loadPlayed, loadScenario } from "../../src/edge/load.ts";
import type { HeaderLine, PlayedScenario } from "../../src/journal/index.ts";
import type { Read } from "../../src/scenarios/index.ts";
import { ERC_1, readSmall, smallScenario } from "../support/small-scenario.ts";
import { written } from "../journal/fixtures.ts";
import { emptyDirectory } from "./directory.ts";

const small = readSmall();
const { id } = small.setup;

/** A library that holds the small scenario, changed or not. */
function library(change: object = {}): string {
  const directory = emptyDirectory();
  const scenarios = { [id]: { file: "small.json", coas: {} } };
  const parameters = { "erc-1": "parameters/erc-1.json" };
  mkdirSync(join(directory, "parameters"));
  writeFileSync(
    join(directory, "index.json"),
    JSON.stringify({ default: id, scenarios, parameters }),
  );
  writeFileSync(join(directory, "small.json"), JSON.stringify({ ...smallScenario(), ...change }));
  writeFileSync(join(directory, "parameters/erc-1.json"), ERC_1);
  return directory;
}

/** The header of a game of the small scenario. */
function headerOf(scenario: Partial<PlayedScenario> = {}): HeaderLine {
  const { header } = written([]).journal;
  const { length } = small.file;
  const played = { ...header.scenario, id, hash: small.hash, length, ...scenario };
  return { ...header, scenario: played, parameters: { id: "erc-1", hash: small.parametersHash } };
}

function setupOf(loaded: Read<LoadedScenario>) {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.scenario.setup;
}

const refusal = (code: string) => ({ ok: false, problems: [{ code }] });

describe("a scenario to play", () => {
  it.each([[null], [id]])("is read with its parameters: %s", (name) => {
    expect(setupOf(loadScenario(name, {}, library()))).toEqual(small.setup);
  });

  it("is refused when it names parameters that are not there", () => {
    const loaded = loadScenario(null, {}, library({ parameters: "erc-9" }));
    expect(loaded).toMatchObject(refusal("asset.unknown"));
  });

  it("is refused with its problems when it is wrong", () => {
    const loaded = loadScenario(null, {}, library({ formations: 12 }));
    expect(loaded.ok ? [] : loaded.problems.map(({ path }) => path)).toContain("/formations");
  });

  it("ships", () => {
    expect(setupOf(loadScenario(null)).turns).toBeGreaterThan(0);
  });
});

describe("the scenario of a journal", () => {
  it("is the one it was begun with", () => {
    expect(setupOf(loadPlayed(headerOf(), library()))).toEqual(small.setup);
  });

  it("has the length and the excursion that were played", () => {
    const path = "/title";
    const excursion = [{ op: "replace", path, value: "Elsewhere" }];
    const header = headerOf({ length: "long", excursion });
    expect(setupOf(loadPlayed(header, library()))).toMatchObject({ turns: 10, title: "Elsewhere" });
  });

  it("is read again from where it was", () => {
    const file = join(library(), "small.json");
    expect(setupOf(loadPlayed(headerOf({ file }), library({ title: "Another" })))).toEqual(
      small.setup,
    );
  });

  it("is refused when either file changed since", () => {
    const changed = loadPlayed(headerOf(), library({ title: "Another" }));
    expect(changed).toMatchObject(refusal("journal.scenario-changed"));
    const header = { ...headerOf(), parameters: { id: "erc-1", hash: "0".repeat(64) } };
    expect(loadPlayed(header, library())).toMatchObject(refusal("journal.parameters-changed"));
  });

  it("is refused when its excursion is none", () => {
    const header = headerOf({ excursion: [{ op: "levitate", path: "/title" }] });
    expect(loadPlayed(header, library()).ok).toBe(false);
  });
});
