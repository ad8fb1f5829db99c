import { expect, test } from "vitest";
import { observe, type Patron, type Setup, type World } from "../../src/engine/index.ts";
import { formatOrder, legalOrders, type Order, parseOrder } from "../../src/engine/player.ts";
import { type CourseOfAction, followCoa } from "../../src/policies/course-of-action.ts";
import { hold } from "../../src/policies/hold.ts";
import { randomLegal } from "../../src/policies/random-legal.ts";
import { picksFrom } from "../support/random-game.ts";
import { rows, startOf } from "../support/table.ts";
import { contingentOf, seatOf, tinySetup, wingOf } from "../support/tiny-setup.ts";

const PATRON: Patron = {
  tolerance: 0.5,
  outerLine: [],
  exits: [],
  stake: "rear",
  hosts: [],
  home: "far",
  hold: null,
};

const setup: Setup = tinySetup({
  places: {
    camp: { holder: "red" },
    post: { holder: "blue" },
    rear: { holder: "blue" },
    far: { holder: "blue", airbase: true },
  },
  roads: ["camp post 10 road", "post rear 10 road", "far rear 10 road"],
  formations: {
    one: { side: "blue", place: "rear" },
    two: { side: "blue", place: "rear" },
    late: { side: "blue" },
    column: { side: "red", place: "camp" },
  },
  contingents: {
    blue: contingentOf("blue"),
    guests: contingentOf("blue", { patron: PATRON }),
    red: contingentOf("red"),
  },
  seats: { blue: seatOf("blue", ["blue", "guests"]), red: seatOf("red") },
  wings: { swifts: wingOf("blue", { aircraft: 6 }) },
  pools: {
    levy: {
      title: "Levy",
      seat: "blue",
      formations: ["late"],
      at: "far",
      delayHours: 12,
      release: { not: { always: true } },
      price: null,
    },
  },
});

const viewAt = (change: (copy: World) => void = () => {}) =>
  observe(setup, startOf(setup, change), "blue");

const order = (line: string): Order => {
  const parsed = parseOrder(line);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.order;
};

const plan = (
  ...rules: readonly (readonly [CourseOfAction["rules"][number]["when"], ...string[]])[]
) =>
  followCoa({
    id: "plan",
    seat: "blue",
    title: "A plan",
    intent: "",
    rules: rules.map(([when, ...lines]) => ({ when, orders: lines.map(order) })),
  });

const given = (policy: ReturnType<typeof plan>, change?: (copy: World) => void) =>
  policy(viewAt(change)).map(formatOrder);

const ALWAYS = { always: true } as const;
const NEVER = { not: ALWAYS } as const;

test("hold gives no orders", () => {
  expect(hold(viewAt())).toEqual([]);
});

test("a course of action gives the orders of a rule whose condition holds, and of no other", () => {
  expect(given(plan([NEVER, "one move to post"], [ALWAYS, "two move to far"]))).toEqual([
    "two move to far",
  ]);
});

test("each formation takes the first order that is legal for it", () => {
  expect(
    given(
      plan(
        [ALWAYS, "one move to camp"],
        [ALWAYS, "one move to post", "two move to post"],
        [ALWAYS, "two move to far"],
      ),
    ),
  ).toEqual(["one move to post", "two move to post"]);
});

test("an order that is under way is not sent again, and later rules do not undo it", () => {
  const policy = plan([ALWAYS, "one move to post"], [ALWAYS, "one move to far"]);
  expect(
    given(
      policy,
      (copy) =>
        void (copy.formations["one"]!.task = { verb: "move", to: "post", via: [], count: 0 }),
    ),
  ).toEqual([]);
  const pending = { unit: "one", verb: "move" as const, to: "post", via: [], count: 0 };
  expect(
    given(policy, (copy) => Object.assign(copy.formations["one"]!, { pending, pendingTurn: 2 })),
  ).toEqual([]);
});

