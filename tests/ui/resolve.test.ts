import { describe, expect, it } from "vitest";
import type { View } from "../../src/engine/player.ts";
import { completed, resolveNames } from "../../src/ui/orders/resolve.ts";
import { HOLD, PERSON } from "../../src/ui/ports.ts";
import { compileSmall } from "../support/small-scenario.ts";
import { smallTable } from "./table-ports.ts";

function viewOf(seat: string, setup = compileSmall()): View {
  const table = smallTable({ "flint-command": PERSON, "loam-command": HOLD, envoy: HOLD }, setup);
  if (!table.ok) throw new Error("no table");
  return table.value.view(seat);
}

const flint = viewOf("flint-command");

describe("a typed order", () => {
  it.each([
    ["hammer assault tower", "hammer assault tower"],
    ["Hammer assault The tower", "hammer assault tower"],
    ["HAMMER ASSAULT TW", "hammer ASSAULT tower"],
    ['"Hammer" move to "the mill" via the  ford', "hammer move to mill via ford"],
    ["hammer move to ml via fd TW", "hammer move to mill via ford tower"],
    ["hammer delay", "hammer delay"],
    ["hammer assault nowhere", "hammer assault nowhere"],
    ["", ""],
  ])("%j is resolved to %j", (typed, text) => {
    expect(resolveNames(flint, typed)).toEqual({ ok: true, text });
  });

  it("whose name means several things says which", () => {
    const twice = compileSmall([{ op: "replace", path: "/places/mill/name", value: "The tower" }]);
    const view = viewOf("flint-command", twice);
    expect(resolveNames(view, "hammer assault the tower")).toEqual({
      ok: false,
      message: "it could be any of mill, tower",
    });
    expect(resolveNames(view, "hammer assault tower")).toMatchObject({ ok: true });
  });

  it("knows no unit of the other side", () => {
    expect(resolveNames(flint, "Town guard defend")).toEqual({
      ok: true,
      text: "Town guard defend",
    });
  });
});

describe("Tab", () => {
  it.each<[string, string, readonly string[]]>([
    ["ham", "hammer ", ["hammer"]],
    ["hammer ass", "hammer assault ", ["assault"]],
    ["hammer assault the t", "hammer assault The tow", ["The tower", "The town"]],
    ["hammer assault The towe", "hammer assault The tower ", ["The tower"]],
    ["hammer assault zz", "hammer assault zz", []],
  ])("goes on from %j to %j", (typed, text, choices) => {
    const { choices: offered, ...rest } = completed(flint, typed);
    expect(rest).toEqual({ text });
    expect([...offered].toSorted()).toEqual(choices);
  });
});
