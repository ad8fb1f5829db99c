import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyDirectory } from "../edge/directory.ts";
import { tadmorHere } from "../support/cli.ts";

const EXCURSION = {
  format: "tadmor-excursion/1",
  title: "Twice the first wave",
  reason: "What if the attack on the silos had been made with twice the men?",
  patch: [{ op: "replace", path: "/formations/silos-assault-a/men", value: 600 }] as object[],
};

function written(change: object = {}, name = "excursion.json"): string {
  const file = join(emptyDirectory(), name);
  writeFileSync(file, JSON.stringify({ ...EXCURSION, ...change }));
  return file;
}

const patch = (...operations: object[]) => ({ patch: operations });

test("an excursion without problems is one", async () => {
  const { exit, out } = await tadmorHere("check", written({ scenario: "palmyra-2016" }));
  expect(exit).toBe(0);
  expect(out).toContain("an excursion without problems");
});

const BROKEN: [string, object, string[]][] = [
  ["no title", { title: "" }, ["/title"]],
  ["no reason", { reason: undefined }, ["/reason"]],
  ["an unknown key", { why: "so" }, ["/why"]],
  ["no operation", patch(), ["/patch"]],
  ["an operation that there is not", patch({ op: "swap", path: "/id" }), ["/patch/0/op"]],
  ["a place that is not there", patch({ op: "remove", path: "/places/atlantis" }), ["/patch/0"]],
  ["a pointer without a slash", patch({ op: "remove", path: "places" }), ["/patch/0"]],
  ["a prototype", patch({ op: "add", path: "/__proto__/x", value: 1 }), ["/patch/0"]],
  ["a test that fails", patch({ op: "test", path: "/id", value: "x" }), ["/patch/0"]],
  ["another scenario", { scenario: "atlantis" }, ["/scenario"]],
  [
    "a scenario that it breaks, with every problem",
    patch(
      { op: "replace", path: "/formations/silos-assault-a/men", value: -1 },
      { op: "replace", path: "/formations/silos-assault-a/place", value: "atlantis" },
    ),
    ["/formations/silos-assault-a/men/value", "/formations/silos-assault-a/place"],
  ],
];

test.each(BROKEN)("check refuses %s", async (_, change, paths) => {
  const { exit, out } = await tadmorHere("check", "--json", written(change));
  expect(exit).toBe(2);
  const [{ kind, problems }] = JSON.parse(out).files;
  expect(kind).toBe("excursion");
  for (const path of paths)
    expect(problems.map((one: { path: string }) => one.path)).toContain(path);
});

test.each([["run"], ["history"], ["play"], ["compare"]])(
  "%s refuses an excursion that breaks the scenario, with every problem",
  async (command) => {
    const { exit, out, err } = await tadmorHere(command, "--excursion", written(BROKEN.at(-1)![1]));
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain("schema.out-of-range at /formations/silos-assault-a/men/value");
    expect(err).toContain("reference.unknown at /formations/silos-assault-a/place");
    expect(err).toContain("excursion.json");
  },
);

test("a run names its excursion, in words and in JSON", async () => {
  const line = ["run", "--runs", "2", "--jobs", "1", "--excursion", written()];
  expect((await tadmorHere(...line)).out).toContain("Excursion: Twice the first wave.");
  const { excursion } = JSON.parse((await tadmorHere(...line, "--json")).out);
  const { title, reason } = EXCURSION;
  expect(excursion).toEqual({ title, reason, patch: EXCURSION.patch });
});

test("a number that is set is an excursion; after a file it comes last", async () => {
  const set = ["--set", "/formations/silos-assault-a/men=200"];
  const alone = JSON.parse((await tadmorHere("run", "--runs", "1", ...set, "--json")).out);
  expect(alone.excursion.title).toBe("/formations/silos-assault-a/men = 200");
  const both = JSON.parse(
    (await tadmorHere("run", "--runs", "1", "--excursion", written(), ...set, "--json")).out,
  );
  expect(both.excursion.patch.map((one: { value: number }) => one.value)).toEqual([600, 200]);
  expect(both.measures).toEqual(alone.measures);
});

test("history plays with an excursion, and differs from that without", async () => {
  const line = ["history", "--turns", "1", "--json"];
  const plain = JSON.parse((await tadmorHere(...line)).out);
  const set = ["--set", "/formations/silos-assault-a/men=20"];
  const changed = JSON.parse((await tadmorHere(...line, ...set)).out);
  expect(plain.excursion).toBe(null);
  expect(changed.excursion.patch).toHaveLength(1);
  expect(changed.scenario).toEqual(plain.scenario);
  expect(changed.finalHash).not.toBe(plain.finalHash);
});

test("the schema of excursions is published", async () => {
  expect(JSON.parse((await tadmorHere("schema", "excursion")).out).title).toBe(
    "Tadmor excursion file",
  );
});

test.each(["/places/palmyra/value", "/places/palmyra/value/value"])(
  "a number may be set by its own pointer or by that of its value: %s",
  async (pointer) => {
    const line = ["run", "--runs", "1", "--jobs", "1", "--set", `${pointer}=31`, "--json"];
    expect(await tadmorHere(...line)).toMatchObject({ exit: 0, err: "" });
  },
);
