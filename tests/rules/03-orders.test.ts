import { describe, expect, test } from "vitest";
import {
  AIR_VERBS,
  FORMATION_VERBS,
  formatOrder,
  isSeatOrder,
  observe,
  type Patron,
  parseOrder,
  type Pool,
  REFUSAL_CODES,
  SEAT_VERBS,
  type Setup,
  startWorld,
  step,
  type World,
} from "../../src/engine/index.ts";
import { checkOrder, legalOrders, type Order, siftOrders } from "../../src/engine/player.ts";
import { contingentOf, seatOf, tinySetup, wingOf } from "../support/tiny-setup.ts";
import { all, changed, firstTurn, rows, startOf, the, turnOf, turnsOf } from "../support/table.ts";

const PATRON: Patron = {
  tolerance: 0.5,
  outerLine: [],
  exits: [],
  stake: "rear",
  hosts: [],
  home: "harbour",
  hold: null,
};

const poolOf = (seat: string): Pool => ({
  title: "Levy",
  seat,
  formations: ["late"],
  at: "harbour",
  delayHours: 12,
  release: { not: { always: true } },
  price: null,
});

const setup: Setup = tinySetup({
  places: {
    camp: { holder: "red", airbase: true },
    post: { holder: "blue", airbase: true },
    rear: { holder: "blue" },
    harbour: { holder: "blue", airbase: true },
    island: { holder: "blue", civilians: 40 },
    desert: {},
    waste: { civilians: 500 },
  },
  roads: [
    "camp post 15 road",
    "post rear 15 road",
    "rear harbour 15 road",
    "rear waste 20 track",
    "waste camp 20 track",
    "waste desert 5 track",
  ],
  formations: {
    guard: { side: "blue", place: "post", kit: { svbied: 3 }, detachments: 1 },
    "guard-1": { side: "blue", men: 0, parent: "guard" },
    second: { side: "blue", place: "post", kit: { svbied: 1 }, detachments: 1 },
    "second-1": { side: "blue", place: "rear", men: 100, parent: "second" },
    scouts: { side: "blue", place: "waste", men: 200 },
    raw: { side: "blue", place: "post", men: 50, class: "militia" },
    cooks: { side: "blue", place: "island", men: 20 },
    reserve: { side: "blue", place: "rear", reserve: true },
    fort: { side: "blue", place: "rear", mobility: "static" },
    hungry: { side: "blue", place: "rear", supplyDays: 0 },
    guests: { side: "blue", seat: "ally", contingent: "allies", place: "rear" },
    leavers: { side: "blue", contingent: "leavers", place: "rear" },
    late: { side: "blue" },
    broken: { side: "blue", place: "rear" },
    gone: { side: "blue", place: "rear" },
    lost: { side: "blue", place: "rear" },
    column: { side: "red", place: "camp", men: 500 },
  },
  seats: {
    ally: seatOf("blue", ["allies", "strangers"]),
    blue: seatOf("blue", ["blue", "leavers", "envoys", "going", "missing"]),
    red: seatOf("red"),
  },
  contingents: {
    envoys: contingentOf("blue", { patron: PATRON }),
    missing: contingentOf("blue", { patron: PATRON }),
    going: contingentOf("blue", { patron: PATRON }),
    strangers: contingentOf("blue", { patron: PATRON }),
    allies: contingentOf("blue"),
    blue: contingentOf("blue"),
    leavers: contingentOf("blue"),
    red: contingentOf("red"),
  },
  wings: {
    swifts: wingOf("blue", { aircraft: 4, missions: ["support", "strike"] }),
    larks: wingOf("blue", { missions: ["interdict"] }),
    storks: wingOf("blue", { fromHour: 24 }),
    movers: wingOf("blue", { base: "harbour", missions: ["destroy", "supply"], against: ["red"] }),
    slow: wingOf("blue", { base: "harbour" }),
    guests: wingOf("ally", { side: "blue" }),
  },
  pools: { levy: poolOf("blue"), spare: poolOf("blue"), foreign: poolOf("ally") },
});

