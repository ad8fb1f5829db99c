import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createChance,
  drawKey,
  hashId,
  keyOf,
  type Purpose,
  PURPOSES,
  scriptedChance,
  unitInterval,
  withRulings,
} from "../../src/engine/index.ts";
import { philox4x32 } from "../../src/engine/chance/philox.ts";
import { middleChance } from "../../src/engine/player.ts";
import { CHI_SQUARE_999, chiSquare, correlation } from "../support/dice-statistics.ts";

const IDS = ["anvil", "bridge", "camp", "dam", "east-road", "fort"];
const setup = { idHashes: Object.fromEntries(IDS.map((id) => [id, hashId(id)])) };
const PURPOSE_NAMES = Object.keys(PURPOSES) as Purpose[];
const word = fc.integer({ min: 0, max: 0xffffffff });

test("a draw lies strictly between 0 and 1 for any two words", () => {
  expect(unitInterval(0, 0)).toBeGreaterThan(0);
  expect(unitInterval(0xffffffff, 0xffffffff)).toBeLessThan(1);
  fc.assert(
    fc.property(word, word, (high, low) => {
      const u = unitInterval(high, low);
      return u > 0 && u < 1;
    }),
  );
});

test("a draw rises with its high word, then with its low one", () => {
  expect(unitInterval(64, 0)).toBeGreaterThan(unitInterval(0, 0xffffffff));
  expect(unitInterval(0, 64)).toBeGreaterThan(unitInterval(0, 0));
});

test("no two purposes share a number, and none is 0", () => {
  const numbers = Object.values(PURPOSES);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(Math.min(...numbers)).toBeGreaterThan(0);
  expect(Math.max(...numbers)).toBeLessThan(0x100);
});

test("purposes keep the numbers they were given, because saved games hold them", () => {
  expect(PURPOSES).toMatchObject({
    weather: 1,
    odds: 2,
    attackerLosses: 3,
    defenderLosses: 4,
    settleAttacker: 5,
    settleDefender: 6,
    killedAttacker: 7,
    killedDefender: 8,
    kitAttacker: 9,
    kitDefender: 10,
    break: 11,
    patron: 12,
    detect: 13,
    strength: 14,
    airLoss: 15,
    strikeMen: 16,
    strikeKit: 17,
    meeting: 18,
    breach: 19,
    abandon: 20,
    salvage: 21,
    scout: 22,
    claimMen: 23,
    claimKit: 24,
    interdictMen: 25,
    interdictKit: 26,
    destroyKit: 27,
    supportKit: 28,
    end: 29,
  });
});

test("a key reads purpose/block/locus/subject, with - for an absent part", () => {
  expect(drawKey("odds", 3, "bridge", "")).toBe("odds/3/bridge/-");
  expect(drawKey("patron", 0, "", "anvil")).toBe("patron/0/-/anvil");
});

const asked = fc.record({
  purpose: fc.constantFrom(...PURPOSE_NAMES),
  block: fc.integer({ min: 0, max: 2000 }),
  locus: fc.constantFrom("", ...IDS),
  subject: fc.constantFrom("", ...IDS),
});

test("the same key gives the same draw, whatever else was asked before", () => {
  fc.assert(
    fc.property(asked, fc.array(asked, { maxLength: 8 }), (key, before) => {
      const fresh = createChance("seed", setup);
      const used = createChance("seed", setup);
      for (const other of before) used.draw(other.purpose, other.block, other.locus, other.subject);
      expect(used.draw(key.purpose, key.block, key.locus, key.subject)).toEqual(
        fresh.draw(key.purpose, key.block, key.locus, key.subject),
      );
    }),
  );
});

test("adding an id moves nobody's dice", () => {
  const larger = { idHashes: { aaa: hashId("aaa"), ...setup.idHashes, zzz: hashId("zzz") } };
  fc.assert(
    fc.property(asked, ({ purpose, block, locus, subject }) => {
      expect(createChance("seed", larger).draw(purpose, block, locus, subject)).toEqual(
        createChance("seed", setup).draw(purpose, block, locus, subject),
      );
    }),
  );
});

