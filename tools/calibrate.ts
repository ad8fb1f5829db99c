// Calibrates the numbers that a file of priors lets move, and writes the accepted deck and a page
// of tables: npm run calibrate -- scenarios/calibration/palmyra-2016.json
// The same files give the same bytes on every machine. It says nothing of time and changes no
// parameter: whoever accepts a deck writes its medians into the parameter file by hand.
import { readFileSync, writeFileSync } from "node:fs";
import { gameOf, type LoadedRun, loadRun } from "../src/cli/load-run.ts";
import {
  accepted,
  type Calibration,
  correlationsOf,
  heldOut,
  pointsOf,
  type Tried,
  tryPoint,
  type Values,
} from "../src/lab/calibration.ts";
import { type Answer, answerTarget } from "../src/lab/targets.ts";
import type { PatchOperation } from "../src/scenarios/index.ts";
import { formatPointer, parsePointer, valueAt } from "../src/scenarios/pointer.ts";

interface Priors {
  readonly scenario: string;
  readonly title: string;
  readonly seed: string;
  readonly points: number;
  readonly runs: number;
  readonly acceptedShare: number;
  readonly heldOutRuns: number;
  /** Each names a quantity of the parameter file or of the scenario; its range is the prior. */
  readonly factors: Readonly<
    Record<
      string,
      { readonly title: string; readonly parameter?: string; readonly scenario?: string }
    >
  >;
}

const file = process.argv[2] ?? "scenarios/calibration/palmyra-2016.json";
const priors = JSON.parse(readFileSync(file, "utf8")) as Priors;
const asWritten = load([]);
const asked = calibrationOf(asWritten);

const tried: Tried[] = [];
for (const values of pointsOf(asked)) {
  tried.push(tryPoint(asked, values));
  process.stderr.write(`\r${tried.length} of ${priors.points} points`);
}
process.stderr.write("\n");
const deck = accepted(tried, priors.acceptedShare);
const medians = marginals(deck, 0.5);
writeFileSync(
  `scenarios/parameters/erc-1.deck.json`,
  `${JSON.stringify(deckDocument(), null, 2)}\n`,
);
writeFileSync(`docs/calibration/calibration.md`, page());

/** The scenario at the longest length that its targets ask for, with a patch. */
function load(patch: readonly PatchOperation[]): LoadedRun {
  const first = loadRun(priors.scenario, { patch });
  if (!first.ok) throw new Error(JSON.stringify(first.problems));
  const { lengths, length, targets } = first.value.scenario.file;
  const turnsOf = (id: string) => lengths[id]?.turns ?? 0;
  const wanted = Object.values(targets).map((target) => target.length ?? length);
  const longest = wanted.reduce((a, b) => (turnsOf(b) > turnsOf(a) ? b : a), length);
  const run = loadRun(priors.scenario, { patch, length: longest });
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.value;
}

function calibrationOf(run: LoadedRun): Calibration {
  const factors = Object.entries(priors.factors).map(([id, { title }]) => {
    const { low, high } = quantityOf(run, id);
    return [id, { title, low, high }] as const;
  });
  return {
    ...priors,
    factors: Object.fromEntries(factors),
    targets: run.scenario.file.targets,
    gameAt: (values) => gameOf(load(patchOf(values))),
  };
}

function quantityOf(run: LoadedRun, id: string): { value: number; low: number; high: number } {
  const { parameter, scenario = "" } = priors.factors[id] ?? {};
  const { file: data, parametersFile } = run.scenario;
  const quantity = valueAt(
    (parameter === undefined ? data : parametersFile) as never,
    parsePointer(parameter ?? scenario),
  );
  return quantity as unknown as { value: number; low: number; high: number };
}

function patchOf(values: Values): PatchOperation[] {
  return Object.entries(values).map(([id, value]) => {
    const { parameter, scenario = "" } = priors.factors[id] ?? {};
    return parameter === undefined
      ? { op: "replace", path: formatPointer([...parsePointer(scenario), "value"]), value }
      : { op: "add", path: "/overrides/-", value: { path: parameter, value, why: "Calibration." } };
  });
}

function marginals(points: readonly Tried[], p: number): Values {
  return Object.fromEntries(
    Object.keys(priors.factors).map((id) => {
      const values = points.map((one) => one.values[id] as number).toSorted((a, b) => a - b);
      return [id, values[Math.min(values.length - 1, Math.floor(p * values.length))] as number];
    }),
  );
}

