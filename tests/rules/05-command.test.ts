import { expect, test } from "vitest";
import type { Formation, Id, Setup, World } from "../../src/engine/index.ts";
import { factor, field } from "../support/one-battle.ts";
import { rows, startOf, steadyChance, the, turnOf } from "../support/table.ts";
import { contingentOf, ERC, seatOf, tinySetup } from "../support/tiny-setup.ts";

/** The column's assault in turn 3 of a world in which a contingent's command changed for some turn. */
const fought = (contingent: Id, commandTurn: number) => {
  const setup = field({ post: { depthKm: 40 } });
  const start = startOf(setup, (copy) => {
    copy.turn = 2;
    copy.contingents[contingent]!.commandTurn = commandTurn;
  });
  const { events } = turnOf(setup, start, ["column assault post"], steadyChance());
  return the(events, "battle-resolved");
};

test.each(
  rows(`
  | contingent | turn | factor   | why                                |
  | red        | 3    | 0.9      | a new commander in this turn       |
  | blue       | 3    | 1.111111 | the defender's                     |
  | red        | 2    | 1        | one turn, and no longer            |
  | red        | 4    | 1        | not before it                      |
  | red        | 0    | 1        | never                              |
`),
)(
  "5.4.16 with the command of %s changed for turn %s the factor is %s: %s",
  (who, turn, expected) => {
    const battle = fought(who!, Number(turn));
    expect(factor(battle, "command")).toBeCloseTo(Number(expected), 6);
    expect(battle.factors.find(({ id }) => id === "command")!.rule).toBe("5.4.16");
  },
);

test("5.4.16 it holds for the formations of that contingent alone", () => {
  const red = { side: "red", place: "camp", knownTo: ["blue"] };
  const setup = tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue" } },
    roads: ["camp post 10 road"],
    contingents: {
      blue: contingentOf("blue"),
      guests: contingentOf("red"),
      red: contingentOf("red"),
    },
    seats: { blue: seatOf("blue"), red: seatOf("red", ["guests", "red"]) },
    formations: {
      guard: { side: "blue", place: "post" },
      one: { ...red, men: 300 },
      two: { ...red, men: 100, contingent: "guests" },
    },
  });
  const start = startOf(setup, (copy) => void (copy.contingents["guests"]!.commandTurn = 1));
  const { events } = turnOf(setup, start, ["one assault post", "two assault post"]);
  const battle = the(events, "battle-resolved");
  expect(battle.attackers.map((one) => one.commandFactor)).toEqual([1, ERC.command.changed]);
  expect(factor(battle, "command")).toBeCloseTo((300 + 90) / 400, 12);
});

/** Blue with a command post at the rear, its own or its seat's, and a guard that is given an order. */
const staffed = (staff: Readonly<Record<Id, Id>>): Setup =>
  tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
    roads: ["camp post 10 road", "post rear 10 road"],
    contingents: {
      blue: contingentOf("blue"),
      guests: contingentOf("blue"),
      red: contingentOf("red"),
    },
    seats: { blue: seatOf("blue", ["blue", "guests"]), red: seatOf("red") },
    formations: {
      guard: { side: "blue", place: "post" },
      ...Object.fromEntries(
        Object.entries(staff).map(([id, contingent]) => [
          id,
          { side: "blue", place: "rear", hq: true, contingent },
        ]),
      ),
    },
  });

const takesEffect = (setup: Setup, change: (copy: World) => void) => {
  const { events } = turnOf(setup, startOf(setup, change), ["guard move to rear"]);
  return the(events, "order-received").takesEffect;
};

test.each(
  rows(`
  | headquarters              | state                    | turn | why                               |
  | staff blue                | staff standing           | 1    | it stands                         |
  | staff blue                | staff marched            | 2    | it was on the march               |
  | staff blue                | staff broken             | 2    | it is broken                      |
  | staff blue                | staff lost               | 2    | it is lost                        |
  | staff blue                | staff expected           | 1    | it has not come on to the map     |
  | staff blue second blue    | staff lost               | 1    | another stands                    |
  | staff blue second blue    | staff lost second broken | 2    | none stands                       |
  | staff guests              | staff lost               | 2    | it has none but its seat's        |
  | staff guests second blue  | staff lost               | 1    | its own stands                    |
  | staff guests second blue  | second lost              | 2    | another's is none of its own      |
  | none                      | none                     | 1    | no headquarters to lose           |
`),
)("3.2 with %s, %s, an order takes effect in turn %s: %s", (headquarters, state, expected) => {
  const pairs = (text: string) =>
    text === "none" ? [] : (text.match(/\S+ \S+/g) ?? []).map((pair) => pair.split(" "));
  const setup = staffed(Object.fromEntries(pairs(headquarters!)) as Record<Id, Id>);
  const told = takesEffect(setup, (copy) => {
    for (const [id, is] of pairs(state!)) {
      const staff = copy.formations[id!]!;
      if (is === "marched") staff.marched = true;
      else if (is !== "standing") staff.status = is as "lost";
    }
  });
  expect(told).toBe(Number(expected));
});

test("3.2 without a headquarters of its own or its seat's it has none to lose", () => {
  const setup = (staff: Partial<Formation>) =>
    tinySetup({
      places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
      roads: ["camp post 10 road", "post rear 10 road"],
      contingents: {
        blue: contingentOf("blue"),
        guests: contingentOf("blue"),
        red: contingentOf("red"),
      },
      seats: { blue: seatOf("blue"), envoy: seatOf("blue", ["guests"]), red: seatOf("red") },
      formations: {
        guard: { side: "blue", place: "post" },
        staff: { side: "blue", place: "rear", hq: true, seat: "blue", ...staff },
      },
    });
  const lost = (copy: World) => void (copy.formations["staff"]!.status = "lost");
  expect(takesEffect(setup({}), lost), "its own").toBe(2);
  const others = { contingent: "guests", seat: "envoy" };
  expect(takesEffect(setup(others), lost), "of another seat").toBe(1);
});