/** Blue has a report of the column in camp; some formations are past giving orders to. */
const world: World = startOf(setup, (copy) => {
  Object.assign(copy.knowledge["blue"]!.contacts["column"]!, { place: "camp", men: 480, turn: 0 });
  copy.formations["broken"]!.status = "broken";
  copy.formations["gone"]!.status = "left";
  copy.formations["lost"]!.status = "lost";
  copy.contingents["leavers"]!.status = "leaving";
  copy.contingents["going"]!.status = "leaving";
  copy.contingents["missing"]!.status = "left";
  copy.pools["levy"] = 1;
  copy.wings["slow"]!.readyTurn = 3;
  copy.rulesOfEngagement["blue"]!["desert"] = "forbidden";
});
const view = observe(setup, world, "blue");

const read = (line: string): Order => {
  const parsed = parseOrder(line);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.order;
};

const REFUSALS = rows(`
  | order                        | code             |
  | nobody move to rear          | unit.unknown     |
  | column move to post          | unit.unknown     |
  | nobody strike camp with 1    | unit.unknown     |
  | guests move to post          | unit.not-yours   |
  | late defend                  | unit.not-active  |
  | broken defend                | unit.not-active  |
  | gone defend                  | unit.not-active  |
  | lost defend                  | unit.not-active  |
  | leavers move to post         | unit.leaving     |
  | fort move to post            | unit.static      |
  | fort withdraw to post        | unit.static      |
  | fort assault camp            | unit.static      |
  | guard move to nowhere        | place.unknown    |
  | guard move to rear via nowhere | place.unknown  |
  | guard move to post           | place.here       |
  | guard delay to post          | place.here       |
  | guard move to camp           | place.enemy-held |
  | guard withdraw to camp       | place.enemy-held |
  | guard delay to camp          | place.enemy-held |
  | guard assault rear           | place.not-enemy  |
  | guard move to island         | route.none       |
  | guard assault island         | place.not-enemy  |
  | guard commit to rear         | reserve.not      |
  | reserve reserve              | reserve.already  |
  | hungry assault camp          | supply.out       |
  | larks interdict nowhere with 1 | link.unknown   |
  | swifts interdict camp-post with 1 | air.mission |
  | larks strike camp with 1     | air.mission      |
  | storks strike camp with 1    | air.not-ready    |
  | swifts strike camp with 5    | air.sorties      |
  | swifts strike post with 1    | air.no-target    |
  | swifts support nowhere with 1 | place.unknown   |
  | fort fix camp                | unit.static      |
  | guard fix rear               | place.not-enemy  |
  | guard pursue rear            | place.not-enemy  |
  | hungry fix camp              | supply.out       |
  | hungry pursue camp           | supply.out       |
  | guard assault camp with 3    | breach.none      |
  | second pursue camp with 2    | breach.none      |
  | raw assault camp with 1      | breach.none      |
  | guard reconnoitre desert     | place.far        |
  | guard reconnoitre island     | place.far        |
  | guard reconnoitre post       | place.here       |
  | guard reconnoitre nowhere    | place.unknown    |
  | scouts rotate                | rotate.alone     |
  | guard detach 400             | detach.men       |
  | second detach 100            | detach.none      |
  | raw detach 10                | detach.none      |
  | guard join nobody            | join.who         |
  | guard join column            | join.who         |
  | guard join guard             | join.who         |
  | guard join raw               | join.who         |
  | guard join second-1          | join.who         |
  | fort join guests             | join.who         |
  | fort join lost               | join.who         |
  | fort join leavers            | join.who         |
  | scouts demolish              | place.not-held   |
  | scouts evacuate              | place.not-held   |
  | guard evacuate               | evacuate.none    |
  | swifts destroy camp with 1   | air.mission      |
  | movers destroy rear with 1   | air.no-target    |
  | movers destroy desert with 1 | air.roe          |
  | swifts support desert with 1 | air.roe          |
  | swifts strike desert with 1  | air.roe          |
  | movers supply camp with 1    | place.not-held   |
  | movers supply waste with 1   | place.not-held   |
  | movers rebase to nowhere     | place.unknown    |
  | movers rebase to rear        | air.no-base      |
  | movers rebase to camp        | place.not-held   |
  | movers rebase to harbour     | place.here       |
  | slow rebase to post          | air.not-ready    |
  | nobody hold                  | unit.unknown     |
  | red release                  | unit.unknown     |
  | strangers hold               | unit.not-yours   |
  | blue hold                    | contingent.no-patron |
  | missing hold                 | contingent.left  |
  | missing release              | contingent.left  |
  | going release                | unit.leaving     |
  | nobody call                  | unit.unknown     |
  | foreign call                 | unit.unknown     |
  | levy call                    | pool.called      |
  | nowhere roe free             | place.unknown    |
`);

