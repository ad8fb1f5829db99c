import { describe, expect, test } from "vitest";
import { imaginedSetup } from "../../src/engine/imagined/imagined-setup.ts";
import type { View } from "../../src/engine/player.ts";
import { viewOf, war } from "../support/imagined-war.ts";

const imagined = imaginedSetup(viewOf());
const placeOf = (id: string, change: Partial<View>) => imaginedSetup(viewOf(change)).places[id]!;

describe("a place that a seat imagines", () => {
  test.each([
    ["blue", ["blue"]],
    ["red", ["red"]],
    [null, []],
  ])("held by %s by what it believes: supplied for %j", (holder, supplies) => {
    expect(placeOf("bridge", { holders: { bridge: holder } })).toMatchObject({ holder, supplies });
  });

  test("of whose holder it believes nothing, is nobody's and feeds nobody", () => {
    expect(placeOf("camp", { holders: {} })).toMatchObject({ holder: null, supplies: [] });
  });

  test.each([
    ["post", 70, 40],
    ["camp", 0, 30],
    ["bridge", 0, 0],
  ])(
    "%s has %i man-days in its depot, for what the seat was told, and %i civilians, else those of the start",
    (id, depotManDays, civilians) => {
      expect(imagined.places[id]).toMatchObject({ depotManDays, civilians });
    },
  );

  test("has the people who are still there, though none", () => {
    expect(placeOf("post", { civilians: { post: 12 } }).civilians).toBe(12);
    expect(placeOf("post", { civilians: { post: 0 } }).civilians).toBe(0);
  });

  test("has the rules of engagement of the seat's aircraft, and leaves a seat without any free", () => {
    expect(imagined.places["post"]!.rulesOfEngagement).toBe("restricted");
    expect(imagined.places["camp"]!.rulesOfEngagement).toBe("forbidden");
    expect(placeOf("post", { rulesOfEngagement: {} }).rulesOfEngagement).toBe("free");
  });

  test("is hastily dug in and without stocks, for nobody was told of either", () => {
    expect(imagined.places["post"]).toMatchObject({ works: "hasty", stocks: {} });
  });
});

describe("wings, pools and tracks that a seat imagines", () => {
  test.each([
    ["alone", null],
    ["foreign", null],
    ["guided", "allies"],
  ])("the wing %s needs the controllers %s: those of its side, or none", (wing, controllers) => {
    expect(imagined.wings[wing]).toEqual({ ...war().wings[wing], controllers });
  });

  test.each([
    ["free", null],
    ["dear", null],
    ["priced", { track: "favour", points: 3 }],
  ])("the pool %s costs %j: a price on a track unseen is left out", (pool, price) => {
    expect(imagined.pools[pool]).toEqual({
      ...war().pools[pool],
      seat: "blue",
      release: { any: [] },
      price,
    });
  });

  test("a track stands where it was last seen, and nothing moves it or follows from it", () => {
    const { tracks } = imaginedSetup(viewOf({ tracks: { favour: 25 } }));
    expect(tracks).toEqual({
      favour: {
        title: "Favour",
        initial: 25,
        minimum: 10,
        maximum: 90,
        visibleTo: ["blue"],
        moves: [],
        drift: [],
        thresholds: {},
      },
    });
  });

  test("a track that was not reported stands at its minimum", () => {
    expect(imaginedSetup(viewOf({ tracks: {} })).tracks["favour"]!.initial).toBe(10);
  });
});
