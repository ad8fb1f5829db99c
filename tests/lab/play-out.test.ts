import { expect, test } from "vitest";
import { digestOf } from "../../src/engine/index.ts";
import { playOut, type Policies } from "../../src/lab/play-out.ts";
import { compileSmall } from "../support/small-scenario.ts";

const setup = compileSmall();
const attack: Policies = {
  "flint-command": ({ turn }) =>
    turn === 0 ? [{ unit: "hammer", verb: "assault", to: "town", via: ["mill"], count: 0 }] : [],
};

function digests(seed: string, hand: "immer" | "plain"): string[] {
  const found: string[] = [];
  playOut(setup, attack, seed, { hand, onTurn: ({ world }) => void found.push(digestOf(world)) });
  return found;
}

test("a run goes to the end of its length and no further", () => {
  const turns: number[] = [];
  const world = playOut(setup, {}, "1", { turns: 99, onTurn: ({ turn }) => void turns.push(turn) });
  expect(turns).toEqual([1, 2, 3, 4, 5, 6]);
  expect(world.over).toBe(true);
});

test("a run stops after the turns that were asked for", () => {
  expect(playOut(setup, {}, "1", { turns: 2 })).toMatchObject({ turn: 2, over: false });
});

test("both hands play the same game, and a seed is one game", () => {
  expect(digests("a", "plain")).toEqual(digests("a", "immer"));
  expect(digests("a", "immer")).not.toEqual(digests("b", "immer"));
});

test("every seat is asked for its orders before any of them is carried out", () => {
  const asked: string[] = [];
  const ask = (seat: string) => () => {
    asked.push(seat);
    return [];
  };
  const policies = {
    "flint-command": ask("flint"),
    "loam-command": ask("loam"),
    white: ask("white"),
  };
  playOut(setup, policies, "1", { turns: 1 });
  expect(asked).toEqual(["flint", "loam"]);
});
