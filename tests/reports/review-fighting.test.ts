import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chancesOf, type FormationState, type Id, startWorld } from "../../src/engine/index.ts";
import { loadScenario } from "../../src/edge/load.ts";
import { foldMeasures } from "../../src/reports/index.ts";
import type { Block, DrawingBlock, Section, TableBlock } from "../../src/reports/document/block.ts";
import { airSection } from "../../src/reports/review/air-effort.ts";
import { shareText } from "../../src/reports/review/battle-chance.ts";
import { battlesIn, battlesSection } from "../../src/reports/review/battles.ts";
import { cohesionSection } from "../../src/reports/review/cohesion.ts";
import { injectsSection } from "../../src/reports/review/injects.ts";
import { lossCourse } from "../../src/reports/review/loss-course.ts";
import { lossesSection } from "../../src/reports/review/losses.ts";
import { notesSection } from "../../src/reports/review/notes.ts";
import { patronsSection } from "../../src/reports/review/patrons.ts";
import type { Reviewed } from "../../src/reports/review/reviewed.ts";
import { tracksSection } from "../../src/reports/review/tracks.ts";
import { LOSSES } from "../../src/reports/tally.ts";
import { must } from "../cli/saved.ts";
import { playRandom, randomSetup } from "../support/random-game.ts";
import { reviewedGame } from "../support/reviewed.ts";

const REVIEWERS = [
  battlesSection,
  lossesSection,
  airSection,
  cohesionSection,
  tracksSection,
  patronsSection,
  injectsSection,
  notesSection,
];

function sectionsOf(reviewed: Reviewed): Section[] {
  return REVIEWERS.flatMap((reviewer) => reviewer(reviewed) ?? []);
}

/** Every block, those in folds too. */
function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === "fold" ? [block, ...flat(block.blocks)] : block,
  );
}

function tableIn(section: Section | null, caption: string): TableBlock {
  const found = flat(section?.blocks ?? []).find(
    (block): block is TableBlock => block.kind === "table" && block.caption === caption,
  );
  if (found === undefined) throw new Error(`no table "${caption}"`);
  return found;
}

const GAMES = [
  ["palmyra-2016", 7, 12],
  ["palmyra-2016-03", 3, 10],
  ["two-fords", 5, 5],
] as const;

