import { expect, test } from "vitest";
import type { Setup } from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { all, evenChance, rows, startOf, the, turnOf, turnsOf } from "../support/table.ts";
import { seatOf, tinySetup, trackOf } from "../support/tiny-setup.ts";

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

test.each(
  rows(`
  | move                    | holder | to | why                                |
  | {"side":"red"}          | red    | 40 | the side is who holds the place    |
  | {"side":"blue"}         | red    | 50 | and not who flew                   |
  | {"place":"camp"}        | red    | 40 | the place is where it lay          |
  | {"place":"post"}        | red    | 50 | and not where the wing's men are   |
  | {"side":"red"}          | -      | 50 | what nobody holds is of no side    |
  | {}                      | -      | 40 | and counts where no side is asked  |
`),
)("12.1 kit destroyed in camp moves a track by %s, held by %s, to %s: %s", (text, holder, to) => {
  const only = { ...move, ...(JSON.parse(text!) as object) };
  const setup = sky({}, { tracks: { favour: trackOf({ moves: [only] }) } });
  const start = known(setup, (copy) => {
    copy.places["camp"]!.holder = holder === "-" ? null : holder!;
    copy.places["camp"]!.stocks["tank"] = 6;
  });
  const { world } = turnOf(setup, start, ["swifts destroy camp with 8"], evenChance(0.9));
  expect(world.tracks["favour"]).toBe(Number(to));
});

test.each(
  rows(`
  | flown by             | side | to | why                                   |
  | blue                 | blue | 45.2 | the side is of the seat that flew     |
  | blue                 | red  | 50 | and not of those who live there       |
  | a seat of no side    | blue | 50 | what nobody's aircraft do is no side's |
  | a seat of no side    | -    | 45.2 | and counts where no side is asked     |
`),
)("12.1 harm done by %s moves a track of %s to %s: %s", (by, side, to) => {
  const only = {
    ...move,
    event: "civilians-harmed",
    side: side === "-" ? null : side!,
    points: -1,
  };
  const coalition = {
    name: "Coalition",
    side: null,
    role: "command" as const,
    contingents: [],
    brief: "Help.",
  };
  const isNobodys = by !== "blue";
  const setup = sky(isNobodys ? { side: null, seat: "coalition", contingent: null } : {}, {
    places: {
      camp: { holder: "red", civilians: 5000 },
      post: { holder: "blue" },
      base: { holder: "blue" },
      rear: { holder: "blue" },
    },
    seats: { blue: seatOf("blue"), coalition, red: seatOf("red") },
    tracks: { favour: trackOf({ moves: [only] }) },
  });
  // Eight sorties at six tenths of exposure, over a place that is full.
  const start = known(setup, (copy) => {
    const contact = copy.knowledge["coalition"]!.contacts["column"]!;
    Object.assign(contact, { place: "camp", men: 400 });
  });
  const { events, world } = turnOf(setup, start, ["swifts strike camp with 8"]);
  expect(the(events, "civilians-harmed").harm).toBe(4.8);
  expect(world.tracks["favour"]).toBeCloseTo(Number(to), 9);
});
