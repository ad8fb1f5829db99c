import { expect, test } from "vitest";
import { layoutOf } from "../../src/reports/map/layout.ts";

const roads = (...ends: readonly (readonly [string, string])[]) =>
  Object.fromEntries(ends.map(([a, b], at) => [`road-${at}`, { a, b, km: 10 }]));

test.each([
  ["two places on one meridian", { a: { lat: 34, lon: 38 }, b: { lat: 35, lon: 38 } }],
  ["two places on one parallel", { a: { lat: 34, lon: 38 }, b: { lat: 34, lon: 39 } }],
  ["two places on one spot", { a: { lat: 34, lon: 38 }, b: { lat: 34, lon: 38 } }],
])("%s lie apart within the drawing", (_, places) => {
  const { at, width, height } = layoutOf({ places, links: roads(["a", "b"]) });
  const [a, b] = [at["a"]!, at["b"]!];
  expect(Number.isInteger(height)).toBe(true);
  for (const { x, y } of [a, b]) {
    expect(x > 0 && x < width).toBe(true);
    expect(y > 0 && y < height).toBe(true);
  }
  expect(Math.abs(a.x - b.x) + Math.abs(a.y - b.y)).toBeGreaterThan(50);
});

test("north lies above south", () => {
  const places = { a: { lat: 34, lon: 38 }, b: { lat: 35, lon: 38 } };
  const { at } = layoutOf({ places, links: roads(["a", "b"]) });
  expect(at["b"]!.y).toBeLessThan(at["a"]!.y);
});
