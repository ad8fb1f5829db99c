import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  accepted,
  type Calibration,
  correlationsOf,
  heldOut,
  pointsOf,
  tryPoint,
} from "../../src/lab/calibration.ts";
import type { Game } from "../../src/lab/replicate.ts";
import { columnOf } from "../../src/lab/sample.ts";
import { loadRun } from "../../src/cli/load-run.ts";
import { parsePointer, valueAt } from "../../src/scenarios/pointer.ts";
import { tinySetup } from "../support/tiny-setup.ts";

/** One assault a game: the more men it has, the oftener the town falls. */
function gameWith(men: number): Game {
  const setup = tinySetup({
    places: { camp: { holder: "red" }, town: { holder: "blue", depthKm: 2 } },
    roads: ["camp town 10 road"],
    formations: {
      band: { side: "red", place: "camp", men: Math.round(men) },
      guard: { side: "blue", place: "town", men: 400 },
    },
  });
  const attack = () => [{ unit: "band", verb: "assault" as const, to: "town", via: [], count: 0 }];
  const asked = { fall: { title: "Fall", kind: "fall" as const, subject: "town" } };
  return { setup, policies: { red: attack }, aims: {}, asked };
}

const ASKED: Calibration = {
  seed: "toy",
  points: 20,
  runs: 10,
  acceptedShare: 0.25,
  factors: {
    men: { title: "Men", low: 100, high: 2100 },
    idle: { title: "Moves nothing", low: 0, high: 1 },
  },
  targets: {
    falls: {
      title: "The town falls in half of the games",
      what: { kind: "chance", test: { measure: "fall" }, atLeast: 0.4, atMost: 0.6 },
    },
  },
  gameAt: ({ men }) => gameWith(men as number),
};

const TRIED = pointsOf(ASKED).map((values) => tryPoint(ASKED, values));

test("points spread over the whole of each prior, one in each stratum", () => {
  const men = TRIED.map(({ values }) => Math.floor(((values["men"]! - 100) / 2000) * 20));
  expect(men.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
});

test("a point inside every target misses none; a far one misses by its distance", () => {
  for (const { sample, misses, distance } of TRIED) {
    const share = columnOf(sample, "fall").filter((turn) => turn !== null).length / sample.runs;
    expect(misses["falls"]).toBeCloseTo(Math.max(0, 0.4 - share, share - 0.6), 12);
    expect(distance).toBe(misses["falls"]);
  }
});

test("the nearest points are accepted, and none that is left is nearer", () => {
  const deck = accepted(TRIED, ASKED.acceptedShare);
  expect(deck).toHaveLength(5);
  const farthest = Math.max(...deck.map(({ distance }) => distance));
  for (const one of TRIED.filter((tried) => !deck.includes(tried)))
    expect(one.distance).toBeGreaterThanOrEqual(farthest);
});

test("training plays odd runs and the rest is held out: no run is in both", () => {
  const values = { men: 800, idle: 0 };
  const trained = tryPoint(ASKED, values).sample;
  const kept = heldOut(ASKED, [values], 10);
  const all = heldOut({ ...ASKED, seed: "toy" }, [values, values], 10);
  expect(kept.columns["fall"]).toEqual(all.columns["fall"]);
  expect(kept.columns["fall"]).not.toEqual(trained.columns["fall"]);
  expect(kept.runs).toBe(10);
});

test("what moves a measure is told from what does not", () => {
  const { fall } = correlationsOf(ASKED, TRIED, ["fall"]);
  expect(fall!["men"]).toBeLessThan(-0.6);
  expect(Math.abs(fall!["idle"]!)).toBeLessThan(0.5);
});

test("the priors that ship name six quantities of the files, each with a range to move in", () => {
  const path = new URL("../../scenarios/calibration/palmyra-2016.json", import.meta.url);
  const { factors, scenario } = JSON.parse(readFileSync(path, "utf8")) as {
    readonly scenario: string;
    readonly factors: Record<string, { readonly parameter?: string; readonly scenario?: string }>;
  };
  const loaded = loadRun(scenario, {});
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { file, parametersFile } = loaded.value.scenario;
  expect(Object.keys(factors)).toHaveLength(6);
  for (const { parameter, scenario: own } of Object.values(factors)) {
    const found =
      parameter === undefined
        ? valueAt(file, parsePointer(own!))
        : valueAt(parametersFile, parsePointer(parameter));
    const { value, low, high } = found as { value: number; low: number; high: number };
    expect(low < value && value < high, parameter ?? own).toBe(true);
  }
});
