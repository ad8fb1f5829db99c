import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Experiment,
  planOn,
  type Row,
  type StoppingRule,
  type Stretch,
} from "../../src/lab/experiment.ts";
import type { Game, Rows } from "../../src/lab/replicate.ts";
import { columnOf, type Sample } from "../../src/lab/sample.ts";

const NAMES = ["number", "run"];

/** A game of which only the horizon is asked: its runs are made up by `play`. */
const toy = () => ({ setup: { turns: 5 } }) as Game;

/** Run r of batch b gives 1000 b + r. */
function play({ batch, from, to }: Stretch): Rows {
  const runs = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return {
    names: NAMES,
    values: Float64Array.from(runs.flatMap((run) => [1000 * batch + run, run])),
  };
}

interface Planned {
  readonly experiment: Experiment;
  readonly samples: readonly Sample[];
}

function planned(
  order: "in-turn" | "abreast",
  runs: readonly number[],
  stop?: StoppingRule,
): Planned {
  const plan = planOn("seed", order);
  const samples = runs.map((count) => plan.sampleOf(toy(), count));
  return { experiment: plan.experiment(stop), samples };
}

/** Plays all, several stretches at once that end in an order of their own. */
function playAll({ experiment }: Planned, hands: number, pick: (count: number) => number): Row[] {
  const busy: Stretch[] = [];
  const rows: Row[] = [];
  for (;;) {
    while (busy.length < hands) {
      const stretch = experiment.next();
      if (stretch === null) break;
      busy.push(stretch);
    }
    if (busy.length === 0) return rows;
    const [ended] = busy.splice(pick(busy.length), 1) as [Stretch];
    rows.push(...experiment.take(ended, play(ended)));
  }
}

const plainly = (one: Planned) => playAll(one, 1, () => 0);
const shown = (rows: readonly Row[]) => rows.map(({ batch, run }) => `${batch}:${run}`);

describe("rows count in the order of the plan", () => {
  it("one batch after another", () => {
    expect(shown(plainly(planned("in-turn", [2, 1])))).toEqual(["0:1", "0:2", "1:1"]);
  });

  it("or all abreast, run by run", () => {
    const rows = shown(plainly(planned("abreast", [2, 3])));
    expect(rows).toEqual(["0:1", "1:1", "0:2", "1:2", "1:3"]);
  });

  it("whatever the order in which they end", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("in-turn" as const, "abreast" as const),
        fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat()),
        (order, runs, hands, picks) => {
          const one = planned(order, runs);
          const rows = playAll(one, hands, (count) => picks.next().value % count);
          const other = planned(order, runs);
          expect(shown(rows)).toEqual(shown(plainly(other)));
          expect(one.samples.map((sample) => columnOf(sample, "number"))).toEqual(
            other.samples.map((sample) => columnOf(sample, "number")),
          );
        },
      ),
    );
  });
});

describe("a stopping rule", () => {
  const asked: number[] = [];
  const rule = (at: number): StoppingRule => ({
    every: 20,
    isReached: (runs) => {
      asked.push(runs);
      return runs >= at;
    },
  });

  it("is asked at fixed points, and what was played beyond does not count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), (hands, picks) => {
        asked.length = 0;
        const one = planned("abreast", [200, 200], rule(40));
        const rows = playAll(one, hands, (count) => picks.next().value % count);
        expect(asked).toEqual([20, 40]);
        expect(rows).toHaveLength(80);
        expect(one.samples.map(({ runs }) => runs)).toEqual([40, 40]);
        expect(one.experiment.played()).toBe(80);
      }),
    );
  });

  it("that is never reached plays to the cap", () => {
    expect(plainly(planned("abreast", [50, 50], rule(1000)))).toHaveLength(100);
  });
});

describe("rows from before", () => {
  it("are counted while they are the next ones, and the rest is played", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("in-turn" as const, "abreast" as const),
        fc.integer({ min: 0, max: 60 }),
        (order, kept) => {
          const whole = plainly(planned(order, [30, 30]));
          const one = planned(order, [30, 30]);
          expect(one.experiment.recall(whole.slice(0, kept))).toBe(kept);
          expect(shown(plainly(one))).toEqual(shown(whole.slice(kept)));
        },
      ),
    );
  });

  it("that do not follow end what is counted", () => {
    const whole = plainly(planned("in-turn", [30]));
    const one = planned("in-turn", [30]);
    expect(one.experiment.recall([...whole.slice(0, 7), ...whole.slice(8)])).toBe(7);
  });

  it("that reached the rule are all there is", () => {
    const stop = { every: 10, isReached: () => true };
    const whole = plainly(planned("abreast", [30, 30], stop));
    const one = planned("abreast", [30, 30], stop);
    expect(one.experiment.recall(whole)).toBe(20);
    expect(one.experiment.next()).toBe(null);
  });
});
