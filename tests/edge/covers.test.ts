import { describe, expect, it } from "vitest";
import { coverOf, readCovers } from "../../src/edge/covers.ts";

describe("the cover of a scenario", () => {
  it("is a few words of it, for every one that ships", () => {
    const covers = readCovers();
    expect(covers.length).toBeGreaterThanOrEqual(3);
    expect(covers.filter(({ teaches }) => teaches).map(({ id }) => id)).toEqual(["two-fords"]);
    for (const { title, seats, clock } of covers) {
      expect(title).not.toBe("");
      expect(Object.keys(seats)).toContain("white");
      expect(clock?.turnHours).toBe(12);
    }
  });

  it.each(["", "{", "[]", "null", '{"title":7,"seats":[1],"clock":{"start":1}}'])(
    "names a file that holds %j by its id",
    (text) => {
      const bare = { id: "x", title: "x", teaches: false, seats: {}, clock: null };
      expect(coverOf("x", text)).toEqual(bare);
    },
  );
});
