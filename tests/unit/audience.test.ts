import { expect, test } from "vitest";
import { type Event, eventsFor, type Setup } from "../../src/engine/index.ts";
import { contingentOf, seatOf, tinySetup, trackOf, wingOf } from "../support/tiny-setup.ts";
import { firstTurn, rows } from "../support/table.ts";

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
    white: { ...seatOf("blue", []), side: null, role: "white" },
  },
  wings: { swifts: wingOf("blue") },
  tracks: {
    nerve: trackOf({ visibleTo: ["red"] }),
  },
});

const CASES = rows(`
  | event                                                              | told             |
  | {"kind":"turn-began"}                                              | blue envoy red white |
  | {"kind":"game-ended"}                                              | blue envoy red white |
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
`);

test.each(CASES)("of %s are told: %s", (event, told) => {
  const events = [JSON.parse(event!) as Event];
  expect(
    Object.keys(setup.seats)
      .filter((seat) => eventsFor(setup, events, seat).length > 0)
      .join(" "),
  ).toBe(told);
});

test("White is told everything that happened, a seat only a part", () => {
  const { events } = firstTurn(setup, ["column assault post"]);
  expect(eventsFor(setup, events, "white")).toEqual(events);
  expect(eventsFor(setup, events, "blue").length).toBeLessThan(events.length);
});

test("of an inject a seat is not told who else read it", () => {
  const told = { kind: "inject-came", inject: null, title: "Rain", text: "It rains." } as const;
  const [event] = eventsFor(setup, [{ ...told, audience: ["blue", "red"] }], "red");
  expect(event).toEqual({ ...told, audience: ["red"] });
});
