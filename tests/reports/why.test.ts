import { expect, test } from "vitest";
import { type BattleResolved, chancesOf, type Event } from "../../src/engine/index.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { chronicleOf, workingLines } from "../../src/reports/index.ts";
import { workingOf } from "../../src/reports/why.ts";
import { shiftsOf } from "../../src/reports/why-odds.ts";
import { compileSmall } from "../support/small-scenario.ts";

const setup = compileSmall();
const FIRST_ATTACK = ["hammer assault mill", "sickle assault tower"];

/** Events of a run in which Flint attacks at once. */
function foughtEvents(): readonly Event[] {
  const events: Event[] = [];
  const attack = FIRST_ATTACK.map((line) => {
    const [unit = "", , to = ""] = line.split(" ");
    return { unit, verb: "assault" as const, to, via: [], count: 0 };
  });
  playOut(setup, { "flint-command": (view) => (view.turn === 0 ? attack : []) }, "1", {
    turns: 2,
    onTurn: (turn) => void events.push(...turn.events),
  });
  return events;
}

function isSecondTurn(event: Event): boolean {
  return event.kind === "turn-began" && event.turn === 2;
}

const events = foughtEvents();
/** Those of the first turn. */
const firstEvents = events.slice(0, events.findIndex(isSecondTurn));
const battle = events.find((event): event is BattleResolved => event.kind === "battle-resolved");
const working = workingLines(setup, events).join("\n");
/** The same as one line, for what may be broken anywhere. */
const flat = working.replaceAll(/\s+/g, " ");

test("there was a battle to explain", () => {
  expect(battle).toBeDefined();
});

test("the odds are the product of the factors, and the working prints each with shifts and rule", () => {
  const { factors, odds } = battle as BattleResolved;
  expect(factors.reduce((product, { value }) => product * value, 1)).toBe(odds);
  const idle = flat.match(/Without effect \(1\): (.*?)\. [A-Z]/)![1]!.split(", ");
  for (const { id, value, rule } of factors) {
    const name = id.replaceAll("-", " ");
    if (value === 1) expect(idle).toContain(`${name} ${rule}`);
    else
      expect(working).toMatch(
        new RegExp(`${name} +${value.toFixed(4)} .*${shift(value)}  ${rule}\n`),
      );
  }
  expect(working).toContain(`odds ${" ".repeat(31)}${odds.toFixed(4)}`);
});

/** "+1.0" with its sign made safe for a pattern. */
function shift(value: number): string {
  const shifts = shiftsOf(value).toFixed(1);
  return Number(shifts) === 0 ? "0\\.0" : value > 1 ? `\\+${shifts}` : shifts;
}

test("an auditor gets the outcome from the printed odds and draw", () => {
  const { odds, draw, outcome } = battle as BattleResolved;
  const { sharpness } = setup.parameters.odds;
  const multiplier = (draw.u / (1 - draw.u)) ** (1 / sharpness);
  expect(working).toContain(`Draw ${draw.key}: u = ${draw.u.toFixed(6)}`);
  expect(odds * multiplier).toBeCloseTo(outcome, 9);
  expect(working).toContain(
    `= ${odds.toFixed(4)} x ${multiplier.toFixed(4)} = ${outcome.toFixed(4)} (5.5)`,
  );
});

test("the ground names the marker, the depth, and whether the place fell", () => {
  const { km, advanceKm, depthKm, place } = battle as BattleResolved;
  const fell = events.some((event) => event.kind === "place-taken" && event.place === place);
  const won = `${km > 0 ? "+" : ""}${Number(km.toFixed(3))} km`;
  expect(flat).toContain(`Ground ${won} (5.7): marker at ${advanceKm} of ${depthKm} km`);
  expect(flat).toMatch(fell ? /km; it falls/ : /km; it holds \(8\.4\)/);
});

test("the working says how to read the keys of its draws", () => {
  expect(flat).toContain("Keys: purpose/number/place/unit");
});

test("losses are the floor of rate times men and the draw", () => {
  for (const losses of [
    (battle as BattleResolved).attackerLosses,
    (battle as BattleResolved).defenderLosses,
  ]) {
    const { men, rate, killed } = losses;
    expect(flat).toMatch(new RegExp(`men \\+ u 0\\.\\d+\\) = ${men} `));
    expect(working).toMatch(new RegExp(`rate, held at its cap .*${rate.toFixed(5)}`));
    expect(working).toMatch(new RegExp(`men, of them killed .*\\b${men}, ${killed}\\b`));
  }
});

test("each term of the losses stands with its rule, those of one by name", () => {
  const { attackerLosses, defenderLosses } = battle as BattleResolved;
  attackerLosses.terms.forEach(({ id, value, rule }, at) => {
    const other = defenderLosses.terms[at]!.value;
    const row = `${id} +${value.toFixed(5)} +${other.toFixed(5)}  ${rule}`;
    if (value === 1 && other === 1)
      expect(flat).toMatch(
        new RegExp(`Without effect \\(1\\): [^.]*(?:\\d\\.[^.]*)*${id} ${rule}`),
      );
    else expect(working).toMatch(new RegExp(row));
  });
});