describe("3.1 by blue's own view", () => {
  test.each(REFUSALS)("3.1 %s is refused: %s", (line, code) => {
    expect(checkOrder(view, read(line!))?.code).toBe(code);
  });

  test.each(
    rows(`
    | order                         | why                                   |
    | guard move to rear            | own road                              |
    | guard move to waste           | nobody holds it                       |
    | guard assault camp            | the enemy's                           |
    | guard assault camp via waste  | by another way                        |
    | guard assault waste           | nobody's may be assaulted             |
    | guard defend                  | staying                               |
    | guard dig-in                  | staying                               |
    | guard delay                   | staying                               |
    | guard delay to harbour        | staying, with a way back              |
    | guard reserve                 | may become one                        |
    | reserve commit to post        | a reserve                             |
    | reserve move to post          | moves as well                         |
    | fort delay to harbour         | a static unit may say where it would go |
    | hungry move to post           | hunger forbids only assault           |
    | swifts strike camp with 4     | a reported enemy                      |
    | swifts support post with 2    | anywhere                              |
    | larks interdict camp-post with 8 | a link                             |
    | guard assault camp with 2     | as much as it has and a battle takes  |
    | second pursue camp with 1     | as much as it has                     |
    | guard fix camp via waste      | as an assault                         |
    | guard pursue waste            | nobody's may be pursued into          |
    | guard reconnoitre waste       | two roads away                        |
    | guard reconnoitre camp        | next door                             |
    | fort reconnoitre post         | it need not go there                  |
    | guard rotate                  | others stay                           |
    | guard detach 399              | one man stays                         |
    | guard join second             | of its kind at its place              |
    | guard demolish                | in its own hands                      |
    | cooks evacuate                | civilians in its own hands            |
    | movers destroy camp with 1    | believed the enemy's                  |
    | movers supply rear with 2     | its own                               |
    | movers rebase to post         | another airbase                       |
    | envoys hold                   | a patron's                            |
    | envoys release                | a patron's                            |
    | going hold                    | it has not left yet                   |
    | spare call                    | not called yet                        |
    | camp roe forbidden            | any place                             |
  `),
  )("3.1 %s is allowed: %s", (line) => {
    expect(checkOrder(view, read(line!))).toBeNull();
  });

  test("3.1 a place with a reported enemy in it is not marched into, whoever holds it", () => {
    const raided = changed(
      world,
      (copy) => void (copy.knowledge["blue"]!.contacts["column"]!.place = "harbour"),
    );
    expect(checkOrder(observe(setup, raided, "blue"), read("guard move to harbour"))?.code).toBe(
      "place.enemy-held",
    );
    expect(checkOrder(observe(setup, raided, "blue"), read("guard assault harbour"))).toBeNull();
  });

  test("3.1 no march passes through a place the seat believes is the enemy's, named on the way or not", () => {
    expect(checkOrder(view, read("guard move to waste"))).toBeNull();
    expect(checkOrder(view, read("guard move to waste via camp"))).not.toBeNull();
  });

  test.each([
    { unit: "guard", verb: "defend", to: "camp", via: [], count: 0 },
    { unit: "guard", verb: "defend", to: null, via: ["camp"], count: 0 },
    { unit: "guard", verb: "move", to: null, via: [], count: 0 },
    { unit: "guard", verb: "delay", to: "rear", via: ["waste"], count: 0 },
    { unit: "guard", verb: "join", to: "second", via: ["rear"], count: 0 },
    { unit: "guard", verb: "defend", to: null, via: [], count: 1 },
    { unit: "guard", verb: "detach", to: null, via: [], count: 0 },
    { unit: "guard", verb: "detach", to: null, via: [], count: 1.5 },
    { unit: "guard", verb: "assault", to: "camp", via: [], count: -1 },
    { unit: "movers", verb: "rebase", to: "post", sorties: 1 },
    { unit: "envoys", verb: "hold", to: "post" },
    { unit: "camp", verb: "roe", to: null },
    { unit: "camp", verb: "roe", to: "loose" },
    { unit: "swifts", verb: "support", to: "post", sorties: -3 },
    { unit: "swifts", verb: "support", to: "post", sorties: 0.5 },
  ] as const)("3.1 an order made as data that text cannot say is refused: %o", (order) => {
    expect(checkOrder(view, order)?.code).toBe("order.shape");
  });

  test("3.1 when the game is over every order is refused", () => {
    const over = observe(
      setup,
      changed(world, (copy) => void (copy.over = true)),
      "blue",
    );
    expect(checkOrder(over, read("guard defend"))?.code).toBe("game.over");
    expect(legalOrders(over)).toEqual([]);
  });

  test("3.7 who commands no aircraft has no rules of engagement to give", () => {
    const red = observe(setup, world, "red");
    expect(checkOrder(red, read("camp roe free"))?.code).toBe("roe.no-wings");
    expect(legalOrders(red).some(isSeatOrder)).toBe(false);
  });

  test("3.1 the offer holds every verb that is legal for somebody, and what a seat decides itself", () => {
    const offered = new Set(legalOrders(view).map(({ verb }) => verb));
    const verbs = [...FORMATION_VERBS, ...AIR_VERBS, ...SEAT_VERBS];
    expect(verbs.filter((verb) => !offered.has(verb))).toEqual([]);
    const lines = legalOrders(view).map(formatOrder);
    expect(lines).toContain("guard detach 200");
    expect(lines).toContain("guard assault camp with 2");
    expect(
      lines.filter((line) => line.includes(" roe ")).map((line) => line.split(" ")[0]),
    ).toEqual([...Array(3).fill("island"), ...Array(3).fill("waste")]);
  });

  test("3.1 every code of refusal is one of the list, and the list holds no other", () => {
    const elsewhere = ["order.twice", "order.shape", "game.over", "roe.no-wings"];
    const seen = new Set([...REFUSALS.map(([, code]) => code), ...elsewhere]);
    expect([...seen].toSorted()).toEqual([...REFUSAL_CODES].toSorted());
  });

  test("3.1 a refusal says why in a sentence without ids it was not given", () => {
    for (const [line] of REFUSALS)
      expect(checkOrder(view, read(line!))?.message.length).toBeGreaterThan(10);
  });
});

