import { describe, expect, it } from "vitest";
import { formatOrder } from "../../src/engine/player.ts";
import type { Size } from "../../src/ui/frame.ts";
import type { AskScreen } from "../../src/ui/state.ts";
import { type HeldLaboratory, heldLaboratory } from "./ask-laboratory.ts";
import { type Player, sitDown } from "./player.ts";
import { shippedPorts } from "./shipped-ports.ts";
import { smallPorts } from "./table-ports.ts";
import { talked } from "./talker.ts";

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];

const MAP = ["n", "enter", "enter"];
const type = (text: string) => [":", ...text, "enter"];
/** An assault that is kept as a plan, then a sheet with another order. */
const TWO_PLANS = [...type("hammer assault tower"), ...type("keep at once"), "u"];

async function atMap(...keys: string[]): Promise<{ player: Player; lab: HeldLaboratory }> {
  const lab = heldLaboratory();
  const player = sitDown(smallPorts({ laboratory: lab.laboratory }));
  await player.press(...MAP, ...keys);
  return { player, lab };
}

function screenOf(player: Player): AskScreen {
  const { screen } = player.driver.state();
  if (screen.kind !== "ask") throw new Error(`at ${screen.kind}`);
  return screen;
}

describe("a seat asks what if", () => {
  it("compares its sheet with the plan it kept last, from its view and with dice of their own", async () => {
    const { player, lab } = await atMap(...TWO_PLANS, ...type("sickle dig-in"), "A", "enter");
    const [asked] = lab.asked;
    if (asked?.kind !== "seat") throw new Error("no seat asked");
    expect(asked.plans.map((plan) => plan.map(formatOrder))).toEqual([
      ["sickle dig-in"],
      ["hammer assault tower"],
    ]);
    expect(asked.view).toBe(player.driver.state().game?.view);
    expect(asked).toMatchObject({ runs: 500, turns: 4, enemy: "holds" });
    expect(asked.seed).toBe("ask/turn-1/flint-command");
  });

  it("changes plans, turns, runs and the enemy by key and by word", async () => {
    const { player } = await atMap("A", "down", "down", "right", "down", "right", "down", "right");
    expect(screenOf(player)).toMatchObject({ turns: 5, runs: 1000 });
    expect(screenOf(player).about).toMatchObject({ enemy: "attacks" });
    await player.press(...type("turns 2"), ...type("runs 300"), ...type("enemy holds"));
    await player.press(...type("a no new"), ...type("b 1"));
    expect(screenOf(player)).toMatchObject({ turns: 2, runs: 300, a: 1, b: 0 });
    await player.press(...type("turns 99"));
    expect(player.screen()).toContain("from 1 to 6 turns can be played on");
  });

  it.each(SIZES)("is a frame that a person has read, at $columns×$rows", async (size) => {
    const { player, lab } = await atMap(...TWO_PLANS, "A", ...type("runs 100"));
    const file = (name: string) => `frames/ask-${name}-${size.columns}x${size.rows}.txt`;
    await expect(player.screen(size)).toMatchFileSnapshot(file("asked"));
    await player.press("enter");
    lab.tell(40);
    await expect(player.screen(size)).toMatchFileSnapshot(file("playing"));
    lab.tell(100);
    await expect(player.screen(size)).toMatchFileSnapshot(file("answer"));
  });

  it("hears keys while it is played; Esc stops at once and keeps what was found", async () => {
    const { player, lab } = await atMap(...TWO_PLANS, "A", "enter");
    lab.tell(20);
    await player.press("?", "x", "pagedown");
    expect(screenOf(player).isAsking).toBe(true);
    expect(lab.stopped()).toBe(0);
    await player.press("escape");
    expect(lab.stopped()).toBe(1);
    expect(screenOf(player)).toMatchObject({ isAsking: false });
    expect(player.screen()).toContain("20 of 500 pairs");
    lab.tell(30);
    expect(player.screen()).toContain("20 of 500 pairs");
    await player.press("escape");
    expect(player.driver.state().screen.kind).toBe("command");
  });

  it.each([
    ["the question is changed", ["right"]],
    ["the game is left", ["ctrl-c", "y"]],
    ["the title is gone to", ["ctrl-c", "t"]],
    ["the lines are gone to", type("lines")],
    ["the answer is there", []],
  ])("leaves nothing running when %s", async (_, keys) => {
    const { player, lab } = await atMap("A", "enter");
    await player.press(...keys);
    if (keys.length === 0) lab.tell(500);
    expect(lab.stopped()).toBe(1);
  });

  it("puts a kept plan back on the sheet, and undo brings back what was there", async () => {
    const { player } = await atMap(...TWO_PLANS, ...type("sickle dig-in"), ...type("plan at"));
    const orders = () => player.driver.state().game?.draft.orders.map(formatOrder);
    expect(orders()).toEqual(["hammer assault tower"]);
    await player.press("u");
    expect(orders()).toEqual(["sickle dig-in"]);
    await player.press(...type("plan other"));
    expect(player.screen()).toContain('plans are "at once"');
  });

  it("asks of a turn that is past by what it sealed then", async () => {
    const seal = [...type("hammer assault tower"), "e", "enter", "escape", "o"];
    const { lab } = await atMap(...seal, "t", "home", "A", "enter");
    const [asked] = lab.asked;
    if (asked?.kind !== "seat") throw new Error("no seat asked");
    expect(asked.view.turn).toBe(0);
    expect(asked.plans[0].map(formatOrder)).toEqual(["hammer assault tower"]);
  });

  it("is told when no turn is left", async () => {
    const { player } = await atMap(...Array.from({ length: 6 }).flatMap(() => ["e", "enter", "o"]));
    await player.press("enter", "end", "A");
    expect(player.screen()).toContain("no turn is left to play from there");
  });
});

