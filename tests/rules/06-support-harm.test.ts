import { expect, test } from "vitest";
import {
  eventsFor,
  type Formation,
  type RulesOfEngagement,
  type Setup,
  startWorld,
} from "../../src/engine/index.ts";
import { known, sky } from "../support/sky.ts";
import { all, evenChance, rows, the, turnOf } from "../support/table.ts";
import { ERC, type TinyParts, trackOf } from "../support/tiny-setup.ts";

/** An inhabited camp of red's, which blue may assault from its post with aircraft over it. */
const over = (level: string, change: Partial<TinyParts> = {}): Setup =>
  sky(
    {},
    {
      places: {
        camp: { holder: "red", civilians: 1000, rulesOfEngagement: level as RulesOfEngagement },
        post: { holder: "blue" },
        base: { holder: "blue" },
        rear: { holder: "blue" },
      },
      ...change,
    },
  );

const SUPPORT = "swifts support camp with 8";
const flown = (setup: Setup, lines: readonly string[]) => turnOf(setup, known(setup), lines);

test("6.9 support claims hits in the battle it was flown for, to its own seat alone", () => {
  const setup = over("free");
  const { events } = flown(setup, [SUPPORT, "guard assault camp"]);
  expect(the(events, "sorties-flown").claims).toBeNull();
  const { claims, ...rest } = the(events, "support-claimed");
  expect(rest).toEqual({ kind: "support-claimed", wing: "swifts", place: "camp" });
  expect(claims.men).toBeGreaterThan(0);
  expect(claims.draws.map(({ key }) => key)).toEqual([
    "claimMen/1/camp/swifts",
    "claimKit/1/camp/swifts",
  ]);
  const told = (seat: string) => all(eventsFor(setup, events, seat), "support-claimed").length;
  expect([told("blue"), told("red"), told("white")]).toEqual([1, 0, 1]);
});

test.each(
  rows(`
  | what came       | order                | claims | harm |
  | an assault      | guard assault camp   | 1      | 4.8  |
  | a holding attack | guard fix camp      | 1      | 4.8  |
  | nothing         | guard defend         | 0      | -    |
`),
)("6.10 support where %s came (%s) claims %s times and harms %s", (_, order, claims, harm) => {
  const { events } = flown(over("free"), [SUPPORT, order!]);
  expect(all(events, "support-claimed")).toHaveLength(Number(claims));
  expect(all(events, "civilians-harmed").map((one) => one.harm)).toEqual(
    harm === "-" ? [] : [Number(harm)],
  );
});

test("6.10 support without a battle moves no track", () => {
  const move = { event: "civilians-harmed", place: null, side: null, contingent: null, points: 5 };
  const setup = over("free", { tracks: { harm: trackOf({ moves: [move] }) } });
  expect(flown(setup, [SUPPORT]).world.tracks["harm"]).toBe(50);
  expect(flown(setup, [SUPPORT, "guard assault camp"]).world.tracks["harm"]).toBe(74);
});

test("6.10 support over another place than the battle's has struck nothing", () => {
  const { events } = flown(over("free"), ["swifts support post with 8", "guard assault camp"]);
  expect(all(events, "support-claimed")).toEqual([]);
});

test.each(["strike", "support"])(
  "6.10 under restricted rules a %s does three tenths of the harm that it does under free ones",
  (verb) => {
    const harm = (level: string) => {
      const { events } = flown(over(level), [`swifts ${verb} camp with 8`, "guard assault camp"]);
      return the(events, "civilians-harmed").harm;
    };
    expect(harm("restricted") / harm("free")).toBeCloseTo(ERC.civilians.restrictedHarm, 9);
  },
);

test.each(
  rows(`
  | before     | now        | task    | effective |
  | forbidden  | free       | strike  | 4.8       |
  | forbidden  | restricted | strike  | 2.4       |
  | forbidden  | free       | support | 4.8       |
  | forbidden  | free       | destroy | 8         |
  | free       | forbidden  | strike  | -         |
  | free       | forbidden  | destroy | -         |
`),
)(
  "6.10 rules that were %s and are made %s hold for a %s ordered beside them: %s",
  (before, now, task, effective) => {
    const lines = [`swifts ${task} camp with 8`, `blue: camp roe ${now}`];
    for (const given of [lines, lines.toReversed()]) {
      const { events } = flown(over(before!), given);
      const worth = all(events, "sorties-flown").map((one) => one.effective);
      expect(worth).toEqual(effective === "-" ? [] : [expect.closeTo(Number(effective), 9)]);
      expect(all(events, "order-refused").map(({ refusal }) => refusal.code)).toEqual(
        effective === "-" ? ["air.roe"] : [],
      );
    }
  },
);

/** A blue post that red surrounds with guns at some distance, and blue flies supply to. */
const besieged = (km: number, guns: Partial<Formation>): Setup =>
  sky(
    {},
    {
      roads: [`camp post ${km} road`, "base rear 40 road"],
      formations: {
        guard: { side: "blue", place: "post", kit: { "aa-gun": 9 } },
        column: { side: "red", place: "camp", kit: { "aa-gun": 3 }, ...guns },
      },
    },
  );

test.each(
  rows(`
  | task                       | km | guns of | lost | why                              |
  | swifts supply post with 8  | 10 | red     | 1    | 3 guns within 10 km              |
  | swifts supply post with 8  | 11 | red     | 0    | they do not reach so far         |
  | swifts supply post with 8  | 10 | blue    | 0    | one's own guns do not fire       |
  | swifts support post with 8 | 10 | red     | 0    | other tasks meet those at the place |
`),
)("6.6 %s with guns %s km away of %s: %s lost: %s", (task, km, side, lost) => {
  const setup = besieged(Number(km), { side: side as string, ...(side === "blue" ? SEAT : {}) });
  const { events } = turnOf(setup, startWorld(setup), [task!], evenChance(0.8));
  expect(the(events, "sorties-flown").lost).toBe(Number(lost));
});

const SEAT = { seat: "blue", contingent: "blue" };
