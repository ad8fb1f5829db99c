import { describe, expect, test } from "vitest";
import { type Setup, startWorld, type World } from "../../src/engine/index.ts";
import type { View } from "../../src/engine/player.ts";
import { imaginedSetup } from "../../src/engine/imagined/imagined-setup.ts";
import { imaginedWorld } from "../../src/engine/imagined/imagined-world.ts";
import { startOf, turnsOf } from "../support/table.ts";
import { viewOf, war } from "../support/imagined-war.ts";

const worldOf = (view: View): World => imaginedWorld(view, imaginedSetup(view));

const FRONT = { advanceKm: 2, firstAssaultTurn: 1, assaultedTurn: 3 };

/** What the ally knows after so many turns, its second having been told in the first to go ahead. */
function allyAfter(turns: number, setup: Setup = war()): View {
  const lines = Array.from({ length: turns }, (_, at) =>
    at === 0 ? ["second move to bridge"] : [],
  );
  return viewOf({}, setup, "ally", turnsOf(setup, lines).world);
}

describe("the moment that a seat imagines", () => {
  test("has the view's turn, weather, end, wings and pools", () => {
    const wing = { aircraft: 3, base: "post", rebased: true, readyTurn: 5, factor: 0.5 };
    const pools = { dear: 0, free: 2, priced: 0 };
    const view = viewOf({ turn: 3, over: true, weather: "dust", wings: { alone: wing }, pools });
    expect(worldOf(view)).toMatchObject({
      turn: 3,
      over: true,
      weather: "dust",
      wings: { alone: wing, guided: { aircraft: 8, factor: 1 } },
      pools,
    });
  });

  test("has its own formations as they stand, with an order that is still on its way", () => {
    const view = allyAfter(1);
    const { formations } = worldOf(view);
    expect(formations["second"]).toEqual(view.formations["second"]);
    expect(formations["second"]!.pending).toMatchObject({ verb: "move", to: "bridge" });
    expect(formations["second"]!.pendingTurn).toBeGreaterThan(1);
  });

  test("has its own formations on the road they were told to take, now or in time", () => {
    const via = { verb: "move" as const, to: "camp", via: ["bridge"], count: 0 };
    const start = startOf(war(), (copy) => {
      copy.formations["guard"]!.task = via;
      copy.formations["later"]!.pending = { unit: "later", ...via };
    });
    const { formations } = worldOf(viewOf({}, war(), "blue", start));
    expect(formations["guard"]!.task).toEqual(via);
    expect(formations["later"]!.pending).toEqual({ unit: "later", ...via });
  });

  test("shares no formation with the view", () => {
    const view = viewOf();
    expect(worldOf(view).formations["guard"]).not.toBe(view.formations["guard"]);
    expect(worldOf(view).formations["guard"]!.task).not.toBe(view.formations["guard"]!.task);
  });

  test("has a reported enemy whole and defending, and none whose report is gone", () => {
    expect(worldOf(viewOf()).formations["column"]).toMatchObject({
      status: "active",
      place: "camp",
      men: 420,
      killed: 0,
      task: { verb: "defend" },
    });
    const setup = war();
    const world = startWorld(setup);
    const { blue } = world.knowledge;
    const gone = { ...blue!.contacts["column"]!, place: null };
    const knowledge = { ...world.knowledge, blue: { ...blue!, contacts: { column: gone } } };
    const imagined = worldOf(viewOf({}, setup, "blue", { ...world, knowledge }));
    expect(Object.keys(imagined.formations)).toEqual(["guard", "later", "second", "third"]);
  });
});

describe("places, contingents and rules of engagement at the moment imagined", () => {
  test.each([
    ["post", "blue", "red"],
    ["camp", "red", "blue"],
    ["bridge", null, "blue"],
  ])("%s, held by %s, has come under assault by %s where there is a front", (id, holder, by) => {
    const { places } = worldOf(viewOf({ fronts: { [id]: FRONT } }));
    expect(places[id]).toMatchObject({ ...FRONT, holder, assaultedBy: by });
    const others = Object.keys(places).filter((one) => one !== id);
    for (const other of others) {
      expect(places[other]).toMatchObject({ advanceKm: 0, assaultedTurn: 0, assaultedBy: null });
    }
  });

  test("a front where there is no other side is nobody's assault", () => {
    const sides = { blue: war().sides["blue"]! };
    const view = viewOf({ fronts: { post: FRONT } });
    expect(
      worldOf({ ...view, brief: { ...view.brief, sides }, contacts: {} }).places["post"],
    ).toMatchObject({ ...FRONT, assaultedBy: null });
  });

  test("a contingent stands as it was last seen, one that is made up is present", () => {
    const { contingents } = worldOf(viewOf({ contingents: { aiders: "left", allies: "leaving" } }));
    expect(Object.entries(contingents).map(([id, { status }]) => [id, status])).toEqual([
      ["aiders", "left"],
      ["allies", "leaving"],
      ["blue", "present"],
      ["imagined-red", "present"],
      ["volunteers", "present"],
    ]);
  });

  test("aircraft of every seat of its side fly by the rules it set", () => {
    const rules = { bridge: "free", camp: "forbidden", post: "restricted" };
    expect(worldOf(viewOf()).rulesOfEngagement).toEqual({ blue: rules, flyers: rules });
  });

  test("a seat without aircraft sets no rules, and others' fly free", () => {
    const free = { bridge: "free", camp: "free", post: "free" };
    const { rulesOfEngagement } = worldOf(viewOf({}, war(), "ally"));
    expect(rulesOfEngagement).toEqual({ blue: free, flyers: free });
  });
});

describe("what the seats know at the moment imagined", () => {
  test("its own side's seats know what the seat was told", () => {
    const view = viewOf({ turn: 3 });
    const { knowledge } = worldOf(view);
    for (const seat of ["ally", "blue", "flyers"]) {
      expect(knowledge[seat]).toEqual({ contacts: view.contacts, holders: view.holders });
    }
    expect(knowledge["blue"]!.holders).not.toBe(view.holders);
    expect(knowledge["blue"]!.contacts["column"]).not.toBe(view.contacts["column"]);
  });

  test("the enemy knows now where all of its formations stand and how many men they have", () => {
    const { knowledge } = worldOf(viewOf({ turn: 3 }));
    const seen = { place: "post", men: 400, turn: 3, moving: false };
    expect(knowledge["imagined-red"]).toEqual({
      contacts: { guard: seen, later: { ...seen, place: null }, second: seen, third: seen },
      holders: viewOf().holders,
    });
  });

  test("of the reported men of another enemy he knows no more than at the start", () => {
    const { blue, red } = war().sides;
    const sides = { amber: red!, blue: blue!, red: red! };
    const { knowledge } = worldOf(viewOf({ turn: 3 }, war({ sides })));
    expect(knowledge["imagined-red"]!.contacts["column"]).toEqual({
      place: null,
      men: 0,
      turn: 0,
      moving: false,
    });
    expect(Object.keys(knowledge["imagined-amber"]!.contacts)).toEqual([
      "guard",
      "later",
      "second",
      "third",
    ]);
  });
});
