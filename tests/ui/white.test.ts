import { describe, expect, it } from "vitest";
import {
  type Book,
  fold,
  recompute,
  replayWithout,
  startJournal,
  unsaved,
} from "../../src/journal/index.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { type Player, sitDown } from "./player.ts";
import { headerFor, smallPorts, smallTable } from "./table-ports.ts";

const LARGE = { columns: 120, rows: 40 };
const setup = compileSmall();

const type = (text: string) => [":", ...text, "enter"];
/** Set-up with a group for each side, and White, whose pass phrase is typed in its row. */
const WITH_WHITE = ["n", "right", "right", "right"];
const PHRASE_ROW = Array<string>(5).fill("down");

/** A game whose journal can be looked at, as the set-up screen stands. */
async function syndicate(phrase = ""): Promise<{ player: Player; book: () => Book }> {
  let book: Book | null = null;
  const begin: Parameters<typeof smallPorts>[0] = {
    begin: async ({ players }) => {
      book = unsaved(startJournal(headerFor(players)).journal);
      return smallTable(players, setup, book);
    },
  };
  const player = sitDown(smallPorts(begin));
  await player.press(...WITH_WHITE, ...PHRASE_ROW, ...phrase, "enter");
  return { player, book: () => book as Book };
}

const screenOf = (player: Player) => player.driver.state().screen;

/** Both groups seal: Loam's two seats without a hand-over between them, then Flint with an assault. */
async function bothSeal(player: Player): Promise<void> {
  await player.press("enter", "enter", "e", "enter", "enter", "e", "enter");
  await player.press("enter", "enter", ...type("hammer assault tower"), "e", "enter");
}

describe("White's curtain", () => {
  it("shows nothing to a wrong pass phrase, and the desk to the right one", async () => {
    const { player } = await syndicate("sesame?");
    await bothSeal(player);
    await player.press("enter");
    const shut = player.screen(LARGE);
    expect(shut).toMatch(/Sits down +WHITE/);
    expect(shut).toContain("A curtain, not encryption");
    await player.press(..."sesam", "enter");
    expect(player.screen(LARGE)).toContain("that is not White's pass phrase");
    expect(player.screen(LARGE)).not.toMatch(/Hammer|Battle|Tower watch|ruling/);
    expect(screenOf(player).kind).toBe("handover");
    await player.press(..."sesame?", "enter");
    expect(screenOf(player).kind).toBe("desk");
  });

  it("shows the letters of a phrase nowhere", async () => {
    const { player } = await syndicate("sesame?");
    await player.press("w", ..."sesam");
    expect(player.screen(LARGE)).toContain("Pass phrase: •••••");
    expect(player.screen(LARGE)).not.toContain("sesam");
  });

  it("is not there when no phrase was set", async () => {
    const { player } = await syndicate();
    await player.press("w");
    expect(player.screen(LARGE)).not.toContain("Pass phrase");
    await player.press("enter");
    expect(player.screen(LARGE)).toContain("White's desk");
  });
});

describe("White's desk", () => {
  it("names whom it waits for, and commits nothing, before every seat has sealed", async () => {
    const { player } = await syndicate();
    await player.press("w", "enter");
    expect(player.screen(LARGE)).toMatch(/Still to seal:[^]*Flint command/);
    await player.press("c");
    expect(player.screen(LARGE)).toContain("not every seat has sealed");
    await player.press("escape");
    expect(player.screen(LARGE)).toMatch(/Sits down +THE ENVOY/);
  });

  it("replaces an outcome, rolls a draw again and puts an event in, each with a reason", async () => {
    const { player, book } = await syndicate();
    await bothSeal(player);
    await player.press("enter", "enter");
    expect(player.screen(LARGE)).toContain("overran the defenders");
    await player.press("down", "r", "1", "enter");
    expect(player.screen(LARGE)).toContain("a ruling needs a reason");
    await player.press(..."the road was mined", "enter");
    expect(player.screen(LARGE)).toMatch(/R× Flint forces attacked The tower/);
    expect(player.screen(LARGE)).toContain("were thrown back");
    await player.press("home", "r", "1", ..."nobody saw the sky", "enter");
    expect(player.screen(LARGE)).toContain("drawn again: u = 0.875");
    await player.press("tab", "tab", "enter", "enter", ..."to train reports", "enter");
    expect(player.screen(LARGE)).toContain("2 rulings, 1 inject by hand");
    await player.press("c", "enter");
    expect(player.screen(LARGE)).toMatch(/Sits down +THE ENVOY/);

    const journal = book().journal();
    const [turn] = fold(journal).committed;
    expect(turn).toMatchObject({
      drafted: true,
      rulings: [
        { kind: "battle", locus: "tower", reason: "the road was mined" },
        { kind: "draw", u: 0.875, reason: "nobody saw the sky" },
      ],
      injects: [{ inject: "rumour" }],
    });
    expect(recompute(setup, journal).mismatch).toBeNull();
    const without = replayWithout(setup, journal, "rulings");
    expect(without.parting).not.toBeNull();
    expect(without.turns[0]?.events.find(({ kind }) => kind === "battle-resolved")).toMatchObject({
      result: "overrun",
    });
  });

  it("withdraws a ruling, after which the draft is as it was", async () => {
    const { player, book } = await syndicate();
    await bothSeal(player);
    await player.press("enter", "enter", "down");
    const rows = () => player.screen(LARGE).replaceAll("~", " ").split("\n").slice(2, 30);
    const drawn = rows();
    await player.press("r", "1", ..."why not", "enter", "tab", "x", "backtab");
    expect(rows()).toEqual(drawn);
    await player.press("c", "enter");
    expect(fold(book().journal()).committed[0]?.rulings).toEqual([]);
  });

  it("takes a number for a draw, and refuses one that is none", async () => {
    const { player, book } = await syndicate();
    await bothSeal(player);
    await player.press("enter", "enter", "down", "r", "8", ..."1.5", "enter");
    expect(player.screen(LARGE)).toContain("a draw lies between 0 and 1");
    await player.press(
      "backspace",
      "backspace",
      "backspace",
      ..."0,25",
      "enter",
      ..."so be it",
      "enter",
    );
    expect(fold(book().journal()).open.rulings).toMatchObject([{ kind: "draw", u: 0.25 }]);
  });

  it("writes an event of its own, addressed and with effects", async () => {
    const { player, book } = await syndicate();
    await player.press("w", "enter", "n", ..."A storm", "enter", ..."Sand is coming.", "enter");
    await player.press(..."fog 3", "enter");
    expect(player.screen(LARGE)).toContain('"fog 3" is no effect');
    await player.press(...Array<string>(5).fill("backspace"), ..."cohesion hammer -10", "enter");
    await player.press("2", "enter", ..."weather training", "enter");
    expect(fold(book().journal()).open.injects).toEqual([
      {
        title: "A storm",
        text: "Sand is coming.",
        audience: ["flint-command"],
        effects: [{ kind: "cohesion", formation: "hammer", points: -10 }],
      },
    ]);
    expect(book().journal().entries.at(-1)?.line).toMatchObject({
      kind: "note",
      text: 'Why "A storm" was put in: weather training',
      seat: "white",
    });
  });

  it("plays the draft back as it truly would go", async () => {
    const { player } = await syndicate();
    await bothSeal(player);
    await player.press("enter", "enter", "p", "end");
    expect(player.screen(LARGE)).toContain("The draft of turn 1");
    await player.press("escape");
    expect(screenOf(player).kind).toBe("desk");
  });
});
