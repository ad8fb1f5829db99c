import { check } from "@placemarkio/check-geojson";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChance, observe, startWorld } from "../../src/engine/index.ts";
import { csvText } from "../../src/reports/export/csv.ts";
import { DRAW_RULES, EVENT_RULES } from "../../src/reports/export/event-rules.ts";
import { EVENT_COLUMNS, eventCsv } from "../../src/reports/export/event-csv.ts";
import { drawsIn } from "../../src/reports/export/draw-told.ts";
import { gameJson } from "../../src/reports/export/game-json.ts";
import { geoJsonOf } from "../../src/reports/export/geojson.ts";
import { startOf } from "../../src/reports/index.ts";
import { ordersBy, playRandom, playWith, randomGame } from "../support/random-game.ts";
import { reviewedGame } from "../support/reviewed.ts";
import { historicalPolicies, SHIPPED } from "../support/shipped.ts";
import { readIfThere } from "../support/sources.ts";

const policies = historicalPolicies();
const idle = () => [];
const PLAYED = playWith(SHIPPED, 12, createChance("export", SHIPPED), (world) =>
  ordersBy(SHIPPED, world, (seat) => policies[seat] ?? idle),
);
const WHITE = reviewedGame(SHIPPED, PLAYED, null);
const RED = reviewedGame(SHIPPED, PLAYED, "red");

interface Feature {
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: readonly number[] } | null;
  readonly properties: {
    readonly layer: string;
    readonly of: string;
    readonly turn: number;
    readonly start: string;
    readonly end: string;
    readonly side: string | null;
    readonly sidc: string;
    readonly men: number;
  };
}

const featuresOf = (text: string): readonly Feature[] => JSON.parse(text).features;
const layer = (text: string, name: string) =>
  featuresOf(text).filter(({ properties }) => properties.layer === name);

