import { expect, test } from "vitest";
import type { Event, Order } from "../../src/engine/index.ts";
import { narrate } from "../../src/reports/index.ts";
import { compileSmall } from "../support/small-scenario.ts";

const names = compileSmall();
const draw = { key: "odds/0/town/-", u: 0.5 };
const price = { track: "favour", points: -8 };
const losses = { terms: [], added: 0, rate: 0.1, men: 30, killed: 10, draws: [] };
const soldier = {
  from: "mill",
  men: 300,
  strength: 300,
  quality: 1,
  cohesionFactor: 1,
  freshness: 1,
  supplyFactor: 1,
  commandFactor: 1,
};

const battle: Event = {
  kind: "battle-resolved",
  place: "town",
  link: null,
  attacker: "flint",
  defender: "loam",
  attackers: [{ ...soldier, formation: "hammer" }],
  defenders: [{ ...soldier, formation: "town-guard", from: null }],
  axes: ["mill", "tower"],
  encircled: false,
  holding: false,
  menBefore: 0,
  posture: "hasty",
  attackerAntiTank: null,
  defenderAntiTank: null,
  breach: null,
  factors: [],
  odds: 1.5,
  draw,
  outcome: 2.25,
  ruling: null,
  result: "forced-back",
  km: 1.25,
  advanceKm: 2,
  depthKm: 5,
  surprise: 1,
  hiddenShare: 0,
  sortiesOnAttacker: 0,
  sortiesOnDefender: 0,
  attackerLosses: losses,
  defenderLosses: { ...losses, men: 1200, killed: 1100 },
  casualties: [
    { formation: "hammer", killed: 10, wounded: 20, kit: { tank: 1 } },
    { formation: "town-guard", killed: 1100, wounded: 100, kit: {} },
  ],
};

const march = {
  unit: "hammer",
  verb: "move",
  to: "town",
  via: ["ford", "mill"],
  count: 0,
} as const;
const sortie = { unit: "swallows", verb: "support", to: "town", sorties: 2 } as const;

