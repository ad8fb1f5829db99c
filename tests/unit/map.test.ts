import fc from "fast-check";
import { expect, test } from "vitest";
import {
  areOpposed,
  findLink,
  joinedTo,
  nearestPlace,
  placesWithinTwo,
  road,
  roadVia,
  straightVia,
} from "../../src/engine/world/map.ts";
import { placeOf, tinySetup } from "../support/tiny-setup.ts";
import { rows } from "../support/table.ts";

const places = { ash: {}, birch: {}, cedar: {}, dogwood: {}, elm: {}, fir: {} };
const map = tinySetup({
  places,
  formations: {},
  // A square ash - birch/cedar - dogwood of equal sides, a slow short cut, and a lonely fir.
  roads: [
    "ash birch 30 road",
    "ash cedar 30 road",
    "birch dogwood 30 road",
    "cedar dogwood 30 road",
    "dogwood elm 10 road",
    "ash elm 90 track",
  ],
});

test.each(
  rows(`
  | from | to      | road              | why                              |
  | ash  | ash     |                   | there already                    |
  | ash  | dogwood | birch dogwood     | of two equal roads, by id        |
  | dogwood | ash  | birch ash         | and the same way back            |
  | ash  | elm     | birch dogwood elm | hours count: the track is slower |
  | ash  | fir     | none              | no road                          |
`),
)("the road from %s to %s is %s: %s", (from, to, path) => {
  expect(road(map, from!, to!)?.join(" ") ?? "none").toBe(path);
});

test("a closed place is gone round, unless it is where the road leads", () => {
  const closed = (shut: string) => (place: string) => place !== shut;
  expect(road(map, "ash", "dogwood", closed("birch"))).toEqual(["cedar", "dogwood"]);
  expect(road(map, "ash", "elm", closed("dogwood"))).toEqual(["elm"]);
  expect(road(map, "ash", "dogwood", closed("dogwood"))).toEqual(["birch", "dogwood"]);
});

test("where every way is closed there is no road", () => {
  expect(road(map, "ash", "dogwood", () => false)).toBeNull();
});

test("a road by way of places passes them in order", () => {
  expect(roadVia(map, "ash", ["cedar", "elm"])).toEqual(["cedar", "dogwood", "elm"]);
  expect(roadVia(map, "ash", ["dogwood", "ash"])).toEqual(["birch", "dogwood", "birch", "ash"]);
  expect(roadVia(map, "ash", ["fir", "elm"])).toBeNull();
});

test("a link joins its two ends, from either", () => {
  expect(findLink(map, "elm", "dogwood")).toEqual({
    to: "dogwood",
    link: "dogwood-elm",
    km: 10,
    surface: "road",
  });
  expect(findLink(map, "dogwood", "elm")?.link).toBe("dogwood-elm");
  expect(findLink(map, "ash", "dogwood")).toBeUndefined();
});

const names = ["a", "b", "c", "d", "e", "f", "g"];
const randomRoads = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: 1, max: 60 }))
    .filter(([a, b]) => a < b),
  { selector: ([a, b]) => `${a}-${b}`, minLength: 3, maxLength: 12 },
);

test("the quickest road is as quick as any of its detours, and each step is a link", () => {
  fc.assert(
    fc.property(
      randomRoads,
      fc.constantFrom(...names),
      fc.constantFrom(...names),
      fc.constantFrom(...names),
      (roads, from, to, by) => {
        const some = tinySetup({
          places: Object.fromEntries(names.map((id) => [id, {}])),
          formations: {},
          roads: roads.map(([a, b, km]) => `${a} ${b} ${km} road`),
        });
        const km = (path: readonly string[] | null, start: string) =>
          path?.reduce(
            (sum, stop, at) => sum + findLink(some, path[at - 1] ?? start, stop)!.km,
            0,
          ) ?? Infinity;
        expect(km(road(some, from, to), from)).toBeLessThanOrEqual(
          km(roadVia(some, from, [by, to]), from),
        );
      },
    ),
  );
});

const around = (angle: string) => {
  const [lat, lon] = { n: [1, 0], ne: [1, 1], e: [0, 1], se: [-1, 1], s: [-1, 0], w: [0, -1] }[
    angle
  ] as [number, number];
  return placeOf({ lat, lon });
};

test.each(
  rows(`
  | a | b  | opposed |
  | n | s  | yes     |
  | n | e  | yes     |
  | n | ne | no      |
  | e | ne | no      |
  | ne | se | yes    |
  | w | e  | yes     |
`),
)("approaches from %s and %s come from 90 degrees apart or more: %s", (a, b, opposed) => {
  const here = { middle: placeOf({}), [a!]: around(a!), [b!]: around(b!) };
  expect(areOpposed(here, "middle", a!, b!)).toBe(opposed === "yes");
});

test("degrees of longitude shrink towards the pole", () => {
  const far = {
    here: placeOf({ lat: 60 }),
    a: placeOf({ lat: 61, lon: 1.5 }),
    b: placeOf({ lat: 61, lon: -1.5 }),
  };
  expect(areOpposed(far, "here", "a", "b")).toBe(false);
  const near = {
    here: placeOf({}),
    a: placeOf({ lat: 1, lon: 1.5 }),
    b: placeOf({ lat: 1, lon: -1.5 }),
  };
  expect(areOpposed(near, "here", "a", "b")).toBe(true);
});

