import { describe, expect, test } from "vitest";
import { imaginedSetup } from "../../src/engine/imagined/imagined-setup.ts";
import { averageTroops } from "../../src/engine/imagined/average-troops.ts";
import { rows } from "../support/table.ts";
import { ERC } from "../support/tiny-setup.ts";
import { viewOf, war } from "../support/imagined-war.ts";

const imagined = imaginedSetup(viewOf());

describe("troops of whom only the number is known", () => {
  const troopsOf = (qualities: readonly string[]) =>
    averageTroops({
      ...ERC,
      classes: Object.fromEntries(
        qualities.map((quality, at) => [
          `${"abc"[at]}`,
          { ...ERC.classes["static"]!, quality: Number(quality), cohesion: 60 + 10 * at },
        ]),
      ),
    });

  test.each(
    rows(`
    | a   | b   | c   | nearest | mean |
    | 1   | 0.4 | 1.9 | a       | 1.1  |
    | 0.4 | 1   | 1.9 | b       | 1.1  |
    | 1.9 | 0.4 | 1   | c       | 1.1  |
    | 0.2 | 1.6 | 1.2 | c       | 1    |
    | 0.1 | 0.2 | 0.9 | b       | 0.4  |
  `),
  )(
    "classes of quality %s, %s and %s: of class %s, quality %s, all of mean cohesion",
    (a, b, c, nearest, mean) => {
      const troops = troopsOf([a!, b!, c!]);
      expect(troops.class).toBe(nearest);
      expect(troops.quality).toBeCloseTo(Number(mean), 12);
      expect(troops.cohesion).toBe(70);
    },
  );
});

describe("the setup that a seat imagines", () => {
  test("its hidden turns are all played, and none is hidden", () => {
    expect(imagined).toMatchObject({ id: "tiny", title: "A tiny war", turns: 8, hiddenTurns: 0 });
  });

  test("nothing scores, arrives or is put in", () => {
    const { objectives, scores, reinforcements, injects } = imagined;
    expect({ objectives, scores, reinforcements, injects }).toEqual({
      objectives: {},
      scores: {},
      reinforcements: {},
      injects: {},
    });
  });

  test("the weather stays what it is", () => {
    expect(imaginedSetup(viewOf({ weather: "dust" })).weather).toEqual({ dust: 1 });
  });

  test("its own side's surprise is kept, that of others is unknown", () => {
    expect(imagined.surprise).toEqual([{ side: "blue", factor: 1.5 }]);
    const white = { ...war().seats, white: { ...war().seats["red"]!, side: null } };
    expect(imaginedSetup(viewOf({}, war({ seats: white }), "white")).surprise).toEqual([]);
  });

  test("chance may be asked of what the seat knows, and of nothing made up or unseen", () => {
    const named = "bridge camp post bridge-camp bridge-post guard later second third column";
    const wings = ["alone", "foreign", "guided"];
    const known = [...named.split(" "), ...wings, ...Object.keys(ERC.kit)];
    expect(Object.keys(imagined.idHashes).toSorted()).toEqual(known.toSorted());
    for (const id of known) expect(imagined.idHashes[id]).toBe(war().idHashes[id]);
  });
});

describe("seats and contingents that a seat imagines", () => {
  test("the seats are its own, those with formations or wings of its side, and one made up for each enemy", () => {
    expect(Object.keys(imagined.seats)).toEqual(["ally", "blue", "flyers", "imagined-red"]);
    expect(imagined.seats["imagined-red"]).toEqual({
      name: "red",
      side: "red",
      role: "command",
      contingents: ["imagined-red"],
      brief: "",
    });
    expect(imagined.seats["ally"]).toMatchObject({ name: "ally", side: "blue", brief: "" });
  });

  test.each([
    ["blue", "blue", ["blue", "volunteers"]],
    ["blue", "ally", ["aiders", "allies"]],
    ["blue", "flyers", []],
    ["ally", "blue", ["blue"]],
  ])(
    "%s imagines of %s what it commands, of others what their formations belong to: %j",
    (seat, of, contingents) => {
      expect(imaginedSetup(viewOf({}, war(), seat)).seats[of]!.contingents).toEqual(contingents);
    },
  );

  test("a contingent of its side keeps its name and delay, and has no patron who could leave", () => {
    expect(Object.keys(imagined.contingents)).toEqual([
      "aiders",
      "allies",
      "blue",
      "imagined-red",
      "volunteers",
    ]);
    expect(imagined.contingents["allies"]).toEqual({
      name: "The allies",
      side: "blue",
      commandDelayHours: 24,
      patron: null,
    });
    expect(imagined.contingents["aiders"]!.patron).toBeNull();
  });

  test("the enemy's orders arrive at once, under the contingent made up for him", () => {
    expect(imagined.contingents["imagined-red"]).toEqual({
      name: "red",
      side: "red",
      commandDelayHours: 0,
      patron: null,
    });
  });
});

describe("formations that a seat imagines", () => {
  test("a reported enemy is average troops on foot without kit, as many as reported, where reported", () => {
    const troops = averageTroops(ERC);
    expect(imagined.formations["column"]).toEqual({
      name: "column",
      side: "red",
      seat: "imagined-red",
      contingent: "imagined-red",
      parent: null,
      hq: false,
      echelon: "company",
      branch: "",
      sidc: "",
      mobility: "foot",
      class: troops.class,
      men: 420,
      kit: {},
      quality: troops.quality,
      cohesion: troops.cohesion,
      supplyDays: 3,
      place: "camp",
      reserve: false,
      detachments: 0,
      knownTo: [],
    });
  });

  test("of its own side all that it knows is kept, of an enemy nobody told of there is nothing", () => {
    expect(Object.keys(imagined.formations)).toEqual([
      "column",
      "guard",
      "later",
      "second",
      "third",
    ]);
    expect(imagined.formations["guard"]).toEqual({ ...war().formations["guard"], knownTo: [] });
  });

  test("of two enemies the first by id is taken to be whom a report means", () => {
    const { blue, red } = war().sides;
    const sides = { amber: red!, blue: blue!, red: red! };
    const three = imaginedSetup(viewOf({}, war({ sides })));
    expect(three.formations["column"]).toMatchObject({ side: "amber", seat: "imagined-amber" });
    expect(Object.keys(three.seats).filter((id) => id.startsWith("imagined"))).toEqual([
      "imagined-amber",
      "imagined-red",
    ]);
  });
});
