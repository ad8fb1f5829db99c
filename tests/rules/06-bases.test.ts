import { expect, test } from "vitest";
import {
  type Formation,
  type Id,
  type Setup,
  startWorld,
  type Wing,
  type World,
} from "../../src/engine/index.ts";
import { sky } from "../support/sky.ts";
import { all, rows, startOf, the, turnOf } from "../support/table.ts";
import { wingOf } from "../support/tiny-setup.ts";

const LINE = "swifts support rear with 4";

/** What the base makes of a sortie that the swifts fly. */
const baseFactor = (setup: Setup, start: World = startWorld(setup)): number =>
  the(turnOf(setup, start, [LINE]).events, "sorties-flown").factors.find(({ id }) => id === "base")!
    .value;

type Troops = Readonly<Record<Id, Partial<Formation> & Pick<Formation, "side">>>;

/** The swifts at their base with a garrison of 400, and whoever else is near. */
const based = (others: Troops = {}, wing: Partial<Wing> = {}, roads?: readonly string[]): Setup =>
  sky(
    { base: "base", ...wing },
    {
      formations: { ground: { side: "blue", place: "base", men: 400 }, ...others },
      ...(roads === undefined ? {} : { roads }),
    },
  );

const NEAR = ["camp base 20 road", "base post 10 road", "base rear 11 road"];

test.each(
  rows(`
  | post | rear | factor | why                                          |
  | 150  | 0    | 0.5    | ten kilometres are near enough               |
  | 149  | 0    | 1      | a man too few                                |
  | 149  | 900  | 1      | eleven kilometres are too far                |
`),
)(
  "6.1 with %s enemies ten km and %s eleven km from its base a sortie is worth %s: %s",
  (...cells) => {
    const [post, rear, factor] = cells as [string, string, string];
    const reds = {
      near: { side: "red", place: "post", men: Number(post) },
      far: { side: "red", place: rear === "0" ? null : "rear", men: Number(rear) },
    };
    expect(baseFactor(based(reds, {}, NEAR))).toBe(Number(factor));
  },
);

test("6.1 enemy men at all neighbours within reach are counted together", () => {
  const both = (rearKm: number) =>
    baseFactor(
      based(
        {
          one: { side: "red", place: "post", men: 75 },
          two: { side: "red", place: "rear", men: 75 },
        },
        {},
        ["camp base 20 road", "base post 8 road", `base rear ${rearKm} road`],
      ),
    );
  expect([both(9), both(11)]).toEqual([0.5, 1]);
});

test.each(
  rows(`
  | kit     | of   | place | factor | why                                        |
  | gun 1   | red  | post  | 0.5    | one gun is enough, however few its crew    |
  | mlrs 1  | red  | post  | 0.5    | and so is one launcher                     |
  | gun 1   | red  | rear  | 1      | it does not reach forty kilometres         |
  | tank 9  | red  | post  | 1      | a tank fires at what it sees               |
  | mortar 9 | red | post  | 1      | a mortar does not reach so far             |
  | gun 9   | blue | post  | 1      | one's own guns do no harm                  |
`),
)("6.1 with %s of %s at %s a sortie from the base is worth %s: %s", (...cells) => {
  const [kit, side, place, factor] = cells as [string, string, string, string];
  const [kind, pieces] = kit.split(" ") as [string, string];
  const battery = { side, place, men: 20, kit: { [kind]: Number(pieces) } };
  expect(baseFactor(based({ battery }))).toBe(Number(factor));
});

test.each(
  rows(`
  | assaulted | runway | factor | why                                       |
  | 3         | needs  | 0      | the runway is fought over                 |
  | 3         | no     | 0.5    | helicopters fly on                        |
  | 2         | needs  | 1      | it was quiet in the turn before           |
  | 0         | needs  | 1      | it never was assaulted                    |
`),
)(
  "6.1 in turn 4, its base last assaulted in turn %s, a wing that %s it, flies at %s: %s",
  (...cells) => {
    const [assaulted, runway, factor] = cells as [string, string, string];
    const setup = based({}, { needsRunway: runway === "needs" });
    const start = startOf(setup, (copy) => {
      copy.turn = 3;
      copy.places["base"]!.assaultedTurn = Number(assaulted);
    });
    expect(baseFactor(setup, start)).toBe(Number(factor));
  },
);

test("6.1 in the first turn no base was assaulted before", () => {
  expect(baseFactor(based())).toBe(1);
});

test.each(
  rows(`
  | at the start | now   | factor | why                                            |
  | 400          | 9     | 0.5    | ten are its minimum garrison                   |
  | 400          | 10    | 1      | ten are enough                                 |
  | 10           | 9     | 0.5    | it was held well at the start                  |
  | 9            | 9     | 1      | a base that never had a garrison is not in play |
`),
)("6.1 with a garrison of %s men at the start and %s now a sortie is worth %s: %s", (...cells) => {
  const [before, now, factor] = cells as [string, string, string];
  const setup = based({ ground: { side: "blue", place: "base", men: Number(before) } });
  const start = startOf(setup, (copy) => void (copy.formations["ground"]!.men = Number(now)));
  expect(baseFactor(setup, start)).toBe(Number(factor));
});

test("6.1 a garrison of several formations is counted together, at the start and now", () => {
  const halves = {
    ground: { side: "blue", place: "base", men: 6 },
    guard: { side: "blue", place: "base", men: 6 },
  };
  const start = (first: number, second: number) =>
    startOf(based(halves), (copy) => {
      copy.formations["ground"]!.men = first;
      copy.formations["guard"]!.men = second;
    });
  expect(baseFactor(based(halves), start(5, 5))).toBe(1);
  expect(baseFactor(based(halves), start(5, 4))).toBe(0.5);
});

