import { expect, test } from "vitest";
import type { Setup } from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { all, evenChance, startOf, the, turnOf, turnsOf } from "../support/table.ts";
import { tinySetup, trackOf } from "../support/tiny-setup.ts";

const move = { event: "kit-destroyed", place: null, side: null, contingent: null, points: -10 };
const tracks = { favour: trackOf({ moves: [move] }) };

/** A blue town with a tank in its depot, and somebody to destroy it. */
const town: Setup = tinySetup({
  places: { town: { holder: "blue", stocks: { tank: 1 } } },
  roads: [],
  formations: { engineers: { side: "blue", place: "town" } },
  tracks,
});

test("12.1 a demolition that finds nothing more moves no track", () => {
  const { log, world } = turnsOf(town, [["engineers demolish"], ["engineers demolish"]]);
  expect(log.map((events) => all(events, "track-moved").map(({ to }) => to))).toEqual([[40], []]);
  expect(world.formations["engineers"]!.task.verb).toBe("defend");
});

test("12.1 a task that destroys nothing of what lies there moves no track", () => {
  const setup = sky({}, { tracks, weather: { fog: 1 } });
  const start = startOf(setup, (copy) => {
    Object.assign(copy, known(setup));
    copy.places["camp"]!.stocks["tank"] = 6;
  });
  const played = (u: number) =>
    turnOf(
      setup,
      start,
      ["swifts destroy camp with 1"],
      evenChance(0.5, { "destroyKit/1/camp/swifts": u }),
    );
  expect(the(played(0.1).events, "kit-destroyed").kit).toEqual({});
  expect(played(0.1).world.tracks["favour"]).toBe(50);
  expect(played(0.9).world.tracks["favour"]).toBe(40);
});
