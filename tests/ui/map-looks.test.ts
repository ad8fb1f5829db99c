import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observe, startWorld } from "../../src/engine/index.ts";
import { drawMap, type Marks } from "../../src/ui/map/draw.ts";
import { pictureOf, type Picture } from "../../src/ui/map/picture.ts";
import { ZOOMS } from "../../src/ui/map/projection.ts";
import { nextPocket, panned, pocketsOf, THEATRE } from "../../src/ui/map/zoom.ts";
import { plainOf, widthOf } from "../../src/ui/text/span.ts";
import { asciiOf, paint } from "../../src/ui/theme.ts";
import { playRandom, randomGame } from "../support/random-game.ts";
import { SHIPPED } from "../support/shipped.ts";

const view = observe(SHIPPED, startWorld(SHIPPED), "red");
const picture = pictureOf(view, SHIPPED.formations);
const NONE: Marks = { chosen: null, route: [] };
const textOf = (drawn: ReturnType<typeof drawMap>) =>
  `${drawn.map((row) => plainOf(row).trimEnd()).join("\n")}\n`;

const attack = Object.values(view.brief.links)
  .filter(({ a, b }) => view.holders[a] !== view.holders[b])
  .toSorted((one, other) => other.km - one.km)[3]!;
const MARKS: Marks = {
  chosen: null,
  route: [],
  axes: [{ road: [attack.a, attack.b], look: "hostile" }],
  sorties: { [attack.b]: 4 },
};

describe("the map of the scenario that ships", () => {
  it.each([
    [44, 20],
    [76, 36],
    [140, 56],
  ])("on %i by %i is what a person has read", async (columns, rows) => {
    const drawn = textOf(drawMap(picture, THEATRE, MARKS, columns, rows));
    await expect(drawn).toMatchFileSnapshot(`frames/theatre-${columns}x${rows}.txt`);
  });

  it("shows its first pocket, which the data alone say where to find", async () => {
    const sight = nextPocket(view, THEATRE);
    expect(sight.centre).toBe(pocketsOf(view)[0]);
    const drawn = textOf(drawMap(picture, sight, MARKS, 76, 36));
    await expect(drawn).toMatchFileSnapshot("frames/pocket-76x36.txt");
  });

  it("comes back to the whole after its last pocket", () => {
    let sight = THEATRE;
    for (const _ of pocketsOf(view)) sight = nextPocket(view, sight);
    expect(nextPocket(view, sight)).toEqual(THEATRE);
  });

  it("tells side, road and place without colour, and in ASCII", async () => {
    const drawn = drawMap(picture, THEATRE, MARKS, 76, 36);
    const ascii = drawn.map(asciiOf);
    expect(ascii.map(widthOf)).toEqual(drawn.map(widthOf));
    for (const row of ascii) expect(plainOf(row)).toMatch(/^[ -~]*$/);
    await expect(textOf(ascii)).toMatchFileSnapshot("frames/theatre-ascii-76x36.txt");
    for (const row of drawn) expect(paint(row, false)).not.toMatch(/\u001b\[[0-9;]*3\d/); // oxlint-disable-line eslint/no-control-regex
  });

  it("moves by a pan, and stays in the pane however far", () => {
    const east = panned(THEATRE, "L")!;
    expect(textOf(drawMap(picture, east, NONE, 76, 36))).not.toBe(
      textOf(drawMap(picture, THEATRE, NONE, 76, 36)),
    );
    expect(panned(THEATRE, "x")).toBeUndefined();
  });
});

describe("a map of three sides", () => {
  const sides = {
    ...SHIPPED.sides,
    amber: { name: "Amber", adjective: "amber", letter: "A", affiliation: "neutral" },
  } as const;
  const seen = { ...view, brief: { ...view.brief, sides } };
  const [ofAmber, ofNobody] = Object.keys(view.contacts);
  const knownOf = (formations: Parameters<typeof pictureOf>[1]) =>
    Object.values(pictureOf(seen, formations).places)
      .flatMap(({ groups }) => groups)
      .filter(({ reported }) => reported);

  it("draws what is reported under the letter and in the frame of its own side", () => {
    const groups = knownOf({ ...SHIPPED.formations, [ofAmber!]: { side: "amber" } });
    expect(groups.find(({ side }) => side === "amber")).toMatchObject({
      letter: "A",
      affiliation: "neutral",
    });
    expect(groups.some(({ affiliation }) => affiliation === "friend")).toBe(true);
  });

  it("marks what is of no known side as nobody's", () => {
    const { [ofNobody!]: _, ...known } = SHIPPED.formations;
    expect(knownOf(known).find(({ letter }) => letter === "?")).toMatchObject({
      affiliation: "neutral",
    });
  });
});

describe("any map", () => {
  it("fills its pane and no more, at any zoom and pan, with any names", () => {
    const nasty = fc.string({ unit: "grapheme", maxLength: 30 });
    fc.assert(
      fc.property(
        randomGame,
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...ZOOMS),
        fc.record({ east: fc.integer(), south: fc.integer() }),
        nasty,
        ({ setup, seed }, columns, rows, zoom, pan, name) => {
          const { world } = playRandom(setup, seed, 2);
          const seen = pictureOf(observe(setup, world, "blue"), setup.formations);
          const places = Object.fromEntries(
            Object.entries(seen.places).map(([id, place]) => [id, { ...place, name, label: name }]),
          );
          const centre = Object.keys(places)[0] ?? null;
          const shown: Picture = { ...seen, places };
          const drawn = drawMap(shown, { zoom, centre, pan }, NONE, columns, rows);
          for (const row of drawn) expect(widthOf(row)).toBe(columns);
          expect(drawn.length === 0 || drawn.length === rows).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
