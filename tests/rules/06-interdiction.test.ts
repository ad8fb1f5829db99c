import { describe, expect, test } from "vitest";
import type { EventOf, Setup, World } from "../../src/engine/index.ts";
import { tinySetup, type TinyParts, wingOf } from "../support/tiny-setup.ts";
import { about, all, evenChance, rows, startOf, the, turnOf } from "../support/table.ts";

/** A red column of 400 men and ten tanks in camp; a road to the ford and on to the far mill; two blue wings. */
const ground = (change: Partial<TinyParts> = {}): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      ford: { holder: "red" },
      mill: { holder: "red" },
      post: { holder: "blue" },
    },
    roads: ["camp ford 30 road", "ford mill 400 road", "camp mill 400 road", "camp post 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 400, kit: { tank: 10 } },
      guard: { side: "blue", place: "post", knownTo: ["red"] },
    },
    wings: { kites: wingOf("blue", { aircraft: 40 }), swifts: wingOf("blue", { aircraft: 40 }) },
    ...change,
  });

const struck = (
  lines: readonly string[],
  { setup = ground(), start = () => {}, chance = evenChance() } = {} as {
    setup?: Setup;
    start?: (copy: World) => void;
    chance?: ReturnType<typeof evenChance>;
  },
) => turnOf(setup, startOf(setup, start), lines, chance);

const hitsOf = (events: ReturnType<typeof struck>["events"]) => all(events, "column-struck");
const lostBy = (one: EventOf<"column-struck">, id: string) => {
  const hit = one.casualties.find(({ formation }) => formation === id)!;
  return hit.killed + hit.wounded;
};

const towards = (kmDone: number) => (copy: World) =>
  void Object.assign(copy.formations["column"]!, { towards: "mill", kmDone, marched: true });

describe("6.5 whom aircraft over a link find on it", () => {
  test.each(
    rows(`
    | over      | order                     | hit | why                                     |
    | camp-ford | column move to ford       | yes | it drove all of it                      |
    | ford-mill | column move to mill via ford | yes | and a part of the next               |
    | camp-ford | column move to mill via ford | yes | all of the first on its way          |
    | camp-mill | column move to mill via ford | no  | it went by another road              |
    | ford-mill | column move to ford       | no  | it stopped before that one              |
    | camp-ford | column defend             | no  | it stood                                |
    | camp-post | column assault post       | no  | to attack along a link is not to drive on it |
  `),
  )("6.5 over %s, told to %s, the column is hit: %s: %s", (over, order, hit) => {
    const { events } = struck([`swifts interdict ${over} with 8`, order!]);
    expect(hitsOf(events).map(({ link }) => link)).toEqual(hit === "yes" ? [over] : []);
  });

  test("6.5 who goes on along the same road is hit on it again, who makes no way is not", () => {
    const on = ["swifts interdict camp-mill with 8", "column move to mill"];
    expect(hitsOf(struck(on, { start: towards(50) }).events)).toHaveLength(1);
    // Two hours of driving in six by night, and two to form a column.
    const { clock } = ground();
    const night = ground({ clock: { ...clock, turnHours: 6, startHour: 18 } });
    const stuck = (copy: World) => {
      towards(50)(copy);
      copy.formations["column"]!.marched = false;
    };
    const { events, world } = struck(on, { setup: night, start: stuck });
    expect(world.formations["column"]).toMatchObject({ towards: "mill", kmDone: 50 });
    expect(hitsOf(events)).toEqual([]);
  });

  test("6.5 kilometres done on one road are none on the one it turns to", () => {
    const turned = (copy: World) =>
      void Object.assign(copy.formations["column"]!, { towards: "ford", kmDone: 200 });
    const lines = ["swifts interdict camp-mill with 1", "column move to mill"];
    const { events, world } = struck(lines, { start: turned });
    expect(world.formations["column"]).toMatchObject({ place: "camp", towards: "mill" });
    expect(world.formations["column"]!.kmDone).toBeLessThan(200);
    expect(hitsOf(events)).toHaveLength(1);
  });

  test("6.5 kilometres done on one road are none on another that leads to the same place", () => {
    const round = ["swifts interdict ford-mill with 1", "column move to mill via ford"];
    const { events, world } = struck(round, { start: towards(390) });
    expect(world.formations["column"]).toMatchObject({ place: "ford", towards: "mill" });
    expect(world.formations["column"]!.kmDone).toBeLessThan(390);
    expect(hitsOf(events)).toHaveLength(1);
  });

  test("6.5 only the sides that the wing fights are hit", () => {
    const wings = { swifts: wingOf("blue", { aircraft: 40, against: ["blue"] }) };
    const lines = ["swifts interdict camp-ford with 8", "column move to ford"];
    expect(hitsOf(struck(lines, { setup: ground({ wings }) }).events)).toEqual([]);
  });
});