test("two keys that differ in one part give different draws", () => {
  const chance = createChance("seed", setup);
  fc.assert(
    fc.property(asked, asked, (a, b) => {
      fc.pre(
        drawKey(a.purpose, a.block, a.locus, a.subject) !==
          drawKey(b.purpose, b.block, b.locus, b.subject),
      );
      expect(chance.draw(a.purpose, a.block, a.locus, a.subject).u).not.toBe(
        chance.draw(b.purpose, b.block, b.locus, b.subject).u,
      );
    }),
  );
});

test("the same seed text gives the same key words, and another text others", () => {
  expect(keyOf("valley")).toEqual(keyOf("valley"));
  expect(keyOf("valley#1")).not.toEqual(keyOf("valley#2"));
});

test("a draw is Philox over block × 256 + purpose, place or link, and formation", () => {
  const words = philox4x32(
    3 * 256 + PURPOSES.break,
    hashId("bridge"),
    hashId("anvil"),
    0,
    ...keyOf("seed"),
    [0, 0, 0, 0],
  );
  expect(createChance("seed", setup).draw("break", 3, "bridge", "anvil").u).toBe(
    unitInterval(words[0], words[1]),
  );
});

test("middle dice show one half for whatever is asked, under its key", () => {
  expect(middleChance.draw("odds", 3, "bridge", "")).toEqual({ key: "odds/3/bridge/-", u: 0.5 });
});

test("asking chance about an id the scenario does not have is a bug", () => {
  const chance = createChance("seed", setup);
  expect(() => chance.draw("break", 1, "nowhere", "")).toThrow("invariant");
});

test("ids as 32-bit hashes follow FNV-1a", () => {
  expect(hashId("")).toBe(0x811c9dc5);
  expect(hashId("a")).toBe(0xe40c292c);
  expect(hashId("foobar")).toBe(0xbf9cf968);
});

describe("over 1,200 keys under one fixed seed", () => {
  const chance = createChance("χ²", setup);
  const drawsFor = (purpose: Purpose) =>
    Array.from({ length: 200 }, (_, block) =>
      IDS.map((id) => chance.draw(purpose, block, id, "").u),
    ).flat();

  test.each(PURPOSE_NAMES)("draws for %s are spread evenly", (purpose) => {
    expect(chiSquare(drawsFor(purpose))).toBeLessThan(CHI_SQUARE_999);
  });

  test("draws for different purposes are not correlated", () => {
    const draws = PURPOSE_NAMES.map(drawsFor);
    // 406 pairs of 1,200 draws: the standard error of each is .029, and .13 more than four of it.
    draws.forEach((one, at) => {
      for (const other of draws.slice(at + 1))
        expect(Math.abs(correlation(one, other))).toBeLessThan(0.13);
    });
  });
});

test("a ruling replaces the draw of its own key and no other", () => {
  const chance = createChance("seed", setup);
  const ruled = withRulings(chance, [
    { kind: "draw", key: "odds/0/bridge/-", u: 0.9, reason: "the bridge was blown" },
  ]);
  expect(ruled.draw("odds", 0, "bridge", "")).toEqual({ key: "odds/0/bridge/-", u: 0.9 });
  expect(ruled.draw("odds", 1, "bridge", "")).toEqual(chance.draw("odds", 1, "bridge", ""));
});

test("scripted dice throw for a key that is not in the script", () => {
  expect(() => scriptedChance({}).draw("odds", 0, "bridge", "")).toThrow("no draw odds/0/bridge/-");
});

test("scripted dice throw for a draw nobody asked for", () => {
  const chance = scriptedChance({ "odds/0/bridge/-": 0.3, "odds/0/camp/-": 0.4 });
  expect(chance.draw("odds", 0, "bridge", "").u).toBe(0.3);
  expect(() => chance.done()).toThrow("odds/0/camp/-");
  chance.draw("odds", 0, "camp", "");
  expect(() => chance.done()).not.toThrow();
});
