import { describe, expect, it } from "vitest";
import { formatOrder } from "../../src/engine/player.ts";
import { hear } from "../../src/ui/plain/hear.ts";
import { startState } from "../../src/ui/state.ts";
import { smallPorts } from "./table-ports.ts";
import { type Talked, talked } from "./talker.ts";

/** From the title to the orders of Flint. */
const ORDERS = ["new", "1", "begin", ""];
// oxlint-disable-next-line eslint/no-control-regex
const DRAWN = /[\u001b\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff]/;

const ordersOf = ({ state }: Talked) => (state.game?.draft.orders ?? []).map(formatOrder);
const flint = (...lines: string[]) => talked(smallPorts(), [...ORDERS, ...lines]);

describe("the game told in lines", () => {
  it("is read from the title to the orders without a sign that is drawn, in short lines", async () => {
    const { text, state } = await flint("situation", "help", "brief", "", "seal", "no");
    expect(state.screen.kind).toBe("command");
    expect(text).not.toMatch(DRAWN);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
  });

  it("takes orders in the grammar of the typed line, and says what is wrong with others", async () => {
    const said = await flint("hammer assault the tower", "sickle move to town", "fly away");
    expect(ordersOf(said)).toEqual(["hammer assault tower"]);
    expect(said.answer("hammer assault the tower")).toContain("On the order sheet: Hammer");
    expect(said.answer("sickle move to town")).toMatch(/^Refused: /);
    expect(said.answer("fly away")).toMatch(/^Refused: /);
  });

  it("undoes, does again, and takes back by number and by name", async () => {
    const first = ["hammer dig-in", "sickle dig-in"];
    expect(ordersOf(await flint(...first, "undo"))).toEqual(["hammer dig-in"]);
    expect(ordersOf(await flint(...first, "undo", "redo"))).toHaveLength(2);
    expect(ordersOf(await flint(...first, "drop 1"))).toEqual(["sickle dig-in"]);
    expect(ordersOf(await flint(...first, "drop sickle"))).toEqual(["hammer dig-in"]);
    expect((await flint("drop 7")).answer("drop 7")).toContain("No such order");
  });

  it.each([
    ["where tower", /The tower.*Enemy 110-200 men.*18 km north-west of The ford/s],
    ["where hammer", /Hammer: 900 men.*The ford/s],
    ["unit ham", /Hammer id hammer.*Men 900 of 900.*Task: defend/s],
    ["unit nobody", /You know of no unit called "nobody"/],
    ["legal hammer", /assault: attack a place.*Refused:.*commit: /s],
    ["legal hammer move", /Refused:.*The ford/s],
    ["forecast hammer assault tower", /odds \d+\.\d+ to 1.*Chances: overrun/s],
    ["forecast hammer defend", /No battle is to be forecast/],
    ["forecast hammer rotate", /Refused: /],
    ["forecast hammer fly", /Expected one of/],
    ["threats", /1\. The tower, 18 km north-west of The ford, 20 km by road/],
    ["changes", /Nothing has happened yet/],
    ["idle", /Hammer, id hammer, at The ford/],
    ["situation 4", /Your formations by place/],
    ["situation nonsense", /Parts are 1 summary/],
    ["why 1", /Nothing of the last turn has a working/],
    ["help legal", /^legal UNIT, or UNIT VERB: /],
    ["tower", /means nothing here/],
  ])("answers %s", async (asked, answer) => {
    const said = await flint(asked);
    expect(said.answer(asked)).toMatch(answer);
    expect(ordersOf(said)).toEqual([]);
  });

  it("asks before it seals; an empty line seals, no goes back", async () => {
    const back = await flint("hammer dig-in", "seal", "no");
    expect(back.state.game?.turn).toBe(1);
    const sealed = await flint("hammer assault tower", "seal", "");
    expect(sealed.state.game?.turn).toBe(2);
    expect(sealed.text).toContain("What happened in turn 1");
  });

  it("gives the working of a numbered result, at the report and at the orders", async () => {
    const turn = ["hammer assault tower", "seal", ""];
    for (const before of [[], [""]]) {
      const said = await flint(...turn, ...before, "why 1");
      expect(said.answer("why 1")).toMatch(/Battle of The tower.*odds/s);
      expect(said.answer("why 1")).not.toMatch(DRAWN);
    }
  });

  it("plays a whole game to its scores and leaves by words", async () => {
    const turns = Array.from({ length: 6 }).flatMap(() => ["seal", "yes", ""]);
    const { text, to } = await flint(...turns, "quit", "yes");
    expect(text).toContain("The game is over. Scores:");
    expect(to).toBe("shell");
  });

  it("asks once before it leaves, and stays when told so", async () => {
    const said = await flint("hammer dig-in", "quit", "no", "sheet");
    expect(said.answer("quit")).toContain("1 unsealed order will be forgotten.");
    expect(said.answer("sheet")).toContain("1. Hammer: dig-in.");
  });
});