/** Rows of a CSV, the first with the names of the columns. */
function rowsOf(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of cells) {
    const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    rows.at(-1)!.push(value);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const column = (text: string, name: (typeof EVENT_COLUMNS)[number]) =>
  rowsOf(text)
    .slice(1)
    .map((row) => row[EVENT_COLUMNS.indexOf(name)] as string);

describe("a game as GeoJSON", () => {
  it.each([
    ["White", WHITE],
    ["a seat", RED],
  ])("of %s passes a validator of RFC 7946, with bounds and no reference system", (_, reviewed) => {
    const text = geoJsonOf(reviewed);
    expect(() => check(text)).not.toThrow();
    const { bbox, crs } = JSON.parse(text);
    expect(crs).toBe(undefined);
    const lons = layer(text, "place").map(({ geometry }) => geometry!.coordinates[0]!);
    expect([bbox[0], bbox[2]]).toEqual([Math.min(...lons), Math.max(...lons)]);
  });

  it("has every feature once", () => {
    const ids = featuresOf(geoJsonOf(WHITE)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has every place in every turn with its holder, from before the first", () => {
    const places = layer(geoJsonOf(WHITE), "place");
    expect(places).toHaveLength(13 * Object.keys(SHIPPED.places).length);
    for (const { properties } of places) {
      const world =
        properties.turn === 0 ? startWorld(SHIPPED) : PLAYED.worlds[properties.turn - 1]!;
      expect(properties.side).toBe(world.places[properties.of]!.holder);
    }
  });

  it("has every formation on the map in every turn, with a symbol of 20 digits and its men", () => {
    const formations = layer(geoJsonOf(WHITE), "formation");
    const onMap = [startWorld(SHIPPED), ...PLAYED.worlds].flatMap((world) =>
      Object.values(world.formations).filter(({ status }) => /^(active|broken)$/.test(status)),
    );
    expect(formations).toHaveLength(onMap.length);
    for (const { properties, geometry } of formations) {
      expect(properties.sidc).toMatch(/^\d{20}$/);
      expect(geometry!.type).toBe("Point");
    }
    const men = formations.map(({ properties }) => properties.men);
    expect(men.reduce((sum, one) => sum + one, 0)).toBe(
      onMap.reduce((sum, one) => sum + one.men, 0),
    );
  });

  it("says when each turn began and ended, one after the other", () => {
    const places = layer(geoJsonOf(WHITE), "place").filter(
      ({ properties }) => properties.of === "palmyra",
    );
    const spans = places.map(({ properties }) => [properties.start, properties.end]);
    expect(spans[1]![0]).toBe(startOf(SHIPPED.clock, 1));
    expect(spans.slice(1).map(([start]) => start)).toEqual(
      spans.slice(0, -1).map(([, end]) => end),
    );
  });

  it("has longitude before latitude", () => {
    const { geometry } = layer(geoJsonOf(WHITE), "place").find(
      ({ properties }) => properties.of === "palmyra",
    )!;
    const { lon, lat } = SHIPPED.places["palmyra"]!;
    expect(geometry!.coordinates).toEqual([lon, lat]);
  });

  it("of a seat has its own men, what it was told of others, and what it believes of places", () => {
    const text = geoJsonOf(RED);
    for (const { properties } of layer(text, "formation")) {
      expect(SHIPPED.formations[properties.of]!.side).toBe(SHIPPED.seats["red"]!.side);
    }
    const last = PLAYED.worlds.at(-1)!;
    const view = observe(SHIPPED, last, "red");
    const contacts = layer(text, "contact").filter(({ properties }) => properties.turn === 12);
    expect(contacts.map(({ properties }) => properties.men)).toEqual(
      Object.values(view.contacts).map(({ men }) => men),
    );
    for (const { properties } of layer(text, "place")) {
      if (properties.turn === 12) expect(properties.side).toBe(view.holders[properties.of]);
    }
    expect(JSON.parse(text).tadmor).not.toHaveProperty("seed");
  });
});

describe("events as CSV", () => {
  const text = eventCsv(WHITE);

  it("have a row each, and one for every draw where an event has several", () => {
    const events = PLAYED.events.flat();
    const rows = events.reduce((sum, event) => sum + Math.max(1, drawsIn(event).length), 0);
    const found = rowsOf(text);
    expect(found).toHaveLength(rows + 1);
    expect(found[0]).toEqual(EVENT_COLUMNS);
    for (const row of found) expect(row).toHaveLength(EVENT_COLUMNS.length);
    expect(Number(column(text, "event").at(-1))).toBe(events.length);
  });

  it("load in DuckDB, typed, with the same rows and the dead of the measures", async () => {
    const { writeFileSync } = await import("node:fs");
    const { join } = await import("node:path");
    const { emptyDirectory } = await import("../edge/directory.ts");
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const file = join(emptyDirectory(), "events.csv");
    writeFileSync(file, text);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(
      `SELECT count(*)::INT, sum(men_killed)::INT, max(turn)::INT, min(draw), max(probability), typeof(any_value("start")) FROM '${file}'`,
    );
    const [rows, killed, turns, draw, probability, type] = read.getRows()[0]!;
    const measures = JSON.parse(gameJson(WHITE)).measures as Record<string, number>;
    const dead = Object.keys(SHIPPED.sides).reduce(
      (sum, side) => sum + measures[`${side}-killed`]!,
      0,
    );
    expect([rows, killed, turns]).toEqual([rowsOf(text).length - 1, dead, 12]);
    expect(Number(draw)).toBeGreaterThan(0);
    expect(Number(probability)).toBeLessThanOrEqual(1);
    expect(type).toMatch(/TIMESTAMP/);
    connection.closeSync();
    instance.closeSync();
  });

  it("give battles and breaks the chance of what happened, and quantities none", () => {
    const keys = column(text, "draw_key");
    const chances = column(text, "probability");
    const decided = keys.flatMap((key, at) =>
      /^(odds|meeting|break|weather)\//.test(key) ? [Number(chances[at])] : [],
    );
    expect(decided.length).toBeGreaterThan(20);
    for (const chance of decided) expect(chance > 0 && chance <= 1).toBe(true);
    expect(
      keys.flatMap((key, at) => (key.startsWith("settle") ? [chances[at]] : [])),
    ).not.toContain(expect.stringMatching(/./));
  });

  it("of a seat are its events alone, and say no chance of the weather", () => {
    const own = eventCsv(RED);
    const events = RED.turns.flatMap((turn) => turn.events);
    expect(Number(column(own, "event").at(-1))).toBe(events.length);
    const chances = column(own, "probability");
    const keys = column(own, "draw_key");
    expect(keys.some((key) => key.startsWith("weather/"))).toBe(true);
    expect(chances.filter((_, at) => keys[at]!.startsWith("weather/")).join("")).toBe("");
  });
});

describe("the text of a table", () => {
  it("has CRLF, and quotes where they are needed", () => {
    expect(csvText(["a", "b"], [['say "hi", you', null]])).toBe('a,b\r\n"say ""hi"", you",\r\n');
  });

  it.each(["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx"])(
    "puts %j behind an apostrophe: no spreadsheet runs it",
    (text) => {
      expect(csvText(["a"], [[text]])).toBe(`a\r\n'${text}\r\n`);
    },
  );

  it("leaves numbers as they are", () => {
    expect(csvText(["a", "b"], [[-2, 0.5]])).toBe("a,b\r\n-2,0.5\r\n");
  });
});

describe("paragraphs that events and draws come by", () => {
  const book = readIfThere("docs/RULES.md") ?? "";

  it("of every draw are those of the book's table of draws", () => {
    for (const [purpose, rule] of Object.entries(DRAW_RULES)) {
      const row = book
        .split("\n")
        .find((line) => line.startsWith("|") && line.includes(`\`${purpose}\``));
      expect(row?.split("|").at(-2), purpose).toContain(rule);
    }
  });

  it("of every kind of event stand in the book", () => {
    for (const rule of Object.values(EVENT_RULES)) expect(book).toContain(`**${rule}**`);
  });
});

describe("any game", () => {
  it("is exported whole, as White and as every seat, with the same bytes twice", () => {
    fc.assert(
      fc.property(randomGame, ({ setup, seed }) => {
        const played = playRandom(setup, seed, 4);
        const commanding = Object.keys(setup.seats).filter(
          (id) => setup.seats[id]!.role === "command",
        );
        for (const reader of [null, ...commanding]) {
          const reviewed = reviewedGame(setup, played, reader);
          const geo = geoJsonOf(reviewed);
          check(geo);
          const ids = featuresOf(geo).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(geoJsonOf(reviewed)).toBe(geo);
          expect(eventCsv(reviewed)).toBe(eventCsv(reviewed));
          expect(gameJson(reviewed)).toBe(gameJson(reviewed));
        }
      }),
      { numRuns: 15 },
    );
  });
});