/** Every kind of event, and the sentence it makes. */
const SENTENCES: readonly (readonly [Event, string])[] = [
  [
    { kind: "turn-began", turn: 3, weather: "clear", night: false, draw },
    "Turn 3 began, by day; weather: clear.",
  ],
  [
    {
      kind: "reported",
      seat: "envoy",
      contacts: [{ formation: "hammer", place: "mill", men: 900, moving: true }],
      holders: [{ place: "mill", holder: "flint" }],
      forgotten: ["sickle"],
    },
    "The envoy was told of 1 enemy formation, who holds 1 place and that 1 report no longer holds.",
  ],
  [
    {
      kind: "inject-came",
      inject: "rumour",
      title: "A rumour",
      text: "Guns in the hills.",
      audience: [],
    },
    "A rumour: Guns in the hills.",
  ],
  [
    { kind: "order-received", seat: "flint-command", order: march, takesEffect: 2 },
    "Flint command ordered Hammer to move to The town by way of The ford and The mill; it takes effect in turn 2.",
  ],
  [
    { kind: "order-received", seat: "loam-command", order: sortie, takesEffect: 2 },
    "Loam command ordered Swallows to fly 2 sorties in support at The town.",
  ],
  [
    {
      kind: "order-refused",
      seat: "flint-command",
      order: { ...march, verb: "dig-in", to: null, via: [], count: 0 },
      refusal: { code: "game.over", message: "the game is over" },
    },
    "Flint command could not have Hammer to dig in where it stands: the game is over.",
  ],
  [
    { kind: "order-began", formation: "hammer", order: { ...march, verb: "assault", via: [] } },
    "Hammer took up its order to assault The town.",
  ],
  [
    {
      kind: "detached",
      formation: "hammer",
      child: "sickle",
      place: "ford",
      men: 300,
      kit: { tank: 1 },
    },
    "Hammer detached 300 men, 1 tank as Sickle at The ford.",
  ],
  [
    {
      kind: "joined",
      formation: "sickle",
      into: "hammer",
      place: "ford",
      men: 1,
      kit: {},
      cohesion: 60,
      freshness: 1,
      supplyDays: 2,
      works: "hasty",
      quietHours: 0,
    },
    "Sickle joined Hammer at The ford with 1 man.",
  ],
  [
    {
      kind: "order-failed",
      formation: "hammer",
      order: { ...march, verb: "join", to: "sickle", via: [] },
      reason: "not-there",
    },
    "Hammer was to join Sickle, and could not: the other was not there.",
  ],
  [
    {
      kind: "order-failed",
      formation: "hammer",
      order: { ...march, verb: "detach", to: null, via: [], count: 40 },
      reason: "no-men",
    },
    "Hammer was to detach 40 men, and could not: it had too few men left.",
  ],
  [
    {
      kind: "order-failed",
      formation: "hammer",
      order: { ...march, verb: "detach", to: null, via: [], count: 40 },
      reason: "no-name",
    },
    "Hammer was to detach 40 men, and could not: it had detached all it could.",
  ],
  [
    {
      kind: "sorties-flown",
      wing: "swallows",
      mission: "interdict",
      target: "ford-mill",
      sorties: 3,
      effective: 1.25,
      factors: [],
      lost: 1,
      draw,
      claims: null,
    },
    "Swallows flew 3 sorties to interdict the road The ford - The mill, worth 1.3; 1 aircraft lost.",
  ],
  [
    {
      kind: "sorties-flown",
      wing: "swallows",
      mission: "strike",
      target: "mill",
      sorties: 2,
      effective: 1,
      factors: [],
      lost: 0,
      draw,
      claims: { men: 12, kit: 1, draws: [] },
    },
    "Swallows flew 2 sorties to strike at The mill, worth 1. Its crews claim 12 men and 1 piece of kit.",
  ],
  [
    {
      kind: "air-struck",
      wing: "swallows",
      place: "mill",
      exposed: 1,
      casualties: [{ formation: "hammer", killed: 2, wounded: 3, kit: { technical: 2 } }],
      draws: [],
    },
    "Swallows struck The mill: 2 killed and 3 wounded, 2 technicals destroyed.",
  ],
  [
    {
      kind: "air-struck",
      wing: "swallows",
      place: "mill",
      exposed: 1,
      casualties: [],
      draws: [],
    },
    "Swallows struck The mill: nobody was hit.",
  ],
  [
    {
      kind: "wing-rebased",
      wing: "swallows",
      to: "town",
      rebased: true,
      ordered: false,
      readyTurn: 5,
    },
    "Swallows moved to The town; it flies again from turn 5.",
  ],
  [
    {
      kind: "wing-rebased",
      wing: "swallows",
      to: null,
      rebased: true,
      ordered: false,
      readyTurn: 0,
    },
    "Swallows lost its base and has nowhere to go.",
  ],
  [
    {
      kind: "marched",
      formation: "hammer",
      path: ["mill"],
      towards: "town",
      kmDone: 7.4,
      arrived: false,
    },
    "Hammer marched to The mill and is 7 km on the way to The town.",
  ],
  [
    { kind: "halted", formation: "hammer", at: "mill", before: "town", reason: "enemy" },
    "Hammer halted at The mill before The town: the enemy is there.",
  ],
  [
    {
      kind: "deployed",
      formation: "hammer",
      at: "mill",
      against: "town",
      meeting: false,
      verb: "assault",
    },
    "Hammer drew up at The mill against The town.",
  ],
  [
    {
      kind: "deployed",
      formation: "hammer",
      at: "mill",
      against: "town",
      meeting: true,
      verb: "move",
    },
    "Hammer met the enemy on the road from The mill to The town.",
  ],
  [
    {
      kind: "deployed",
      formation: "hammer",
      at: "mill",
      against: "town",
      meeting: false,
      verb: "fix",
    },
    "Hammer drew up at The mill against The town, to hold the enemy there.",
  ],
  [
    {
      kind: "deployed",
      formation: "hammer",
      at: "mill",
      against: "town",
      meeting: false,
      verb: "pursue",
    },
    "Hammer drew up at The mill against The town, on the heels of the enemy.",
  ],
  [
    { kind: "rotated", formation: "cohort", place: "town" },
    "Legion cohort was out of the line and did not fight at The town.",
  ],
  [
    { kind: "scouted", formations: ["cohort"], place: "mill", chance: 0.5, seen: ["hammer"] },
    "Legion cohort reconnoitred The mill and saw 1 enemy formation.",
  ],
  [
    {
      kind: "scouted",
      formations: ["cohort", "mill-watch"],
      place: "ford",
      chance: 0.5,
      seen: [],
    },
    "Legion cohort and Mill watch reconnoitred The ford and saw no enemy.",
  ],
  [
    { kind: "gave-way", formation: "cohort", place: "town", rate: 0.031 },
    "Legion cohort goes over to delay at The town: its side lost 3 % of its men there.",
  ],
  [
    { ...battle, holding: true, result: "overrun", km: 0, casualties: [] },
    "Flint forces attacked The town from The mill and The tower, to hold the enemy there, and asked for no ground (odds 1.5, on the day 2.25). Killed and wounded: Flint 10 and 20; Loam 1,100 and 100.",
  ],
  [
    { kind: "place-taken", place: "mill", from: "loam", by: "flint", how: "assault" },
    "Flint forces took The mill from Loam forces.",
  ],
  [
    { kind: "place-taken", place: "mill", from: null, by: "flint", how: "walk-in" },
    "Flint forces walked into The mill.",
  ],
  [
    { kind: "front-moved", place: "town", advanceKm: 1.5 },
    "The attack on The town now stands 1.5 km deep.",
  ],
  [
    battle,
    "Flint forces attacked The town from The mill and The tower and forced the defenders back, to 2 of 5 km (odds 1.5, on the day 2.25). Killed and wounded: Flint 10 and 20, with 1 tank; Loam 1,100 and 100.",
  ],
  [
    {
      kind: "cohesion-lost",
      formation: "cohort",
      place: "town",
      cause: "battle",
      terms: [],
      cohesion: 41.6,
      test: { chance: 0.25, draw, ruling: null, broke: false },
    },
    "Legion cohort was down to cohesion 42 after the fighting and held (chance to break 25 %).",
  ],
  [
    {
      kind: "cohesion-lost",
      formation: "cohort",
      place: "town",
      cause: "battle",
      terms: [],
      cohesion: 41.6,
      test: { chance: 0.25, draw, ruling: "a council of war", broke: true },
    },
    "Legion cohort was down to cohesion 42 after the fighting and broke (chance 25 %, by White's ruling: a council of war).",
  ],
  [
    {
      kind: "formation-broke",
      formation: "mill-watch",
      side: "loam",
      place: "mill",
      to: "town",
      missing: 1,
      stragglers: 12,
      pursued: false,
      rearguard: false,
      abandoned: { gun: 2 },
      draws: [],
      rallyTurn: 6,
    },
    "Mill watch broke at The mill and ran to The town: 1 man missing and 12 stragglers, leaving 2 guns.",
  ],
  [
    {
      kind: "formation-broke",
      formation: "mill-watch",
      side: "loam",
      place: "mill",
      to: "town",
      missing: 2,
      stragglers: 1,
      pursued: true,
      rearguard: true,
      abandoned: {},
      draws: [],
      rallyTurn: 6,
    },
    "Mill watch broke at The mill and ran to The town, the enemy on its heels: 2 men missing and 1 straggler, its rearguard behind it.",
  ],
  [
    {
      kind: "retreated",
      formation: "mill-watch",
      side: "loam",
      from: "mill",
      to: "town",
      ordered: true,
      rearguard: false,
      abandoned: {},
      draws: [],
    },
    "Mill watch withdrew as ordered from The mill to The town.",
  ],
  [
    {
      kind: "surrendered",
      formation: "mill-watch",
      side: "loam",
      place: "mill",
      captured: 90,
      abandoned: {},
    },
    "Mill watch surrendered at The mill: 90 men captured.",
  ],
  [
    {
      kind: "surrendered",
      formation: "mill-watch",
      side: "loam",
      place: "mill",
      captured: 0,
      abandoned: {},
    },
    "Mill watch was destroyed at The mill.",
  ],
  [
    {
      kind: "patron-weighed",
      contingent: "legion",
      terms: [],
      risk: 0.456,
      tolerance: 0.4,
      draw,
      released: false,
      ruling: null,
      leavesTurn: 4,
    },
    "The legion weighed a reported risk of 0.46 against a tolerance of 0.4: it leaves in turn 4.",
  ],
  [
    { kind: "formation-left", formation: "cohort", place: "town", recalled: false },
    "Legion cohort left The town for home.",
  ],
  [
    { kind: "formation-left", formation: "cohort", place: "town", recalled: true },
    "Legion cohort was called away from The town.",
  ],
  [
    { kind: "formation-left", formation: "old-guard", place: null, recalled: true },
    "Old guard was called away before it came.",
  ],
  [
    { kind: "patron-held", contingent: "legion", times: 2, price, ruling: null },
    "The legion was held back by its own seat (2 times by now) for -8 on Favour of the council.",
  ],
  [
    {
      kind: "patron-held",
      contingent: "legion",
      times: 0,
      price: null,
      ruling: "for the exercise",
    },
    "The legion was kept here, as White ruled (for the exercise).",
  ],
  [
    { kind: "threshold-passed", track: "favour", threshold: "low", title: "The council rebels" },
    "Favour of the council passed a threshold: The council rebels.",
  ],
  [
    { kind: "tolerance-shifted", contingent: "legion", shift: -0.5 },
    "The legion has its tolerance moved by -0.5 in all, on the logit scale.",
  ],
  [
    { kind: "sorties-scaled", wing: "swallows", factor: 0.5 },
    "Swallows now flies 0.5 times its sorties.",
  ],
  [
    { kind: "command-changed", contingent: "legion", turn: 3 },
    "The legion has a new commander, felt in the battles of turn 3.",
  ],
  [
    { kind: "supply-changed", side: "loam", days: -2, formations: [] },
    "Loam forces lost 2 days of supply.",
  ],
  [{ kind: "contingent-left", contingent: "legion" }, "The legion left the campaign."],
  [
    { kind: "arrived", formation: "fresh-guard", place: "harbour" },
    "Fresh guard arrived at The harbour.",
  ],
  [{ kind: "pool-called", pool: "veterans", early: false }, "Veterans were called."],
  [
    { kind: "pool-called", pool: "veterans", early: true },
    "Veterans were called before their time.",
  ],
  [
    { kind: "rallied", formation: "mill-watch", stragglers: 3, cohesion: 40 },
    "Mill watch rallied at cohesion 40, 3 stragglers back.",
  ],
  [
    { kind: "stragglers-missing", formation: "mill-watch", men: 3 },
    "3 stragglers of Mill watch did not come back and are missing.",
  ],
  [{ kind: "refitted", formations: [] }, "0 formations rested, dug in and drew supply."],
  [
    {
      kind: "kit-taken",
      place: "mill",
      formation: "hammer",
      found: { gun: 3 },
      kit: { gun: 1 },
      manDays: 150,
      draws: [],
    },
    "Hammer put 1 gun left at The mill into service.",
  ],
  [
    { kind: "track-moved", track: "favour", to: 30, because: "place-taken, pool veterans" },
    "Favour of the council moved to 30 (place taken and pool veterans).",
  ],
  [
    { kind: "objective-scored", objective: "keep-town", seats: ["loam-command"], points: 1 },
    "Loam command scored +1: Keep the town.",
  ],
  [
    { kind: "game-ended", scores: { envoy: 5, "loam-command": 6 }, forMen: [], draw: null },
    "The game ended. Scores: The envoy 5; Loam command 6.",
  ],
];

