import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ruling } from "../../src/engine/index.ts";
import {
  formatLine,
  type InjectLine,
  journalJsonSchema,
  NO_LINE,
  type TurnLine,
} from "../../src/journal/index.ts";
import { everyLine, headerFields, parsed, written } from "./fixtures.ts";

const { text } = written(everyLine);
const lines = text.trimEnd().split("\n");

describe("the text of a line", () => {
  it("begins with its kind and ends with its sum", () => {
    for (const line of lines) expect(line).toMatch(/^\{"kind":"[a-z]+",.*,"sum":"[0-9a-f]{64}"\}$/);
  });

  it("carries the sum of the line before it", () => {
    const chain = lines.map((line) => JSON.parse(line) as { prev: string; sum: string });
    expect(chain[0]?.prev).toBe(NO_LINE);
    chain.slice(1).forEach(({ prev }, index) => expect(prev).toBe(chain[index]?.sum));
  });

  it("is ASCII, whatever was typed", () => {
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(parsed(text).header.title).toBe(headerFields.title);
  });

  it("does not depend on the order in which its fields were given", () => {
    const backwards = everyLine.map((line) =>
      Object.fromEntries(Object.entries(line).toReversed()),
    );
    expect(backwards.map((line) => formatLine(line as never, NO_LINE).text)).toEqual(
      everyLine.map((line) => formatLine(line, NO_LINE).text),
    );
  });

  it("reads back to the lines that were written", () => {
    const journal = parsed(text);
    expect(journal.entries.slice(1).map(({ line }) => line)).toEqual(everyLine);
    expect(journal).toEqual(written(everyLine).journal);
  });

  it("reads back any note, without its control characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        const whole = written([{ kind: "note", turn: 1, text: typed, seat: null }]);
        const [, note] = parsed(whole.text).entries;
        expect(note).toEqual(whole.journal.entries[1]);
      }),
    );
  });

  it.each([
    ["an escape sequence", "a\u001b[2Jb", "a[2Jb"],
    ["text turned around", "a\u202eb", "ab"],
    ["two lines", "a\nb", "a\nb"],
    ["nothing", " ", "-"],
  ])("keeps of %s what can be shown", (_, typed, kept) => {
    const { journal } = written([{ kind: "note", turn: 1, text: typed, seat: null }]);
    expect(journal.entries[1]?.line).toMatchObject({ text: kept });
  });
});

const freeInject: InjectLine = {
  kind: "inject",
  turn: 1,
  by: "white",
  inject: null,
  audience: ["red"],
  title: "News",
  text: "All quiet.",
  effects: [],
};

function ruled(ruling: Ruling): TurnLine {
  return { kind: "ruling", turn: 1, ruling };
}

describe("a line that does not belong", () => {
  it.each([
    ["a turn that is not open", { kind: "draft", turn: 2 }],
    ["a seat that nobody plays", { kind: "orders", turn: 1, seat: "green", orders: [] }],
    ["a certain outcome", ruled({ kind: "draw", key: "k", u: 1, reason: "r" })],
    ["no outcome", ruled({ kind: "draw", key: "k", u: Number.NaN, reason: "r" })],
    ["odds of nothing", ruled({ kind: "battle", locus: "p", outcome: 0, reason: "r" })],
    ["a free inject for nobody", { ...freeInject, audience: [] }],
    ["a free inject without a text", { ...freeInject, text: null }],
    ["a listed inject with a text", { ...freeInject, inject: "storm" }],
  ] as [string, TurnLine][])("is a bug: %s", (_, line) => {
    expect(() => written([line])).toThrow(/invariant/);
  });
});

describe("the published schema of a line", () => {
  it("has every kind that is written, each with its chain", () => {
    const { oneOf } = journalJsonSchema() as { oneOf: { properties: Record<string, object> }[] };
    const written = new Set(lines.map((line) => (JSON.parse(line) as { kind: string }).kind));
    const kinds = oneOf.map(({ properties }) => properties["kind"] as { const: string });
    expect(new Set(kinds.map((kind) => kind.const))).toEqual(written);
    for (const { properties } of oneOf)
      expect(Object.keys(properties).slice(-2)).toEqual(["prev", "sum"]);
  });
});
