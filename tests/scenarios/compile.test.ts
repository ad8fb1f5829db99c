import { expect, test } from "vitest";
import { canonicalJson } from "../../src/engine/index.ts";
import { readScenario } from "../../src/scenarios/index.ts";
import { compileSmall, ERC_1, readSmall, smallScenario } from "../support/small-scenario.ts";
import { edited, linesOf } from "./edit.ts";

test("men are the paper strength that turns up, in whole men", () => {
  const patch = [{ op: "remove", path: "/formations/mill-watch/presentForDuty" }] as const;
  expect(
    compileSmall([...patch, { op: "replace", path: "/formations/mill-watch/men", value: 201 }])
      .formations["mill-watch"],
  ).toMatchObject({
    men: 121,
    quality: 0.75,
    cohesion: 65,
    side: "loam",
    seat: "loam-command",
  });
});

test("a place takes its depth, frontage and garrison from its kind unless it has its own", () => {
  const { places, parameters } = compileSmall([
    { op: "add", path: "/places/mill/depthKm", value: { value: 7, assumption: "x" } },
  ]);
  const { depthKm, frontageMen, minimumGarrison } = parameters.placeKinds["village"]!;
  expect(places["mill"]).toMatchObject({ depthKm: 7, frontageMen, minimumGarrison });
  expect(depthKm).not.toBe(7);
});

test("a formation that can be divided brings its detachments, empty and off the map", () => {
  const { formations, idHashes } = compileSmall([
    { op: "add", path: "/formations/town-guard/detachments", value: 2 },
  ]);
  expect(formations["town-guard-2"]).toMatchObject({
    name: "Town guard, detachment 2",
    side: "loam",
    seat: "loam-command",
    contingent: "loam-army",
    parent: "town-guard",
    class: "static",
    quality: formations["town-guard"]!.quality,
    echelon: "company",
    mobility: "foot",
    hq: false,
    men: 0,
    kit: {},
    place: null,
    reserve: false,
    knownTo: [],
    detachments: 0,
  });
  expect(Object.keys(formations)).toEqual(Object.keys(formations).toSorted());
  expect(Object.keys(idHashes)).toContain("town-guard-1");
  expect(formations["town-guard-3"]).toBeUndefined();
});

test("neighbours are derived from the links and sorted", () => {
  const { neighbours } = compileSmall();
  expect(neighbours["town"]?.map(({ to, link }) => `${to} ${link}`)).toEqual([
    "harbour town-harbour",
    "mill mill-town",
    "tower tower-town",
  ]);
});

test("chance may be asked about every place, link, unit, kind of kit, side and seat", () => {
  const { idHashes } = compileSmall();
  expect(Object.keys(idHashes)).toEqual(
    expect.arrayContaining(["town", "mill-town", "hammer", "swallows", "tank", "loam", "white"]),
  );
});

test("every record of a setup is in code-unit order", () => {
  const setup = compileSmall();
  for (const part of Object.values(setup)) {
    if (typeof part !== "object" || Array.isArray(part)) continue;
    if (part === setup.parameters || part === setup.clock) continue;
    expect(Object.keys(part)).toEqual(Object.keys(part).sort());
  }
});

test("a setup holds plain JSON, with no quantity left", () => {
  const setup = compileSmall();
  expect(JSON.parse(JSON.stringify(setup))).toEqual(setup);
  expect(JSON.stringify(setup)).not.toMatch(/"(assumption|confidence|sources)":/);
});

test("the order of keys and of sets in the file changes nothing", () => {
  const text = JSON.stringify(smallScenario());
  const other = edited((s) => {
    s.seats["loam-command"].contingents.reverse();
    s.wings.swallows.missions.reverse();
    s.links["ford-mill"].between.reverse();
    s.contingents.legion.patron.outerLine.reverse();
  });
  const [a, b] = [text, canonicalJson(JSON.parse(other))].map((each) => readScenario(each, ERC_1));
  expect(JSON.stringify(a?.ok && a.value.setup)).toBe(JSON.stringify(b?.ok && b.value.setup));
});

test("overrides change the parameters of their scenario alone", () => {
  const overrides = [
    { path: "/odds/sharpness", value: 3, why: "a test" },
    { path: "/odds/axes/rows/1", value: 1.15, why: "a test" },
  ];
  const { setup } = readSmall([{ op: "add", path: "/overrides", value: overrides }]);
  expect(setup.parameters.odds).toMatchObject({ sharpness: 3, axes: [1, 1.15, 1.2, 1.3] });
  expect(compileSmall().parameters.odds.sharpness).toBe(2.5);
});

test("a length is chosen by name, a variant by its id", () => {
  const text = JSON.stringify(smallScenario());
  const read = readScenario(text, ERC_1, { length: "long", variant: "no-legion" });
  expect(read.ok && [read.value.setup.turns, read.value.setup.formations["cohort"]?.men]).toEqual([
    10, 40,
  ]);
});

test("a variant leaves the digest of the file as it is", () => {
  const text = JSON.stringify(smallScenario());
  const [plain, varied] = [{}, { variant: "no-legion" }].map((options) =>
    readScenario(text, ERC_1, options),
  );
  expect(plain?.ok && plain.value.hash).toBe(varied?.ok && varied.value.hash);
});

const CHOICES: [what: string, options: object, problem: string][] = [
  ["an unknown length", { length: "lnog" }, "length.unknown /lengths"],
  ["an unknown variant", { variant: "no-legions" }, "variant.unknown /variants"],
  [
    "a patch to nowhere",
    { patch: [{ op: "replace", path: "/formations/nobody/men", value: 1 }] },
    "patch.refused /patch/0",
  ],
  [
    "a patch of a prototype",
    { patch: [{ op: "add", path: "/places/__proto__/x", value: 1 }] },
    "patch.refused /patch/0",
  ],
  [
    "a patch that breaks the scenario",
    { patch: [{ op: "replace", path: "/formations/hammer/place", value: "moon" }] },
    "reference.unknown /formations/hammer/place",
  ],
];

test.each(CHOICES)("%s is refused", (_what, options, problem) => {
  const read = readScenario(JSON.stringify(smallScenario()), ERC_1, options);
  expect(read.ok ? [] : linesOf(read.problems)).toEqual([problem]);
});

test("a variant that cannot be played is found when every variant is tried", () => {
  const text = edited((s) => (s.variants["no-legion"].patch[0].path = "/formations/legoin/men"));
  const read = readScenario(text, ERC_1, { everyVariant: true });
  expect(read.ok ? [] : linesOf(read.problems)).toEqual([
    "patch.refused /variants/no-legion/patch/0",
  ]);
});