describe("White asks what if", () => {
  it("from the truth, of any seat and with any dice, at the desk and at any turn", async () => {
    const lab = heldLaboratory();
    const player = sitDown(smallPorts({ laboratory: lab.laboratory }));
    await player.press("n", "right", "right", "right", "enter", "w", "enter", "A");
    expect(player.screen()).toContain("from the truth: for White");
    expect(player.screen().split("\n")[0]).toContain("TADMOR");
    await player.press("right", ...type("dice another day"), "enter");
    const [asked] = lab.asked;
    expect(asked).toMatchObject({ kind: "white", turn: 0, seed: "another day" });
    expect(asked).toMatchObject({ plans: ["as-played", "hold"] });
    await player.press("escape", "escape", "t", "A");
    expect(screenOf(player).about.kind).toBe("white");
  });

  it("is answered from the worlds of a game that was played, by courses of action", async () => {
    const ports = shippedPorts("two-fords");
    const table = ports.history("two-fords", null);
    if (!table.ok) throw new Error("no history");
    const question = {
      kind: "white",
      turn: 1,
      seat: "blue",
      turns: 2,
      runs: 3,
      seed: "x",
    } as const;
    const found: number[] = [];
    for (const plans of [
      ["as-played", "as-played"],
      ["as-played", "hold"],
    ] as const) {
      const job = ports.laboratory.ask(table.value, { ...question, plans }, ({ answer }) => {
        if (answer.runs === 3) found.push(answer.parted);
      });
      if (!job.ok) throw new Error(JSON.stringify(job.problems));
      await job.value.done;
    }
    expect(found).toEqual([0, 3]);
  });
});

describe("what if, line by line", () => {
  const START = ["new", "1", "begin", "", "hammer assault tower", "keep at once", "undo"];

  it("is asked and answered in words", async () => {
    const said = await talked(smallPorts(), [...START, "ask", "runs 10", "run"]);
    expect(said.answer("ask")).toContain(
      "Plans: 1 your sheet (no new orders); 2 no new orders; 3 at once (1 order).",
    );
    expect(said.answer("run")).toMatch(/Playing 10 pairs of runs\. Type stop to end it\./);
    expect(said.answer("run")).toMatch(/Men lost: A .*; B .*; B less A/s);
    expect(said.answer("run")).toContain("in this model");
  });

  it("is stopped by a word, and goes on with the next line", async () => {
    const said = await talked(smallPorts(), [...START, "ask", "runs 10000", "run", "stop", "back"]);
    expect(said.answer("stop")).toContain("Stopped");
    expect(said.state.screen.kind).toBe("command");
  });

  it("hears a line that was typed meanwhile after the answer", async () => {
    const said = await talked(smallPorts(), [...START, "ask", "runs 10", "run", "back", "sheet"]);
    expect(said.text).toContain("10 of 10 pairs were played");
    expect(said.state.screen.kind).toBe("command");
  });
});
