import { expect, test } from "vitest";
import type { BattleResolved, Event } from "../../src/engine/index.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { chronicleOf, workingLines } from "../../src/reports/index.ts";
import { shiftsOf } from "../../src/reports/why.ts";
import { compileSmall } from "../support/small-scenario.ts";

const setup = compileSmall();
const FIRST_ATTACK = ["hammer assault mill", "sickle assault tower"];

/** Events of a run in which Flint attacks at once. */
function foughtEvents(): readonly Event[] {
  const events: Event[] = [];
  const attack = FIRST_ATTACK.map((line) => {
    const [unit = "", , to = ""] = line.split(" ");
    return { unit, verb: "assault" as const, to, via: [] };
  });
  playOut(setup, { "flint-command": (view) => (view.turn === 0 ? attack : []) }, "1", {
    turns: 2,
    onTurn: (turn) => void events.push(...turn.events),
  });
  return events;
}

const events = foughtEvents();
const battle = events.find((event): event is BattleResolved => event.kind === "battle-resolved");
const working = workingLines(setup, events).join("\n");

test("there was a battle to explain", () => {
  expect(battle).toBeDefined();
});

test("the odds are the product of the factors, and the working prints each with its rule", () => {
  const { factors, odds } = battle as BattleResolved;
  expect(factors.reduce((product, { value }) => product * value, 1)).toBe(odds);
  for (const { id, value, rule } of factors) {
    const row = `${id.replaceAll("-", " ")} +${value.toFixed(4)} .* ${rule}\n`;
    expect(working).toMatch(new RegExp(row));
  }
  expect(working).toContain(odds.toFixed(4));
});

test("an auditor gets the outcome from the printed odds and draw", () => {
  const { odds, draw, outcome } = battle as BattleResolved;
  const { sharpness } = setup.parameters.odds;
  expect(working).toContain(`Draw ${draw.key}: u = ${draw.u.toFixed(6)}`);
  expect(odds * (draw.u / (1 - draw.u)) ** (1 / sharpness)).toBeCloseTo(outcome, 9);
  expect(working).toContain(`= ${outcome.toFixed(4)}`);
});

test("the working says how to read the keys of its draws", () => {
  expect(working.replaceAll(/\s+/g, " ")).toContain("Keys of draws: purpose/number/place/unit");
});

test("losses are the floor of rate times men and the draw", () => {
  for (const losses of [
    (battle as BattleResolved).attackerLosses,
    (battle as BattleResolved).defenderLosses,
  ]) {
    expect(working).toContain(`= ${losses.men}\n`);
    expect(working).toContain(`Killed: ${losses.killed} `);
  }
});

test("the terms of cohesion and the test for breaking are those of its events", () => {
  const tested = events.filter((event) => event.kind === "cohesion-lost" && event.test !== null);
  expect(tested.length).toBeGreaterThan(0);
  for (const event of tested) {
    if (event.kind !== "cohesion-lost" || event.test === null) continue;
    expect(working.replaceAll(/\s+/g, " ")).toContain(
      `Chance to break ${event.test.chance.toFixed(4)}, u = ${event.test.draw.u.toFixed(4)}`,
    );
  }
});

test("a patron's reckoning is there, decision included", () => {
  expect(working).toContain("Risk as reported");
  expect(working).toMatch(/It (stays|leaves in turn \d+)\./);
});

test("a shift is a quarter more", () => {
  expect(shiftsOf(1.25)).toBeCloseTo(1, 12);
  expect(shiftsOf(1)).toBe(0);
  expect(shiftsOf(0.8)).toBeCloseTo(-1, 12);
});

test("no line is longer than 80 columns", () => {
  expect(working.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("a chronicle groups the fighting by place and leaves marches out", () => {
  const sections = chronicleOf(setup, events);
  const fighting = sections.find(({ title }) => title === "Fighting");
  expect(fighting?.paragraphs.some((text) => text.includes("attacked The mill"))).toBe(true);
  expect(JSON.stringify(sections)).not.toContain("marched to");
});
