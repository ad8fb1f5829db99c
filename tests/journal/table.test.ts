import { describe, expect, it } from "vitest";
import {
  type Book,
  openTable,
  type Outcome,
  PERSON,
  recompute,
  startJournal,
  type Table,
  unsaved,
} from "../../src/journal/index.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { headerFields } from "./fixtures.ts";

const setup = compileSmall();
const FLINT = "flint-command";
const players = { [FLINT]: PERSON, "loam-command": "hold", envoy: "hold" };
const hold = () => [];
const policies = { "loam-command": hold, envoy: hold };

function newBook(): Book {
  return unsaved(startJournal({ ...headerFields, players }).journal);
}

function opened(book: Book): Table {
  return valueOf(openTable(setup, book, policies));
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function codesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
}

describe("a table", () => {
  it("begins with turn 1 open and every person still to seal", () => {
    const table = opened(newBook());
    expect([table.turn(), table.over(), table.people(), table.sealed(FLINT)]).toEqual([
      1,
      false,
      [FLINT],
      null,
    ]);
    expect(table.scores()).toBeNull();
  });

  it("adjudicates only when every person has sealed", () => {
    const table = opened(newBook());
    expect(codesOf(table.resolve())).toEqual(["table.waiting"]);
    valueOf(table.seal(FLINT, ["hammer assault tower"]));
    expect(table.sealed(FLINT)).toEqual(["hammer assault tower"]);
    expect(valueOf(table.resolve())).toEqual({ turn: 1 });
    expect([table.turn(), table.sealed(FLINT)]).toEqual([2, null]);
  });

  it("counts the last sealing of a seat", () => {
    const table = opened(newBook());
    valueOf(table.seal(FLINT, ["hammer assault tower"]));
    valueOf(table.seal(FLINT, []));
    valueOf(table.resolve());
    expect(table.eventsOf(1, FLINT).some(({ kind }) => kind === "battle-resolved")).toBe(false);
  });

  it("writes a journal that recomputes, and can be sat down at again", () => {
    const book = newBook();
    const table = opened(book);
    valueOf(table.seal(FLINT, ["hammer assault tower"]));
    valueOf(table.resolve());
    valueOf(table.seal(FLINT, ["hammer defend"]));
    expect(recompute(setup, book.journal()).mismatch).toBeNull();
    const again = opened(book);
    expect([again.turn(), again.sealed(FLINT)]).toEqual([2, ["hammer defend"]]);
    expect(again.view(FLINT)).toEqual(table.view(FLINT));
    expect(again.eventsOf(1, FLINT)).toEqual(table.eventsOf(1, FLINT));
  });

  it("keeps the past: a view of a turn before is what it was", () => {
    const table = opened(newBook());
    const before = structuredClone(table.view(FLINT));
    valueOf(table.seal(FLINT, ["hammer assault tower"]));
    valueOf(table.resolve());
    expect(table.view(FLINT, 0)).toEqual(before);
    expect(table.truth(0).holders["tower"]).toBe("loam");
  });

  it("shows nothing of a turn that could not be written", () => {
    const book = newBook();
    const full: Outcome<never> = {
      ok: false,
      problems: [{ code: "file.full", path: "", message: "no space left", hint: "make room" }],
    };
    const table = opened({
      ...book,
      append: (line) => (line.kind === "commit" ? full : book.append(line)),
    });
    valueOf(table.seal(FLINT, []));
    expect(codesOf(table.resolve())).toEqual(["file.full"]);
    expect([table.turn(), table.eventsOf(1, FLINT)]).toEqual([1, []]);
  });

  it("ends with the scores of every seat, and goes no further", () => {
    const table = opened(newBook());
    while (!table.over()) {
      valueOf(table.seal(FLINT, []));
      valueOf(table.resolve());
    }
    expect(Object.keys(table.scores() ?? {})).toEqual(["envoy", FLINT, "loam-command", "white"]);
    expect(codesOf(table.resolve())).toEqual(["table.over"]);
  });

  it("plays a person at White's seat, for whose orders nobody waits", () => {
    const header = { ...headerFields, players: { ...players, white: PERSON } };
    const table = opened(unsaved(startJournal(header).journal));
    expect([table.white(), table.people()]).toEqual(["white", [FLINT]]);
    valueOf(table.seal(FLINT, []));
    expect(table.resolve().ok).toBe(true);
    expect(opened(newBook()).white()).toBeNull();
  });

  it("drafts a turn as White ruled it, until what was ruled is withdrawn", () => {
    const book = newBook();
    const table = opened(book);
    valueOf(table.seal(FLINT, ["hammer assault tower"]));
    const drawn = valueOf(table.draft());
    valueOf(table.rule({ kind: "battle", locus: "tower", outcome: 0.1, reason: "the mines" }));
    valueOf(table.inject("white", { inject: "rumour" }));
    expect(valueOf(table.draft()).events).not.toEqual(drawn.events);
    expect(table.listed()).toMatchObject([{ id: "rumour", came: 0 }]);
    for (const { line } of table.hand()) valueOf(table.withdraw(line));
    expect(valueOf(table.draft()).events).toEqual(drawn.events);
    expect(codesOf(table.withdraw(2))).toEqual(["table.withdraw"]);
    valueOf(table.resolve());
    expect(recompute(setup, book.journal()).mismatch).toBeNull();
  });

  it("keeps every remark, signed or not", () => {
    const table = opened(newBook());
    valueOf(table.note("so it begins", null));
    expect(table.notes()).toMatchObject([{ turn: 1, text: "so it begins", seat: null }]);
  });

  it("is refused when an order sealed for the open turn is none", () => {
    const book = newBook();
    book.append({ kind: "orders", turn: 1, seat: FLINT, orders: ["go away"] });
    expect(codesOf(openTable(setup, book, policies))).toEqual(["table.order"]);
  });

  it("is refused when nobody can play a seat", () => {
    expect(codesOf(openTable(setup, newBook(), {}))).toEqual(["table.player"]);
  });
});
