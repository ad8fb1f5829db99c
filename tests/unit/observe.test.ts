import { describe, expect, test } from "vitest";
import { observe, startWorld, type World } from "../../src/engine/index.ts";
import { briefOf } from "../../src/engine/views/brief.ts";
import { enemyMenAt, ownMenAt } from "../../src/engine/player.ts";
import { changed } from "../support/table.ts";
import { seatOf, wingOf } from "../support/tiny-setup.ts";
import { viewOf, war } from "../support/imagined-war.ts";

/** That war with a seat of no side that flies one wing, and one of no side that only looks on. */
const looking = () =>
  war({
    seats: {
      ...war().seats,
      coalition: { ...seatOf("blue", []), side: null },
      press: { ...seatOf("blue", []), side: null },
      white: { ...seatOf("blue", []), side: null, role: "white" },
    },
    wings: { ...war().wings, hornets: wingOf("coalition", { side: null }), kites: wingOf("red") },
  });

describe("the unchanging part of what a seat knows", () => {
  test.each([
    ["blue", "alone foreign guided"],
    ["ally", "alone foreign guided"],
    ["red", "kites"],
    ["coalition", "hornets"],
    ["press", ""],
    ["white", ""],
  ])("%s knows its own wings and those of its side: %s", (seat, wings) => {
    expect(Object.keys(briefOf(looking(), seat).wings).join(" ")).toBe(wings);
  });

  test("a seat knows the contingents and formations of its side, a seat of no side none", () => {
    const known = (seat: string) => {
      const { contingents, formations } = briefOf(looking(), seat);
      return [...Object.keys(contingents), ...Object.keys(formations)].join(" ");
    };
    expect(known("red")).toBe("red column hidden");
    expect(known("ally")).toBe("aiders allies blue volunteers guard later second third");
    expect(known("press")).toBe("");
  });

  test("objectives, tracks and pools are in the briefs of those who may see them", () => {
    const known = (seat: string) => {
      const { objectives, tracks, pools } = briefOf(war(), seat);
      return [objectives, tracks, pools].map((all) => Object.keys(all).join(" "));
    };
    expect(known("blue")).toEqual(["hold", "favour", "dear free priced"]);
    expect(known("red")).toEqual(["", "hatred", ""]);
    expect(known("ally")).toEqual(["", "", ""]);
  });

  test("5.4.8 a seat knows the surprise of its own side's opening assaults, which may be none", () => {
    const factors = ["ally", "red"].map((seat) => briefOf(war(), seat).surprise);
    expect(factors).toEqual([1.5, 1]);
  });

  test("there is no brief for a seat that is none", () => {
    expect(() => observe(war(), startWorld(war()), "green")).toThrow('there is no seat "green"');
  });
});

describe("what a seat knows of the world", () => {
  test("2.7 an enemy of whom it has no report that stands is not among its contacts", () => {
    expect(Object.keys(viewOf().contacts)).toEqual(["column"]);
    const gone = changed(startWorld(war()), (copy) => {
      copy.knowledge["blue"]!.contacts["column"]!.place = null;
    });
    expect(viewOf({}, war(), "blue", gone).contacts).toEqual({});
  });

  test("it counts own men that stand in a place, and enemies that are reported there", () => {
    const ran = changed(startWorld(war()), (copy) => {
      copy.formations["third"]!.status = "broken";
      Object.assign(copy.knowledge["blue"]!.contacts["hidden"]!, { place: "camp", men: 50 });
    });
    const view = viewOf({}, war(), "blue", ran);
    expect(["bridge", "camp", "post"].map((place) => ownMenAt(view, place))).toEqual([0, 0, 800]);
    expect(["bridge", "camp", "post"].map((place) => enemyMenAt(view, place))).toEqual([0, 470, 0]);
  });

  const assaulted = (by: string) => (copy: World) => {
    for (const id of ["bridge", "camp", "post"])
      Object.assign(copy.places[id]!, {
        advanceKm: 2,
        firstAssaultTurn: 1,
        assaultedTurn: 2,
        assaultedBy: by,
      });
  };

  test.each([
    ["blue", "blue", "bridge camp post"],
    ["blue", "red", "post"],
    ["red", "red", "bridge camp post"],
    ["red", "blue", "camp"],
    ["press", "red", ""],
  ])(
    "%s knows the fronts where it is or has attacked, after assaults by %s: %s",
    (seat, by, ids) => {
      const world = changed(startWorld(looking()), assaulted(by));
      expect(Object.keys(observe(looking(), world, seat).fronts).join(" ")).toBe(ids);
    },
  );

  test("a front is how far the attack has come, and its first and last turn", () => {
    const world = changed(startWorld(war()), assaulted("red"));
    expect(viewOf({}, war(), "blue", world).fronts["post"]).toEqual({
      advanceKm: 2,
      firstAssaultTurn: 1,
      assaultedTurn: 2,
    });
    expect(viewOf().fronts, "where nobody ever attacked there is none").toEqual({});
  });

  test("people and supply are known of the places that its side is believed to hold", () => {
    const stores = (seat: string) => {
      const { civilians, depots } = observe(looking(), startWorld(looking()), seat);
      return { civilians, depots };
    };
    expect(stores("ally")).toEqual({ civilians: { post: 40 }, depots: { post: 70 } });
    expect(stores("red")).toEqual({ civilians: { camp: 30 }, depots: { camp: 500 } });
    // Nobody's bridge is not "its own" to a seat of no side.
    expect(stores("press")).toEqual({ civilians: {}, depots: {} });
  });
});

