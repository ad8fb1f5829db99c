import { describe, expect, test } from "vitest";
import type { Formation, Id, Setup, World } from "../../src/engine/index.ts";
import { battlesOf } from "../support/one-battle.ts";
import { tinySetup, type TinyParts } from "../support/tiny-setup.ts";
import { about, all, begun, rows, startOf, the, turnOf } from "../support/table.ts";

type Forces = Readonly<Record<Id, Partial<Formation> & Pick<Formation, "side">>>;

const RED = { holder: "red" };
const BLUE = { holder: "blue" };

/** Ground between two sides; who is told to go where goes there, whatever its seat knows. */
const ground = (places: TinyParts["places"], roads: readonly string[], formations: Forces): Setup =>
  tinySetup({ places, roads, formations });

/** A turn in which formations do what they were told before, and nothing else is ordered. */
const turnWith = (
  setup: Setup,
  orders: readonly string[],
  change: (copy: World) => void = () => {},
) =>
  turnOf(
    setup,
    startOf(setup, (copy) => {
      begun(orders)(copy);
      change(copy);
    }),
    [],
  );

const red = (place: Id, men = 400) => ({ side: "red", place, men });
const blue = (place: Id, men = 400) => ({ side: "blue", place, men });

describe("4.5 enemies on one link", () => {
  const places = { camp: RED, post: BLUE, rear: BLUE };
  const roads = ["camp post 10 road", "post rear 10 road"];

  test.each(
    rows(`
    | blues   | men     | battle                     | why                                          |
    | post    | 66 66   | camp-post: column / one two | a third of 400 together: 132                |
    | post    | 66 65   | post: column / one two     | together fewer                               |
    | rear    | 66 65   | camp-post: column / one two | the second came from farther off: it is no sally |
  `),
  )(
    "4.5 one from the post and two from the %s, of %s men, come out against 400: %s: %s",
    (from, men, battle) => {
      const [one, two] = men!.split(" ").map(Number);
      const formations = { column: red("camp"), one: blue("post", one), two: blue(from!, two) };
      const orders = ["column assault post", "one assault camp", "two assault camp"];
      const setup = ground(places, roads, formations);
      expect(battlesOf(turnWith(setup, orders).events)).toEqual([battle]);
    },
  );

  test("4.5 of several who assault the place the men count together", () => {
    const formations = { column: red("camp", 200), wing: red("camp", 200), one: blue("post", 131) };
    const orders = ["column assault post", "wing assault post", "one assault camp"];
    const { events } = turnWith(ground(places, roads, formations), orders);
    expect(battlesOf(events)).toEqual(["post: column wing / one"]);
  });

  test("4.5 who does not assault catches nobody: few meet many on the road", () => {
    const open = { a: RED, b: {}, c: {}, d: BLUE };
    const setup = ground(open, ["a b 10 road", "b c 10 road", "c d 10 road"], {
      reds: red("a", 2000),
      blues: blue("d", 20),
    });
    const { events, world } = turnWith(setup, ["reds move to c", "blues move to b"]);
    expect(battlesOf(events)).toEqual(["b-c: reds / blues"]);
    expect(about(events, "marched", "reds")).toMatchObject({
      path: ["b"],
      towards: null,
      kmDone: 0,
    });
    expect(about(events, "deployed", "reds")).toMatchObject({
      at: "b",
      against: "c",
      meeting: true,
    });
    expect([world.formations["reds"]!.place, world.formations["blues"]!.place]).toEqual(["b", "c"]);
  });

  test("4.5 who only begins the link in this turn, and would end it on the way, is met too", () => {
    const open = { a: RED, b: {}, c: {}, d: BLUE };
    const setup = ground(open, ["a b 10 road", "b c 400 road", "c d 10 road"], {
      reds: red("a"),
      blues: blue("d"),
    });
    const { events, world } = turnWith(setup, ["reds move to c", "blues move to b"]);
    expect(battlesOf(events)).toEqual(["b-c: reds / blues"]);
    expect(world.formations["reds"]).toMatchObject({ place: "b", towards: null, kmDone: 0 });
  });

  test("4.5 two of one side on one link in opposite directions pass each other", () => {
    const setup = ground({ camp: RED, post: RED }, ["camp post 10 road"], {
      column: red("camp"),
      wing: red("post"),
    });
    const { world, events } = turnWith(setup, ["column move to post", "wing move to camp"]);
    expect(all(events, "deployed")).toEqual([]);
    expect(["column", "wing"].map((id) => world.formations[id]!.place)).toEqual(["post", "camp"]);
  });

  test("4.8 who was to meet an enemy that is attacked at home halts where it is, and fights nobody", () => {
    const setup = ground(
      { camp: RED, flank: RED, post: BLUE },
      ["camp post 10 road", "flank post 10 road"],
      { column: red("camp"), patrol: blue("post"), raiders: red("flank") },
    );
    const orders = ["column assault post", "patrol assault camp", "raiders assault post"];
    const { events } = turnWith(setup, orders);
    expect(battlesOf(events)).toEqual(["post: raiders / patrol"]);
    expect(about(events, "halted", "column")).toMatchObject({
      at: "camp",
      before: "post",
      reason: "enemy",
    });
    expect(about(events, "halted", "patrol")).toMatchObject({
      at: "post",
      before: "camp",
      reason: "disengaging",
    });
  });
});