describe.each(GAMES)("a game of %s", (id, seed, turns) => {
  const { setup } = must(loadScenario(id)).scenario;
  const played = playRandom(setup, seed, turns);
  const white = reviewedGame(setup, played, null);
  const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]?.role === "command");
  const documents = seats.map((seat) => reviewedGame(setup, played, seat));

  test("every battle has its row, its chance and its working", () => {
    const battles = white.turns.flatMap(({ events }) => battlesIn(events));
    expect(battles.length).toBeGreaterThan(0);
    const section = battlesSection(white);
    const { rows, columns } = tableIn(section, "Every battle");
    expect(rows).toHaveLength(battles.length);
    const chance = columns.findIndex(({ title }) => title === "chance");
    expect(rows.map((row) => row[chance])).toEqual(
      battles.map(({ odds, result }) => shareText(chancesOf(setup.parameters, odds)[result])),
    );
    const workings = flat(section?.blocks ?? []).filter(({ kind }) => kind === "working");
    expect(workings).toHaveLength(battles.length);
  });

  test("what crews claim stands once, beside its task", () => {
    const section = airSection(white);
    const tables = flat(section?.blocks ?? []).filter(
      (block): block is TableBlock =>
        block.kind === "table" && block.caption.endsWith(": every task"),
    );
    const told = tables.flatMap(({ rows }) =>
      rows.map((row) => Number(row.at(-1)?.split(" / ")[0] ?? 0)),
    );
    const claimed = white.turns.flatMap(({ events }) =>
      events.flatMap((event) => {
        if (event.kind === "support-claimed") return event.claims.men;
        return event.kind === "sorties-flown" ? (event.claims?.men ?? 0) : [];
      }),
    );
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    expect(sum(told)).toBe(sum(claimed));
  });

  test("what White's document says each side lost is what the measures say", () => {
    const fold = foldMeasures(setup, {});
    for (const { events } of white.turns) fold.turn(events);
    const measures = fold.result();
    const last = lossCourse(white).at(-1);
    for (const side in setup.sides) {
      for (const loss of LOSSES) expect(last?.[side]?.men[loss]).toBe(measures[`${side}-${loss}`]);
    }
  });

  test("what a seat's document says its own side lost is how its formations stand", () => {
    for (const reviewed of documents) {
      const seat = reviewed.reader as Id;
      const side = setup.seats[seat]?.side ?? null;
      if (side === null) continue;
      const states: readonly FormationState[] = Object.values(
        reviewed.turns.at(-1)?.views[seat]?.formations ?? {},
      );
      const men = lossCourse(reviewed).at(-1)?.[side]?.men;
      for (const loss of LOSSES)
        expect(men?.[loss]).toBe(states.reduce((sum, state) => sum + state[loss], 0));
    }
  });

  test("cohesion in numbers is that of the worlds", () => {
    const section = cohesionSection(white);
    const tables = flat(section?.blocks ?? []).filter(
      (block): block is TableBlock =>
        block.kind === "table" && block.caption.includes(": cohesion at the end of each turn"),
    );
    // A contingent's tables stand one after another, each with the same formations.
    const cellsOf = new Map<string, string[]>();
    for (const { caption, rows } of tables) {
      const contingent = caption.split(": cohesion")[0];
      for (const [at, [name = "", ...cells]] of rows.entries()) {
        const key = `${contingent}/${at}/${name}`;
        cellsOf.set(key, [...(cellsOf.get(key) ?? []), ...cells]);
      }
    }
    expect(cellsOf.size).toBeGreaterThan(5);
    for (const [key, cells] of cellsOf) {
      const name = key.split("/").slice(2).join("/");
      const ids = Object.keys(setup.formations).filter(
        (one) => setup.formations[one]?.name === name,
      );
      const told = ids.map((one) =>
        [startWorld(setup), ...played.worlds].map(
          ({ formations }) => formations[one] as FormationState,
        ),
      );
      const isActive = ({ status }: FormationState) => status === "active" || status === "broken";
      const numbers = cells.map((cell) => Number.parseInt(cell, 10));
      expect(
        told.map((states) =>
          states.map((one) => (isActive(one) ? Number(one.cohesion.toFixed(0)) : NaN)),
        ),
      ).toContainEqual(numbers);
    }
  });

  test("no seat's sections name a formation that it was never told of", () => {
    for (const reviewed of documents) {
      const text = JSON.stringify(sectionsOf(reviewed));
      const known = new Set(Object.keys(reviewed.scenario.setup.formations));
      for (const [one, { name }] of Object.entries(setup.formations)) {
        const isNamed = [...known].some((other) => setup.formations[other]?.name.includes(name));
        if (!known.has(one) && !isNamed) expect(text).not.toContain(name);
      }
    }
  });

  test("drawings are rounded, escaped and in the reader's ink, and say in words what they show", () => {
    const drawings = [white, ...documents]
      .flatMap(sectionsOf)
      .flatMap(({ blocks }) => flat(blocks))
      .filter((block): block is DrawingBlock => block.kind === "drawing");
    expect(drawings.length).toBeGreaterThan(0);
    for (const { svg, says } of drawings) {
      expect(says).not.toBe("");
      expect(svg).not.toMatch(/\d\.\d{3}|NaN|Infinity|undefined/);
      expect(
        svg.match(/<[a-z]+/g)?.every((tag) => ["<svg", "<text", "<path", "<rect"].includes(tag)),
      ).toBe(true);
    }
  });

  test("the same game gives the same sections", () => {
    expect(sectionsOf(reviewedGame(setup, played, null))).toEqual(sectionsOf(white));
  });

  test("a game before its first turn has none of these sections", () => {
    const begun = { ...played, events: [], worlds: [] };
    for (const reader of [null, ...seats])
      expect(sectionsOf(reviewedGame(setup, begun, reader))).toEqual([]);
  });
});

test("any war, with any sides and seats, is told to White and to every seat in whole tables", () => {
  for (const setup of fc.sample(randomSetup, { seed: 5, numRuns: 12 })) {
    const played = playRandom(setup, 11, 8);
    const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]?.role === "command");
    for (const reader of [null, ...seats]) {
      const sections = sectionsOf(reviewedGame(setup, played, reader));
      expect(sections.length).toBeGreaterThan(0);
      for (const block of sections.flatMap(({ blocks }) => flat(blocks))) {
        if (block.kind !== "table") continue;
        for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
      }
      expect(JSON.stringify(sections)).not.toMatch(/undefined|NaN|Infinity/);
    }
  }
});
