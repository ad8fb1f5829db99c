import { check } from "@placemarkio/check-geojson";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";
import { savedGame } from "./saved.ts";

test("export writes each format, by its name or the file's, with the same bytes each time", async () => {
  const game = await savedGame(3);
  const directory = emptyDirectory();
  for (const format of ["geojson", "csv", "json"]) {
    const file = join(directory, `game.${format}`);
    expect(await tadmorHere("export", game, "-o", file)).toMatchObject({ exit: 0, out: "" });
    const { exit, out } = await tadmorHere("export", game, "--format", format);
    expect({ exit, same: out === readFileSync(file, "utf8") }).toEqual({ exit: 0, same: true });
  }
  expect(() => check(readFileSync(join(directory, "game.geojson"), "utf8"))).not.toThrow();
});

test("the measures of the JSON are those of replay --json, and so are its events", async () => {
  const game = await savedGame(3);
  const told = JSON.parse((await tadmorHere("replay", game, "--json")).out);
  const { measures, turns, scenario } = JSON.parse(
    (await tadmorHere("export", game, "--format", "json")).out,
  );
  expect(measures).toEqual(told.measures);
  expect(scenario).toEqual(told.scenario);
  expect(turns.map(({ events }: { events: unknown }) => events)).toEqual(
    told.turns.map(({ events }: { events: unknown }) => events),
  );
});

test("what a seat gets says nothing of seed, digest, measures or others' orders", async () => {
  const game = await savedGame(3);
  const { seed, scenario } = JSON.parse(readFileSync(game, "utf8").split("\n")[0]!);
  for (const format of ["geojson", "csv", "json"]) {
    const { out } = await tadmorHere("export", game, "--format", format, "--seat", "red");
    expect(out.length).toBeGreaterThan(1000);
    for (const secret of [seed, scenario.hash, '"measures"', '"seat":"saa"']) {
      expect(out).not.toContain(secret);
    }
  }
});

test.each([
  [[], "flag.format at /format"],
  [["--format", "shp"], 'found "shp", expected geojson, csv or json'],
  [["--format", "csv", "--seat", "nobody"], 'found "nobody", expected a seat'],
])("export %j is refused", async (flags, code) => {
  const { exit, out, err } = await tadmorHere("export", await savedGame(1), ...flags);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain(code);
});

test("export without a journal is refused, with what else is wrong", async () => {
  const { exit, err } = await tadmorHere("export", "--format", "shp");
  expect(exit).toBe(2);
  expect(err).toContain("usage.missing");
  expect(err).toContain("flag.format");
});