describe("6.5 what they do there", () => {
  const LINES = ["swifts interdict camp-ford with 5", "column move to ford"];

  test.each(
    rows(`
    | sorties | men at | men | tanks at | tanks | why                                          |
    | 5       | 0.49   | 2   | 0.59     | 0     | half a man a sortie: 2.5; .08 a vehicle: .4  |
    | 5       | 0.51   | 3   | 0.61     | 1     | settled by the draw                          |
    | 20      | 0.5    | 10  | 0.5      | 2     | 10 men and 1.6 tanks                         |
  `),
  )("6.5 %s sorties, at draws of %s and %s: %s", (sorties, menAt, men, kitAt, tanks) => {
    const chance = evenChance(0.5, {
      "interdictMen/1/camp-ford/swifts": Number(menAt),
      "interdictKit/1/camp-ford/swifts": Number(kitAt),
    });
    const lines = [`swifts interdict camp-ford with ${sorties}`, LINES[1]!];
    const { events, world } = struck(lines, { chance });
    const hit = the(events, "column-struck");
    expect(hit).toMatchObject({ wing: "swifts", link: "camp-ford" });
    expect(hit.draws.map(({ u }) => u)).toEqual([Number(menAt), Number(kitAt)]);
    expect(lostBy(hit, "column")).toBe(Number(men));
    const { men: left, kit } = world.formations["column"]!;
    expect([left, kit["tank"]]).toEqual([400 - Number(men), 10 - Number(tanks)]);
  });

  test("6.5 the columns of a link share what hits it by their men", () => {
    const formations = {
      column: { side: "red", place: "camp", men: 300 },
      second: { side: "red", place: "camp", men: 100 },
      third: { side: "red", place: "camp", men: 500 },
    };
    const lines = ["swifts interdict camp-ford with 8", LINES[1]!, "second move to ford"];
    const hit = the(struck(lines, { setup: ground({ formations }) }).events, "column-struck");
    expect(hit.casualties.map(({ formation }) => [formation, lostBy(hit, formation)])).toEqual([
      ["column", 3],
      ["second", 1],
    ]);
  });

  test("6.5 the second wing over a link finds what the first has left", () => {
    const formations = { column: { side: "red", place: "camp", men: 5 } };
    const lines = ["kites interdict camp-ford with 8", ...LINES];
    const { events } = struck(lines, { setup: ground({ formations }) });
    expect(hitsOf(events).map((hit) => [hit.wing, lostBy(hit, "column")])).toEqual([
      ["kites", 4],
      ["swifts", 1],
    ]);
  });

  test("6.5 a place taken on the march is taken with the men that set out", () => {
    const formations = { column: { side: "red", place: "camp", men: 10 } };
    const places = { camp: { holder: "red" }, ford: {}, mill: {}, post: {} };
    const { events, world } = struck(LINES, { setup: ground({ formations, places }) });
    expect(world.formations["column"]!.men).toBe(7);
    expect(the(events, "place-taken")).toMatchObject({ place: "ford", by: "red" });
  });

  test("8.6 of whom it leaves nobody is lost, with its kit, and fights no battle", () => {
    const places = {
      camp: { holder: "red" },
      ford: { holder: "red" },
      mill: { holder: "blue" },
      post: { holder: "blue" },
    };
    const formations = {
      column: { side: "red", place: "camp", men: 3, kit: { tank: 10 } },
      guard: { side: "blue", place: "mill", men: 20, knownTo: ["red"] },
    };
    const roads = ["camp ford 30 road", "ford mill 10 road"];
    const setup = ground({ places, formations, roads, wings: { swifts: wingOf("blue") } });
    const { events, world } = struck(
      ["swifts interdict camp-ford with 8", "column assault mill via ford"],
      { setup },
    );
    expect(about(events, "deployed", "column")).toMatchObject({ against: "mill" });
    expect(world.formations["column"]).toMatchObject({ status: "lost", men: 0 });
    expect(all(events, "battle-resolved")).toEqual([]);
  });

  test("6.5 in the worst of weather nobody is hit by what has no effect", () => {
    const fog = { ...ground(), weather: { fog: 1 } };
    const { parameters } = fog;
    const blind = { ...parameters.weathers["fog"]!, air: 0 };
    const setup = {
      ...fog,
      parameters: { ...parameters, weathers: { ...parameters.weathers, fog: blind } },
    };
    const { events } = struck(LINES, { setup });
    expect(the(events, "sorties-flown").effective).toBe(0);
    expect(hitsOf(events)).toEqual([]);
  });
});
