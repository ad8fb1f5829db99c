import { observe, type Setup, startWorld, type View, type World } from "../../src/engine/index.ts";
import { contingentOf, seatOf, tinySetup, type TinyParts, trackOf, wingOf } from "./tiny-setup.ts";

/** What an outside patron of red keeps to itself. */
const PATRON = {
  tolerance: 0.5,
  outerLine: [],
  exits: [],
  stake: "camp",
  hosts: [],
  home: "camp",
  hold: null,
};

/** A war with one of everything: blue and its ally know of one red column, of a second they do not. */
export function war(change: Partial<TinyParts> = {}): Setup {
  return tinySetup({
    turns: 6,
    hiddenTurns: 2,
    places: {
      bridge: {},
      camp: { holder: "red", civilians: 30, depotManDays: 500, rulesOfEngagement: "forbidden" },
      post: {
        holder: "blue",
        civilians: 40,
        depotManDays: 70,
        rulesOfEngagement: "restricted",
        works: "fortified",
        stocks: { svbied: 3 },
      },
    },
    roads: ["bridge camp 10 road", "bridge post 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 417, knownTo: ["blue", "ally"] },
      guard: { side: "blue", place: "post", knownTo: ["red"] },
      hidden: { side: "red", place: "camp" },
      later: { side: "blue" },
      second: { side: "blue", place: "post", seat: "ally", contingent: "allies" },
      third: { side: "blue", place: "post", seat: "ally", contingent: "aiders" },
    },
    seats: {
      ally: seatOf("blue", ["aiders", "allies"]),
      blue: seatOf("blue", ["blue", "volunteers"]),
      red: seatOf("red"),
    },
    contingents: {
      aiders: contingentOf("blue", { patron: PATRON }),
      allies: contingentOf("blue", { name: "The allies", commandDelayHours: 24 }),
      blue: contingentOf("blue"),
      red: contingentOf("red", { commandDelayHours: 12 }),
      volunteers: contingentOf("blue"),
    },
    wings: {
      alone: wingOf("blue"),
      foreign: wingOf("blue", { controllers: "red" }),
      guided: wingOf("flyers", { side: "blue", controllers: "allies" }),
    },
    pools: {
      dear: poolOf("hatred"),
      free: poolOf(null),
      priced: poolOf("favour"),
    },
    objectives: {
      hold: {
        title: "Hold",
        seats: ["blue"],
        visibleTo: ["blue"],
        when: { any: [] },
        scored: "end",
        points: 5,
        group: null,
      },
    },
    tracks: {
      favour: trackOf({ title: "Favour", initial: 60, minimum: 10, maximum: 90 }),
      hatred: trackOf({ visibleTo: ["red"] }),
    },
    surprise: [{ side: "blue", factor: 1.5 }],
    ...change,
  });
}

function poolOf(track: string | null): Setup["pools"][string] {
  return {
    title: "A pool",
    seat: "blue",
    formations: ["later"],
    at: "post",
    delayHours: 24,
    release: { all: [{ any: [] }] },
    price: track === null ? null : { track, points: 3 },
  };
}

/** What a seat knows at the start of that war; parts of the view may be given. */
export function viewOf(
  change: Partial<View> = {},
  setup: Setup = war(),
  seat = "blue",
  world: World = startWorld(setup),
): View {
  return { ...observe(setup, world, seat), ...change };
}
