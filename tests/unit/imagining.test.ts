import { describe, expect, test } from "vitest";
import { type Order, observe, step } from "../../src/engine/index.ts";
import { imagine, middleChance, type View } from "../../src/engine/player.ts";
import { imaginedSetup } from "../../src/engine/imagined/imagined-setup.ts";
import { imaginedWorld } from "../../src/engine/imagined/imagined-world.ts";
import { imagining } from "../../src/engine/imagined/imagining.ts";
import { eventsFor } from "../../src/engine/views/audience.ts";
import { orderIn } from "../support/table.ts";
import { viewOf, war } from "../support/imagined-war.ts";

const AHEAD = orderIn("guard move to bridge");
const idle = (): readonly Order[] => [];

describe("a game as one seat thinks it", () => {
  test("begins with nothing having been told", () => {
    expect(imagine(viewOf(), middleChance).events).toEqual([]);
  });

  test("goes on by the rules, and tells the seat what the rules let it know", () => {
    const view = viewOf();
    const setup = imaginedSetup(view);
    const input = { orders: { blue: [AHEAD] }, rulings: [], injects: [] };
    const played = step(setup, imaginedWorld(view, setup), input, middleChance);
    const next = imagine(view, middleChance).next([AHEAD]);
    expect(next.events).toEqual(eventsFor(setup, played.events, "blue"));
    expect(next.view).toEqual(observe(setup, played.world, "blue"));
    expect(next.view.formations["guard"]!.place).toBe("bridge");
  });
});

/** What the seat would know after each turn of a play, as it stood then. */
function played(
  view: View,
  orders: readonly Order[],
  turns: number,
  enemy: (view: View) => readonly Order[] = idle,
): View[] {
  const seen: View[] = [];
  imagining(view, enemy).play("a seed", orders, turns, (after) => {
    seen.push(structuredClone(after));
  });
  return seen;
}

describe("a game that is played on again and again", () => {
  test.each([
    [0, 0, []],
    [0, 1, [1]],
    [0, 3, [1, 2, 3]],
    [6, 5, [7, 8]],
  ])("from turn %i, asked for %i turns, it shows %j: the last is the end", (turn, turns, shown) => {
    expect(played(viewOf({ turn }), [], turns).map((after) => after.turn)).toEqual(shown);
  });

  test("a game that is over is not played on", () => {
    expect(played(viewOf({ over: true }), [], 3)).toEqual([]);
  });

  test("orders are given in the first turn alone: one on a long road comes once", () => {
    const far = war({ roads: ["bridge camp 10 road", "bridge post 900 road"] });
    const after = played(viewOf({}, far, "ally"), [orderIn("second move to bridge")], 4);
    const second = after.map(({ formations }) => formations["second"]!);
    expect(second.map(({ pendingTurn, task }) => [pendingTurn, task.verb])).toEqual([
      [3, "defend"],
      [3, "defend"],
      [0, "move"],
      [0, "move"],
    ]);
  });

  test("the seat sees its own view of it", () => {
    const [after] = played(viewOf(), [AHEAD], 1);
    expect(after!.brief.seat).toBe("blue");
    expect(after!.formations["guard"]!.place).toBe("bridge");
  });

  test("each enemy is asked each turn for what he knows of it, nobody of its own side is", () => {
    const asked: [string, number, string | null][] = [];
    const away = (view: View) => {
      asked.push([view.brief.seat, view.turn, view.formations["column"]!.place]);
      return [orderIn("column move to bridge")];
    };
    played(viewOf(), [], 3, away);
    expect(asked).toEqual([
      ["imagined-red", 0, "camp"],
      ["imagined-red", 1, "bridge"],
      ["imagined-red", 2, "bridge"],
    ]);
  });

  test("every play begins at the same moment, and the same seed plays alike", () => {
    const view = viewOf();
    const before = JSON.stringify(view);
    const game = imagining(view, idle);
    const texts = ["one", "one"].map((seed) => {
      const lines: string[] = [];
      game.play(seed, [AHEAD], 2, (after) => lines.push(JSON.stringify(after)));
      return lines;
    });
    expect(texts[1]).toEqual(texts[0]);
    expect(JSON.stringify(view)).toBe(before);
  });
});
