import fc from "fast-check";
import type { Formation, Id, Parameters, Patron, Setup } from "../../engine/index.ts";
import { contingentOf, seatOf, tinySetupWith, wingOf } from "./tiny-setup.ts";

const PLACES = ["ash", "birch", "cedar", "dogwood", "elm", "fir"];
const FORMATIONS = ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8"];
const PATRON: Patron = {
  tolerance: 0.4,
  outerLine: ["birch", "cedar"],
  exits: ["elm"],
  stake: "dogwood",
  hosts: ["blue"],
  home: "fir",
  hold: { track: "nerve", points: -4 },
};

const place = fc.record({
  terrain: fc.constantFrom("flat-desert", "rugged", "urban"),
  kind: fc.constantFrom("post", "town", "base"),
  depthKm: fc.constantFrom(1, 3, 8),
  works: fc.constantFrom("hasty" as const, "prepared" as const, "fortified" as const),
  lat: fc.integer({ min: -3, max: 3 }),
  lon: fc.integer({ min: -3, max: 3 }),
  value: fc.integer({ min: 1, max: 5 }),
  stocks: fc.constantFrom({}, { tank: 4, gun: 2 }),
  civilians: fc.constantFrom(0, 900),
  airbase: fc.boolean(),
});

const formation: fc.Arbitrary<Partial<Formation> & { readonly at: number }> = fc.record({
  at: fc.integer({ min: 0, max: 99 }),
  men: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 20, max: 1500 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) },
  ),
  class: fc.constantFrom("militia", "static", "elite", "assault"),
  cohesion: fc.integer({ min: 15, max: 90 }),
  quality: fc.constantFrom(0.75, 1, 1.3),
  supplyDays: fc.constantFrom(0.5, 2, 5),
  mobility: fc.constantFrom(
    "motorised" as const,
    "foot" as const,
    "mechanised" as const,
    "static" as const,
  ),
  hq: fc.boolean(),
  reserve: fc.boolean(),
  detachments: fc.constantFrom(0, 1, 2),
  kit: fc.constantFrom<Record<Id, number>>(
    {},
    { tank: 5 },
    { technical: 8, "aa-gun": 3 },
    { apc: 6, atgm: 2, gun: 1 },
    { svbied: 3 },
  ),
});

const war = fc.record({
  places: fc.tuple(place, place, place, place, place, place),
  ring: fc.constantFrom(
    ["ash fir 25 track"],
    ["ash dogwood 30 road", "birch elm 12 road"],
    [] as string[],
  ),
  formations: fc.array(formation, { minLength: 3, maxLength: 8 }),
  delay: fc.constantFrom(0, 12),
  guns: fc.boolean(),
});

type War = typeof war extends fc.Arbitrary<infer T> ? T : never;

