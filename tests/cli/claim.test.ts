import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
  const file = fileOf(claim());
  const none = join(file, "../breaks.json");
  const line = ["claim", file, "--jobs", "1", "--json", "--output", none];
  const { exit, out, err } = await tadmorHere(...line);
  expect(JSON.parse(out)).toMatchObject({ verdict: "survived", excursion: null, seed: "1" });
  expect(exit).toBe(0);
  expect(err).toContain(`${none}: not written; no counterexample was found.\n`);
  expect(existsSync(none)).toBe(false);
});

test("a claim that does not is refuted with exit 1, and its counterexample replays as an excursion", async () => {
  const file = fileOf(claim({ atLeast: undefined, atMost: 0.5 }));
  const out = join(file, "../breaks.json");
  const found = await tadmorHere("claim", file, "--jobs", "1", "--output", out);
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

test("one file for the counterexample and the page is refused before the hunt", async () => {
  const file = fileOf(claim());
  const both = join(file, "../both");
  const found = await tadmorHere("claim", file, "--output", both, "--html", `${file}/../both`);
  expect(found).toMatchObject({ exit: 2, out: "" });
  expect(found.err).toContain("flag.same at /output");
});

test("a hunt is kept whole, told from its directory, and goes on where it was cut off", async () => {
  const file = fileOf(claim({ atLeast: undefined, atMost: 0.5 }));
  const [directory, html] = [join(file, "../out"), join(file, "../claim.html")];
  const first = await tadmorHere(
    "claim",
    file,
    "--jobs",
    "1",
    "--json",
    "--out",
    directory,
    "--html",
    html,
  );
  expect(first.exit).toBe(1);
  const { points, runs } = JSON.parse(first.out);
  const rows = readFileSync(join(directory, "runs.csv"), "utf8").split("\n");
  expect(rows[0]).toMatch(/^run,seed,factor_red,claim_passed,/);
  expect(rows).toHaveLength(runs + 2);
  expect(readFileSync(join(directory, "points.csv"), "utf8").split("\r\n")).toHaveLength(
    points.length + 2,
  );
  expect(await tadmorHere("check", join(directory, "counterexample.json"))).toMatchObject({
    exit: 0,
  });
  const page = readFileSync(html, "utf8");
  expect(page).toContain("It is refuted, in this model");
  expect((await tadmorHere("report", directory)).out === page).toBe(true);

  const whole = Object.fromEntries(
    readdirSync(directory).map((name) => [name, readFileSync(join(directory, name))]),
  );
  writeFileSync(join(directory, "runs.csv"), `${rows.slice(0, 8).join("\n")}\n3,1#3,1`);
  const again = await tadmorHere("claim", "--resume", directory, "--jobs", "1", "--json");
  expect(again.out === first.out).toBe(true);
  for (const [name, bytes] of Object.entries(whole)) {
    expect(readFileSync(join(directory, name)).equals(bytes), name).toBe(true);
  }
});

test("runs that a hunt does not ask for are refused, and left as they are", async () => {
  const file = fileOf(claim());
  const directory = join(file, "../out");
  await tadmorHere("claim", file, "--jobs", "1", "--quiet", "--out", directory);
  const csv = join(directory, "runs.csv");
  const [head = "", one = "", ...rest] = readFileSync(csv, "utf8").split("\n");
  const altered = [head, ...rest.slice(0, 1), one, ...rest.slice(1)].join("\n");
  writeFileSync(csv, altered);
  const { exit, err } = await tadmorHere("claim", "--resume", directory, "--jobs", "1");
  expect(exit).toBe(2);
  expect(err).toContain("results.rows");
  expect(readFileSync(csv, "utf8")).toBe(altered);
  const told = await tadmorHere("report", directory);
  expect(told).toMatchObject({ exit: 2, out: "" });
  expect(told.err).toContain("results.rows");
});