describe("4.6 enemies bound for one empty place", () => {
  test("4.6 the later side halts one place short of it, with all its way behind it", () => {
    const setup = ground(
      { a: RED, b: RED, c: RED, prize: {}, z: BLUE },
      ["a b 10 road", "b c 10 road", "c prize 10 road", "prize z 10 road"],
      { reds: red("a"), blues: blue("z") },
    );
    const { events } = turnWith(setup, ["reds move to prize", "blues move to prize"]);
    expect(about(events, "marched", "reds")).toMatchObject({ path: ["b", "c"], kmDone: 0 });
    expect(about(events, "halted", "reds")).toMatchObject({ at: "c", before: "prize" });
    expect(about(events, "marched", "blues")).toMatchObject({ path: ["prize"], arrived: true });
  });

  test("4.6 who comes too late to a place on its way does not attack what lies beyond it", () => {
    const setup = ground(
      { a: RED, prize: {}, fort: BLUE, z: BLUE },
      ["a prize 20 road", "fort prize 10 road", "prize z 10 road"],
      { blues: blue("z"), garrison: blue("fort"), reds: red("a") },
    );
    const { events } = turnWith(setup, ["reds assault fort", "blues move to prize"]);
    expect(all(events, "deployed")).toEqual([]);
    expect(about(events, "halted", "reds")).toMatchObject({ at: "a", before: "prize" });
    expect(all(events, "battle-resolved")).toEqual([]);
  });

  test("4.6 a march of the holder's to somewhere else keeps nobody out of his empty place", () => {
    const setup = ground(
      { a: RED, prize: BLUE, y: BLUE, z: BLUE },
      ["a prize 10 road", "y z 10 road"],
      { reds: red("a"), blues: blue("z") },
    );
    const { world } = turnWith(setup, ["reds assault prize", "blues move to y"]);
    expect(world.formations["reds"]!.place).toBe("prize");
    expect(world.places["prize"]!.holder).toBe("red");
  });

  test("4.6 two of one side both enter", () => {
    const setup = ground({ a: RED, prize: {}, z: RED }, ["a prize 10 road", "prize z 20 road"], {
      one: red("a"),
      two: red("z"),
    });
    const { world } = turnWith(setup, ["one move to prize", "two move to prize"]);
    expect(["one", "two"].map((id) => world.formations[id]!.place)).toEqual(["prize", "prize"]);
  });

  test("4.6 who goes through wins the race to each place on its way by the hour it is there", () => {
    const setup = ground(
      { a: RED, b: {}, c: {}, y: {}, z: BLUE },
      ["a b 10 road", "b c 10 road", "b z 15 road", "c y 90 road"],
      { reds: red("a"), blues: blue("z") },
    );
    // Red is at b after 10 km, blue would be after 15; red goes on to c.
    const { events } = turnWith(setup, ["reds move to c", "blues move to b"]);
    expect(about(events, "marched", "reds")).toMatchObject({ path: ["b", "c"], arrived: true });
    expect(about(events, "halted", "blues")).toMatchObject({ at: "z", before: "b" });
  });
});

