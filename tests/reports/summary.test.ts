import { expect, test } from "vitest";
import type { Id } from "../../src/engine/index.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { figureLines, foldMeasures, measureLines, summaryLines } from "../../src/reports/index.ts";
import type { RecordControl, RecordFigure } from "../../src/reports/record.ts";
import { compileSmall } from "../support/small-scenario.ts";

const setup = compileSmall();
const WIDE = 400;
const cited = { sources: ["CHRON"], confidence: "H" } as const;

function figure(title: string): RecordFigure {
  return { title, unit: "men", value: 30, low: 30, high: 30, ...cited };
}

/** The line of a figure of the valley, which is fought from 1 May 1950, beside a run of turns. */
function figureBeside(title: string, turn: number): string | undefined {
  const run = { clock: setup.clock, turn, turns: setup.turns, measures: { dead: 12 } };
  return figureLines({ dead: figure(title) }, WIDE, run)[1]?.text;
}

const HEAD = "30 men [CHRON; high].";

test.each([
  ["Dead, 1-3 May", 6, " Run: 12."],
  ["Dead, 1-3 May", 5, " Run: 12."],
  ["Dead, 1-3 May", 4, " Run: not played in full."],
  ["Dead, 1-3 May", 8, ""],
  ["Dead on 1 May", 2, " Run: 12."],
  ["Dead, 2-3 May", 6, ""],
  ["Dead in May", 62, " Run: 12."],
  ["Dead in May", 6, " Run: not played in full."],
  ["Dead on 30 April", 6, " Run: not played in full."],
  ["Dead of the valley", 6, " Run: 12."],
  ["Dead of the valley", 3, " Run: not played in full."],
])("%s beside a run of %i turns", (title, turn, beside) => {
  expect(figureBeside(title, turn)).toBe(`  ${title}: ${HEAD}${beside}`);
});

test("figures alone speak of no run", () => {
  expect(figureLines({ dead: figure("Dead on 1 May") }, WIDE)[1]?.text).not.toContain("Run");
});

const ASKED = Object.fromEntries(
  ["town", "mill", "tower"].map((place) => [
    `${place}-fall`,
    { title: `Fall of ${place}`, kind: "fall" as const, subject: place },
  ]),
);

function taken(place: Id, turn: number): RecordControl {
  return { place, turn, holder: "flint", ...cited };
}

/** So many turns without an order. */
function played(turns: number) {
  const fold = foldMeasures(setup, {});
  playOut(setup, {}, "quiet", { turns, onTurn: ({ events }) => fold.turn(events) });
  return { holders: fold.holders, turn: fold.turns() };
}

/** The summary of two turns in which nothing fell but what `fell` says, in turn 1. */
function summaryOf(control: readonly RecordControl[], fell: readonly Id[], seed?: string): string {
  const falls = Object.keys(ASKED).map((id) => [
    id,
    fell.includes(id.replace("-fall", "")) ? 1 : null,
  ]);
  const measures = Object.fromEntries(falls);
  const record = { events: [], control, figures: {}, conflicts: {} };
  const telling = { names: setup, clock: setup.clock, record, width: WIDE };
  const run = {
    setup,
    asked: ASKED,
    measures,
    ...played(2),
    ...(seed === undefined ? {} : { seed }),
  };
  return summaryLines(telling, run)
    .map(({ text }) => text)
    .join("\n");
}

test("the summary says which of the record's places fell in the run", () => {
  const control = [taken("town", 1), taken("mill", 2)];
  expect(summaryOf(control, ["mill"])).toContain(
    "Of 2 places above that fell by the record up to turn 2, 1 fell in this run too. " +
      "Not in this run: The town.\n",
  );
  expect(summaryOf(control, ["mill", "town"])).toContain("up to turn 2, all fell in this run too.");
  expect(summaryOf(control, [])).toContain("up to turn 2, none fell in this run too.");
});

test("what the record has fall after the run's last turn is not held against it", () => {
  const text = summaryOf([taken("town", 2), taken("tower", 5)], ["town", "tower"]);
  expect(text).toContain("One place above fell by the record up to turn 2, and in this run too.");
  expect(text).toContain("In this run alone: The tower.");
});

test("only where a seed can be asked for is the run said to be that of one", () => {
  expect(summaryOf([], [], "seven")).toContain("that of seed seven: --seed plays another.");
  expect(summaryOf([], [])).not.toContain("seed");
});

test("the measures alone are a title and a table", () => {
  const record = { events: [], control: [], figures: {}, conflicts: {} };
  const telling = { names: setup, clock: setup.clock, record, width: WIDE };
  const lines = measureLines(telling, { setup, asked: ASKED, measures: {}, ...played(1) });
  expect(lines).toHaveLength(3 + Object.keys(ASKED).length);
});

test("seats without objectives are left out of the scores", () => {
  const seats = { ...setup.seats, idler: { ...setup.seats["envoy"], name: "The idler" } };
  const idle = { ...setup, seats } as typeof setup;
  const record = { events: [], control: [], figures: {}, conflicts: {} };
  const telling = { names: idle, clock: setup.clock, record, width: WIDE };
  const text = JSON.stringify(
    summaryLines(telling, { setup: idle, asked: {}, measures: {}, ...played(1) }),
  );
  expect(text).toContain("The envoy");
  expect(text).not.toContain("The idler");
});
