import { expect, test } from "vitest";
import { eventsFor, observe, type Setup, type Wing, type World } from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { all, evenChance, rows, the, turnOf } from "../support/table.ts";
import { ERC, wingOf } from "../support/tiny-setup.ts";

/** "tank 3, gun 1" as kit. */
const kitOf = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split(", ")
      .filter((part) => part !== "-")
      .map((part) => [part.split(" ")[0]!, Number(part.split(" ")[1])]),
  );

/** Kit lies in camp, which red holds. */
const parked = (stocks: string, setup: Setup = sky(), change: (copy: World) => void = () => {}) =>
  known(setup, (copy) => {
    Object.assign(copy.places["camp"]!.stocks, kitOf(stocks));
    change(copy);
  });

const destroyed = (stocks: string, sorties: number, weather = "clear", u = 0.5) => {
  const setup = sky({}, { weather: { [weather]: 1 } });
  const dice = evenChance(0.5, { "destroyKit/1/camp/swifts": u });
  return turnOf(setup, parked(stocks, setup), [`swifts destroy camp with ${sorties}`], dice);
};

test.each(
  rows(`
  | lies there          | sorties | weather  | draw | gone              | why                              |
  | tank 10             | 4       | clear    | 0.01 | tank 4            | a piece an effective sortie      |
  | tank 10             | 4       | clear    | 0.99 | tank 4            | in the open: exposed in full     |
  | tank 10             | 4       | overcast | 0.19 | tank 2            | 2.8, settled                     |
  | tank 10             | 4       | overcast | 0.21 | tank 3            | 2.8, settled                     |
  | tank 3              | 8       | clear    | 0.5  | tank 3            | never more than lies there       |
  | tank 6, technical 2 | 4       | clear    | 0.5  | tank 3, technical 1 | shared out by pieces           |
  | gun 2               | 1       | clear    | 0.5  | gun 1             | guns as well as vehicles         |
`),
)("6.8 of %s, %s sorties in %s weather at a draw of %s destroy %s: %s", (...cells) => {
  const [stocks, sorties, weather, u, gone] = cells as [string, string, string, string, string];
  const { events, world } = destroyed(stocks, Number(sorties), weather, Number(u));
  expect(the(events, "kit-destroyed")).toMatchObject({
    place: "camp",
    holder: "red",
    wing: "swifts",
    formation: null,
  });
  expect(the(events, "kit-destroyed").kit).toEqual(kitOf(gone));
  for (const [kind, pieces] of Object.entries(kitOf(stocks)))
    expect(world.places["camp"]!.stocks[kind], kind).toBe(pieces - (kitOf(gone)[kind] ?? 0));
});

test("6.8 where nothing lies nothing is destroyed, and no die is cast for it", () => {
  const { events } = destroyed("-", 4);
  expect(all(events, "sorties-flown")).toHaveLength(1);
  expect(all(events, "kit-destroyed")).toEqual([]);
});

test("6.8 kit that formations have with them is not destroyed", () => {
  const setup = sky(
    {},
    { formations: { column: { side: "red", place: "camp", kit: { tank: 9 } } } },
  );
  const start = parked("tank 2", setup);
  const { events, world } = turnOf(setup, start, ["swifts destroy camp with 8"]);
  expect(the(events, "kit-destroyed").kit).toEqual({ tank: 2 });
  expect(world.formations["column"]).toMatchObject({ men: 400, kit: { tank: 9 } });
});

test("6.8 two tasks do not destroy the same piece twice", () => {
  const setup = sky({}, { wings: { larks: wingOf("blue"), swifts: wingOf("blue") } });
  const lines = ["larks destroy camp with 4", "swifts destroy camp with 4"];
  const { events, world } = turnOf(setup, parked("tank 6", setup), lines);
  expect(all(events, "kit-destroyed").map(({ kit }) => kit["tank"])).toEqual([4, 2]);
  expect(world.places["camp"]!.stocks["tank"]).toBe(0);
});

