import { describe, expect, it } from "vitest";
import { type Player, sitDown } from "./player.ts";
import { shippedPorts } from "./shipped-ports.ts";

const type = (text: string) => [":", ...text, "enter"];
const SEAL = ["e", "enter"];

/** The keys that the steps name, step by step, each list with the step it leads to. */
const LESSON: readonly (readonly [title: string, keys: readonly string[]])[] = [
  ["Read the map", ["enter"]],
  ["Choose a formation", ["."]],
  ["Open its orders", ["down"]],
  ["Assault", ["up", "enter"]],
  ["Where, and the forecast", ["a"]],
  ["Help", ["enter"]],
  ["End the turn", ["?"]],
  ["The turn plays back", ["escape", ...SEAL]],
  ["Read what happened", ["enter"]],
  ["Why", ["enter"]],
  ["Type an order", ["escape", "o"]],
  ["Undo", type("lancers assault watch hill")],
  ["Do it again", ["u"]],
  ["Send aircraft", ["U"]],
  ["End the turn", ["tab", "enter", "enter", ..."watch", "enter", "enter"]],
  ["Read, and go on", SEAL],
  ["The situation in words", ["enter", "o"]],
  ["Use the reserve", ["s"]],
  ["End the turn", ["escape", "down", "enter", "enter", ..."old", "enter"]],
  ["A loss", SEAL],
];

async function atStep(count = LESSON.length): Promise<Player> {
  const player = sitDown(shippedPorts("two-fords"));
  await player.press("t");
  for (const [, keys] of LESSON.slice(0, count)) await player.press(...keys);
  return player;
}

/** Opens the why of the fight at a place, from the playback. */
async function whyAt(player: Player, place: string): Promise<void> {
  await player.press("enter", "home");
  for (let row = 0; row < 12; row++) {
    await player.press("w");
    if (player.screen().includes(place) && player.driver.state().screen.kind === "why") return;
    if (player.driver.state().screen.kind === "why") await player.press("escape");
    await player.press("down");
  }
}

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];

/** Steps worth reading, by how many lists of keys lead to them. */
const FRAMES: readonly (readonly [name: string, steps: number])[] = [
  ["tutorial-brief", 0],
  ["tutorial-map", 1],
  ["tutorial-forecast", 5],
  ["tutorial-why", 10],
  ["tutorial-loss", 20],
];

describe("the tutorial", () => {
  it.each(FRAMES)("%s is a frame that a person has read", async (name, steps) => {
    const player = await atStep(steps);
    // Where games are saved differs from machine to machine.
    await player.press("?", "escape");
    for (const size of SIZES) {
      const file = `frames/${name}-${size.columns}x${size.rows}.txt`;
      const shown = player.screen(size).replace(/saved in .*/, "saved in …");
      await expect(shown).toMatchFileSnapshot(file);
    }
  });

  it("begins at once, and goes on with each key it names", async () => {
    const player = sitDown(shippedPorts("two-fords"));
    await player.press("t");
    expect(player.screen()).toContain("▌ Your brief  step 1 of");
    for (const [title, keys] of LESSON) {
      await player.press(...keys);
      expect(player.screen(), keys.join(" ")).toContain(`▌ ${title}  step`);
    }
  });

  it("shows a loss and its why, and says at the end what comes next", async () => {
    const player = await atStep();
    expect(player.driver.state().game?.view?.holders["mill"]).toBe("red");
    await whyAt(player, "The Mill");
    expect(player.screen()).toContain("▌ What would have helped");
    await player.press(".", "escape", "o", ...type("lancers dig-in"));
    expect(player.screen()).toContain("▌ End the turn");
    await player.press(...SEAL, "enter", "o");
    expect(player.screen()).toContain("▌ The last turn is yours");
    await player.press(...SEAL);
    expect(player.screen()).toContain("▌ The tutorial is done");
    await player.press("enter", "o", "escape");
    expect(player.screen()).not.toContain("▌");
    expect(player.screen()).toContain("› n  New game");
  });

  it("lets every step be skipped, and gone back to", async () => {
    const player = await atStep(0);
    const { steps } = player.driver.state().coach!.tutorial;
    await player.press(...steps.map(() => "."));
    expect(player.screen()).toContain("The tutorial is done");
    await player.press(",");
    expect(player.screen()).toContain(`step ${steps.length} of ${steps.length}`);
  });

  it("drops what belongs to a turn that is over", async () => {
    const player = await atStep(1);
    await player.press(...SEAL);
    expect(player.screen()).toMatch(/▌ (The turn plays back|Read what happened)/);
  });

  it("takes its keys as text where text is typed", async () => {
    const player = await atStep(1);
    await player.press(":", ".", ",");
    expect(player.screen()).toContain(":.,");
    expect(player.driver.state().coach?.at).toBe(1);
  });

  it("leaves the screen its rows: no frame is longer than the window", async () => {
    const player = await atStep(0);
    for (const [, keys] of LESSON) {
      await player.press(...keys);
      expect(player.screen().trimEnd().split("\n").length).toBeLessThanOrEqual(23);
    }
  });
});
