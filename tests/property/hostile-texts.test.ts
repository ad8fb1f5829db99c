import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readScenario } from "../../src/scenarios/index.ts";
import { tadmorHere } from "../support/cli.ts";
import { framesOf, keysBy, linesBy, saidTo } from "../support/fog/looking.ts";
import type { WholeGame } from "../support/fog/game.ts";
import { gameBy } from "../support/fog/wars.ts";
import { firstTexts, HOSTILE, withTexts } from "../support/fuzz/hostile.ts";
import { UNSHOWABLE } from "../support/fuzz/unshowable.ts";
import { picksFrom } from "../support/random-game.ts";
import { ERC_1 } from "../support/small-scenario.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PALMYRA = readFileSync("scenarios/palmyra-2016.json", "utf8");

const ALONE = { historical: {}, courses: {}, levers: {} };
const SEATS = ["red", "saa", "russia", "iran", "coalition"];
const FILES = SEATS.map((seat) => `scenarios/coas/palmyra-2016/${seat}-historical.json`);
const COURSES = ["--course", FILES.join(",")];

describe("at the door", () => {
  const STEERING = ["\u001b[2J", "\u0007", "\u009b2J", "\u202e", "\u2066", "\u200f", "\u061c"];

  test("texts that steer a terminal are refused, one of every kind there is, all at once", () => {
    const data = JSON.parse(PALMYRA);
    const pointers = firstTexts(PALMYRA);
    pointers.forEach((pointer, index) => {
      const path = pointer.split("/").slice(1);
      const last = path.pop()!;
      const holder = path.reduce((one, key) => one[key], data);
      holder[last] = `${STEERING[index % STEERING.length]}${holder[last]}`;
    });
    const read = readScenario(JSON.stringify(data), ERC_1);
    const refused = read.ok ? [] : read.problems.map(({ path }) => path);
    expect(pointers.length).toBeGreaterThan(15);
    expect(refused).toEqual(expect.arrayContaining([...pointers]));
  });
});

describe("a scenario whose every text is markup, a formula and Markdown at once", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const made = async (...args: readonly string[]) => {
    const ran = await tadmorHere(...args);
    expect({ args, exit: ran.exit, err: ran.exit === 0 ? "" : ran.err }).toMatchObject({ exit: 0 });
    return ran.out;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tadmor-hostile-"));
    const { text, count } = withTexts(PALMYRA, HOSTILE);
    expect(count).toBeGreaterThan(1000);
    // A scenario that is named by its path has no courses beside it; they are named by theirs.
    const data = { ...JSON.parse(text), ...ALONE };
    data.lengths.afternoon = { ...data.lengths[data.length], turns: 3 };
    data.length = "afternoon";
    writeFileSync(at("hostile.json"), JSON.stringify(data));
    await made("run", at("hostile.json"), "--open", "1", ...COURSES, "-o", at("game.jsonl"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["the review for White", ["report", "game.jsonl", "--format", "html"]],
    ["the review for a seat", ["report", "game.jsonl", "--format", "html", "--seat", "red"]],
  ])(
    "is escaped in %s, and no script runs but the page's own",
    async (_, [command, file, ...rest]) => {
      const page = await made(command!, at(file!), ...rest);
      expect(page).toContain("&lt;img src=x");
      expectOnlyOwnMarkup(page);
    },
  );

  test("is escaped in the page of an experiment, its pictures among it", async () => {
    await made("run", at("hostile.json"), "--runs", "2", "--plots", "--html", at("run.html"));
    const page = readFileSync(at("run.html"), "utf8");
    expect(page).toContain("&lt;img src=x");
    expectOnlyOwnMarkup(page);
  });

  test("is no markup, link or new column in Markdown", async () => {
    const text = await made("report", at("game.jsonl"), "--format", "md");
    const outside = text.replaceAll(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "");
    expect(outside).toContain("img src=x");
    expect(outside).not.toMatch(/(?<!\\)<img|(?<!\\)<\/script|(?<!\\)\[a(?<!\\)\]\(/);
    for (const [table = ""] of outside.matchAll(/(?:^\|.*\n)+/gm)) {
      const columns = table
        .trimEnd()
        .split("\n")
        .map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(columns).size, table.slice(0, 200)).toBe(1);
    }
  });

  test("begins no cell of a table that a spreadsheet would run", async () => {
    const cells = cellsOf(await made("export", at("game.jsonl"), "--format", "csv"));
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
    const runs = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)));
    expect(runs).toEqual([]);
  });

  test("is data as it stands in JSON and GeoJSON", async () => {
    for (const format of ["json", "geojson"]) {
      const text = await made("export", at("game.jsonl"), "--format", format);
      expect(JSON.stringify(JSON.parse(text))).toContain("<img src=x");
    }
  });

  test("tells nothing to a terminal but signs, and so do names of files", async () => {
    const scenario = at("hostile.json");
    for (const args of [
      ["history", scenario, "--turns", "2"],
      ["history", scenario, "--record"],
      ["replay", at("game.jsonl")],
      ["run", scenario, "--runs", "2"],
      ["check", scenario],
    ])
      expect(await made(...args)).not.toMatch(UNSHOWABLE);
    for (const args of [
      ["check", at("\u001b]0;owned\u0007\u202e.json")],
      ["report", at("game.jsonl"), "-o", at("\u001b[2J\u009b.md")],
      ["replay", "\u001b[2J"],
      ["\u001b[2J"],
    ]) {
      const { out, err } = await tadmorHere(...args);
      expect(err).not.toBe("");
      expect(out + err).not.toMatch(UNSHOWABLE);
    }
  });
});

describe("at the printer, were a name to get past the doors", () => {
  const STEERS = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u200f\r";
  const { seat, ...game } = gameBy(picksFrom(9), 9, { shipped: null, sits: "red" });
  const steering = named(game, STEERS);

  test("no frame of the screen holds what a terminal obeys", async () => {
    const frames = await framesOf(steering, keysBy(picksFrom(seat.length), game.setup));
    expect(frames).toContain("owned");
    expect(frames.replaceAll("\f", "")).not.toMatch(UNSHOWABLE);
  });

  test("nor does what is said line by line", async () => {
    const said = await saidTo(steering, linesBy(picksFrom(3), game.setup));
    expect(said).toContain("owned");
    expect(said).not.toMatch(UNSHOWABLE);
  });
});

/** The same game with this in front of every name. */
function named(game: WholeGame, before: string): WholeGame {
  const told = JSON.stringify(game, (key, value: unknown) =>
    (key === "name" || key === "title" || key === "brief" || key === "text") &&
    typeof value === "string"
      ? `${before}${value}`
      : value,
  );
  return JSON.parse(told) as WholeGame;
}

/** Markup of a text would stand as it was written; the page's own scripts are opened and closed. */
function expectOnlyOwnMarkup(page: string): void {
  expect(page).not.toMatch(/<img src=x|onerror=a\(1\)>/);
  expect(page).not.toMatch(/href\s*=\s*["']?\s*javascript:/i);
  expect(page.match(/<\/script/g)?.length ?? 0).toBe(page.match(/<script/g)?.length ?? 0);
  expect(page).not.toMatch(UNSHOWABLE);
}

/** Every cell of a text that is CSV. */
function cellsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
  );
}
