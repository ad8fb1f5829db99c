import { expect, test } from "vitest";
import { type Event, eventsFor, type Setup } from "../../src/engine/index.ts";
import { contingentOf, seatOf, tinySetup, trackOf, wingOf } from "../support/tiny-setup.ts";
import { firstTurn, rows } from "../support/table.ts";

const AIM = {
  title: "Hold",
  seats: ["red"],
  visibleTo: ["blue", "red"],
  when: { always: true },
  scored: "end",
  points: 1,
} as const;

const poolOf = (seat: string) => ({
  title: "Veterans",
  seat,
  at: "camp",
  delayHours: 12,
  release: { always: true } as const,
  price: null,
});

const setup: Setup = tinySetup({
  places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
  roads: ["camp post 10 road", "post rear 10 road"],
  formations: { column: { side: "red", place: "camp" }, guard: { side: "blue", place: "post" } },
  contingents: {
    blue: contingentOf("blue"),
    guests: contingentOf("blue"),
    red: contingentOf("red"),
  },
  seats: {
    blue: seatOf("blue"),
    envoy: seatOf("blue", ["guests"]),
    red: seatOf("red"),
    coalition: { ...seatOf("blue", []), side: null },
    press: { ...seatOf("blue", []), side: null },
    white: { ...seatOf("blue", []), side: null, role: "white" },
  },
  wings: { swifts: wingOf("blue"), hornets: wingOf("coalition", { side: null }) },
  tracks: {
    nerve: trackOf({ visibleTo: ["red"] }),
  },
  pools: { veterans: { ...poolOf("red"), formations: [] } },
  objectives: {
    known: { ...AIM, group: null },
    hidden: { ...AIM, group: "aims" },
  },
});

/** How cells of the table name casualties of the guard and the column, and of the guard alone. */
const HITS = {
  BOTH: [{ formation: "guard" }, { formation: "column" }],
  GUARD: [{ formation: "guard" }],
};

const CASES = rows(`
  | event                                                              | told             |
  | {"kind":"turn-began"}                                              | blue envoy red coalition press white |
  | {"kind":"game-ended"}                                              | blue envoy red coalition press white |
  | {"kind":"order-received","seat":"blue"}                            | blue white       |
  | {"kind":"order-refused","seat":"red"}                              | red white        |
  | {"kind":"reported","seat":"envoy"}                                 | envoy white      |
  | {"kind":"inject-came","audience":["red"]}                          | red white        |
  | {"kind":"order-began","formation":"guard"}                         | blue envoy white |
  | {"kind":"marched","formation":"column"}                            | red white        |
  | {"kind":"halted","formation":"column"}                             | red white        |
  | {"kind":"cohesion-lost","formation":"guard"}                       | blue envoy white |
  | {"kind":"formation-broke","formation":"guard"}                     | blue envoy white |
  | {"kind":"sorties-flown","wing":"swifts"}                           | blue envoy white |
  | {"kind":"battle-resolved","attacker":"red","defender":"blue"}      | blue envoy red white |
  | {"kind":"place-taken","by":"red","from":null}                      | red white        |
  | {"kind":"place-taken","by":"red","from":"blue"}                    | blue envoy red white |
  | {"kind":"front-moved","place":"post"}                              | white            |
  | {"kind":"refitted"}                                                | white            |
  | {"kind":"patron-weighed","contingent":"guests"}                    | envoy white      |
  | {"kind":"contingent-left","contingent":"guests"}                   | blue envoy white |
  | {"kind":"track-moved","track":"nerve"}                             | red white        |
  | {"kind":"sorties-flown","wing":"hornets"}                          | coalition white  |
  | {"kind":"air-struck","casualties":"GUARD"}                         | blue envoy white |
  | {"kind":"air-struck","casualties":"BOTH"}                          | blue envoy red white |
  | {"kind":"kit-destroyed","holder":"red"}                            | red white        |
  | {"kind":"kit-destroyed","holder":null}                             | white            |
  | {"kind":"rules-set","seat":"envoy"}                                | envoy white      |
  | {"kind":"civilians-harmed","seat":"coalition","holder":null}       | coalition white  |
  | {"kind":"civilians-harmed","seat":"blue","holder":"red"}           | blue red white   |
  | {"kind":"depot-stocked","side":"red"}                              | red white        |
  | {"kind":"depot-drawn","side":"blue"}                               | blue envoy white |
  | {"kind":"civilians-left","formations":["guard","column"]}          | blue envoy red white |
  | {"kind":"scouted","formations":["guard","column"]}                 | blue envoy red white |
  | {"kind":"supply-changed","side":"red"}                             | red white        |
  | {"kind":"command-changed","contingent":"red"}                      | red white        |
  | {"kind":"pool-called","pool":"veterans"}                           | red white        |
  | {"kind":"objective-scored","objective":"known"}                    | blue red white   |
  | {"kind":"objective-scored","objective":"hidden"}                   | red white        |
`);

test.each(CASES)("of %s are told: %s", (event, told) => {
  const hits = (_: string, value: unknown) => HITS[value as keyof typeof HITS] ?? value;
  const events = [JSON.parse(event!, hits) as Event];
  expect(
    Object.keys(setup.seats)
      .filter((seat) => eventsFor(setup, events, seat).length > 0)
      .join(" "),
  ).toBe(told);
});

test("White is told everything that happened, a seat only a part", () => {
  const { events } = firstTurn({ ...setup, pools: {} }, ["column assault post"]);
  expect(eventsFor(setup, events, "white")).toEqual(events);
  expect(eventsFor(setup, events, "blue").length).toBeLessThan(events.length);
});

test("2.10 that a track moved is told to those who see it, and why to White alone", () => {
  const moved = {
    kind: "track-moved",
    track: "nerve",
    from: 9,
    to: 5,
    because: "a strike",
  } as const;
  expect(eventsFor(setup, [moved], "red")).toEqual([{ ...moved, because: "" }]);
  expect(eventsFor(setup, [moved], "white")).toEqual([moved]);
});

test("of an inject a seat is not told who else read it", () => {
  const told = { kind: "inject-came", inject: null, title: "Rain", text: "It rains." } as const;
  const [event] = eventsFor(setup, [{ ...told, audience: ["blue", "red"] }], "red");
  expect(event).toEqual({ ...told, audience: ["red"] });
});