test.each(SENTENCES.map(([event, text]) => [event.kind, event, text] as const))(
  "%s is told in one sentence",
  (_, event, text) => {
    expect(narrate(names, event)).toBe(text);
  },
);

test("a meeting is told as one", () => {
  const meeting = { ...battle, link: "mill-town", axes: [] } as Event;
  expect(narrate(names, meeting)).toContain(
    "Flint forces met Loam forces on the road at The town and",
  );
});

test("a formation that broke is told its chance", () => {
  const broke: Event = {
    kind: "cohesion-lost",
    formation: "cohort",
    place: "town",
    cause: "battle",
    terms: [],
    cohesion: 20,
    test: { chance: 0.77, draw, ruling: null, broke: true },
  };
  expect(narrate(names, broke)).toMatch(/after the fighting and broke \(chance 77 %\)\.$/);
});

test.each([
  [1, 1, "1 suicide vehicle was sent ahead and reached the defence."],
  [1, 0, "1 suicide vehicle was sent ahead and did not reach the defence."],
  [2, 2, "2 suicide vehicles were sent ahead and both reached the defence."],
  [2, 0, "2 suicide vehicles were sent ahead and neither reached the defence."],
  [2, 1, "2 suicide vehicles were sent ahead and 1 of them reached the defence."],
  [3, 3, "3 suicide vehicles were sent ahead and all reached the defence."],
  [3, 0, "3 suicide vehicles were sent ahead and none reached the defence."],
])("%i sent ahead, of which %i got there, are named by their kind", (sent, hits, text) => {
  const breach = { sent, terms: [], chance: 0.5, reached: hits, hits: Math.min(2, hits), draw };
  const own = { formation: "hammer", killed: 1, wounded: 0, kit: { tank: 1, svbied: sent } };
  const told = (reader: typeof names) =>
    narrate(reader, { ...battle, breach, casualties: [own] } as Event);
  expect(told(names)).toContain(` ${text} Killed`);
  expect(told({ ...names, parameters: { ...names.parameters, kit: {} } })).toContain(
    sent === 1 ? " 1 piece of kit was sent ahead" : ` ${sent} pieces of kit were sent ahead`,
  );
});

