import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createChance, type Setup, startWorld, type World } from "../../src/engine/index.ts";
import { readReplay, replayOf } from "../support/soak/replay.ts";
import { soak, soakAgain } from "../support/soak/war.ts";
import { checked, watchedStep } from "../support/soak/watched-step.ts";
import { tinySetup } from "../support/tiny-setup.ts";

describe("small random wars by swarms of random legal orders (npm run soak plays more of them)", () => {
  test.each([101, 102, 103, 104, 105, 106])("war %i keeps every promise", (seed) => {
    const { broken, turns } = soak(seed);
    expect(broken?.what ?? null).toBe(null);
    expect(turns).toBeGreaterThan(0);
  });

  test("the same number is the same war", () => {
    expect(soak(107).digests).toEqual(soak(107).digests);
  });
});

describe("what the soak would see", () => {
  const setup = tinySetup({
    places: { anvil: {}, bridge: {} },
    roads: ["anvil bridge 10 road"],
    formations: { hammer: { side: "red", place: "anvil" } },
  });
  const input = { orders: {}, rulings: [], injects: [] };
  const spoilt = (_: Setup, world: World, phase: string): World => {
    if (phase !== "movement") return world;
    const [id = ""] = Object.keys(world.formations);
    const formation = { ...world.formations[id]!, men: -1 };
    return { ...world, formations: { ...world.formations, [id]: formation } };
  };

  test("a phase that leaves men below nought is named by the next", () => {
    const watch: typeof checked = (s, world, phase) => checked(s, spoilt(s, world, phase), phase);
    const play = () =>
      watchedStep(setup, startWorld(setup), input, createChance("x", setup), watch);
    expect(play).toThrow(/before "movement": .*men are not whole or negative/);
  });

  test("what it finds is a saved game that plays again", () => {
    const war = { setup, chanceSeed: "kept", orders: [{}, {}], what: "nothing, this once" };
    const { orders, ...rest } = readReplay(replayOf(1, war));
    expect(rest).toEqual({ setup: JSON.parse(JSON.stringify(setup)), chanceSeed: "kept" });
    expect(orders).toEqual([{}, {}]);
    expect(soakAgain({ ...rest, orders })).toBe(null);
  });
});

const REPLAYS = "tests/replays";

test("whatever the soak once found stays mended", () => {
  const files = existsSync(REPLAYS) ? readdirSync(REPLAYS) : [];
  for (const file of files.filter((name) => name.startsWith("soak-"))) {
    const broken = soakAgain(readReplay(readFileSync(join(REPLAYS, file), "utf8")));
    expect({ file, broken }).toEqual({ file, broken: null });
  }
});
