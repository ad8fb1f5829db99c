import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

/** A game of the tutorial, played by its courses of action. */
async function lesson(): Promise<string> {
  const file = join(emptyDirectory(), "lesson.jsonl");
  await tadmorHere("run", "two-fords", "--open", "3", "-o", file);
  return file;
}

test("report --luck sets plan, opponent and dice apart, and the interval beside each", async () => {
  const asked = ["--luck", "--format", "md", "--jobs", "1"] as const;
  const { exit, out } = await tadmorHere("report", await lesson(), ...asked);
  expect(exit).toBe(0);
  expect(out).toContain("### Plan, opponent and dice");
  expect(out).toMatch(/History's courses of action on all sides \| 5\.\d+ \| 4\.\d+ to 5\.\d+/);
  expect(out).toMatch(/\| What came \| 5 \| 5 to 5 \|/);
  expect(out).toContain("### What hung on the dice");
});

test("every report has each battle with the chance of what came, without a run", async () => {
  const { out } = await tadmorHere("report", await lesson(), "--seat", "red", "--format", "md");
  expect(out).toContain("Every battle and its draw");
  expect(out).toMatch(
    /attacked The Mill at odds of [\d.]+ to 1 and overran the defenders, as 9\d in 100/,
  );
  expect(out).not.toContain("Plan, opponent and dice");
});

test("what hung on the dice is told to White alone, and its flags go with it alone", async () => {
  const file = await lesson();
  const seat = await tadmorHere("report", file, "--luck", "--seat", "red");
  expect(seat).toMatchObject({ exit: 2, out: "" });
  expect(seat.err).toContain("found it with --seat");
  const lone = await tadmorHere("report", file, "--measure", "x", "--policy", "red=y");
  expect(lone.exit).toBe(2);
  expect(lone.err).toContain("--measure: found it alone");
  expect(lone.err).toContain("--policy: found it alone");
  const odd = await tadmorHere("report", file, "--luck", "some");
  expect(odd.err).toContain('--luck: found "some"');
  const policy = await tadmorHere("report", file, "--luck", "--policy", "nobody=x");
  expect(policy.err).toContain('--policy: found "nobody=x"');
});
