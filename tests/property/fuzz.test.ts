import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/engine/player.ts";
import { DOORS } from "../support/fuzz/doors.ts";
import { ALL_DOORS, fuzz, sent } from "../support/fuzz/fuzz.ts";
import { TYPED_DOORS } from "../support/fuzz/typed.ts";

/** Of the true texts of a door so many are tried. */
const MOST_TRUE = 12;

describe("text from outside (npm run fuzz sends more of it in)", () => {
  test.each(ALL_DOORS)("a true $name is taken", async ({ texts, ...door }) => {
    for (const text of texts.slice(0, MOST_TRUE))
      expect(await sent({ ...door, texts }, text)).toMatchObject({ isTaken: true });
  });

  test("200 spoilt texts are taken, or refused with problems that say what, where and what to do", async () => {
    const met = await Promise.all(Array.from({ length: 200 }, (_, at) => fuzz(at + 1, DOORS)));
    expect(
      met.flatMap(({ door, fault }, at) => (fault ? [{ at: at + 1, door, fault }] : [])),
    ).toEqual([]);
    expect(met.some(({ isTaken }) => isTaken)).toBe(true);
    expect(met.filter(({ isTaken }) => !isTaken).length).toBeGreaterThan(100);
  });

  test("60 lines that are typed are heard or refused, and nothing that steers a terminal is shown", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { door, text, fault } = await fuzz(seed, TYPED_DOORS);
      expect({ door, text, fault }).toEqual({ door, text, fault: null });
    }
  });

  test("names of any length and any sign are told in a few that can be shown", async () => {
    const orders = DOORS.find(({ name }) => name === "sealed orders under a true seal")!;
    const long = JSON.stringify({ ...JSON.parse(orders.texts[0]!), ["x".repeat(20_000)]: 1 });
    expect(await sent(orders, long)).toMatchObject({ isTaken: false, fault: null });
    const scenario = DOORS.find(({ name }) => name === "scenario")!;
    const steering = scenario.texts[0]!.replace('"summary"', '"summar\\u0007"');
    expect(await sent(scenario, steering)).toMatchObject({ isTaken: false, fault: null });
  });
});

describe("what the fuzzer calls a fault", () => {
  const problem: Problem = { code: "a.b", path: "/x", message: "found y", hint: "try z" };
  const met = async (read: () => readonly Problem[]) =>
    (await sent({ name: "toy", texts: [], read }, "")).fault;

  test("nothing where problems are as they should be", async () =>
    expect(await met(() => [problem])).toBe(null));

  test.each([
    ["a code that is none", { code: "Oops" }],
    ["a path that is no pointer", { path: "x" }],
    ["no hint", { hint: "" }],
    ["an escape", { message: "\u001b[2J" }],
    ["a message without end", { message: "x".repeat(5000) }],
  ])("%s", async (_, change) =>
    expect(await met(() => [{ ...problem, ...change }])).not.toBe(null),
  );

  test("an exception", async () => {
    const fault = await met(() => {
      throw new Error("a bug");
    });
    expect(fault).toContain("a bug");
  });
});