test("6.1 who came to the base from elsewhere garrisons it now, and did not at the start", () => {
  const setup = based({
    ground: { side: "blue", place: "base", men: 400 },
    guard: { side: "blue", place: "post", men: 400 },
  });
  const moved = (ground: Id, guard: Id) =>
    startOf(setup, (copy) => {
      copy.formations["ground"]!.place = ground;
      copy.formations["guard"]!.place = guard;
    });
  expect(baseFactor(setup, moved("post", "base"))).toBe(1);
  expect(baseFactor(setup, moved("post", "rear"))).toBe(0.5);
  const bare = based({ ground: { side: "blue", place: "post", men: 400 } });
  expect(baseFactor(bare)).toBe(1);
});

test("6.1 men of another side garrison nothing, neither at the start nor now", () => {
  const reds = { ground: { side: "red", place: "base", men: 400 } };
  const setup = based(reds);
  expect(baseFactor(setup, startOf(setup))).toBe(1);
  const mixed = based({ guest: { side: "red", place: "base", men: 90 } });
  const start = startOf(mixed, (copy) => void (copy.formations["ground"]!.men = 9));
  expect(baseFactor(mixed, start)).toBe(0.5);
});

test("6.1 a wing of no side flies as from a secure base, whoever holds it", () => {
  const setup = based({}, { side: null });
  const start = startOf(setup, (copy) => {
    copy.places["base"]!.holder = "red";
  });
  expect(baseFactor(setup, start)).toBe(1);
});

test("6.1 a wing that was grounded flies nothing, one that flies from off the map everything", () => {
  const grounded = startOf(based(), (copy) => void (copy.wings["swifts"]!.base = null));
  expect(baseFactor(based(), grounded)).toBe(0);
  expect(baseFactor(based({}, { base: null }))).toBe(1);
});

/** Where the swifts are after a turn, and in which they may fly again; "-" for no move. */
const movedTo = (
  wing: Partial<Wing>,
  change: (copy: World) => void,
  lines: readonly string[] = [],
) => {
  const reds = { column: { side: "red", place: "post", men: 400 } };
  const setup = based({ ...reds, ground: { side: "blue", place: "base", men: 900 } }, wing);
  const moves = all(turnOf(setup, startOf(setup, change), lines).events, "wing-rebased");
  return moves.map(({ to, rebased, ordered, readyTurn }) => ({ to, rebased, ordered, readyTurn }));
};

const lose =
  (...places: readonly Id[]) =>
  (copy: World) => {
    for (const place of places) copy.places[place]!.holder = "red";
  };
const quiet = () => {};
const TO_REAR = { to: "rear", rebased: true, ordered: false, readyTurn: 4 };
const GROUNDED = { to: null, rebased: true, ordered: false, readyTurn: 4 };
const ASSAULT = ["column assault base"];

test.each([
  ["its base is lost", {}, lose("base"), [], [TO_REAR]],
  ["its base and its alternate are lost", {}, lose("base", "rear"), [], [GROUNDED]],
  ["its base is lost and it has no alternate", { alternate: null }, lose("base"), [], [GROUNDED]],
  ["its alternate is lost", {}, lose("rear"), [], []],
  ["its base is assaulted", {}, quiet, ASSAULT, [TO_REAR]],
  ["its base is assaulted, its alternate lost", {}, lose("rear"), ASSAULT, []],
  ["its base is assaulted, and it has no alternate", { alternate: null }, quiet, ASSAULT, []],
  ["its base is assaulted, and it needs no runway", { needsRunway: false }, quiet, ASSAULT, []],
  ["its base is lost, and it needs no runway", { needsRunway: false }, lose("base"), [], [TO_REAR]],
  ["its base is its alternate, and lost", { alternate: "base" }, lose("base"), [], [GROUNDED]],
  ["its base is its alternate, and assaulted", { alternate: "base" }, quiet, ASSAULT, []],
  ["it is of no side, its base lost", { side: null }, lose("base"), [], []],
  ["it flies from off the map", { base: null }, lose("base"), [], []],
] as const)("6.7 a wing, when %s, goes where it must", (_, wing, change, lines, moves) => {
  expect(movedTo({ alternate: "rear", ...wing }, change, lines)).toEqual(moves);
});

test("6.7 a base that was assaulted in an earlier turn drives nobody out", () => {
  const before = (copy: World) => {
    copy.turn = 2;
    copy.places["base"]!.assaultedTurn = 2;
  };
  expect(movedTo({ alternate: "rear" }, before)).toEqual([]);
});

test("6.7 a wing driven back to its first base is at home there, and no longer away", () => {
  const setup = based({}, { alternate: "base" });
  const away = startOf(setup, (copy) => {
    Object.assign(copy.wings["swifts"]!, { base: "rear", rebased: true });
    copy.places["rear"]!.holder = "red";
  });
  const { events, world } = turnOf(setup, away, []);
  expect(the(events, "wing-rebased")).toMatchObject({ to: "base", rebased: false, ordered: false });
  expect(world.wings["swifts"]!.rebased).toBe(false);
});

test("6.7 of two wings each goes by its own base", () => {
  const setup = sky(
    {},
    {
      formations: { ground: { side: "blue", place: "base", men: 400 } },
      wings: {
        larks: wingOf("blue", { base: "rear", alternate: "base" }),
        swifts: wingOf("blue", { base: "base", alternate: "rear" }),
      },
    },
  );
  const start = startOf(setup, (copy) => void (copy.places["rear"]!.holder = "red"));
  expect(the(turnOf(setup, start, []).events, "wing-rebased")).toMatchObject({
    wing: "larks",
    to: "base",
  });
});