test("the terms of cohesion and the test for breaking are those of its events", () => {
  const tested = events.filter((event) => event.kind === "cohesion-lost" && event.test !== null);
  expect(tested.length).toBeGreaterThan(0);
  for (const event of tested) {
    if (event.kind !== "cohesion-lost" || event.test === null) continue;
    const { chance, draw, broke } = event.test;
    const { class: kind } = setup.formations[event.formation]!;
    const { breakPoint } = setup.parameters.classes[kind]!;
    const lost = event.terms.reduce((sum, { points }) => sum + points, 0).toFixed(2);
    const cells = [lost, event.cohesion.toFixed(1), breakPoint, chance.toFixed(4)];
    const row = [...cells, draw.u.toFixed(4), broke ? "broke" : "held"].join(" +");
    expect(working).toMatch(new RegExp(` ${row}\n`));
    for (const { rule } of event.terms) expect(flat).toContain(`(${rule})`);
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

/** The battle as it might have been told. */
const told = (change: Partial<BattleResolved>, width = 80) =>
  workingOf(setup, { ...(battle as BattleResolved), ...change }, events, width);

test("with 120 columns the losses stand beside the odds, and all fits in the rows of one screen", () => {
  const rows = workingOf(setup, battle as BattleResolved, firstEvents, 120);
  expect(rows.some((row) => /^Odds, .*Losses +attacker +defender/.test(row))).toBe(true);
  expect(rows.some((row) => /^Attackers .*power +lost +left +breaks +chance/.test(row))).toBe(true);
  expect(rows.filter((row) => row.length > 120)).toEqual([]);
  expect(rows.length).toBeLessThanOrEqual(36);
});

test("the working says where surprise came from", () => {
  const said = (change: Partial<BattleResolved>) => told(change).join(" ");
  expect(said({ hiddenShare: 0.85, surprise: 1.73 })).toContain(
    "Hidden from the defender's side: 85 % of the attackers (5.4.8).",
  );
  expect(said({ hiddenShare: null, surprise: 1.25 })).toContain("The surprise is the scenario's");
  expect(said({ hiddenShare: null, surprise: 1 })).not.toContain("5.4.8).");
  expect(said({ hiddenShare: null, link: "ford-mill" })).not.toContain("5.4.8).");
});

test("the working says what anti-tank weapons counted for, and a change of command by formation", () => {
  const { attackers } = battle as BattleResolved;
  const changed = attackers.map((one) => ({ ...one, commandFactor: 0.9 }));
  const rows = told({
    attackers: changed,
    attackerAntiTank: { weapons: 100, armour: 40, factor: 0.7 },
  });
  expect(rows.join(" ").replaceAll(/\s+/g, " ")).toContain(
    "Anti-tank weapons (5.2.1): attacker's 100.0 against armour of 40.0, counted at 0.7000.",
  );
  expect(rows.find((row) => row.includes("strength"))).toMatch(/supply +cmd +power/);
  expect(working).not.toContain("cmd");
});

test("a ruled outcome stands with its reason beside what was drawn", () => {
  const drawn = (battle as BattleResolved).outcome.toFixed(4);
  const rows = told({ outcome: 0.4, ruling: "the bridge was blown" }).join(" ");
  expect(rows).toContain(`= ${drawn} (5.5)`);
  expect(rows.replaceAll(/\s+/g, " ")).toContain(
    "R* = 0.4000 as White ruled (5.11): the bridge was blown",
  );
});

test("the chance of every result at these odds stands beside the draw", () => {
  const { odds, draw } = battle as BattleResolved;
  const chances = chancesOf(setup.parameters, odds);
  const overrun = Math.round(100 * chances.overrun);
  expect(flat).toContain(`Chances (5.6): overrun ${overrun} %`);
  const better = Math.round(100 * (1 - draw.u));
  expect(flat).toContain(`shifts, ${better} % better`);
});

test("a ruled break test says so with its reason, and who is not told of is named all the same", () => {
  const ruled = firstEvents.flatMap((event): readonly Event[] => {
    if (event.kind !== "cohesion-lost") return [event];
    if (event.formation !== "hammer" || event.test === null) return [];
    return [{ ...event, test: { ...event.test, broke: true, ruling: "the colonel fell" } }];
  });
  const text = workingOf(setup, battle as BattleResolved, ruled, 80).join("\n");
  expect(text).toContain("White ruled that Hammer broke (14.2): the colonel fell");
  expect(told({}, 80).join("\n")).not.toContain("not told");
  const silent = workingOf(setup, battle as BattleResolved, [], 80).join("\n");
  expect(silent.match(/not told/g)).toHaveLength(2);
});

test("kit lost is told by side", () => {
  expect(flat).toMatch(/Kit lost \(5\.9\): attacker [^;]+; defender [^.]+\./);
});

test("a chronicle groups the fighting by place and leaves marches out", () => {
  const sections = chronicleOf(setup, events);
  const fighting = sections.find(({ title }) => title === "Fighting");
  expect(fighting?.paragraphs.some((text) => text.includes("attacked The mill"))).toBe(true);
  expect(JSON.stringify(sections)).not.toContain("marched to");
});