test("what is on no map has no road to anywhere, and nothing near", () => {
  expect(road(map, "ash", "moon")).toBeNull();
  expect(road(map, "moon", "ash")).toBeNull();
  expect(
    nearestPlace(
      map,
      "moon",
      () => true,
      () => true,
    ),
  ).toBeNull();
});

test("where nothing drives by day there is a road nevertheless, and it is taken last", () => {
  const mires = {
    ...map.parameters.surfaces,
    mire: { ...map.parameters.surfaces["road"]!, dayKmPerHour: 0 },
  };
  const wet = (more: readonly string[]) =>
    tinySetup({
      places,
      formations: {},
      roads: ["ash birch 10 mire", ...more],
      parameters: { ...map.parameters, surfaces: mires },
    });
  expect(road(wet([]), "ash", "birch")).toEqual(["birch"]);
  expect(road(wet(["ash cedar 60 track", "birch cedar 60 track"]), "ash", "birch")).toEqual([
    "cedar",
    "birch",
  ]);
});

test.each(
  rows(`
  | wanted         | shut          | nearest | why                                        |
  | birch cedar    | -             | birch   | of two that are equally near, by id        |
  | dogwood elm    | -             | dogwood | the nearest of them                        |
  | elm            | -             | elm     | however far                                |
  | ash            | -             | none    | the place itself is not meant              |
  | fir            | -             | none    | no road                                    |
  | dogwood        | birch         | dogwood | what is shut is gone round                 |
  | dogwood        | birch cedar   | dogwood | from behind, over the track                |
  | birch          | birch         | birch   | one may go to what is shut, and not through |
  | dogwood        | birch cedar elm | none  | every way is shut                          |
  | ash dogwood    | ash           | dogwood | where one stands is left, shut or not      |
`),
)("of %s, with %s shut, the nearest to ash is %s: %s", (wanted, shut, nearest) => {
  const found = nearestPlace(
    map,
    "ash",
    (place) => wanted!.split(" ").includes(place),
    (place) => !shut!.split(" ").includes(place),
  );
  expect(found ?? "none").toBe(nearest);
});

test.each(
  rows(`
  | starts   | shut          | joined                        |
  | ash      | -             | ash birch cedar dogwood elm   |
  | ash      | birch elm     | ash cedar dogwood             |
  | ash      | birch cedar elm | ash                         |
  | fir      | -             | fir                           |
  | elm fir  | dogwood ash   | elm fir                       |
  | -        | -             |                               |
`),
)("joined to %s, with %s shut, is %s", (starts, shut, joined) => {
  const all = starts === "-" ? [] : starts!.split(" ");
  const found = joinedTo(map, all, (place) => !shut!.split(" ").includes(place));
  expect([...found].toSorted().join(" ")).toBe(joined);
});

test.each(
  rows(`
  | from  | stops     | road              | why                                   |
  | ash   | elm       | elm               | along their own link, slow as it is   |
  | ash   | dogwood   | birch dogwood     | without a link, by the quickest road  |
  | ash   | elm ash   | elm ash           | and so on from each                   |
  | ash   | ash elm   | elm               | who is there already has nothing to go |
  | ash   | fir elm   | none              | no road to one of them                |
`),
)("4.4 an attack from %s through %s goes by %s: %s", (from, stops, path) => {
  expect(straightVia(map, from!, stops!.split(" "))?.join(" ") ?? "none").toBe(path);
});

test("places within two links are the neighbours first, then theirs, each once and not the place", () => {
  expect(placesWithinTwo(map, "birch")).toEqual(["ash", "dogwood", "cedar", "elm"]);
  expect(placesWithinTwo(map, "fir")).toEqual([]);
});

test.each(
  rows(`
  | lat | lon | apart | opposed | why                                             |
  | 0   | 0   | 0.9   | no      | a degree east is as long as one north           |
  | 0   | 0   | 1.1   | yes     | a degree east is as long as one north           |
  | 60  | 0   | 1.9   | no      | at 60 degrees it is half as long                |
  | 60  | 0   | 2.1   | yes     | at 60 degrees it is half as long                |
  | 60  | 40  | 1.9   | no      | wherever on the globe                           |
  | 60  | 40  | 2.1   | yes     | wherever on the globe                           |
  | -60 | -90 | 1.9   | no      | and in the south                                |
  | -60 | -90 | 2.1   | yes     | and in the south                                |
`),
)(
  "at %s, %s two approaches a degree north, %s degrees east and west, are opposed: %s: %s",
  (...cells) => {
    const [lat, lon, apart] = cells.slice(0, 3).map(Number) as [number, number, number];
    const ends = {
      here: placeOf({ lat, lon }),
      a: placeOf({ lat: lat + 1, lon: lon + apart }),
      b: placeOf({ lat: lat + 1, lon: lon - apart }),
    };
    expect(areOpposed(ends, "here", "a", "b")).toBe(cells[3] === "yes");
  },
);

test("of two roads that are equally quick the one whose next place has the smaller id is taken, wherever they are slow", () => {
  const uneven = tinySetup({
    places: { birch: {}, goal: {}, start: {}, zelkova: {} },
    formations: {},
    roads: [
      "birch start 10 road",
      "birch goal 50 road",
      "start zelkova 50 road",
      "goal zelkova 10 road",
    ],
  });
  expect(road(uneven, "start", "goal")).toEqual(["birch", "goal"]);
  expect(road(uneven, "goal", "start")).toEqual(["birch", "start"]);
});
