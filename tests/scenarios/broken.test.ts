import { expect, test } from "vitest";
import { edited, type Draft, linesOf, problemsOf } from "./edit.ts";

type Case = [what: string, edit: (draft: Draft) => void, ...problems: string[]];

const guess = (value: unknown) => ({ value, assumption: "made up" });

const CASES: Case[] = [
  [
    "a link to a place that is not there",
    (s) => (s.links["mill-town"].between[1] = "twon"),
    "reference.unknown /links/mill-town/between/1",
  ],
  [
    "negative men",
    (s) => (s.formations.hammer.men.value = -5),
    "schema.out-of-range /formations/hammer/men/value",
  ],
  [
    "half a man",
    (s) => (s.formations.hammer.men.value = 2.5),
    "schema.wrong-type /formations/hammer/men/value",
  ],
  [
    "an unknown source",
    (s) => (s.record.events[0].sources = ["NOBODY"]),
    "reference.unknown-source /record/events/0/sources/0",
  ],
  [
    "a seat without an objective",
    (s) => delete s.objectives["keep-legion"],
    "seat.no-objective /seats/envoy",
  ],
  ["text for a number", (s) => (s.clock.turnHours = "12"), "schema.wrong-type /clock/turnHours"],
  [
    "a bare number for a quantity",
    (s) => (s.places.mill.value = 3),
    "schema.wrong-form /places/mill/value",
  ],
  [
    "a quantity without a parent",
    (s) => (s.places.mill.value = { value: 3 }),
    "schema.missing /places/mill/value/assumption",
  ],
  [
    "a quantity with sources and no range",
    (s) => (s.places.mill.value = { value: 3, confidence: "M", sources: ["CHRON"], low: 1 }),
    "schema.missing /places/mill/value/high",
  ],
  [
    "a key of another spelling",
    (s) => (s.places.mill.nmae = "x"),
    "schema.unknown-key /places/mill/nmae",
  ],
  ["a missing key", (s) => delete s.places.mill.terrain, "schema.missing /places/mill/terrain"],
  [
    "an id with capitals",
    (s) => (s.tracks["Bad Id"] = s.tracks.favour),
    "schema.bad-id /tracks/Bad Id",
  ],
  [
    "a name outside its list",
    (s) => (s.formations.hammer.branch = "infantri"),
    "schema.unknown-name /formations/hammer/branch",
  ],
  [
    "a file of a later format",
    (s) => (s.format = "tadmor-scenario/2"),
    "schema.unknown-name /format",
  ],
  [
    "another kind of file, of which nothing else is told",
    (s) => Object.assign(s, { format: "tadmor-design/1", title: 7 }),
    "schema.other-kind /format",
  ],
  ["text that steers a terminal", (s) => (s.title = "a\u001b[2Jb"), "schema.wrong-form /title"],
  [
    "a misspelt condition",
    (s) => (s.objectives["take-town"].when = { hled: {} }),
    "schema.wrong-form /objectives/take-town/when",
  ],
  [
    "a condition without its place",
    (s) => (s.injects.rumour.when = { held: { by: "loam" } }),
    "schema.missing /injects/rumour/when/held/place",
  ],
  [
    "a deep condition on nothing",
    (s) => (s.injects.rumour.when = { all: [{ not: { left: "nobody" } }] }),
    "reference.unknown /injects/rumour/when/all/0/not/left",
  ],
  [
    "a value outside its range",
    (s) =>
      (s.places.mill.value = { value: 9, low: 1, high: 3, sources: ["CHRON"], confidence: "M" }),
    "quantity.outside-range /places/mill/value/value",
  ],
  [
    "low above high",
    (s) =>
      (s.places.mill.value = { value: 2, low: 3, high: 1, sources: ["CHRON"], confidence: "M" }),
    "quantity.low-above-high /places/mill/value/low",
  ],
  ["an id of two things", (s) => (s.injects.mill = s.injects.rumour), "id.twice /injects/mill"],
  [
    "a detachment called like another formation",
    (s) => (
      (s.formations.hammer.detachments = 2), (s.formations["hammer-2"] = { ...s.formations.sickle })
    ),
    "id.twice /formations/hammer/detachments",
  ],
  [
    "a detachment with a name no order could hold",
    (s) => (s.formations["h".repeat(47)] = { ...s.formations.sickle, detachments: 1 }),
    `id.long /formations/${"h".repeat(47)}/detachments`,
  ],
  ["two labels alike", (s) => (s.places.mill.label = "TW"), "place.label-twice /places/mill/label"],
  [
    "two places at one spot",
    (s) => (s.places.mill.position = s.places.tower.position),
    "place.position-twice /places/mill/position",
  ],
  [
    "a link to itself",
    (s) => (s.links["mill-town"].between = ["mill", "mill"]),
    "link.loop /links/mill-town/between",
  ],
  [
    "a height over a place that is not there",
    (s) => (s.places.tower.overlooks = ["town", "moon"]),
    "reference.unknown /places/tower/overlooks/1",
  ],
  [
    "a height over itself",
    (s) => (s.places.tower.overlooks = ["tower"]),
    "place.overlooks-itself /places/tower/overlooks",
  ],
  [
    "one road twice",
    (s) => (s.links.again = { ...s.links["mill-town"], between: ["town", "mill"] }),
    "link.twice /links/again/between",
  ],
  [
    "an island",
    (s) => (
      (s.links["ford-tower"].between = ["ford", "town"]),
      (s.links["tower-town"].between = ["mill", "harbour"])
    ),
    "place.unconnected /places/tower",
  ],
  [
    "an entry without a road",
    (s) => delete s.links["town-harbour"],
    "place.unconnected /places/harbour",
    "reinforcement.unreachable /reinforcements/landing/at",
    "pool.unreachable /pools/veterans/at",
  ],
  [
    "an arrival after the end",
    (s) => (s.reinforcements.landing.afterHours = guess(120)),
    "reinforcement.too-late /reinforcements/landing/afterHours",
  ],
  [
    "a formation nobody brings",
    (s) => delete s.reinforcements.landing,
    "formation.never-comes /formations/fresh-guard/place",
  ],
  [
    "a reinforcement already there",
    (s) => (s.formations["fresh-guard"].place = "harbour"),
    "formation.already-there /reinforcements/landing/formations/0",
  ],
  [
    "a formation among enemies",
    (s) => (s.formations.hammer.place = "town"),
    "formation.among-enemies /formations/hammer/place",
  ],
  [
    "enemies in a place that nobody holds",
    (s) => {
      s.places.ford.holder = null;
      s.formations["mill-watch"].place = "ford";
    },
    "formation.among-enemies /formations/mill-watch/place",
  ],
  [
    "a parent below its child",
    (s) => (s.formations["town-guard"].parent = "mill-watch"),
    "formation.cycle /formations/town-guard/parent",
    "formation.cycle /formations/mill-watch/parent",
  ],
  [
    "a contingent without a seat",
    (s) => (s.seats.envoy.contingents = []),
    "contingent.seat /contingents/legion",
  ],
  [
    "a contingent with two seats",
    (s) => s.seats["loam-command"].contingents.push("legion"),
    "contingent.seat /contingents/legion",
  ],
  [
    "a seat over the other side",
    (s) => (s.contingents.legion.side = "flint"),
    "seat.side /seats/envoy/contingents/0",
    "formation.among-enemies /formations/cohort/place",
  ],
  [
    "a base without a runway",
    (s) => (s.wings.swallows.base = "town"),
    "wing.no-airbase /wings/swallows/base",
  ],
  [
    "a patron's stake that is not there",
    (s) => (s.contingents.legion.patron.stake = "castle"),
    "reference.unknown /contingents/legion/patron/stake",
  ],
  [
    "kit that nobody knows",
    (s) => (s.formations.hammer.kit.zeppelin = guess(1)),
    "reference.unknown /formations/hammer/kit/zeppelin",
  ],
  [
    "history for a seat without orders",
    (s) => (s.historical.white = "x"),
    "historical.no-command /historical/white",
  ],
  ["a length that is not there", (s) => (s.length = "endless"), "reference.unknown /length"],
  [
    "a day outside the calendar",
    (s) => (s.clock.start = "1950-02-30T06:00:00+00:00"),
    "clock.no-date /clock/start",
  ],
  ["weather that does not add up", (s) => (s.weather.rain = guess(0.5)), "weather.sum /weather"],
  [
    "a track that starts outside",
    (s) => (s.tracks.favour.initial = 500),
    "track.outside /tracks/favour/initial",
  ],
  [
    "an override of nothing",
    (s) => (s.overrides = [{ path: "/odds/sharpnes", value: 2, why: "x" }]),
    "override.unknown /overrides/0/path",
  ],
  [
    "an override out of bounds",
    (s) => (s.overrides = [{ path: "/odds/sharpness", value: -2, why: "x" }]),
    "schema.out-of-range /overrides/0/value",
  ],
  ["other parameters", (s) => (s.parameters = "erc-9"), "parameters.other /parameters"],
];

