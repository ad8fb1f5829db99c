import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SavedGame } from "../../src/journal/index.ts";
import { startJournal, summarise } from "../../src/journal/index.ts";
import { frame } from "../../src/ui/frame.ts";
import type { ScenarioCard } from "../../src/ui/ports.ts";
import { startState } from "../../src/ui/state.ts";
import { plainOf, widthOf } from "../../src/ui/text/span.ts";
import { sitDown } from "./player.ts";
import { coverOf, headerFor, refused, smallCard, smallPorts } from "./table-ports.ts";

/** Two scenarios, the second a copy by another name. */
function twoScenarios(parts: Partial<ScenarioCard> = {}) {
  const card = smallCard();
  const other = { ...card, key: "far", id: "far", title: "The far valley", ...parts };
  return smallPorts({
    scenario: card,
    covers: [coverOf(card), coverOf(other)],
    card: (key, variant) => ({ ok: true, value: { ...(key === "far" ? other : card), variant } }),
  });
}

const saved = (name: string, text: string, writtenAt = 0): SavedGame => ({
  file: `saves/${name}.jsonl`,
  name,
  writtenAt,
  summary: summarise(text),
});

describe("the start screen", () => {
  it("shows the scenario it was started with, and takes another one with an arrow", async () => {
    const player = sitDown(twoScenarios());
    expect(player.screen()).toContain("◂ The valley ▸");
    expect(player.screen()).toContain("1 of 2 scenarios");
    await player.press("right");
    expect(player.screen()).toContain("◂ The far valley ▸");
    await player.press("left", ":", ..."scenario far", "enter");
    expect(player.screen()).toContain("◂ The far valley ▸");
  });

  it("begins a new game with the scenario and the variant that were chosen", async () => {
    const begun: unknown[] = [];
    const ports = twoScenarios();
    const player = sitDown({
      ...ports,
      begin: async ({ scenario, variant }) => {
        begun.push({ scenario, variant });
        return refused("not here");
      },
    });
    await player.press("right", "enter", "down", "down", "right");
    expect(player.screen()).toContain("The legion stayed at home. What was");
    await player.press("enter");
    expect(begun).toEqual([{ scenario: "far", variant: "no-legion" }]);
  });

  it("says why a scenario cannot be read, and keeps the one before", async () => {
    const player = sitDown({ ...twoScenarios(), card: () => refused("the file is torn") });
    await player.press("right");
    expect(player.screen()).toContain("the file is torn");
    expect(player.screen()).toContain("◂ The valley ▸");
  });

  it("needs five keys from the first screen to an adjudicated turn", async () => {
    const player = sitDown(smallPorts());
    await player.press("enter", "enter", "enter", "e", "enter");
    expect(player.driver.state().game?.turn).toBe(2);
  });

  it("reads each seat's brief before the game, and its own at any time in it", async () => {
    const player = sitDown(smallPorts());
    await player.press("n", ...Array<string>(6).fill("down"), "b");
    expect(player.screen()).toContain("Hold the town.");
    await player.press("escape");
    expect(player.driver.state().screen.kind).toBe("seating");
    await player.press("enter", "enter", "e", "enter");
    for (const on of ["report", "command", "situation"]) {
      await player.press("b");
      expect(player.screen(), on).toContain("Take the town.");
      await player.press("escape");
      expect(player.driver.state().screen.kind).toBe(on);
      await player.press(on === "report" ? "o" : "s");
    }
  });

  it("is not torn by any title, summary or seat's name", () => {
    const hostile = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const card = { ...smallCard(), title, summary };
        const ports = smallPorts({ scenario: card, covers: [{ ...coverOf(card), title }] });
        for (const columns of [80, 120]) {
          const rows = frame(startState(ports), { columns, rows: 24 });
          expect(rows.length).toBe(23);
          expect(new Set(rows.map(widthOf))).toEqual(new Set([columns]));
          expect(rows.map(plainOf).join("")).not.toMatch(/\p{Cc}|\p{Cf}/u);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the list of saved games", () => {
  const { text } = startJournal({
    ...headerFor({ "flint-command": "person", "loam-command": "hold" }),
    title: "What if the ford had held",
    parent: { digest: "0".repeat(64), turn: 2 },
  });
  const saves = [saved("late", text, 2), saved("torn", "Once upon a time\n", 1)];

  it("says of each game its scenario, turn, date, seats and branch", async () => {
    const player = sitDown(smallPorts({ savedGames: () => saves }));
    await player.press("s");
    const screen = player.screen();
    expect(screen).toMatch(/› ?late +turn 1 +The valley +"What if the ford had held" · Flint/);
    expect(screen).toContain("turn 1 is open · 1 May 1950, day");
    expect(screen).toContain("played here: Flint command");
    expect(screen).toContain('a branch after turn 2: "What if the ford had held"');
  });

  it("lists one that cannot be opened with its problem", async () => {
    const player = sitDown(smallPorts({ savedGames: () => saves }));
    await player.press("s", "down");
    expect(player.screen()).toMatch(/torn +cannot be opened/);
    expect(player.screen()).toMatch(/line 1: /);
  });
});
