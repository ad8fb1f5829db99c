import fc from "fast-check";
import { expect, test } from "vitest";
import { checkWorld, type FormationState } from "../../src/engine/index.ts";
import { all, firstTurn, turnOf } from "../support/table.ts";
import { tinySetup } from "../support/tiny-setup.ts";

const force = fc
  .record({
    men: fc.integer({ min: 2, max: 5000 }),
    kit: fc.record({
      tank: fc.integer({ min: 0, max: 40 }),
      gun: fc.integer({ min: 0, max: 7 }),
      svbied: fc.integer({ min: 0, max: 1 }),
    }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ men, kit, share }) => ({ men, kit, leaving: 1 + Math.floor(share * (men - 2)) }));

const held = ({ men, kit }: FormationState) => ({ men, kit });

test("who detaches shares out all men and every piece, each kind within a piece of the share of men", () => {
  fc.assert(
    fc.property(force, ({ men, kit, leaving }) => {
      const setup = tinySetup({
        places: { camp: { holder: "blue" } },
        roads: [],
        formations: { guard: { side: "blue", place: "camp", men, kit, detachments: 1 } },
      });
      const first = firstTurn(setup, [`guard detach ${leaving}`]).world;
      const parent = first.formations["guard"]!;
      const child = first.formations["guard-1"]!;
      expect(child.men).toBe(leaving);
      expect(parent.men + child.men).toBe(men);
      for (const [kind, pieces] of Object.entries(kit)) {
        expect(parent.kit[kind]! + child.kit[kind]!).toBe(pieces);
        expect(Math.abs(child.kit[kind]! - (pieces * leaving) / men)).toBeLessThan(1);
      }
      expect(checkWorld(setup, first)).toEqual([]);

      const again = turnOf(setup, first, ["guard-1 join guard"]);
      expect(all(again.events, "joined")).toHaveLength(1);
      expect(held(again.world.formations["guard"]!)).toMatchObject({ men, kit });
      expect(checkWorld(setup, again.world)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
