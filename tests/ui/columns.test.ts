import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { columnsOf } from "../../src/ui/text/columns.ts";
import { fit, line, plainOf, widthOf, wrap } from "../../src/ui/text/span.ts";

test.each([
  ["Ford camp", 9],
  ["Sákhnah", 7],
  ["┼─╫⡀⣿", 5],
  ["帕尔米拉", 8],
  ["تدمر", 4],
  ["👩‍👩‍👧‍👦", 2],
  ["e\u0301", 1],
])("%s has %i columns", (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

const any = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "grapheme-ascii" }),
  fc.constantFrom("帕尔米拉 T4", "a帕", "قبطان القراصنة", "👩‍👩‍👧‍👦 x"),
);

test("any text is cut or filled to the very columns that Ink counts", () => {
  fc.assert(
    fc.property(any, any, fc.integer({ min: 1, max: 60 }), (one, other, width) => {
      const fitted = fit(line(one, other), width);
      expect(widthOf(fitted)).toBe(width);
      expect(stringWidth(fitted.map(({ text }) => text).join("\u200b"))).toBe(width);
    }),
  );
});

test("half of a wide character is a blank", () => {
  expect(plainOf(fit(line("帕尔米拉"), 4))).toBe("帕 …");
});

test("rows of any text are no wider than asked, and none of it is lost", () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 8, max: 40 }), (text, width) => {
      const rows = wrap(text, width);
      for (const row of rows) expect(columnsOf(row)).toBeLessThanOrEqual(width);
      expect(rows.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
    }),
  );
});
