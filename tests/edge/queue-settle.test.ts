import { expect, it } from "vitest";
import type { Exchange } from "../../src/edge/queue/exchange.ts";
import { rowsText } from "../../src/edge/queue/payload.ts";
import {
  beginSettling,
  bury,
  end,
  lookAgain,
  settle,
  type Settling,
} from "../../src/edge/queue/settle.ts";
import type { Waiting } from "../../src/edge/queue/waiting.ts";
import type { Chunk } from "../../src/lab/chunk.ts";
import type { Rows } from "../../src/lab/replicate.ts";

const NAMES = ["men"];
const idOf = (at: number) => `${at}`.padStart(64, "0");
const rowsOf = (at: number, runs = 1): Rows => ({
  names: NAMES,
  values: new Float64Array(runs).fill(at),
});

/** A queue in memory: chunks that are in it, rows, and dead letters with their reasons. */
function queueInMemory() {
  const there = new Set<string>();
  const rows = new Map<string, string>();
  const dead = new Map<string, string>();
  const asked: string[] = [];
  const fetches: number[] = [];
  const exchange: Exchange = {
    standings: async (ids) =>
      ids.map((id) => ({ isThere: there.has(id), isDead: dead.has(id), hasRows: rows.has(id) })),
    ask: async (chunks) => {
      for (const { id } of chunks) {
        there.add(id);
        asked.push(id);
      }
    },
    withdraw: async (ids) => {
      for (const id of ids) {
        there.delete(id);
        dead.delete(id);
      }
    },
    rows: async (ids) => {
      fetches.push(ids.length);
      return ids.map((id) => rows.get(id) ?? null);
    },
    forget: async (ids) => {
      for (const id of ids) rows.delete(id);
    },
    reasonOf: async (id) => dead.get(id) ?? "",
    forgetTexts: () => undefined,
  };
  return { there, rows, dead, asked, fetches, exchange };
}

/** A coordinator of so many chunks of so many runs, and what came of each so far. */
function coordinated(count: number, runs = 1) {
  const queue = queueInMemory();
  const state = beginSettling(queue.exchange, () => null);
  const came: (number | null | undefined)[] = Array.from({ length: count }, () => undefined);
  for (let at = 0; at < count; at++) {
    const chunk = { from: runs * at + 1, to: runs * (at + 1), seed: "x" } as Chunk;
    const resolve = (rows: Rows | null) => void (came[at] = rows === null ? null : rows.values[0]!);
    const one: Waiting = {
      id: idOf(at),
      chunk,
      texts: new Map(),
      stretch: {} as Waiting["stretch"],
      names: NAMES,
      resolve,
      reject: () => resolve(null),
      state: "new",
      misfits: 0,
    };
    state.line.add(one);
  }
  /** What a worker does; the coordinator looks, as it does again and again. */
  const played = (...chunks: readonly number[]) => {
    for (const at of chunks) {
      queue.there.delete(idOf(at));
      queue.rows.set(idOf(at), rowsText(idOf(at), rowsOf(at, runs)));
    }
  };
  const look = async () => {
    await settled(state);
    await lookAgain(state);
    await settled(state);
  };
  return { ...queue, state, came, played, look };
}

/** Everything that can be brought on has been. */
async function settled(state: Settling): Promise<void> {
  settle(state);
  while (state.isBusy) await Promise.resolve();
}

it("rows are given in the order of the plan, whatever the order in which they come", async () => {
  const { came, played, look } = coordinated(3);
  await look();
  played(2, 1);
  await look();
  expect(came).toEqual([undefined, undefined, undefined]);
  played(0);
  await look();
  expect(came).toEqual([0, 1, 2]);
});

it("a chunk that was played on another day is not asked again", async () => {
  const { asked, came, played, look } = coordinated(2);
  played(0, 1);
  await look();
  expect([asked, came]).toEqual([[], [0, 1]]);
});

it("a chunk that is delivered twice counts once", async () => {
  const { came, played, look, state } = coordinated(2);
  await look();
  played(0);
  await look();
  played(0, 1);
  await look();
  expect(came).toEqual([0, 1]);
  expect(state.fetched).toEqual([idOf(0), idOf(1)]);
});

it.each([
  [1, [32, 8]],
  [500, Array.from({ length: 10 }, () => 4)],
  [5000, Array.from({ length: 40 }, () => 1)],
])(
  "rows of chunks of %i runs are fetched so that few are in memory together",
  async (runs, few) => {
    const { came, fetches, played, look } = coordinated(40, runs);
    played(...Array.from({ length: 40 }, (_, at) => at));
    await look();
    expect(came).toEqual(Array.from({ length: 40 }, (_, at) => at));
    expect(fetches).toEqual(few);
  },
);

it("what the queue lost is asked again", async () => {
  const { asked, there, came, played, look } = coordinated(2);
  await look();
  there.clear();
  await look();
  expect(asked).toEqual([0, 1, 0, 1].map(idOf));
  played(0, 1);
  await look();
  expect(came).toEqual([0, 1]);
});

it("a dead letter stops nothing but the counting: rows behind it stay where they are", async () => {
  const { came, dead, rows, played, look, state } = coordinated(4);
  await look();
  played(0, 2);
  dead.set(idOf(1), "it throws");
  await look();
  played(3);
  await look();
  expect(came).toEqual([0, null, null, null]);
  expect(state.problems.map(({ code }) => code)).toEqual(["queue.dead-letter"]);
  expect(state.problems[0]?.message).toContain("it throws");
  expect([...rows.keys()]).toEqual([0, 2, 3].map(idOf));
});

it("a dead letter of another day is played again", async () => {
  const { asked, dead, came, played, look } = coordinated(1);
  dead.set(idOf(0), "of another day");
  await look();
  expect(asked).toEqual([idOf(0)]);
  played(0);
  await look();
  expect(came).toEqual([0]);
});

it("rows that do not fit are played once more, and then are a dead letter", async () => {
  const { asked, rows, there, came, look, state } = coordinated(1);
  for (const times of [1, 2]) {
    await look();
    expect(asked).toHaveLength(times);
    there.clear();
    rows.set(idOf(0), rowsText(idOf(7), rowsOf(7)));
    await look();
  }
  expect(came).toEqual([null]);
  expect(state.problems[0]?.message).toContain("found the rows of another chunk");
});

it("whoever waits gets nothing once it is over, and what is in the queue is given up", async () => {
  const { came, played, look, state } = coordinated(3);
  await look();
  played(0);
  await look();
  bury(state, state.line.of(idOf(1))[0]!, "x");
  end(state, null);
  expect(came).toEqual([0, null, null]);
  expect(state.givenUp).toEqual([idOf(2)]);
});