test.each(
  rows(`
  | wing's side | holder | destroyed | why                               |
  | blue        | red    | 4         | the enemy's                       |
  | blue        | -      | 4         | not its own side's                |
  | blue        | blue   | 0         | its own side's, whatever it thought |
  | -           | red    | 4         | of those it fights                |
  | -           | -      | 0         | nobody's                          |
  | -           | blue   | 0         | of those it does not fight        |
`),
)("6.8 a wing of side %s over a place of %s destroys %s pieces: %s", (side, holder, pieces) => {
  const setup = sky({ side: side === "-" ? null : side! });
  const start = parked("tank 6", setup, (copy) => {
    copy.places["camp"]!.holder = holder === "-" ? null : holder!;
  });
  const { world } = turnOf(setup, start, ["swifts destroy camp with 4"]);
  expect(world.places["camp"]!.stocks["tank"]).toBe(6 - Number(pieces));
});

test("6.8 captured kit is destroyed where it is parked before it is put to use", () => {
  const captured = (lines: readonly string[]) => {
    const setup = sky();
    const start = parked("tank 10", setup, (copy) => {
      copy.places["camp"]!.takenTurn = 1;
      copy.turn = 2;
    });
    return the(turnOf(setup, start, lines).events, "kit-taken").kit["tank"];
  };
  expect([captured([]), captured(["swifts destroy camp with 8"])]).toEqual([3, 1]);
});

test("6.8 who holds the place is told what was destroyed; who flew is not", () => {
  const { events } = destroyed("tank 10", 4);
  const told = (seat: string) => all(eventsFor(sky(), events, seat), "kit-destroyed").length;
  expect(["red", "blue", "white"].map(told)).toEqual([1, 0, 1]);
});

/** What the crews of one task claim, over a red column as large as named. */
const claimed = (
  line: string,
  { men = 400, tanks = 0, dice = {}, u = 0.5, start = () => {}, wing = {} }: Over = {},
) => {
  const column = { side: "red", place: "camp", men, kit: { tank: tanks } };
  const guards = { guard: { side: "blue", place: "post" } };
  const setup = sky(wing, { formations: { ...guards, column } });
  return turnOf(setup, known(setup, start), [line], evenChance(u, dice));
};

interface Over {
  readonly men?: number;
  readonly tanks?: number;
  readonly u?: number;
  readonly dice?: Readonly<Record<string, number>>;
  readonly start?: (copy: World) => void;
  readonly wing?: Partial<Wing>;
}

const claims = (line: string, over: Over = {}) =>
  the(claimed(line, over).events, "sorties-flown").claims;

test.each(
  rows(`
  | order                           | men | kit | why                                       |
  | swifts strike camp with 8       | 28  | 5   | 4.8 effective: 30 men, 4.8 pieces, × .94  |
  | swifts support camp with 8      | -   | -   | until its battle is fought                |
  | swifts destroy camp with 8      | 0   | 8   | 8 effective, and counted afterwards       |
  | swifts interdict camp-post with 8 | - | -   | nothing at a place                        |
  | swifts supply post with 8       | -   | -   | nothing is hit                            |
`),
)("6.9 %s: its crews claim %s men and %s pieces: %s", (line, men, kit) => {
  const found = claims(line!);
  if (men === "-") expect(found).toBeNull();
  else expect(found).toMatchObject({ men: Number(men), kit: Number(kit) });
});

test.each(
  rows(`
  | men | kit | men claimed | pieces claimed | why                        |
  | .9  | .5  | 44          | 5              | an error for the men       |
  | .1  | .5  | 18          | 5              | an error for the men       |
  | .5  | .9  | 28          | 7              | and one for the kit        |
  | .5  | .1  | 28          | 3              | and one for the kit        |
`),
)("6.9 at draws of %s and %s a strike claims %s men and %s pieces: %s", (u, v, men, kit) => {
  const dice = { "claimMen/1/camp/swifts": Number(u), "claimKit/1/camp/swifts": Number(v) };
  const found = claims("swifts strike camp with 8", { dice });
  expect(found).toMatchObject({ men: Number(men), kit: Number(kit) });
  expect(found!.draws.map(({ u: one }) => one)).toEqual([Number(u), Number(v)]);
});

test.each(["strike", "destroy"])(
  "6.9 crews who %s claim the same whatever stands there",
  (verb) => {
    const line = `swifts ${verb} camp with 8`;
    const there = [
      { men: 40, tanks: 0 },
      { men: 4000, tanks: 90 },
    ].map((over) => claims(line, over));
    expect(there[0]).not.toBeNull();
    expect(there[0]).toEqual(there[1]);
    const gone = claims(line, {
      start: (copy) => void (copy.formations["column"]!.place = "base"),
    });
    expect(gone).toEqual(there[0]);
  },
);

