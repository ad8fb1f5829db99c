import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/engine/player.ts";
import { DOORS } from "../support/fuzz/doors.ts";
import { fuzz, sent } from "../support/fuzz/fuzz.ts";

describe("text from outside (npm run fuzz sends more of it in)", () => {
  test.each(DOORS)("a true $name is taken", ({ texts, ...door }) => {
    for (const text of texts)
      expect(sent({ ...door, texts }, text)).toMatchObject({ isTaken: true });
  });

  test("200 spoilt texts are taken, or refused with problems that say what, where and what to do", () => {
    const met = Array.from({ length: 200 }, (_, at) => fuzz(at + 1));
    expect(
      met.flatMap(({ door, fault }, at) => (fault ? [{ at: at + 1, door, fault }] : [])),
    ).toEqual([]);
    expect(met.some(({ isTaken }) => isTaken)).toBe(true);
    expect(met.filter(({ isTaken }) => !isTaken).length).toBeGreaterThan(100);
  });

  test("names of any length and any sign are told in a few that can be shown", () => {
    const orders = DOORS.find(({ name }) => name === "sealed orders under a true seal")!;
    const long = JSON.stringify({ ...JSON.parse(orders.texts[0]!), ["x".repeat(20_000)]: 1 });
    expect(sent(orders, long)).toMatchObject({ isTaken: false, fault: null });
    const scenario = DOORS.find(({ name }) => name === "scenario")!;
    const steering = scenario.texts[0]!.replace('"summary"', '"summar\\u0007"');
    expect(sent(scenario, steering)).toMatchObject({ isTaken: false, fault: null });
  });
});

describe("what the fuzzer calls a fault", () => {
  const problem: Problem = { code: "a.b", path: "/x", message: "found y", hint: "try z" };
  const met = (read: () => readonly Problem[]) => sent({ name: "toy", texts: [], read }, "").fault;

  test("nothing where problems are as they should be", () =>
    expect(met(() => [problem])).toBe(null));

  test.each([
    ["a code that is none", { code: "Oops" }],
    ["a path that is no pointer", { path: "x" }],
    ["no hint", { hint: "" }],
    ["an escape", { message: "\u001b[2J" }],
    ["a message without end", { message: "x".repeat(5000) }],
  ])("%s", (_, change) => expect(met(() => [{ ...problem, ...change }])).not.toBe(null));

  test("an exception", () => {
    const fault = met(() => {
      throw new Error("a bug");
    });
    expect(fault).toContain("a bug");
  });
});