test.each(CASES)("%s is told with its path", (_what, edit, ...problems) => {
  expect(linesOf(problemsOf(edited(edit)))).toEqual(problems);
});

test("two ids with one hash are told, for their dice would be the same", () => {
  const text = edited((s) => {
    s.injects = { v5ea9: s.injects.rumour, v4a104: s.injects.rumour };
  });
  expect(linesOf(problemsOf(text))).toEqual(["id.hash-clash /injects/v4a104"]);
});

test("a seat may have the id of its contingent", () => {
  const text = edited((s) => {
    s.seats.legion = s.seats.envoy;
    delete s.seats.envoy;
    s.objectives["keep-town"].visibleTo = ["white"];
    s.objectives["keep-legion"].seats = ["legion"];
    s.objectives["keep-legion"].visibleTo = ["legion"];
  });
  expect(problemsOf(text)).toEqual([]);
});

test("many mistakes are all told at once", () => {
  const text = edited((s) => {
    s.links["mill-town"].between[1] = "twon";
    s.formations.hammer.men.value = -5;
    s.record.events[0].sources = ["NOBODY"];
    s.reinforcements.landing.afterHours = guess(999);
    delete s.objectives["keep-legion"];
    s.clock.dawnHour = "six";
  });
  expect(linesOf(problemsOf(text)).sort()).toEqual([
    "reference.unknown /links/mill-town/between/1",
    "reference.unknown-source /record/events/0/sources/0",
    "reinforcement.too-late /reinforcements/landing/afterHours",
    "schema.out-of-range /formations/hammer/men/value",
    "schema.wrong-type /clock/dawnHour",
    "seat.no-objective /seats/envoy",
  ]);
});

