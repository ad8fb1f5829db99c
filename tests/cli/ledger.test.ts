import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

const FEW = ["ledger", "--points", "4", "--runs", "2", "--jobs", "1"];
const BELOW = ["--below", "/contingents,/cohesion"];

it("ranks uncertain numbers by what they move, each with its parent, and has both shares of variance", async () => {
  const { exit, out } = await tadmorHere(...FEW, ...BELOW, "--json");
  const { shares, entries, question, points, runsAPoint } = JSON.parse(out);
  expect({ exit, points, runsAPoint }).toEqual({ exit: 0, points: 4, runsAPoint: 2 });
  expect(question).toMatchObject({ measure: "fall-of-palmyra" });
  expect(shares).toMatchObject({ between: expect.any(Number), within: expect.any(Number) });
  expect(entries.length).toBeGreaterThan(10);
  const sizes = entries.map((one: { effect: { found: number | null } }) =>
    Math.abs(one.effect.found ?? 0),
  );
  expect(sizes).toEqual(sizes.toSorted((a: number, b: number) => b - a));
  for (const { sources, assumption, low, high } of entries) {
    expect(sources.length > 0 || assumption !== null).toBe(true);
    expect(low).toBeLessThan(high);
  }
});

it("moves every number with a range at once, and any draw of them is a scenario", async () => {
  const html = join(emptyDirectory(), "ledger.html");
  const { exit, out, err } = await tadmorHere(...FEW, "--html", html);
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  const words = out.replaceAll(/\s+/g, " ");
  expect(words).toContain("uncertain numbers moved at once over their ranges");
  expect(words).toContain("chance, on the same numbers:");
  expect(words).toContain("In this model: scenario palmyra-2016");
  expect(existsSync(html)).toBe(true);
  expect(readFileSync(html, "utf8")).toContain("<svg");
});

it.each([
  [["--points", "1"], "flag.few at /points"],
  [["--runs", "0"], "flag.count at /runs"],
  [["--below", "/nowhere"], "flag.below at /below"],
  [["--measure", "fall-of-palmyrra"], 'did you mean "fall-of-palmyra"'],
])("ledger %j is refused", async (flags, code) => {
  const { exit, out, err } = await tadmorHere("ledger", ...flags);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(err).toContain(code);
});