test("6.9 about one man in twelve whom strikes claim is hit", () => {
  let [hit, told] = [0, 0];
  for (let at = 0; at < 100; at++) {
    const { events } = claimed("swifts strike camp with 8", { u: (at + 0.5) / 100 });
    const { killed, wounded } = the(events, "air-struck").casualties[0]!;
    hit += killed + wounded;
    told += the(events, "sorties-flown").claims!.men;
  }
  expect(hit / told).toBeCloseTo(ERC.air.claims, 2);
  expect(told).toBeGreaterThan(10 * hit);
});

test("6.9 sorties without effect claim nothing", () => {
  const start = (copy: World) => void (copy.places["base"]!.holder = "red");
  const over = { start, wing: { base: "base" } };
  const flown = the(claimed("swifts strike camp with 8", over).events, "sorties-flown");
  expect(flown).toMatchObject({ effective: 0, claims: null });
});

test("6.9 who flew is told the claim and not the hits, who was hit the hits and not the claim", () => {
  const { events } = claimed("swifts strike camp with 8");
  const kinds = (seat: string) => eventsFor(sky(), events, seat).map(({ kind }) => kind);
  expect(kinds("blue")).toContain("sorties-flown");
  expect(kinds("blue")).not.toContain("air-struck");
  expect(kinds("red")).toContain("air-struck");
  expect(kinds("red")).not.toContain("sorties-flown");
});

test.each(["strike", "destroy"])(
  "6.9 what crews who %s really hit shows nowhere in their seat's view",
  (verb) => {
    const setup = sky({}, { weather: { overcast: 1 } });
    const shown = (u: number) => {
      const dice = evenChance(0.5, {
        "strikeMen/1/camp/swifts": u,
        "strikeKit/1/camp/swifts": u,
        "destroyKit/1/camp/swifts": u,
      });
      const line = `swifts ${verb} camp with 7`;
      const { world, events } = turnOf(setup, parked("tank 9", setup), [line], dice);
      return { world, seen: observe(setup, world, "blue"), told: eventsFor(setup, events, "blue") };
    };
    const [low, high] = [shown(0.001), shown(0.999)];
    expect(high.seen).toEqual(low.seen);
    expect(high.told).toEqual(low.told);
    expect(high.world).not.toEqual(low.world);
  },
);

test("6.8 as many pieces are destroyed, and claimed, as an effective sortie is said to", () => {
  const setup = sky({}, { parameters: { ...ERC, air: { ...ERC.air, parkedKills: 0.5 } } });
  const { events } = turnOf(setup, parked("tank 10", setup), ["swifts destroy camp with 8"]);
  expect(the(events, "kit-destroyed").kit).toEqual({ tank: 4 });
  // Four, by an error of which the middle is .94.
  expect(the(events, "sorties-flown").claims).toMatchObject({ men: 0, kit: 4 });
});

test("6.8 destroying casts one die for what is hit and one for what is claimed, by place and wing", () => {
  const { events } = destroyed("tank 10", 4, "clear", 0.3);
  expect(the(events, "kit-destroyed").draws).toEqual([{ key: "destroyKit/1/camp/swifts", u: 0.3 }]);
  expect(the(events, "sorties-flown").claims!.draws).toEqual([
    { key: "claimKit/1/camp/swifts", u: 0.5 },
  ]);
});

test("6.8 what is destroyed in one place is not missing in another", () => {
  const setup = sky();
  const start = parked("tank 6", setup, (copy) => {
    copy.places["rear"]!.holder = "red";
    copy.knowledge["blue"]!.holders["rear"] = "red";
    copy.places["rear"]!.stocks["tank"] = 6;
  });
  const lines = ["swifts destroy camp with 4", "swifts destroy rear with 4"];
  const { events } = turnOf(setup, start, lines);
  expect(all(events, "kit-destroyed").map(({ place, kit }) => [place, kit["tank"]])).toEqual([
    ["camp", 4],
    ["rear", 4],
  ]);
});

test("6.8 a strike beforehand takes nothing from the kit that lies there", () => {
  const setup = sky({}, { wings: { larks: wingOf("blue"), swifts: wingOf("blue") } });
  const lines = ["larks strike camp with 8", "swifts destroy camp with 8"];
  const { events } = turnOf(setup, parked("tank 6", setup), lines);
  expect(the(events, "kit-destroyed").kit).toEqual({ tank: 6 });
});
