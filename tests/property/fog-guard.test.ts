import { beforeAll, describe, expect, test, vi } from "vitest";
import { observe, type Setup, type World } from "../../src/engine/index.ts";
import type { View } from "../../src/engine/player.ts";
import { CHANNELS, type Tells } from "../support/fog/channels.ts";
import { tableAt, type WholeGame } from "../support/fog/game.ts";
import { desk, openly } from "../support/fog/openly.ts";
import { comparedAgain, differenceOf, fogPair, type Kept, spoilt } from "../support/fog/pair.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe("the comparison is not empty", () => {
  let game: Kept;
  beforeAll(async () => {
    ({ kept: game } = await fogPair(23, { secrets: [], channels: {}, shipped: null }));
  });

  test("White is shown every secret that differs", async () => {
    const { changed } = await comparedAgain(game, { channels: {} });
    expect(changed.length).toBeGreaterThan(35);
    const shown = desk(game.game);
    expect(changed.filter((secret) => desk(spoilt(game, [secret])) === shown)).toEqual([]);
  });

  test.each(Object.keys(CHANNELS))("what a seat may see does change its %s", async (channel) => {
    const telling = { ...game, named: game.game.setup, look: observe };
    const other = openly(game.game, game.seat);
    expect(await differenceOf(CHANNELS[channel]!, telling, other)).not.toBeNull();
  });

  test.each<[string, (setup: Setup, world: World, view: View) => object, string]>([
    ["the strength behind a report", trueMen, "others' men"],
    ["reports in the order of true places", sortedByPlace, "where others stand"],
    [
      "how many formations there are",
      countedUnits,
      "a formation it never heard of, which is not there",
    ],
    ["the stocks of every depot", allDepots, "people, depots and fronts at places of others"],
    ["what others know of it", othersKnow, "what others know"],
  ])("a view that tells %s is caught, and what it tells is named", async (_, leak, secret) => {
    const look = (setup: Setup, world: World, seat: string): View => {
      const view = observe(setup, world, seat);
      return { ...view, ...leak(setup, world, view) };
    };
    const { leaks } = await comparedAgain(game, { look, channels: { view: CHANNELS["view"]! } });
    expect(leaks.flatMap(({ secrets }) => secrets)).not.toEqual([]);
    const alone = await comparedAgain(game, {
      look,
      channels: { view: CHANNELS["view"]! },
      secrets: [secret],
    });
    expect(alone.leaks).toMatchObject([{ channel: "view", secrets: [secret] }]);
  });

  test.each<[string, Tells, string]>([
    ["all names", ({ game: one }) => tableAt(one).names, "aims out of sight"],
    ["who sealed in which order", ({ game: one }) => sealers(one), "in which order seats sealed"],
    [
      "everybody's notes",
      ({ game: one }) => tableAt(one).notes(),
      "White's rulings, injects to others, and remarks of others",
    ],
    [
      "every event",
      ({ game: one }) => one.past.map(({ events }) => events.length),
      "what happened out of its sight, and in which order",
    ],
  ])("a channel that tells %s is caught", async (channel, tells, secret) => {
    const { leaks } = await comparedAgain(game, {
      channels: { [channel]: tells },
      secrets: [secret],
    });
    expect(leaks).toMatchObject([{ channel, secrets: [secret] }]);
  });
});

function trueMen(_: Setup, { formations }: World, { contacts }: View) {
  const told = Object.entries(contacts).map(([id, one]) => [
    id,
    { ...one, men: formations[id]?.men },
  ]);
  return { contacts: Object.fromEntries(told) };
}

function sortedByPlace(_: Setup, { formations }: World, { formations: own }: View) {
  const ids = Object.keys(formations).filter((id) => !Object.hasOwn(own, id));
  const place = (id: string) => formations[id]!.place ?? "";
  return { turn: ids.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)) };
}

function countedUnits({ formations }: Setup) {
  return { turn: Object.keys(formations).length };
}

function allDepots(_: Setup, { places }: World) {
  return { depots: Object.values(places).map(({ depotManDays }) => depotManDays) };
}

function othersKnow(_: Setup, { knowledge }: World) {
  return { holders: Object.values(knowledge).map(({ contacts }) => contacts) };
}

function sealers({ asked }: WholeGame): readonly string[] {
  return asked.flatMap(({ orders }) => Object.keys(orders));
}
