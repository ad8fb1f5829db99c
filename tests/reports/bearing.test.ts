import { describe, expect, it } from "vitest";
import { bearing, straightKm, wayWords } from "../../src/reports/situation/bearing.ts";

const PALMYRA = { lat: 34.56, lon: 38.27 };
const moved = (north: number, east: number) => ({
  lat: PALMYRA.lat + north,
  lon: PALMYRA.lon + east,
});

describe("bearings", () => {
  it.each([
    [0.1, 0, "north"],
    [0.1, 0.04, "north"],
    [0.1, 0.06, "north-east"],
    [0.1, 0.1, "north-east"],
    [0, 0.1, "east"],
    [-0.1, 0.12, "south-east"],
    [-0.1, 0, "south"],
    [-0.1, -0.12, "south-west"],
    [0, -0.1, "west"],
    [0.1, -0.12, "north-west"],
    [0.1, -0.04, "north"],
  ])("a place %d° north and %d° east lies %s", (north, east, point) => {
    expect(bearing(PALMYRA, moved(north, east))).toBe(point);
  });

  it.each([
    ["across the date line", { lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 }, "east"],
    ["from the south pole", { lat: -90, lon: 0 }, { lat: -80, lon: 0 }, "north"],
    ["in the southern half", { lat: -33.9, lon: 18.4 }, { lat: -34.9, lon: 18.4 }, "south"],
    ["at the same spot", PALMYRA, PALMYRA, "north"],
  ])("hold %s", (_, from, to, point) => {
    expect(bearing(from, to)).toBe(point);
  });
});

describe("distances", () => {
  it.each([
    ["a degree of latitude", { lat: 34, lon: 38 }, { lat: 35, lon: 38 }, 111.2],
    ["Palmyra to Homs", { lat: 34.5504, lon: 38.2691 }, { lat: 34.7324, lon: 36.7137 }, 143.7],
    ["a quarter of the Earth", { lat: 0, lon: 0 }, { lat: 90, lon: 0 }, 10_007.6],
    ["the same spot", PALMYRA, PALMYRA, 0],
  ])("of %s are as on the globe", (_, from, to, km) => {
    expect(straightKm(from, to)).toBeCloseTo(km, 1);
  });

  it("are whole kilometres in words, and less than one where they are", () => {
    expect(wayWords(PALMYRA, moved(0, 0.1))).toBe("9 km east");
    expect(wayWords(PALMYRA, moved(0.002, 0))).toBe("less than 1 km north");
  });
});
