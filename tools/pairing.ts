// node tools/pairing.ts [PAIRS] [COMPARISONS]: what common dice are worth. Takes one order after
// another out of the historical courses of action, plays each on the same seeds as the whole, and
// prints the median of the variance ratios with the runs that independent seeds would have needed.
import { loadRun, gameOf } from "../src/cli/load-run.ts";
import { differencesOf } from "../src/lab/compare.ts";
import { planOn } from "../src/lab/experiment.ts";
import { answersOf } from "../src/lab/question.ts";
import { type Game, playRuns } from "../src/lab/replicate.ts";
import type { Sample } from "../src/lab/sample.ts";
import { followCoa } from "../src/policies/course-of-action.ts";
import { readCoa } from "../src/scenarios/index.ts";

const [pairs = 100, comparisons = 24] = process.argv.slice(2).map(Number);
const SEATS = ["red", "saa"];
const loaded = loadRun(null, {});
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const run = loaded.value;
const whole = gameOf(run);

interface Coa {
  readonly rules: readonly { readonly orders: readonly string[] }[];
}

/** Every game that has one order less; a rule that would be left without orders is kept whole. */
function shortened(seat: string): { readonly order: string; readonly game: Game }[] {
  const coa = JSON.parse(run.coaTexts[seat] ?? "") as Coa;
  return coa.rules.flatMap(({ orders }, rule) =>
    (orders.length < 2 ? [] : orders).map((order, left) => {
      const rules = coa.rules.map((one, at) =>
        at === rule ? { ...one, orders: one.orders.filter((_, index) => index !== left) } : one,
      );
      const text = JSON.stringify({ ...coa, rules });
      const read = readCoa(text, run.scenario.setup);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const policies = { ...run.policies, [seat]: followCoa(read.value) };
      return { order: `${seat}: ${order}`, game: { ...whole, policies, recipe: undefined } };
    }),
  );
}

/** So many, evenly from the beginning to the end. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function sampleOf(game: Game): Sample {
  const plan = planOn("pairing");
  const sample = plan.sampleOf(game, pairs);
  const experiment = plan.experiment();
  for (let one = experiment.next(); one !== null; one = experiment.next()) {
    experiment.take(one, playRuns(one.game, one.seed, one.from, one.to));
  }
  return sample;
}

function median(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b);
  return rising[Math.floor(rising.length / 2)] ?? Number.NaN;
}

const { setup, hash } = run.scenario;
const measures = [
  ...Object.keys(whole.asked),
  ...Object.keys(setup.seats).map((id) => `${id}-score`),
];
const base = sampleOf(whole);
const all: number[] = [];
const medians: number[] = [];
for (const { order, game } of SEATS.flatMap((seat) => spread(shortened(seat), comparisons / 2))) {
  const other = sampleOf(game);
  const ratios = measures.flatMap((measure) => {
    const [found] = differencesOf(answersOf({ measure, by: null }, [whole, game], [base, other]));
    return found?.varianceRatio === null || found === undefined ? [] : [found.varianceRatio];
  });
  if (ratios.length === 0) {
    console.log(`${order}: no run differs`);
    continue;
  }
  all.push(...ratios);
  medians.push(median(ratios));
  console.log(`${order}: ${median(ratios).toFixed(2)} over ${ratios.length} measures that differ`);
}
const ratio = median(all);
console.log(
  `In this model (scenario ${setup.id}, ${hash.slice(0, 16)}…, seed pairing, ${pairs} pairs each): the median variance ratio over ${all.length} measures of ${medians.length} comparisons that differ in one order is ${ratio.toFixed(2)}; ${Math.round(pairs * ratio)} runs of each on independent seeds would say as much as ${pairs} pairs.`,
);