test.each([
  [null, [], "delay the enemy"],
  ["town", ["mill"], "fall back to The town by way of The mill, delaying the enemy"],
] as const)("to delay to %s is told in plain words", (to, via, text) => {
  const order = { unit: "hammer", verb: "delay", to, via, count: 0 } as const;
  expect(narrate(names, { kind: "order-began", formation: "hammer", order })).toBe(
    `Hammer took up its order to ${text}.`,
  );
});

const takesEffect = 3;
const asked = { unit: "hammer", to: "town", via: [], count: 0 } as const;

test.each<[order: Order, text: string]>([
  [
    { ...asked, verb: "assault", count: 2 },
    "Hammer to assault The town, 2 pieces sent ahead; it takes effect in turn 3",
  ],
  [{ ...asked, verb: "fix" }, "Hammer to fix the enemy at The town; it takes effect in turn 3"],
  [
    { ...asked, verb: "pursue", count: 1 },
    "Hammer to pursue the enemy to The town, 1 piece sent ahead; it takes effect in turn 3",
  ],
  [{ ...asked, verb: "reconnoitre" }, "Hammer to reconnoitre The town; it takes effect in turn 3"],
  [
    { ...asked, verb: "rotate", to: null },
    "Hammer to come out of the line and rest; it takes effect in turn 3",
  ],
  [
    { ...asked, verb: "demolish", to: null },
    "Hammer to destroy what lies at its place; it takes effect in turn 3",
  ],
  [
    { ...asked, verb: "evacuate", to: null },
    "Hammer to bring the civilians out of its place; it takes effect in turn 3",
  ],
  [
    { unit: "swallows", verb: "destroy", to: "town", sorties: 2 },
    "Swallows to fly 2 sorties to destroy kit lying at The town",
  ],
  [
    { unit: "swallows", verb: "supply", to: "town", sorties: 1 },
    "Swallows to fly 1 sortie to supply The town",
  ],
  [
    { unit: "swallows", verb: "rebase", to: "harbour", sorties: 0 },
    "Swallows to move its base to The harbour",
  ],
  [{ unit: "legion", verb: "hold", to: null }, "The legion to stay"],
  [{ unit: "legion", verb: "release", to: null }, "The legion to go home"],
  [{ unit: "veterans", verb: "call", to: null }, "Veterans to come early"],
  [
    { unit: "town", verb: "roe", to: "restricted" },
    "The town to have rules of engagement that are restricted",
  ],
])("an order that went out is told by who is to do what: %o", (order, text) => {
  const event: Event = { kind: "order-received", seat: "loam-command", order, takesEffect };
  expect(narrate(names, event)).toBe(`Loam command ordered ${text}.`);
});

test("odds that White ruled are told as ruled", () => {
  expect(narrate(names, { ...battle, ruling: "the bridge was blown" })).toContain(
    "(odds 1.5, by White's ruling 2.25)",
  );
});

test("a seat without objectives has no score to tell", () => {
  const scores = { envoy: 5, nobody: 0, "loam-command": 6 };
  const ended = { kind: "game-ended", scores, forMen: [], draw: null } as const;
  expect(narrate(names, ended)).toBe("The game ended. Scores: The envoy 5; Loam command 6.");
  expect(narrate({ ...names, objectives: {} }, ended)).toBe("The game ended.");
});

test("what a reader has no name for is called by its id", () => {
  const blind = { ...names, formations: {} };
  const arrived: Event = { kind: "arrived", formation: "fresh-guard", place: "harbour" };
  expect(narrate(blind, arrived)).toBe("Fresh guard arrived at The harbour.");
});
