import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { observe } from "../../src/engine/index.ts";
import { CHANNELS, type Tells } from "../support/fog/channels.ts";
import { leaksAgain } from "../support/fog/kept.ts";
import { type Compared, fogPair, SECRETS } from "../support/fog/pair.ts";
import { fogTwins } from "../support/fog/twins.ts";
import { startOf } from "../support/table.ts";
import { tinySetup } from "../support/tiny-setup.ts";

const all = Object.keys(SECRETS);
const only = (...names: readonly string[]): Readonly<Record<string, Tells>> =>
  Object.fromEntries(names.map((name) => [name, CHANNELS[name]!]));
const [fullScreen, byLines] = ["screens", "the game line by line"];
const { [fullScreen]: _, ...quick } = CHANNELS;

describe("what a seat cannot see changes no byte of what it is told (npm run fog compares more)", () => {
  const compared: Compared[] = [];
  const kept = async (found: Promise<Compared>) => {
    compared.push(await found);
    return compared.at(-1)!.leaks;
  };

  test.each([5, 8, 13, 23])("in small war %i, by every channel but the screen", async (seed) => {
    expect(await kept(fogPair(seed, { secrets: all, channels: quick, shipped: null }))).toEqual([]);
  });

  test.each([4, 12])("in small war %i, on the screen", async (seed) => {
    expect(await kept(fogPair(seed, { channels: only(fullScreen), shipped: null }))).toEqual([]);
  });

  const SHIPPED = ["report", "export, json", "packet", byLines];
  test.each([
    ["palmyra-2016", "red"],
    ["palmyra-2016", "coalition"],
  ])("in %s, to %s, by papers and lines", async (shipped, sits) => {
    const found = fogPair(21, { secrets: all, channels: only(...SHIPPED), shipped, sits });
    expect(await kept(found)).toEqual([]);
  });

  test.each([4, 9])("in twins %i, played on for as long as it is told the same", async (seed) => {
    expect(await kept(fogTwins(seed))).toEqual([]);
  });

  test("and every secret made a difference in some of these games", () => {
    const changed = new Set(compared.flatMap((one) => one.changed));
    expect(all.filter((secret) => !changed.has(secret))).toEqual([]);
  });
});

test("an own place lost out of sight does not vanish from the seat's fronts", () => {
  const setup = tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue" },
      middle: { holder: "blue" },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "post middle 10 road", "middle rear 10 road"],
    formations: { staff: { side: "blue", place: "rear" }, column: { side: "red", place: "camp" } },
  });
  const fought = { assaultedTurn: 1, assaultedBy: "red" };
  const [stood, lost] = ["blue", "red"].map((holder) =>
    startOf(setup, (copy) => void Object.assign(copy.places["post"]!, { ...fought, holder })),
  );
  expect(observe(setup, lost!, "blue").fronts).toEqual(observe(setup, stood!, "blue").fronts);
});

const REPLAYS = "tests/replays";

test("whatever once leaked stays shut", async () => {
  const files = existsSync(REPLAYS) ? readdirSync(REPLAYS) : [];
  for (const file of files.filter((name) => name.startsWith("fog-"))) {
    const leaks = await leaksAgain(readFileSync(join(REPLAYS, file), "utf8"));
    expect({ file, leaks }).toEqual({ file, leaks: [] });
  }
});