test("3.1 a formation takes one order a turn, whichever is first by its text", () => {
  const lines = ["guard move to rear", "guard defend"];
  for (const order of [lines, lines.toReversed()]) {
    const events = turnOf(setup, world, order).events;
    expect(formatOrder(the(events, "order-received").order)).toBe("guard defend");
    expect(the(events, "order-refused").refusal.code).toBe("order.twice");
  }
});

test("3.1 a wing flies several tasks, but no more sorties than it has", () => {
  const sifted = siftOrders(
    view,
    ["swifts support post with 2", "swifts strike camp with 2", "swifts support rear with 1"].map(
      read,
    ),
  );
  expect(
    sifted.map(({ order, refusal }) => `${formatOrder(order)}: ${refusal?.code ?? "flown"}`),
  ).toEqual([
    "swifts strike camp with 2: flown",
    "swifts support post with 2: flown",
    "swifts support rear with 1: air.sorties",
  ]);
});

test("3.1 an order the rules refuse is an event its seat alone is told, and changes nothing", () => {
  const { events, world: after } = turnOf(setup, world, ["hungry assault camp"]);
  expect(the(events, "order-refused")).toMatchObject({
    seat: "blue",
    refusal: { code: "supply.out" },
  });
  expect(after.formations["hungry"]!.task).toEqual(world.formations["hungry"]!.task);
});

test("3.1 an order for another seat's unit is refused even when the unit exists", () => {
  const orders = { red: [read("guard move to rear")] };
  const { events } = step(
    setup,
    world,
    { orders, rulings: [], injects: [] },
    { draw: () => ({ key: "", u: 0.5 }) },
  );
  expect(the(events, "order-refused")).toMatchObject({
    seat: "red",
    refusal: { code: "unit.unknown" },
  });
});

const slow = tinySetup({
  places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
  roads: ["camp post 15 road", "post rear 15 road"],
  formations: {
    guard: { side: "blue", place: "rear" },
    second: { side: "blue", place: "rear", reserve: true },
    column: { side: "red", place: "camp" },
  },
  contingents: { blue: contingentOf("blue", { commandDelayHours: 12 }), red: contingentOf("red") },
  wings: { swifts: wingOf("blue") },
});

