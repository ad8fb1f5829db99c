/** `model.md` 8.12, 8 and 12: names and strangers change nothing, with the real dice of whole games. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalJson,
  createChance,
  hashId,
  type Id,
  type Setup,
  type World,
} from "../../src/engine/index.ts";
import { mirrored } from "../support/mirror.ts";
import { playRandom, playWith, randomGame } from "../support/random-game.ts";
import { placeOf } from "../support/tiny-setup.ts";

const RUNS = { numRuns: 40 };
const TURNS = 6;

test("the sides change names, and every turn happens as before with the names changed", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const plain = playRandom(setup, seed, TURNS);
      const other = mirrored(setup);
      const orders = mirrored(plain.orders);
      const chance = createChance(`random ${seed}`, other);
      const swapped = playWith(other, TURNS, chance, (_, turn) => orders[turn]!);
      expect(canonicalJson(mirrored(swapped.worlds))).toBe(canonicalJson(plain.worlds));
    }),
    RUNS,
  );
});

/**
 * The same war with one more formation of red's, on a place of its own that no road leads to. A patron
 * counts the formations of its hosts (10.2.5), wherever they are: red is nobody's host.
 */
function withStranger(setup: Setup): Setup {
  const { f1 } = setup.formations;
  const stranger = { ...f1!, place: "island", men: 77, detachments: 0, hq: false, knownTo: [] };
  return {
    ...setup,
    places: sorted({ ...setup.places, island: placeOf({ holder: "red", lat: 40, lon: 40 }) }),
    formations: sorted({ ...setup.formations, "a-stranger": stranger }),
    neighbours: sorted({ ...setup.neighbours, island: [] }),
    idHashes: {
      ...setup.idHashes,
      island: hashId("island"),
      "a-stranger": hashId("a-stranger"),
    },
  };
}

function sorted<T>(record: Readonly<Record<Id, T>>): Record<Id, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A world without the stranger and its island. */
function withoutStranger(world: World): World {
  const copy = structuredClone(world);
  for (const record of [copy.formations, copy.places] as Record<Id, unknown>[])
    for (const id of ["a-stranger", "island"]) delete record[id];
  for (const { contacts, holders } of Object.values(copy.knowledge)) {
    delete (contacts as Record<Id, unknown>)["a-stranger"];
    delete holders["island"];
  }
  for (const rules of Object.values(copy.rulesOfEngagement)) delete rules["island"];
  return copy;
}

test("a formation far away, and its place, change nothing for anybody else", () => {
  fc.assert(
    fc.property(randomGame, ({ setup, seed }) => {
      const plain = playRandom(setup, seed, TURNS);
      const larger = withStranger(setup);
      const chance = createChance(`random ${seed}`, larger);
      const other = playWith(larger, TURNS, chance, (_, turn) => plain.orders[turn]!);
      expect(canonicalJson(other.worlds.map(withoutStranger))).toBe(canonicalJson(plain.worlds));
    }),
    RUNS,
  );
});