describe("4.7 an attack too weak to deliver", () => {
  test("4.7 men who attack another place do not count", () => {
    const setup = ground(
      { camp: RED, post: BLUE, fort: BLUE },
      ["camp post 10 road", "camp fort 10 road"],
      { one: red("camp", 25), two: red("camp", 25), guard: blue("post"), watch: blue("fort") },
    );
    const { events } = turnWith(setup, ["one assault post", "two assault fort"]);
    expect(all(events, "battle-resolved")).toEqual([]);
    expect(all(events, "halted")).toMatchObject([
      { formation: "one", at: "camp", before: "post", reason: "enemy" },
      { formation: "two", at: "camp", before: "fort", reason: "enemy" },
    ]);
  });

  test("4.7 of three sides each delivers its attack by its own men", () => {
    const three = sided(
      { camp: RED, den: { holder: "green" }, post: BLUE },
      ["camp post 10 road", "den post 10 road"],
      {
        column: red("camp", 25),
        greens: { side: "green", place: "den", men: 25 },
        guard: blue("post"),
      },
    );
    const orders = ["column assault post", "greens assault post"];
    expect(all(turnWith(three, orders).events, "battle-resolved")).toEqual([]);
    const strong = (copy: World) => void (copy.formations["greens"]!.men = 40);
    expect(battlesOf(turnWith(three, orders, strong).events)).toEqual(["post: greens / guard"]);
  });
});

/** A ground with a third side, the green. */
function sided(places: TinyParts["places"], roads: readonly string[], formations: Forces): Setup {
  const two = ground(places, roads, {});
  const [side, seat] = [two.sides["red"]!, two.seats["red"]!];
  const contingent = two.contingents["red"]!;
  return tinySetup({
    places,
    roads,
    formations,
    sides: { ...two.sides, green: { ...side, name: "green", letter: "G" } },
    contingents: { ...two.contingents, green: { ...contingent, side: "green" } },
    seats: { ...two.seats, green: { ...seat, side: "green", contingents: ["green"] } },
  });
}

describe("4.8 who starts in a place that is assaulted", () => {
  const places = { camp: RED, post: BLUE, rear: BLUE, far: BLUE };
  const roads = ["camp post 10 road", "post rear 10 road", "far post 400 road"];
  const formations = { column: red("camp"), guard: blue("post") };

  test.each(
    rows(`
    | order              | before | why                                      |
    | guard move to rear    | rear   | to the next place on its way             |
    | guard move to far     | far    | to where it would not have come yet      |
    | guard assault camp | camp   | it would have met him, but is too weak   |
  `),
  )("4.8 told to %s it halts before %s: %s", (order, before) => {
    const weak = (copy: World) => void (copy.formations["guard"]!.men = 100);
    const { events, world } = turnWith(
      ground(places, roads, formations),
      ["column assault post", order!],
      weak,
    );
    expect(about(events, "halted", "guard")).toEqual({
      kind: "halted",
      formation: "guard",
      at: "post",
      before,
      reason: "disengaging",
    });
    expect(all(events, "marched").filter(({ formation }) => formation === "guard")).toEqual([]);
    expect(battlesOf(events)).toEqual(["post: column / guard"]);
    expect(world.formations["guard"]!.kmDone).toBe(0);
  });

  test("4.8 told to go where no road leads it says that, and fights", () => {
    const cut = ground({ ...places, isle: BLUE }, roads, formations);
    const { events } = turnWith(cut, ["column assault post", "guard move to isle"]);
    expect(about(events, "halted", "guard")).toMatchObject({ before: "isle", reason: "no-road" });
    expect(battlesOf(events)).toEqual(["post: column / guard"]);
  });

  test("4.8 told to defend it has nothing to be kept from", () => {
    const { events } = turnWith(ground(places, roads, formations), ["column assault post"]);
    expect(all(events, "halted")).toEqual([]);
  });

  test("4.8 whoever marches into a place that is assaulted fights there and attacks nobody from it", () => {
    const setup = ground(
      { rear: RED, camp: RED, post: BLUE, flank: BLUE },
      ["camp rear 10 road", "camp post 10 road", "camp flank 10 road"],
      { sentry: red("camp"), column: red("rear"), guard: blue("post"), watch: blue("flank") },
    );
    const { events } = turnWith(setup, ["guard assault camp", "column assault flank"]);
    expect(battlesOf(events)).toEqual(["camp: guard / column sentry"]);
    expect(about(events, "marched", "column")).toMatchObject({ path: ["camp"] });
    expect(about(events, "halted", "column")).toMatchObject({
      at: "camp",
      before: "flank",
      reason: "disengaging",
    });
  });
});

