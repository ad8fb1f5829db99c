import { expect, test } from "vitest";
import type { Setup, World } from "../../src/engine/index.ts";
import { ERC, tinySetup } from "../support/tiny-setup.ts";
import { about, all, rows, startOf, steadyChance, turnOf } from "../support/table.ts";

/** Two blue formations at a post that red assaults from camp. */
const ground = (depthKm = 60): Setup =>
  tinySetup({
    places: {
      camp: { holder: "red" },
      post: { holder: "blue", depthKm },
      rear: { holder: "blue" },
    },
    roads: ["camp post 10 road", "post rear 10 road"],
    formations: {
      column: { side: "red", place: "camp", men: 3000, knownTo: ["blue"] },
      guard: { side: "blue", place: "post", men: 1000, kit: { tank: 20 } },
      screen: { side: "blue", place: "post", men: 300, kit: { tank: 10 } },
    },
  });

/** Dice on which the formations named break, and no tank is lost in battle. */
const breaking = (...ids: readonly string[]) =>
  steadyChance(0.5, {
    "kitDefender/1/post/tank": 1e-9,
    "abandon/1/tank/guard": 1e-9,
    "abandon/1/tank/screen": 1e-9,
    ...Object.fromEntries(ids.map((id) => [`break/1/post/${id}`, 1e-9])),
  });

const told = (verb: "delay" | "defend" | "withdraw") => (copy: World) => {
  const to = verb === "withdraw" ? "rear" : null;
  copy.formations["screen"]!.task = { verb, to, via: [], count: 0 };
};

test.each(
  rows(`
  | screen | share | tanks | why                                       |
  | defend | 0.15  | 8     | nobody covers it                          |
  | delay  | 0.075 | 4     | half as many are gone, half as much left  |
`),
)(
  "8.7 beside a screen told to %s, of those who break %s leave, with %s of 20 tanks: %s",
  (verb, share, tanks) => {
    const setup = ground();
    const start = startOf(setup, told(verb as "delay" | "defend"));
    const { events } = turnOf(setup, start, ["column assault post"], breaking("guard"));
    const broke = about(events, "formation-broke", "guard");
    const lost = all(events, "battle-resolved")[0]!.casualties.find(
      (one) => one.formation === "guard",
    )!;
    const left = 1000 - lost.killed - lost.wounded;
    expect(broke.missing + broke.stragglers).toBe(Math.floor(left * Number(share) + 0.5));
    // By the lowest draw the last part of a tank stays with its formation.
    const kept = 20 - (lost.kit["tank"] ?? 0);
    const rate = verb === "delay" ? 0.2 : 0.4;
    expect(broke.abandoned["tank"]).toBe(Math.floor(kept * rate));
    expect(Number(tanks)).toBe(20 * rate);
    expect(broke.rearguard).toBe(verb === "delay");
  },
);

test("8.7 a rearguard that breaks in the same turn covers nobody, nor itself", () => {
  const setup = ground();
  const start = startOf(setup, told("delay"));
  const { events } = turnOf(setup, start, ["column assault post"], breaking("guard", "screen"));
  expect(about(events, "formation-broke", "guard").rearguard).toBe(false);
  expect(about(events, "formation-broke", "screen").rearguard).toBe(false);
});

test("8.7 when the place falls the others leave half as much, the rearguard as much as ever", () => {
  const setup = ground(0.1);
  const start = startOf(setup, told("delay"));
  const { events } = turnOf(setup, start, ["column assault post"], breaking());
  const of = (id: string) => about(events, "retreated", id);
  const held = (id: string) => {
    const lost = all(events, "battle-resolved")[0]!.casualties.find((one) => one.formation === id)!;
    return (id === "guard" ? 20 : 10) - (lost.kit["tank"] ?? 0);
  };
  const share = ERC.capture.withdrawAbandoned;
  expect(of("guard").rearguard).toBe(true);
  expect(of("screen").rearguard).toBe(false);
  expect(of("guard").abandoned["tank"] ?? 0).toBe(
    Math.floor(held("guard") * share * ERC.capture.rearguard),
  );
  expect(of("screen").abandoned["tank"] ?? 0).toBe(Math.floor(held("screen") * share));
});

test("8.7 who goes as ordered is covered by who stays to delay", () => {
  const setup = ground();
  const start = startOf(setup, told("delay"));
  const lines = ["column assault post", "guard withdraw to rear"];
  const { events } = turnOf(setup, start, lines, breaking());
  expect(about(events, "retreated", "guard")).toMatchObject({ ordered: true, rearguard: true });
});