function rounded(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, Number(value.toFixed(4))]),
  );
}

function deckDocument(): object {
  const { scenario } = asWritten;
  return {
    format: "tadmor-deck/1",
    title: priors.title,
    priors: file,
    scenario: { id: scenario.setup.id, hash: scenario.hash },
    parameters: { id: scenario.file.parameters, hash: scenario.parametersHash },
    medians: rounded(medians),
    points: deck.map(({ values, distance }) => ({
      distance: Number(distance.toFixed(4)),
      values: rounded(values),
    })),
  };
}

/** Markdown: what was accepted, what the deck predicts of held-out runs, and what moves what. */
function page(): string {
  const { scenario } = asWritten;
  const { reports, targets } = scenario.file;
  const { heldOutRuns } = priors;
  const uncalibrated = Object.fromEntries(
    Object.keys(priors.factors).map((id) => [id, quantityOf(asWritten, id).value]),
  );
  const columns = [[uncalibrated], [medians], deck.map(({ values }) => values)].map((points) =>
    answersOf(points, heldOutRuns),
  );
  const measures = [...new Set(Object.values(reports).map(({ measure }) => measure))];
  const correlations = correlationsOf(asked, tried, measures);
  const ids = Object.keys(priors.factors);
  const nearest = deck.at(-1)?.distance ?? 0;
  return [
    "# Calibration",
    "",
    `Written by \`npm run calibrate -- ${file}\`; in this model. ${priors.title}.`,
    "",
    `Scenario ${scenario.setup.id} ${scenario.hash.slice(0, 16)}, parameters ${scenario.file.parameters} ${scenario.parametersHash.slice(0, 16)}. ${priors.points} points, ${priors.runs} training runs each (odd runs of seed \`${priors.seed}\`); the nearest ${deck.length} are accepted, to a distance of ${nearest.toFixed(3)}.`,
    "",
    "## The numbers that may move",
    "",
    "| number | prior | as in the files | accepted: 10 %, median, 90 % |",
    "| --- | --- | ---: | --- |",
    ...ids.map((id) => {
      const { title, low, high } = asked.factors[id] ?? { title: id, low: 0, high: 0 };
      const three = [0.1, 0.5, 0.9].map((p) => (marginals(deck, p)[id] as number).toFixed(3));
      return `| ${title} | ${low} to ${high} | ${uncalibrated[id]} | ${three.join(", ")} |`;
    }),
    "",
    `## The targets, on ${heldOutRuns} held-out runs`,
    "",
    "Found, and its interval of 95 %, with the numbers as in the files, with the medians of the deck, and over the whole deck. A target fails when its whole interval lies outside.",
    "",
    "| target | asked | as in the files | medians | deck |",
    "| --- | --- | --- | --- | --- |",
    ...Object.entries(targets).map(([id, { title }]) => {
      const found = columns.map((answers) => answers[id] as Answer);
      return `| ${title} | ${boundsText(found[0] as Answer)} | ${found.map(answerText).join(" | ")} |`;
    }),
    "",
    "## What moves what",
    "",
    `Partial rank correlation of each number with the mean of each measure over the ${priors.points} points; – where nothing varies.`,
    "",
    `| measure | ${ids.map((id) => asked.factors[id]?.title ?? id).join(" | ")} |`,
    `| --- | ${ids.map(() => "---:").join(" | ")} |`,
    ...measures.map((measure) => {
      const cells = ids.map((id) => correlations[measure]?.[id]?.toFixed(2) ?? "–");
      return `| ${scenario.file.measures[measure]?.title ?? measure} | ${cells.join(" | ")} |`;
    }),
    "",
  ].join("\n");
}

function answersOf(points: readonly Values[], runs: number): Record<string, Answer> {
  const sample = heldOut(asked, points, runs);
  return Object.fromEntries(
    Object.entries(asked.targets).map(([id, target]) => [id, answerTarget(target, sample)]),
  );
}

function boundsText({ atLeast, atMost }: Answer): string {
  if (!Number.isFinite(atMost)) return `at least ${atLeast}`;
  return Number.isFinite(atLeast) ? `${atLeast} to ${atMost}` : `at most ${atMost}`;
}

function answerText({ found, low, high, ok }: Answer): string {
  const text = (value: number | null) =>
    value === null || !Number.isFinite(value) ? "open" : String(Number(value.toFixed(2)));
  return `${ok ? "pass" : "FAIL"} ${text(found)} (${text(low)} to ${text(high)})`;
}