describe("4.8 rings of assaults", () => {
  const places = { a: RED, b: BLUE, c: RED, d: BLUE };
  const roads = ["a b 10 road", "b c 10 road", "c d 10 road", "a d 10 road"];
  const around = ["ared assault b", "bblue assault c", "cred assault d", "dblue assault a"];
  const forces = { ared: red("a"), bblue: blue("b"), cred: red("c"), dblue: blue("d") };

  test("4.8 of a ring with equal men the first place by id attacks, and so does who is not hit then", () => {
    const { events } = turnWith(ground(places, roads, forces), around);
    expect(battlesOf(events)).toEqual(["b: ared / bblue", "d: cred / dblue"]);
    expect(all(events, "halted").map(({ formation, reason }) => [formation, reason])).toEqual([
      ["bblue", "disengaging"],
      ["dblue", "disengaging"],
    ]);
  });

  test("4.8 else the place with most men among those that attack from it", () => {
    const more = { ...forces, again: blue("b", 10), idle: red("a", 900) };
    const wider = ground({ ...places, e: RED }, [...roads, "a e 10 road"], more);
    // Who is only to leave a place does not attack from it.
    const { events } = turnWith(wider, [...around, "again assault c", "idle move to e"]);
    expect(battlesOf(events)).toEqual(["a: dblue / ared idle", "c: again bblue / cred"]);
  });

  test("4.8 an attack that nothing hits goes first, however strong the ring", () => {
    // A tail into the ring: it calls off a's attack, and then b's is hit by nobody.
    const tailed = { ...forces, tail: blue("t", 50) };
    const setup = ground({ ...places, t: BLUE }, [...roads, "a t 10 road"], tailed);
    const strong = (copy: World) => void (copy.formations["ared"]!.men = 450);
    const { events } = turnWith(setup, [...around, "tail assault a"], strong);
    expect(battlesOf(events)).toEqual(["a: dblue tail / ared", "c: bblue / cred"]);
  });

  test("4.8 assaults in a row are called off one by one from its head", () => {
    const row = { a: RED, b: BLUE, c: RED, d: BLUE, e: RED };
    const setup = ground(row, ["a b 10 road", "b c 10 road", "c d 10 road", "d e 10 road"], {
      ared: red("a"),
      bblue: blue("b"),
      cred: red("c"),
      dblue: blue("d"),
      ered: red("e"),
    });
    const orders = ["ared assault b", "bblue assault c", "cred assault d", "dblue assault e"];
    const { events } = turnWith(setup, orders);
    expect(battlesOf(events)).toEqual(["b: ared / bblue", "d: cred / dblue"]);
  });
});

describe("4.3 walking in", () => {
  test("4.3 those that stood there count with those that enter", () => {
    const setup = ground({ camp: RED, post: BLUE }, ["camp post 10 road"], {
      few: red("post", 5),
      more: red("camp", 5),
    });
    const { events } = turnWith(setup, ["more assault post"]);
    expect(the(events, "place-taken")).toMatchObject({ place: "post", from: "blue", by: "red" });
    const alone = turnWith(setup, ["more move to camp"]);
    expect(all(alone.events, "place-taken")).toEqual([]);
  });

  test("4.3 places taken on the way are told in the order of their ids", () => {
    const setup = ground({ c: RED, b: BLUE, a: BLUE }, ["b c 10 road", "a b 10 road"], {
      column: red("c"),
    });
    const { events } = turnWith(setup, ["column assault a"]);
    expect(all(events, "place-taken").map(({ place }) => place)).toEqual(["a", "b"]);
  });

  test("4.3 of two columns the men of each count where it goes", () => {
    const setup = ground({ a: BLUE, camp: RED, b: BLUE }, ["a camp 10 road", "b camp 10 road"], {
      one: red("camp", 9),
      two: red("camp", 10),
    });
    const { events } = turnWith(setup, ["one assault a", "two assault b"]);
    expect(all(events, "place-taken").map(({ place }) => place)).toEqual(["b"]);
  });
});
