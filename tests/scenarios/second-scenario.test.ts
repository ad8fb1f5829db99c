import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkWorld, type Event, type Id } from "../../src/engine/index.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { followCoa } from "../../src/policies/course-of-action.ts";
import { parseJson, readCoa, readIndex, readScenario } from "../../src/scenarios/index.ts";
import { obeysPhaseLaws, obeysScenarioLaws } from "../contract/laws.ts";
import { ERC_1 } from "../support/small-scenario.ts";
import { filesUnder, linesWith } from "../support/sources.ts";

const SCENARIOS = new URL("../../scenarios/", import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, SCENARIOS), "utf8");

function got<T>(read: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T {
  if (read.ok) return read.value;
  throw new Error(JSON.stringify(read.problems, null, 1));
}

const index = got(readIndex(textOf("index.json")));
/** Every scenario that ships beside the default one; what teaches the game has laws of its own. */
const OTHERS = Object.entries(index.scenarios).filter(
  ([id, { file }]) => id !== index.default && !textOf(file).includes('"tutorial"'),
);

test("a scenario ships beside the default one", () => {
  expect(OTHERS.length).toBeGreaterThan(0);
});

describe.each(OTHERS)("%s, beside the default scenario,", (_id, { file: path, coas }) => {
  const text = textOf(path);
  const { setup, file } = got(readScenario(text, ERC_1));
  const plans = Object.values(coas).map((coa) => got(readCoa(textOf(coa), setup)));
  const historical = Object.values(file.historical).map(
    (id) => plans.find((plan) => plan.id === id)!,
  );

  /** Plays to the end; a plan given takes the place of its seat's historical one. */
  function play(plan?: (typeof plans)[number]) {
    const seats = [...historical, ...(plan === undefined ? [] : [plan])];
    const policies = Object.fromEntries(seats.map((each) => [each.seat, followCoa(each)]));
    const events: Event[] = [];
    const world = playOut(setup, policies, "beside", {
      hand: "plain",
      onTurn: (turn) => events.push(...turn.events),
    });
    return { world, events };
  }

  test("plays by the same parameters, and overrides none", () => {
    expect(file.parameters).toBe(Object.keys(index.parameters)[0]);
    expect(file.overrides).toEqual([]);
  });

  test("has a historical course of action for each seat that commands", () => {
    const command = Object.keys(file.seats).filter((id) => file.seats[id]!.role === "command");
    expect(historical.map((plan) => plan?.seat).toSorted()).toEqual(command.toSorted());
  });

  test("has another course of action for either side", () => {
    const sides = plans
      .filter((plan) => !historical.includes(plan))
      .map((plan) => file.seats[plan.seat]!.side);
    expect([...new Set(sides)].toSorted()).toEqual(Object.keys(file.sides).toSorted());
  });

  test("plays its historical courses of action to the end", () => {
    const { world, events } = play();
    expect(checkWorld(setup, world)).toEqual([]);
    expect([world.turn, world.over]).toEqual([setup.turns, true]);
    const kinds = new Set(events.map((event) => event.kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(["battle-resolved", "place-taken", "sorties-flown", "arrived"]),
    );
  });

  test("is fought over by both sides when its history is played", () => {
    const { events } = play();
    const attackers = events.flatMap((event) =>
      event.kind === "battle-resolved"
        ? [setup.formations[event.attackers[0]!.formation]!.side]
        : [],
    );
    expect([...new Set(attackers)].toSorted()).toEqual(Object.keys(setup.sides).toSorted());
  });

  test.each(plans)("$id gives no order that is refused", (plan) => {
    const { events } = play(plan);
    expect(events.filter((event) => event.kind === "order-refused")).toEqual([]);
  });

  obeysScenarioLaws("the scenario", setup, 2);
  obeysPhaseLaws("the scenario", setup, 2);

  test("is named in no line of the program", () => {
    const own = namesOf(parseJson(text));
    expect(own.length).toBeGreaterThan(50);
    const sources = filesUnder("src").map(({ path: at, text: code }) => ({
      path: at,
      text: code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
    }));
    const found = own.filter(
      (id) => linesWith(sources, new RegExp(`["'\`]${id}["'\`]`)).length > 0,
    );
    expect(found).toEqual([]);
  });
});

/** Ids of several words that the file gives its places, forces and arrivals. */
function namesOf(json: ReturnType<typeof parseJson>): readonly Id[] {
  const data = got(json) as Record<string, Record<Id, unknown>>;
  const sections = [
    "places",
    "formations",
    "wings",
    "reinforcements",
    "pools",
    "injects",
    "variants",
  ];
  return sections
    .flatMap((section) => Object.keys(data[section]!))
    .filter((id) => id.includes("-"));
}
