import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLine, NO_LINE, parseJournal } from "../../src/journal/index.ts";
import { aCommit, everyLine, forged, headerFields, parsed, written } from "./fixtures.ts";

const { text, journal } = written(everyLine);
const header = text.slice(0, text.indexOf("\n") + 1);
const firstSum = journal.entries[0]?.sum as string;
const headerLine = journal.header;

/** The one problem of a text that must be refused. */
function refusalOf(of: string) {
  const result = parseJournal(of);
  expect(result).toMatchObject({ ok: false });
  const problems = result.ok ? [] : result.problems;
  expect(problems).toHaveLength(1);
  return problems[0];
}

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

function forgedDeep(): string {
  return `{"kind":"header","format":"tadmor-journal/1","x":${nested(10_000)}}\n`;
}

describe("a file that is no journal of ours", () => {
  const shuffled = `${JSON.stringify({ sum: 1, ...headerLine })}\n`;
  it.each([
    ["an empty file", "", 1, "empty"],
    ["one blank line", "\n", 1, "foreign"],
    ["prose", "Once upon a time\n", 1, "foreign"],
    ["prose without an end", "Once upon a time", 1, "foreign"],
    ["a scenario", '{"format":"tadmor-scenario/1"}\n', 1, "foreign"],
    ["a number", "12\n", 1, "foreign"],
    ["null", "null\n", 1, "foreign"],
    ["nesting of 10,000", `${nested(10_000)}\n`, 1, "too-deep"],
    ["nesting of 10,000 in a header", forgedDeep(), 1, "too-deep"],
    ["a line of 5 MB", `${"x".repeat(5_000_000)}\n`, 1, "line-too-long"],
    ["a newer journal", '{"format":"tadmor-journal/2","lines":7}\n', 1, "format"],
    ["a header that was cut", header.slice(0, 90), 1, "no-header"],
    ["a header with other fields", shuffled, 1, "altered"],
    ["a header after a byte order mark", `\ufeff${header}`, 1, "foreign"],
    ["Windows line ends", text.replaceAll("\n", "\r\n"), 1, "line-ends"],
    ["a journal without its first line", text.slice(header.length), 1, "foreign"],
    ["a header in the place of another", header + header, 2, "chain"],
    ["a blank line at the end", `${text}\n`, everyLine.length + 2, "altered"],
  ])("is refused in one line: %s", (_, of, line, code) => {
    expect(refusalOf(of)).toMatchObject({ line, code: `journal.${code}`, path: `/lines/${line}` });
  });
});

function orders(seat: string) {
  return { kind: "orders", turn: 1, seat, orders: [] };
}

function forgedProto(): string {
  const line = JSON.parse('{"kind":"draft","turn":1,"__proto__":{"x":1}}');
  return forged(line, firstSum);
}

describe("a line with a correct sum that no program wrote", () => {
  const draft = { kind: "draft", turn: 1 };
  const twice = forged(draft, firstSum).replace('"turn":1', '"turn":1,"turn":1');
  it.each([
    ["the key __proto__", forgedProto(), "altered"],
    ["a control character", forged({ ...draft, x: "\u001b[2J" }, firstSum), "altered"],
    ["a key given twice", twice, "altered"],
    ["blanks", forged(draft, firstSum).replace(",", ", "), "altered"],
    ["a field more", forged({ ...draft, x: 1 }, firstSum), "shape"],
    ["an unknown kind", forged({ ...draft, kind: "cheat" }, firstSum), "shape"],
    ["a fraction of a turn", forged({ ...draft, turn: 1.5 }, firstSum), "shape"],
    ["another turn", forged({ ...draft, turn: 2 }, firstSum), "order"],
    ["a later note", forged({ kind: "note", turn: 2, text: "x", seat: null }, firstSum), "order"],
    ["a stranger's orders", forged(orders("green"), firstSum), "order"],
    ["orders of a property", forged(orders("valueof"), firstSum), "order"],
    ["a second header", forged(headerLine, firstSum), "order"],
    ["no sum before it", forged(draft, NO_LINE), "chain"],
  ])("is refused: %s", (_, line, code) => {
    expect(refusalOf(header + line)).toMatchObject({ line: 2, code: `journal.${code}` });
  });

  it("gives every field that is wrong", () => {
    const line = forged(
      { kind: "ruling", turn: 0, ruling: { kind: "draw", key: "", u: 1, reason: "r" } },
      firstSum,
    );
    const result = parseJournal(header + line);
    const paths = result.ok ? [] : result.problems.map(({ path }) => path);
    expect(paths).toEqual(["/lines/2/turn", "/lines/2/ruling/key", "/lines/2/ruling/u"]);
  });

  it("is refused as a header whose dice change backwards", () => {
    const reseeds = [
      { fromTurn: 3, seed: "a" },
      { fromTurn: 2, seed: "b" },
    ];
    const line = forged({ ...headerLine, reseeds });
    expect(refusalOf(line)).toMatchObject({ line: 1, code: "journal.order" });
  });
});

