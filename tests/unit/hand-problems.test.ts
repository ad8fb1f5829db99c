import { expect, test } from "vitest";
import {
  type Effect,
  type HandInject,
  type Inject,
  injectProblems,
  type Ruling,
  rulingProblems,
} from "../../src/engine/index.ts";
import { rows } from "../support/table.ts";
import { contingentOf, tinySetup, trackOf, wingOf } from "../support/tiny-setup.ts";

const RUMOUR: Inject = {
  title: "A rumour",
  text: "They are coming.",
  audience: ["blue"],
  when: null,
  effects: [],
  trainingObjective: null,
  expectedResponse: "None.",
};

const PATRON = {
  tolerance: 0.5,
  outerLine: [],
  exits: [],
  stake: "post",
  hosts: [],
  home: "post",
  hold: null,
};

const setup = tinySetup({
  places: { camp: { holder: "red" }, post: { holder: "blue" } },
  roads: ["camp post 10 road"],
  formations: { guard: { side: "blue", place: "post" } },
  contingents: {
    blue: contingentOf("blue"),
    guests: contingentOf("blue", { patron: PATRON }),
    red: contingentOf("red"),
  },
  wings: { swifts: wingOf("blue") },
  tracks: { favour: trackOf() },
  pools: {
    veterans: {
      title: "Veterans",
      seat: "blue",
      formations: [],
      at: "post",
      delayHours: 24,
      release: { turn: { from: 1, to: 1 } },
      price: null,
    },
  },
  injects: { rumour: RUMOUR },
});

/** A ruling on what is named, with some outcome. */
const rulingOf = (kind: string, subject: string): Ruling => {
  const reason = "the umpire saw it";
  switch (kind) {
    case "battle":
      return { kind, locus: subject, outcome: 1, reason };
    case "break":
      return { kind, formation: subject, breaks: true, reason };
    case "patron":
      return { kind, contingent: subject, leaves: true, reason };
    default:
      return { kind: "draw", key: subject, u: 0.5, reason };
  }
};

const unknown = (path: string, found: string, expected: string) => ({
  code: "hand.unknown",
  path,
  message: `found "${found}", expected ${expected} of the scenario`,
  hint: "name one that the scenario has",
});

test.each(
  rows(`
  | kind   | subject                 | why                                    |
  | battle | post                    | a place                                |
  | battle | camp-post               | a link                                 |
  | break  | guard                   | a formation                            |
  | patron | guests                  | a contingent of a patron               |
  | draw   | odds/0/post/-           | of a place and nobody                  |
  | draw   | break/3/post/guard      | of a place and a formation             |
  | draw   | weather/999999/-/-      | of nowhere, in the last turn there is  |
`),
)("14 a ruling on a %s of %s has nothing wrong with it: %s", (kind, subject) => {
  expect(rulingProblems(setup, rulingOf(kind!, subject!))).toEqual([]);
});

test.each(
  rows(`
  | kind   | subject                 | path        | expected                 | why                                |
  | battle | moon                    | /locus      | a place or a link        | no such place                      |
  | battle | guard                   | /locus      | a place or a link        | a formation is no place            |
  | battle | toString                | /locus      | a place or a link        | what every record has is no id     |
  | break  | post                    | /formation  | a formation              | a place is no formation            |
  | break  | constructor             | /formation  | a formation              | what every record has is no id     |
  | patron | nobody                  | /contingent | a contingent of a patron | no such contingent                 |
  | patron | blue                    | /contingent | a contingent of a patron | nobody outside commands it         |
  | patron | valueOf                 | /contingent | a contingent of a patron | what every record has is no id     |
  | draw   | luck/0/post/-           | /key        | the key of a draw        | no such purpose                    |
  | draw   | toString/0/post/-       | /key        | the key of a draw        | what every record has is no purpose |
  | draw   | odds/one/post/-         | /key        | the key of a draw        | a turn is a number                 |
  | draw   | odds/1000000/post/-     | /key        | the key of a draw        | a turn has six digits at most      |
  | draw   | odds/1x/post/-          | /key        | the key of a draw        | and nothing after them             |
  | draw   | odds/x1/post/-          | /key        | the key of a draw        | and nothing before them            |
  | draw   | odds/01/post/-          | /key        | the key of a draw        | nor a zero in front                |
  | draw   | odds/0/moon/-           | /key        | the key of a draw        | no such place                      |
  | draw   | odds/0/toString/-       | /key        | the key of a draw        | what every record has is no id     |
  | draw   | break/0/post/nobody     | /key        | the key of a draw        | no such formation                  |
  | draw   | odds/0/post             | /key        | the key of a draw        | a part is missing                  |
  | draw   | odds/0                  | /key        | the key of a draw        | two parts are missing              |
  | draw   | odds                    | /key        | the key of a draw        | there is nothing but a purpose     |
  | draw   | odds/0/post/-/-         | /key        | the key of a draw        | a part too many                    |
`),
)("14 a ruling on a %s of %s is refused at %s, expected %s: %s", (...cells) => {
  const [kind, subject, path, expected] = cells as [string, string, string, string];
  expect(rulingProblems(setup, rulingOf(kind, subject))).toEqual([
    unknown(path, subject, expected),
  ]);
});

