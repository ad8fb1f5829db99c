import { expect, test } from "vitest";
import { startWorld } from "../../src/engine/index.ts";
import { rows, the, turnOf } from "../support/table.ts";
import { contingentOf, seatOf, tinySetup } from "../support/tiny-setup.ts";

/** A pool of blue's that is set free long after the game, and costs favour when called before. */
const POOL = {
  title: "Veterans",
  seat: "blue",
  formations: ["late"],
  at: "rear",
  delayHours: 240,
  release: { turn: { from: 90 } },
  price: { track: "favour", points: -15 },
};

test.each(
  rows(`
  | called by            | early | favour | why                        |
  | an inject            | no    | 50     | White's doing is free      |
  | a threshold          | no    | 50     | and so is a track's        |
  | its seat             | yes   | 35     | who calls pays             |
  | its seat and an inject | yes | 35     | who calls pays all the same |
`),
)(
  "11.2 a pool called by %s before its time is called early: %s, favour %s: %s",
  (by, early, favour) => {
    const effects = [{ kind: "release-pool" as const, pool: "veterans" }];
    const inject = {
      title: "Mobilised",
      text: "They come.",
      audience: ["blue"],
      when: { always: true as const },
      effects,
      trainingObjective: null,
      expectedResponse: "None.",
    };
    const threshold = { title: "Enough", atLeast: 50, atMost: null, effects };
    const setup = tinySetup({
      places: { camp: { holder: "red" }, rear: { holder: "blue" }, town: { holder: "blue" } },
      roads: ["camp town 10 road", "rear town 10 road"],
      formations: {
        taker: { side: "blue", place: "town" },
        late: { side: "blue" },
        far: { side: "red", place: "camp" },
      },
      seats: { blue: seatOf("blue"), red: seatOf("red") },
      contingents: { blue: contingentOf("blue"), red: contingentOf("red") },
      pools: { veterans: POOL },
      injects: by!.includes("inject") ? { mobilised: inject } : {},
      tracks: {
        favour: {
          title: "Favour",
          initial: 50,
          minimum: 0,
          maximum: 100,
          visibleTo: [],
          moves: [],
          drift: [],
          thresholds: by!.includes("threshold") ? { enough: threshold } : {},
        },
      },
    });
    const orders = by!.includes("seat") ? ["veterans call"] : [];
    const { events, world } = turnOf(setup, startWorld(setup), orders);
    expect(the(events, "pool-called").early).toBe(early === "yes");
    expect(world.tracks["favour"]).toBe(Number(favour));
  },
);