test("a key given twice does not hide what else is wrong", () => {
  const text = edited((s) => (s.formations.hammer.men.value = -5)).replace(
    '"title":',
    '"__proto__":{},"title":"again","title":',
  );
  expect(linesOf(problemsOf(text))).toEqual([
    "schema.out-of-range /formations/hammer/men/value",
    "json.forbidden-key /__proto__",
    "json.duplicate-key /title",
  ]);
});

test("a problem says what was found, what was expected, and what to do", () => {
  const [problem] = problemsOf(edited((s) => (s.links["mill-town"].between[1] = "harbor")));
  expect(problem).toEqual({
    code: "reference.unknown",
    path: "/links/mill-town/between/1",
    message: 'found "harbor", expected the id of a place',
    hint: 'did you mean "harbour"?',
  });
});

test("text of a file is clipped and loses its control characters in a message", () => {
  const [problem] = problemsOf(edited((s) => (s.length = `\u001b[31m${"x".repeat(500)}`)));
  expect(problem?.message.length).toBeLessThan(160);
  expect(problem?.message).not.toContain("\u001b");
});

test("problems of the parameters say that they are there", () => {
  const problems = problemsOf(
    edited(() => {}),
    '{ "format": "tadmor-parameters/1" }',
  );
  expect(linesOf(problems)).toContain("parameters.schema.missing /odds");
});