const free = (effects: readonly Effect[], audience: readonly string[] = ["blue"]): HandInject => ({
  title: "By hand",
  text: "It is said so.",
  audience,
  effects,
});

/** An effect of each kind on what is named. */
const EFFECTS: Readonly<Record<string, (id: string) => Effect>> = {
  track: (track) => ({ kind: "track", track, points: 5 }),
  pool: (pool) => ({ kind: "release-pool", pool }),
  "cohesion of one": (formation) => ({ kind: "cohesion", formation, points: -5 }),
  "cohesion of many": (contingent) => ({ kind: "cohesion", contingent, points: -5 }),
  recall: (id) => ({ kind: "recall", formations: [id] }),
  tolerance: (contingent) => ({ kind: "tolerance", contingent, points: 1 }),
  command: (contingent) => ({ kind: "command", contingent }),
  sorties: (wing) => ({ kind: "sorties", wing, factor: 0.5 }),
  supply: (side) => ({ kind: "supply", side, days: 1 }),
};

test.each(
  rows(`
  | effect           | there    | not there | path          | expected     |
  | track            | favour   | grain     | track         | a track      |
  | pool             | veterans | conscripts | pool         | a pool       |
  | cohesion of one  | guard    | column    | formation     | a formation  |
  | cohesion of many | blue     | guard     | contingent    | a contingent |
  | recall           | guard    | post      | formations/0  | a formation  |
  | tolerance        | guests   | white     | contingent    | a contingent |
  | command          | red      | nobody    | contingent    | a contingent |
  | sorties          | swifts   | swallows  | wing          | a wing       |
  | supply           | blue     | white     | side          | a side       |
`),
)("12.3 an effect (%s) finds %s and not %s, which is told at %s, expected %s", (...cells) => {
  const [effect, there, notThere, path, expected] = cells as [
    string,
    string,
    string,
    string,
    string,
  ];
  const of = EFFECTS[effect]!;
  expect(injectProblems(setup, free([of(there)]))).toEqual([]);
  expect(injectProblems(setup, free([of(there), of(notThere)]))).toEqual([
    unknown(`/effects/1/${path}`, notThere, expected),
  ]);
});

test("2.2 an inject of the list by hand names one that is there, and seats that are", () => {
  expect(injectProblems(setup, { inject: "rumour" })).toEqual([]);
  expect(injectProblems(setup, { inject: "rumour", audience: ["red", "white"] })).toEqual([]);
  expect(injectProblems(setup, { inject: "omen", audience: ["red", "press"] })).toEqual([
    unknown("/inject", "omen", "an inject"),
    unknown("/audience/1", "press", "a seat"),
  ]);
});

test("2.2 of an inject of White's own everything that is not there is told at once", () => {
  const effects = [
    EFFECTS["track"]!("grain"),
    { kind: "recall", formations: ["guard", "column", "horde"] } as const,
  ];
  expect(injectProblems(setup, free(effects, ["press", "blue"]))).toEqual([
    unknown("/audience/0", "press", "a seat"),
    unknown("/effects/0/track", "grain", "a track"),
    unknown("/effects/1/formations/1", "column", "a formation"),
    unknown("/effects/1/formations/2", "horde", "a formation"),
  ]);
});
