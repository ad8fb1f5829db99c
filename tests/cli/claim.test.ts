import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tadmorHere } from "../support/cli.ts";

const claim = (change: object = {}) => ({
  format: "tadmor-claim/1",
  title: "T4 is out of reach on the first day",
  statement: "However many attack, T4 is held after 12 turns.",
  scenario: "palmyra-2016",
  factors: {
    red: {
      title: "First assault group",
      of: { pointer: "/formations/silos-assault-a/men" },
      step: 360,
    },
  },
  test: { measure: "t4-held", from: 1 },
  atLeast: 0.5,
  budget: { points: 2, runs: 20, confidence: 0.9 },
  ...change,
});

function fileOf(data: object): string {
  const file = join(mkdtempSync(join(tmpdir(), "tadmor-claim-")), "claim.json");
  writeFileSync(file, JSON.stringify(data));
  return file;
}

test("a claim that holds survives with exit 0, and says how sure that is", async () => {
  const { exit, out } = await tadmorHere("claim", fileOf(claim()), "--jobs", "1", "--json");
  expect(JSON.parse(out)).toMatchObject({ verdict: "survived", excursion: null, seed: "1" });
  expect(exit).toBe(0);
});

test("a claim that does not is refuted with exit 1, and its counterexample replays as an excursion", async () => {
  const file = fileOf(claim({ atLeast: undefined, atMost: 0.5 }));
  const out = join(file, "../breaks.json");
  const found = await tadmorHere("claim", file, "--jobs", "1", "--out", out);
  expect(found.out).toContain("REFUTED, in this model");
  expect(found.out).toContain("First assault group 170");
  expect(found.exit).toBe(1);
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
    format: "tadmor-excursion/1",
    patch: [{ op: "replace", path: "/formations/silos-assault-a/men", value: 170 }],
  });
  expect(await tadmorHere("check", out)).toMatchObject({ exit: 0 });
});

test("a claim with problems is refused with all of them", async () => {
  const bad = claim({ test: { never: "t4" }, atMost: 0.5 });
  const { exit, err } = await tadmorHere("claim", fileOf(bad));
  expect(err).toContain("reference.unknown");
  expect(err).toContain("claim.threshold");
  expect(exit).toBe(2);
});

test("without a file, or with a wrong number of jobs, a claim is refused", async () => {
  expect(await tadmorHere("claim")).toMatchObject({ exit: 2 });
  expect(await tadmorHere("claim", fileOf(claim()), "--jobs", "none")).toMatchObject({ exit: 2 });
});
