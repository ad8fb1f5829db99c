import { describe, expect, it } from "vitest";
import { drawMap } from "../../src/ui/map/draw.ts";
import type { Group, Picture, PicturePlace } from "../../src/ui/map/picture.ts";
import { plainOf } from "../../src/ui/text/span.ts";

const group: Group = {
  side: "loam",
  letter: "L",
  affiliation: "friend",
  count: 1,
  men: 300,
  reported: false,
  branches: "I",
  old: false,
};

function place(id: string, lon: number, lat: number, groups: readonly Group[]): PicturePlace {
  const label = id.slice(0, 3).toUpperCase();
  const shown = {
    letter: "L",
    holderTone: "friend",
    contested: false,
    ground: "open",
    unseen: false,
    groups,
  } as const;
  return { id, name: id, label, kind: "town", lat, lon, value: 1, sectorOf: null, ...shown };
}

function pictureOf(places: readonly PicturePlace[]): Picture {
  const [first] = places;
  const links = places
    .slice(1)
    .map(({ id }) => ({ a: first?.id ?? "", b: id, km: 9, paved: true }));
  return {
    places: Object.fromEntries(places.map((one) => [one.id, one])),
    links,
    night: false,
    fronts: [],
  };
}

/** A crowd of places in the middle, and two far away from it and each other. */
const CROWD = pictureOf([
  place("alder", 38, 34, [group]),
  place("birch", 38.03, 34, [group]),
  place("cedar", 38.5, 34.02, [group]),
  place("dogwood", 40, 33.4, [group]),
  place("elder", 37.1, 34.7, [group]),
]);

function rowsOf(chosen: string | null, zoom = 1): string[] {
  const sight = { zoom, centre: zoom === 1 ? null : "alder" };
  return drawMap(CROWD, sight, { chosen, route: [] }, 44, 19).map(plainOf);
}

describe("the map", () => {
  it.each([1, 2.5, 6])("is laid out without the cursor, at %d times", (zoom) => {
    const unmarked = rowsOf(null, zoom);
    for (const id of ["alder", "dogwood", "elder"]) expect(rowsOf(id, zoom)).toEqual(unmarked);
  });

  it("marks a chosen place that has no sign on its own cell, and changes no other", () => {
    const [marked, unmarked] = [rowsOf("cedar").join(""), rowsOf(null).join("")];
    const changed = Array.from(marked).filter((character, at) => character !== unmarked[at]);
    expect(changed).toEqual(["■"]);
  });

  it("counts the formations of neighbouring cells together, and no others", () => {
    const rows = rowsOf(null);
    expect(rows.join("\n")).toMatch(/\[L2 I▄600\]|\[L2 600\]/);
    expect(rows.join("\n").match(/\[L1 I▃300\]/g)).toHaveLength(3);
  });

  it("draws a counter in the row of its place or next to it", () => {
    const rows = rowsOf(null);
    const at = (text: string) => rows.findIndex((row) => row.includes(text));
    for (const label of ["DOG", "ELD"]) {
      const row = at(label);
      expect(rows.slice(row - 1, row + 2).join("\n")).toContain("300]");
    }
  });
});