const COLUMN = { place: "camp", men: 420, turn: 0, moving: false };
const HIDDEN = { place: "camp", men: 90, turn: 1, moving: false };

/** Looks on a world, changes it in place as the plain hand does, and looks again. */
function twice(
  change: (world: World) => void,
  start: (world: World) => void = () => {},
  setup = war(),
) {
  const world = changed(startWorld(setup), start);
  const before = observe(setup, world, "blue");
  change(world);
  return { before, after: observe(setup, world, "blue") };
}

const report = ({ knowledge }: World) =>
  void Object.assign(knowledge["blue"]!.contacts["hidden"]!, HIDDEN);
const forget = (id: string) => (world: World) =>
  void (world.knowledge["blue"]!.contacts[id]!.place = null);

describe("what a seat knows is what stands there now, though the same world was looked at before", () => {
  test("2.3 a report that came, and one that is gone", () => {
    expect(twice(() => {}).before.contacts).toEqual({ column: COLUMN });
    expect(twice(report).after.contacts).toEqual({ column: COLUMN, hidden: HIDDEN });
    expect(twice(forget("hidden"), report).after.contacts).toEqual({ column: COLUMN });
    expect(twice(forget("column"), report).after.contacts).toEqual({ hidden: HIDDEN });
  });

  test("2.3 another report in the place of one that is gone, beside one that stands", () => {
    const more = { raiders: { side: "red", place: "camp" } };
    const setup = war({ formations: { ...war().formations, ...more } });
    const raiders = { place: "camp", men: 60, turn: 1, moving: false };
    const { after } = twice(
      (world) => {
        forget("hidden")(world);
        Object.assign(world.knowledge["blue"]!.contacts["raiders"]!, raiders);
      },
      report,
      setup,
    );
    expect(after.contacts).toEqual({ column: COLUMN, raiders });
  });

  /** The bridge is blue's too, as it believes, with as many people and as much supply as the post. */
  const bridge = ({ knowledge, places }: World) => {
    knowledge["blue"]!.holders["bridge"] = "blue";
    Object.assign(places["bridge"]!, { civilians: 40, depotManDays: 70 });
  };

  test.each([
    ["people", { civilians: 12 }, [40, 12], [70, 70]],
    ["supply", { depotManDays: 3 }, [40, 40], [70, 3]],
  ])("11.11, 11.12 fewer %s in one of two places", (_, change, people, manDays) => {
    const fewer = ({ places }: World) => void Object.assign(places["post"]!, change);
    const { civilians, depots } = twice(fewer, bridge).after;
    expect(civilians).toEqual({ bridge: people[0], post: people[1] });
    expect(depots).toEqual({ bridge: manDays[0], post: manDays[1] });
  });

  test("11.11, 11.12 as many in another place", () => {
    const { after } = twice((world) => {
      bridge(world);
      world.knowledge["blue"]!.holders["post"] = "red";
    });
    expect(after.civilians).toEqual({ bridge: 40 });
    expect(after.depots).toEqual({ bridge: 70 });
  });

  test("where nothing has changed the same records are given again", () => {
    const { before, after } = twice(({ places }) => void (places["post"]!.advanceKm = 1));
    expect(after.contacts).toBe(before.contacts);
    expect(after.civilians).toBe(before.civilians);
    expect(after.depots).toBe(before.depots);
  });
});
