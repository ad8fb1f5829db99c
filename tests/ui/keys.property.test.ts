import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOrder } from "../../src/engine/player.ts";
import { frame } from "../../src/ui/frame.ts";
import { KEY_NAMES } from "../../src/ui/key.ts";
import { plainOf, widthOf } from "../../src/ui/text/span.ts";
import { sitDown } from "./player.ts";
import { smallPorts } from "./table-ports.ts";

const names = KEY_NAMES.filter((name) => name !== "character" && name !== "ctrl-c");
const anyKey = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("enter", "down", "tab", "e", "a", ":") },
  fc.constantFrom(...names),
  fc.constantFrom(..."nshrmauUxzZ:ebrw?oqt1 éz"),
);
const anySize = fc.record({
  columns: fc.integer({ min: 1, max: 240 }),
  rows: fc.integer({ min: 1, max: 80 }),
});

describe("whatever keys are pressed", () => {
  it("nothing breaks, no illegal order is on the sheet, and a frame fits its window", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyKey, { maxLength: 60 }), anySize, async (keys, size) => {
        const player = sitDown(smallPorts());
        await player.press("n", "enter", "enter", ...keys);
        const { game } = player.driver.state();
        for (const order of game?.draft.orders ?? []) {
          expect(game?.view && checkOrder(game.view, order)).toBeNull();
        }
        const lines = frame(player.driver.state(), size);
        expect(lines).toHaveLength(Math.max(1, size.rows - 1));
        for (const line of lines) {
          expect(widthOf(line)).toBe(size.columns);
          expect(plainOf(line)).not.toMatch(/[\u0000-\u001f\u007f]/); // oxlint-disable-line eslint/no-control-regex
        }
      }),
      { numRuns: 60 },
    );
  });
});