describe("an order that cannot be given", () => {
  it("is answered at the brief by how to come to the orders", async () => {
    const lines = ["new", "1", "begin", "brief", "hammer dig-in", "fly away"];
    const said = await talked(smallPorts(), lines);
    expect(said.answer("hammer dig-in")).toContain("No orders are given here: press Enter");
    expect(said.answer("fly away")).toContain("means nothing here");
  });

  it("is refused in one sentence where the unit is another seat's", async () => {
    const asked = ["legal cohort", "legal cohort move"];
    const said = await talked(smallPorts(), ["new", "6", "begin", "", ...asked]);
    for (const line of asked)
      expect(said.answer(line)).toMatch(
        /^\S.* is not this seat's to order: another seat commands it\.\n*$/,
      );
  });
});

describe("the set-up in lines", () => {
  it("lists what may play a seat, and begins with what was chosen", async () => {
    const lines = ["new", "seat", "seat 2", "seat 2 1", "length", "length 9", "begin"];
    const said = await talked(smallPorts(), lines);
    expect(said.answer("seat 2")).toContain("1. A person at this table.".replace("A", "a"));
    expect(said.answer("length")).toMatch(/1\. .+/);
    expect(said.state.game?.people.length).toBe(2);
  });
});

describe("seats that share a terminal", () => {
  const both = ["new", "3", "begin"];

  it("are kept apart: nothing is told between them, and only an empty line goes on", async () => {
    const said = await talked(smallPorts(), [...both, "threats", "forces", "situation", "7"]);
    expect(said.state.screen.kind).toBe("handover");
    for (const asked of ["threats", "forces", "situation"])
      expect(said.answer(asked)).not.toMatch(/Hammer|cohort|tower/i);
  });

  it("push what was said before out of a window's sight", async () => {
    const lines = ["new", "5", "begin", "", "", "seal", ""];
    const { text } = await talked(smallPorts(), lines, { pageRows: 20 });
    expect(text).toMatch(/\n{20}Sits down/);
  });
});

describe("White", () => {
  it("reads the draft by number, and commits the turn", async () => {
    const seat = ["", "", "seal", ""];
    const lines = ["new", "5", "begin", ...seat, ...seat, ...seat, "", "", "1", "commit", "yes"];
    const said = await talked(smallPorts(), lines);
    expect(said.text).toContain("White's desk, turn 1.");
    expect(said.answer("1")).toContain("Chosen: ");
    expect(said.state.game?.turn).toBe(2);
  });
});

describe("a terminal that is paged", () => {
  it("waits for an empty line after each page, and stops at anything else", async () => {
    const lines = [...ORDERS, "situation", "q", "sheet"];
    const said = await talked(smallPorts(), lines, { pageRows: 14 });
    expect(said.text).toMatch(/Enter for more, \d+ lines/);
    expect(said.answer("sheet")).toContain("No order is on your sheet");
  });

  it("hears what is typed instead of Enter, and breaks no word of a narrow window", async () => {
    const lines = [...ORDERS, "situation", "sheet"];
    const said = await talked(smallPorts(), lines, { pageRows: 10, columns: 40 });
    expect(said.answer("sheet").replaceAll(/\s+/g, " ")).toContain("No order is on your sheet");
    for (const line of said.text.split("\n")) expect(line.length).toBeLessThan(70);
  });

  it("has no screen to go to unless there is one", async () => {
    expect((await flint("screen")).answer("screen")).toContain("no full screen");
    const there = await talked(smallPorts(), [...ORDERS, "screen"], { hasScreen: true });
    expect(there.to).toBe("screen");
    expect(there.state.screen.kind).toBe("command");
  });
});

describe("a line that is made to harm", () => {
  it.each([
    "\u001b[2J",
    "constructor",
    "__proto__ defend",
    "why 99999999",
    "press",
    "0",
    "9".repeat(500),
    "ünit",
    "a ".repeat(900),
  ])("is answered and changes nothing: %j", async (line) => {
    const said = await flint(line);
    expect(ordersOf(said)).toEqual([]);
    expect(said.state.screen.kind).toBe("command");
    expect(said.answer(line)).not.toContain("\u001b");
  });

  it("does not matter before a game either", () => {
    const ports = smallPorts();
    const start = startState(ports);
    for (const line of ["why 1", "drop 1", "forces", "sit", "yes"])
      expect(hear(start, line).effect).toBeNull();
  });
});
