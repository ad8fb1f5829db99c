import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkWorld, createChance, type Setup, startWorld, step } from "../../src/engine/index.ts";
import { NO_LINE } from "../../src/journal/index.ts";
import { formatLine } from "../../src/journal/format.ts";
import { parseJournal, parsePacket } from "../../src/journal/index.ts";
import { readCoa, readIndex, readScenario } from "../../src/scenarios/index.ts";
import { DOORS, resealed } from "../support/fuzz/doors.ts";
import { ERC_1 } from "../support/small-scenario.ts";

const textOf = (door: string) => DOORS.find(({ name }) => name === door)!.texts[0]!;
const PATHS = [
  "../../etc/passwd",
  "/etc/passwd",
  "..",
  "a/b",
  "a\\b",
  "C:\\x",
  "x\u0000y",
  "~",
  "",
];
const fails = (read: { readonly ok: boolean }) => expect(read.ok).toBe(false);

/** The text with the first value of a key exchanged. */
function withValue(text: string, key: string, value: string): string {
  const changed = text.replace(new RegExp(`("${key}":\\s*)"[^"]*"`), `$1${JSON.stringify(value)}`);
  expect(changed).not.toBe(text);
  return changed;
}

describe("no name in a file leads out of where it belongs", () => {
  test.each(PATHS)("as an id of a scenario, or of one in the collection: %j", (path) => {
    fails(readScenario(withValue(textOf("scenario"), "id", path), ERC_1));
    const index = JSON.parse(textOf("index"));
    index.scenarios[index.default].file = `${path}/x.json`;
    // Folders below the collection are its own.
    if (path !== "a/b") fails(readIndex(JSON.stringify(index)));
    const found = index.scenarios[index.default];
    index.scenarios = { ...index.scenarios, [path]: { ...found, file: "x.json" } };
    fails(readIndex(JSON.stringify(index)));
  });

  test.each(PATHS)("in the header of a saved game, from which files are named: %j", (path) => {
    const [first = ""] = textOf("journal").split("\n");
    const { prev: _, sum: __, ...header } = JSON.parse(first);
    for (const field of ["id", "length", "variant"]) {
      const forged = { ...header, scenario: { ...header.scenario, [field]: path } };
      fails(parseJournal(`${formatLine(forged, NO_LINE).text}\n`));
    }
    fails(
      parseJournal(
        `${formatLine({ ...header, parameters: { ...header.parameters, id: path } }, NO_LINE).text}\n`,
      ),
    );
  });

  test.each(PATHS)("in a packet, by which its answer is named: %j", (path) => {
    const packet = JSON.parse(textOf("packet under a true seal"));
    fails(parsePacket(resealed(JSON.stringify({ ...packet, seat: path }))));
    const brief = { ...packet.view.brief, scenario: path };
    fails(parsePacket(resealed(JSON.stringify({ ...packet, view: { ...packet.view, brief } }))));
  });
});

/** A scenario's file, read and not checked. */
// oxlint-disable-next-line typescript/no-explicit-any -- it is about to be made wrong
type Loose = any;

describe("nothing that refers to itself, alone or in a ring, is played for ever", () => {
  const base = JSON.parse(readFileSync("scenarios/palmyra-2016.json", "utf8"));
  const [a, b] = Object.keys(base.places) as [string, string];
  const [seat] = Object.keys(base.seats);
  const [one, two] = Object.keys(base.formations) as [string, string];
  const always = { always: true };
  const track = (of: string) => ({
    title: of,
    initial: 50,
    minimum: 0,
    maximum: 100,
    visibleTo: [seat],
    moves: [],
    drift: [{ when: always, points: 5 }],
    thresholds: {
      high: { title: "High", atLeast: 55, effects: [{ kind: "track", track: of, points: 5 }] },
    },
  });

  test.each<[string, (scenario: Loose) => void, string | null]>([
    ["a formation under itself", (s) => (s.formations[one].parent = one), "formation.cycle"],
    [
      "two under each other",
      (s) => {
        s.formations[one].parent = two;
        s.formations[two].parent = one;
      },
      "formation.cycle",
    ],
    ["a sector of itself", (s) => (s.places[a].sectorOf = a), "place.cycle"],
    [
      "two sectors of each other",
      (s) => {
        s.places[a].sectorOf = b;
        s.places[b].sectorOf = a;
      },
      "place.cycle",
    ],
    [
      "heights over each other",
      (s) => {
        s.places[a].overlooks = [b];
        s.places[b].overlooks = [a];
      },
      null,
    ],
    [
      "tracks that move each other",
      (s) => {
        s.tracks = { ...s.tracks, up: track("down"), down: track("up") };
      },
      null,
    ],
  ])("%s", (_, change, code) => {
    const scenario = structuredClone(base);
    change(scenario);
    const read = readScenario(JSON.stringify(scenario), ERC_1);
    const codes = read.ok ? [] : read.problems.map((problem) => `${problem.code} ${problem.path}`);
    if (code === null) expect(codes).toEqual([]);
    else expect(codes.join()).toContain(code);
    if (read.ok) playsOn(read.value.setup);
  });

  test("conditions name no conditions; brackets end where every file's must", () => {
    const deep = (levels: number) =>
      JSON.stringify({
        ...JSON.parse(textOf("course of action")),
        rules: [{ when: nested(levels), orders: [] }],
      });
    const { setup } = readOf(base);
    const read = readCoa(deep(200), setup);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(["json.too-deep"]);
  });
});

function nested(levels: number): object {
  return levels === 0 ? { always: true } : { not: nested(levels - 1) };
}

function readOf(scenario: object) {
  const read = readScenario(JSON.stringify(scenario), ERC_1);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value;
}

function playsOn(setup: Setup): void {
  let world = startWorld(setup);
  const chance = createChance("rings", setup);
  for (let turn = 0; turn < 2; turn++)
    ({ world } = step(setup, world, { orders: {}, rulings: [], injects: [] }, chance));
  expect(checkWorld(setup, world)).toEqual([]);
}