/** Six places: the first two red, the others blue, with wings, guests, a landing and a pool. */
function setupOf(parameters: Parameters, { places, ring, formations, delay }: War): Setup {
  return tinySetupWith(parameters, {
    turns: 8,
    places: Object.fromEntries(
      PLACES.map((id, at) => [
        id,
        {
          ...places[at],
          holder: at < 2 ? "red" : at === 3 && places[3].value > 3 ? null : "blue",
          supplies: at === 0 ? ["red"] : at === 5 ? ["blue"] : [],
          minimumGarrison: 15,
          overlooks: at === 2 ? ["birch", "dogwood"] : [],
        },
      ]),
    ),
    roads: [
      "ash birch 15 road",
      "birch cedar 12 track",
      "cedar dogwood 10 road",
      "dogwood elm 9 road",
      "elm fir 20 highway",
      ...ring,
    ],
    formations: Object.fromEntries(
      FORMATIONS.slice(0, formations.length).map((id, at) => [
        id,
        formationAt(formations[at]!, at),
      ]),
    ),
    contingents: {
      blue: contingentOf("blue", { commandDelayHours: delay }),
      guests: contingentOf("blue", { patron: PATRON }),
      red: contingentOf("red"),
    },
    seats: {
      blue: seatOf("blue"),
      envoy: seatOf("blue", ["guests"]),
      red: seatOf("red"),
      white: { ...seatOf("blue", []), side: null, role: "white" },
    },
    wings: {
      hawks: wingOf("red", { aircraft: 3, base: "ash", alternate: "birch" }),
      swifts: wingOf("blue", { aircraft: 6, base: "elm", alternate: "fir", controllers: "guests" }),
      terns: wingOf("blue", { aircraft: 2 }),
    },
    reinforcements: {
      landing: {
        title: "Landing",
        formations: ["f3"],
        at: "fir",
        afterHours: 20,
        when: { always: true },
      },
    },
    pools: {
      veterans: {
        title: "Veterans",
        seat: "red",
        formations: ["f2"],
        at: "ash",
        delayHours: 12,
        release: { turn: { from: 2 } },
        price: { track: "nerve", points: -5 },
      },
    },
    tracks: {
      nerve: {
        title: "Nerve",
        initial: 50,
        minimum: 0,
        maximum: 100,
        visibleTo: ["red"],
        moves: [{ event: "place-taken", place: null, side: "red", contingent: null, points: 7 }],
        drift: [],
        thresholds: {},
      },
    },
    objectives: {
      "hold-dogwood": {
        title: "Hold",
        seats: ["blue"],
        visibleTo: ["blue"],
        when: { held: { place: "dogwood", by: "blue" } },
        scored: "each-turn",
        points: 1,
        group: null,
      },
      "take-dogwood": {
        title: "Take",
        seats: ["red"],
        visibleTo: ["red"],
        when: { held: { place: "dogwood", by: "red" } },
        scored: "end",
        points: 9,
        group: null,
      },
    },
    weather: { clear: 0.5, fog: 0.25, rain: 0.25 },
    surprise: [{ side: "red", factor: 1.25 }],
  });
}

/**
 * Small scenarios with the parameters given: six places, three to eight formations, patrons, wings, a
 * landing, a pool and a track. fast-check prints one in a few lines when it is a counterexample.
 */
export function smallWars(parameters: Parameters): fc.Arbitrary<Setup> {
  return war.map((drawn) => {
    const setup = setupOf(parameters, drawn);
    return Object.defineProperty(setup, fc.toStringMethod, { value: () => briefly(setup) });
  });
}

function briefly({ places, links, formations, contingents }: Setup): string {
  const lines = (record: object) => Object.entries(record).map(([id, one]) => `${id} ${one}`);
  const all = [
    `roads ${Object.keys(links).join(" ")}, blue's delay ${contingents["blue"]!.commandDelayHours} h`,
    ...lines(
      mapped(places, (at) => `${at.holder} ${at.kind} ${at.terrain} ${at.works} ${at.depthKm} km`),
    ),
    ...lines(
      mapped(
        formations,
        (one) =>
          `${one.side} ${one.place} ${one.class} ${one.mobility} ${one.men} men ${JSON.stringify(one.kit)} cohesion ${one.cohesion}`,
      ),
    ),
  ];
  return all.map((line) => `  ${line}`).join("\n");
}

function mapped<T>(
  record: Readonly<Record<Id, T>>,
  change: (value: T) => string,
): Record<Id, string> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}

/** Every third formation is red; f4 is the guests'; f3 is landed and f2 called later. */
function formationAt(
  { at, ...data }: Partial<Formation> & { readonly at: number },
  index: number,
): Partial<Formation> & { side: Id } {
  const isLater = index === 1 || index === 2;
  const side =
    index % 2 === 1 && index !== 3
      ? "red"
      : index === 0 || index === 4
        ? index === 0
          ? "red"
          : "blue"
        : "blue";
  const home = side === "red" ? ["ash", "birch"] : ["cedar", "dogwood", "elm", "fir"];
  const guest = index === 3 ? { contingent: "guests", seat: "envoy" } : {};
  return {
    ...data,
    ...guest,
    side,
    place: isLater ? null : home[at % home.length]!,
    knownTo: at % 2 === 0 ? ["red", "blue"] : [],
  };
}