test("3.2 an order goes down the command path for its contingent's delay", () => {
  const { log, world: after } = turnsOf(slow, [["guard move to post"], []]);
  expect(the(log[0]!, "order-received").takesEffect).toBe(2);
  expect(all(log[0]!, "order-began")).toEqual([]);
  expect(the(log[1]!, "order-began")).toMatchObject({ formation: "guard", order: { to: "post" } });
  expect(after.formations["guard"]!.place).toBe("post");
});

test("3.2 without a delay an order takes effect in the turn it is given", () => {
  const { events } = firstTurn(slow, ["column reserve"]);
  expect(the(events, "order-received").takesEffect).toBe(1);
  expect(the(events, "order-began").formation).toBe("column");
});

test("3.2 a delay that does not fill a turn takes a whole one", () => {
  const setupWith = {
    ...slow,
    contingents: { ...slow.contingents, blue: contingentOf("blue", { commandDelayHours: 13 }) },
  };
  expect(
    the(firstTurn(setupWith, ["guard move to post"]).events, "order-received").takesEffect,
  ).toBe(3);
});

test("3.2 the commitment of a reserve is at once, and so are air tasks", () => {
  const { events, world: after } = firstTurn(slow, [
    "second commit to post",
    "swifts support post with 2",
  ]);
  expect(all(events, "order-received").map((one) => one.takesEffect)).toEqual([1, 1]);
  expect(after.formations["second"]).toMatchObject({ place: "post", reserve: false });
  the(events, "sorties-flown");
});

test("3.2 an order given again while it is on its way is not delayed again", () => {
  const { log, world: after } = turnsOf(slow, [["guard move to post"], ["guard move to post"]]);
  expect(all(log[1]!, "order-received")).toEqual([]);
  expect(after.formations["guard"]!.place).toBe("post");
});

test("3.2 another order takes the place of the one on its way", () => {
  const slower = { ...slow, clock: { ...slow.clock, turnHours: 6 } };
  const { log, world: after } = turnsOf(slower, [["guard move to post"], ["guard dig-in"], [], []]);
  expect(log.flatMap((events) => all(events, "order-began"))).toMatchObject([
    { order: { verb: "dig-in" } },
  ]);
  expect(after.formations["guard"]).toMatchObject({ place: "rear", pending: null });
});

test("3.3 an order that is due begins, though another has been sent after it", () => {
  const lines = [["guard move to post"], ["guard dig-in"]];
  const { world: second } = turnsOf(slow, lines);
  expect(second.formations["guard"]).toMatchObject({ place: "post", pending: { verb: "dig-in" } });
  const { world: third } = turnsOf(slow, [...lines, []]);
  expect(third.formations["guard"]).toMatchObject({ task: { verb: "dig-in" }, pending: null });
});

test("3.3 an order that has begun is the formation's task until another comes", () => {
  const { world: after } = turnsOf(slow, [["column dig-in"], [], []]);
  expect(after.formations["column"]).toMatchObject({
    task: { verb: "dig-in", to: null, via: [], count: 0 },
    pending: null,
    pendingTurn: 0,
  });
});

test("3.3 a formation becomes a reserve by that order and no reserve by any other", () => {
  const first = firstTurn(slow, ["column reserve"]).world;
  expect(first.formations["column"]!.reserve).toBe(true);
  expect(turnOf(slow, first, ["column defend"]).world.formations["column"]!.reserve).toBe(false);
});

test("3.3 an order for a formation that has broken meanwhile does not begin", () => {
  const sent = firstTurn(slow, ["guard move to post"]).world;
  const broken = changed(sent, (copy) =>
    Object.assign(copy.formations["guard"]!, { status: "broken", rallyTurn: 6 }),
  );
  expect(all(turnOf(slow, broken, []).events, "order-began")).toEqual([]);
});

test("3.1 a legal order that the truth forbids is accepted, and fails during the turn", () => {
  const hidden = tinySetup({
    places: { camp: { holder: "red" }, post: { holder: "blue" }, rear: { holder: "blue" } },
    roads: ["camp post 15 road", "post rear 15 road"],
    formations: { guard: { side: "blue", place: "rear" }, raiders: { side: "red", place: "post" } },
  });
  const { events, world: after } = turnOf(hidden, startWorld(hidden), ["guard move to post"]);
  expect(all(events, "order-refused")).toEqual([]);
  expect(the(events, "halted")).toMatchObject({
    formation: "guard",
    before: "post",
    reason: "enemy",
  });
  expect(after.formations["guard"]!.place).toBe("rear");
});