describe("an altered journal", () => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (at: number) => starts.findLastIndex((start) => start <= at) + 1;
  // Without its last newline a journal is one that was being written.
  const place = fc.integer({ min: 0, max: text.length - 2 });
  const character = fc.oneof(
    fc.constantFrom("\n", " ", "0", "}", '"'),
    fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  );

  it("is refused with the number of the line in which one byte was changed", () => {
    fc.assert(
      fc.property(place, character, (at, changed) => {
        fc.pre(text[at] !== changed);
        const altered = text.slice(0, at) + changed + text.slice(at + 1);
        expect(refusalOf(altered)).toMatchObject({ line: lineAt(at) });
      }),
      { numRuns: 1000 },
    );
  });

  it("is refused with the number of the line from which one byte was taken", () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(refusalOf(text.slice(0, at) + text.slice(at + 1))).toMatchObject({
          line: lineAt(at),
        });
      }),
    );
  });

  const lines = text.split(/(?<=\n)/);
  it.each(lines.slice(1, -1).map((_, index) => index + 2))("misses line %i", (number) => {
    const without = lines.filter((_, index) => index !== number - 1).join("");
    expect(refusalOf(without)).toMatchObject({ line: number, code: "journal.chain" });
  });

  it("is refused at the line after one that was altered together with its sum", () => {
    const second = forged({ kind: "orders", turn: 1, seat: "red", orders: [] }, firstSum);
    const altered = [lines[0], second, ...lines.slice(2)].join("");
    expect(refusalOf(altered)).toMatchObject({ line: 3, code: "journal.chain" });
  });
});

describe("a journal cut at any byte", () => {
  it("keeps every whole line, and reports what it drops", () => {
    for (let length = 0; length <= text.length; length++) {
      const cut = text.slice(0, length);
      const whole = cut.lastIndexOf("\n") + 1;
      const result = parseJournal(cut);
      expect(result.ok).toBe(whole > 0);
      if (!result.ok) continue;
      const lines = cut.slice(0, whole).split("\n").length - 1;
      expect(result.journal.entries).toEqual(journal.entries.slice(0, lines));
      expect(result.dropped).toEqual(
        length > whole ? { line: lines + 1, bytes: length - whole } : null,
      );
    }
  });

  it("of whole lines is a shorter game", () => {
    const shorter = written(everyLine.slice(0, 5));
    expect(text.startsWith(shorter.text)).toBe(true);
    expect(parsed(shorter.text)).toEqual(shorter.journal);
  });
});

describe("a journal of another engine", () => {
  const other = forged({ ...headerLine, engine: "0.0.0-other" });
  const sum = formatLine({ ...headerLine, engine: "0.0.0-other" }, NO_LINE).sum;

  it("opens read-only and says so", () => {
    const read = parsed(other + forged(aCommit(1), sum));
    expect(read.readOnly).toMatch(/^played with engine 0\.0\.0-other; this is .*: it can be read/);
    expect(read.turn).toBe(2);
  });

  it("is not read-only when it is ours", () => {
    expect(parsed(text).readOnly).toBeNull();
    expect(headerFields).toMatchObject({ seed: headerLine.seed });
  });
});
