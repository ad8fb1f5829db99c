import { describe, expect, it } from "vitest";
import { loadScenario } from "../../src/edge/load.ts";
import { openTable, startJournal, type Table, unsaved } from "../../src/journal/index.ts";
import { followCoa } from "../../src/policies/course-of-action.ts";
import { type PatchOperation, readCoa } from "../../src/scenarios/index.ts";
import { HOLD, PERSON } from "../../src/ui/ports.ts";
import { EMPTY_DRAFT } from "../../src/ui/state.ts";
import { sectionOf, situationOf } from "../../src/ui/telling/situation/situation.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { headerFor, smallTable } from "./table-ports.ts";

/** The whole account of a seat, a heading and its sentences each a line. */
function accountOf(table: Table, seat: string): string {
  const view = table.view(seat);
  const told =
    view.turn === 0 ? null : { turn: view.turn, events: table.eventsOf(view.turn, seat) };
  const sections = situationOf({ view, names: table.names, told, draft: EMPTY_DRAFT });
  return sections.map(({ title, rows }) => `${title}\n${rows.join("\n")}\n`).join("\n");
}

/** A shipped scenario in which every seat does what it did then, after so many turns. */
function historyOf(id: string, turns: number): Table {
  const loaded = loadScenario(id, {});
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  const { scenario, source } = loaded.value;
  const coas = Object.entries(scenario.file.historical).map(([seat, coa]) => {
    const text = source.readCoa(coa);
    const read = text.ok ? readCoa(text.value, scenario.setup) : text;
    if (!read.ok) throw new Error(`${coa} cannot be read`);
    return [seat, followCoa(read.value)] as const;
  });
  const book = unsaved(startJournal(headerFor(scenario.file.historical)).journal);
  const table = openTable(scenario.setup, book, Object.fromEntries(coas));
  if (!table.ok) throw new Error("no table");
  for (let turn = 0; turn < turns; turn++) table.value.resolve();
  return table.value;
}

/** The small scenario with a change, after a turn in which nobody orders anything. */
function small(patch: readonly PatchOperation[], turns = 1): Table {
  const players = { "flint-command": HOLD, "loam-command": HOLD, envoy: HOLD };
  const table = smallTable(players, compileSmall(patch));
  if (!table.ok) throw new Error("no table");
  for (let turn = 0; turn < turns; turn++) table.value.resolve();
  return table.value;
}

describe("the account of a shipped scenario, which a person has read", () => {
  it.each([
    ["palmyra-2016", "saa", 0],
    ["palmyra-2016", "saa", 1],
    ["palmyra-2016", "red", 2],
    ["palmyra-2016", "coalition", 1],
    ["palmyra-2016-03", "saa", 2],
    ["palmyra-2016-03", "red", 1],
  ])("%s, %s, after turn %d", async (scenario, seat, turns) => {
    const account = accountOf(historyOf(scenario, turns), seat);
    await expect(account).toMatchFileSnapshot(`situations/${scenario}-${seat}-${turns}.txt`);
  });
});

describe("what a seat cannot see", () => {
  it.each<[string, PatchOperation]>([
    ["men it has no report of", edit("/formations/mill-watch/men/value", 150)],
    ["the strength behind a report", edit("/formations/town-guard/men/value", 450)],
    ["a patron's tolerance", edit("/contingents/legion/patron/tolerance/value", 0.9)],
    ["the enemy's depots", edit("/places/town/stocks/tank/value", 0)],
    ["the enemy's aims", edit("/objectives/keep-town/points", 9)],
  ])("changes no byte of the account: %s", (_, change) => {
    expect(accountOf(small([change], 0), "flint-command")).toBe(
      accountOf(small([], 0), "flint-command"),
    );
  });

  it("would be noticed: what it can see does change it", () => {
    const seen = edit("/formations/hammer/men/value", 800);
    expect(accountOf(small([seen], 0), "flint-command")).not.toBe(
      accountOf(small([], 0), "flint-command"),
    );
  });
});

describe("names that are made to harm", () => {
  const HOSTILE = "Ham\u001b[2Jmer\u0007\n1. Threat\u202e\u2028gone\u009b31m";

  it("reach the account as one line without control characters", () => {
    const setup = compileSmall();
    const named = <T>(all: Readonly<Record<string, T>>, id: string) => {
      return { ...all, [id]: { ...all[id], name: HOSTILE } } as Readonly<Record<string, T>>;
    };
    const table = smallTable(
      { "flint-command": HOLD, "loam-command": HOLD, envoy: HOLD },
      {
        ...setup,
        formations: named(setup.formations, "hammer"),
        places: named(setup.places, "tower"),
        seats: named(setup.seats, "flint-command"),
      },
    );
    if (!table.ok) throw new Error("no table");
    const view = table.value.view("flint-command");
    const known = { view, names: table.value.names, told: null, draft: EMPTY_DRAFT };
    const sections = situationOf(known);
    for (const row of sections.flatMap(({ rows }) => rows))
      expect(row).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(sections.flatMap(({ rows }) => rows).join()).toContain("Ham [2Jmer 1. Threat gone 31m");
  });

  it("may be very long, or look like an order", () => {
    const long = edit("/formations/hammer/name", `${"assault ".repeat(14)}tower`);
    expect(accountOf(small([long], 0), "flint-command")).toContain("assault tower: 900 men.");
  });
});

describe("parts of the account", () => {
  const at = (seat: string, draft = EMPTY_DRAFT) => {
    const table = smallTable({ "flint-command": PERSON, "loam-command": HOLD, envoy: HOLD });
    if (!table.ok) throw new Error("no table");
    return { view: table.value.view(seat), names: table.value.names, told: null, draft };
  };

  it("name the nearest enemy with its bearing, its distance and the age of the report", () => {
    const { rows } = sectionOf(at("flint-command"), "threats");
    expect(rows.slice(1)).toEqual(expect.arrayContaining([expect.stringMatching(THREAT)]));
  });
  const THREAT =
    /^1\. .+, \d+ km (north|south|east|west)[-a-z]* of .+: .+ men in \d+ formations?, .*known before the first turn\.$/;

  it("put an order of the sheet beside its formation and among the decisions", () => {
    const order = { unit: "hammer", verb: "assault", to: "tower", via: [], count: 0 } as const;
    const known = at("flint-command", { orders: [order], undo: [], redo: [] });
    expect(sectionOf(known, "forces").rows.join("\n")).toMatch(
      /Hammer: .*On your sheet: assault The tower\./,
    );
    expect(sectionOf(known, "decisions").rows).toContain("Hammer: assault The tower.");
  });
});

function edit(path: string, value: string | number): PatchOperation {
  return { op: "replace", path, value };
}