test("an order that is under way and has been overtaken by another is sent again", () => {
  const policy = plan([ALWAYS, "one move to post"]);
  const pending = { unit: "one", verb: "defend" as const, to: null, via: [], count: 0 };
  expect(
    given(policy, (copy) =>
      Object.assign(copy.formations["one"]!, {
        task: { verb: "move", to: "post", via: [], count: 0 },
        pending,
        pendingTurn: 2,
      }),
    ),
  ).toEqual(["one move to post"]);
});

test("a formation that cannot take orders is passed over", () => {
  expect(
    given(
      plan([ALWAYS, "one move to post"]),
      (copy) => void (copy.formations["one"]!.status = "broken"),
    ),
  ).toEqual([]);
});

test.each(
  rows(`
  | asked                                              | flown                                              |
  | swifts support post with 2                         | swifts support post with 2                         |
  | swifts support post with 9                         | swifts support post with 6                         |
  | swifts support post with 4, swifts support rear with 4 | swifts support post with 4, swifts support rear with 2 |
  | swifts support post with 6, swifts support rear with 1 | swifts support post with 6                     |
  | swifts strike camp with 3, swifts support rear with 1  | swifts support rear with 1                     |
`),
)("of the air tasks %s are flown: %s", (asked, flown) => {
  expect(given(plan([ALWAYS, ...asked!.split(", ")])).join(", ")).toBe(flown);
});

test("who changes its base does nothing else in the turn, whichever rule comes first", () => {
  const home = { base: "rear" } as const;
  const based = (copy: World) => void Object.assign(copy.wings["swifts"]!, home);
  expect(
    given(plan([ALWAYS, "swifts rebase to far", "swifts support post with 2"]), based),
  ).toEqual(["swifts rebase to far"]);
  expect(
    given(plan([ALWAYS, "swifts support post with 2", "swifts rebase to far"]), based),
  ).toEqual(["swifts support post with 2"]);
  expect(
    given(plan([ALWAYS, "swifts rebase to rear", "swifts support post with 2"]), based),
  ).toEqual(["swifts support post with 2"]);
});

test("of each contingent, pool and place a seat decides the first that is legal, and only what is news", () => {
  const policy = plan(
    [ALWAYS, "guests release", "guests hold", "levy call"],
    [ALWAYS, "post roe restricted", "post roe free", "rear roe free"],
  );
  expect(given(policy)).toEqual(["guests release", "levy call", "post roe restricted"]);
  expect(
    given(policy, (copy) => {
      copy.contingents["guests"]!.status = "leaving";
      copy.pools["levy"] = 1;
      copy.rulesOfEngagement["blue"]!["post"] = "restricted";
    }),
  ).toEqual(["guests hold"]);
});

test("6.10 its air tasks are those that the rules of engagement it sets allow", () => {
  const forbidden = (copy: World) => void (copy.rulesOfEngagement["blue"]!["post"] = "forbidden");
  const task = "swifts support post with 2";
  expect(given(plan([ALWAYS, task]), forbidden)).toEqual([]);
  expect(given(plan([ALWAYS, task, "post roe free"]), forbidden)).toEqual([task, "post roe free"]);
  expect(given(plan([ALWAYS, task, "post roe forbidden"]))).toEqual(["post roe forbidden"]);
});

test("a course of action keeps no memory: the same view gives the same orders", () => {
  const policy = plan([ALWAYS, "one move to post"]);
  expect(given(policy)).toEqual(given(policy));
});

test("a random legal player gives only orders of the offer, at most one a formation", () => {
  const offer = new Set(legalOrders(viewAt()).map(formatOrder));
  for (let seed = 1; seed <= 40; seed++) {
    const orders = randomLegal(picksFrom(seed))(viewAt());
    for (const one of orders) expect(offer).toContain(formatOrder(one));
    const formations = orders.filter((one) => "via" in one).map((one) => one.unit);
    expect(new Set(formations).size).toBe(formations.length);
  }
});

test("a random legal player gives every order of the offer sooner or later", () => {
  const offer = legalOrders(viewAt()).map(formatOrder);
  const given = new Set(
    Array.from({ length: 600 }, (_, at) =>
      randomLegal(picksFrom(at * 7919 + 1))(viewAt()).map(formatOrder),
    ).flat(),
  );
  expect(offer.filter((line) => !given.has(line))).toEqual([]);
});
