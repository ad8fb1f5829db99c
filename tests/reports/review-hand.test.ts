import { expect, test } from "vitest";
import {
  createChance,
  type HandInject,
  type Id,
  type Order,
  type Ruling,
  startWorld,
  step,
} from "../../src/engine/index.ts";
import { type PlayedGame, reviewForSeat, reviewForWhite } from "../../src/reports/index.ts";
import { injectsSection } from "../../src/reports/review/injects.ts";
import { notesSection } from "../../src/reports/review/notes.ts";
import { knownWhen, menAt } from "../../src/reports/review/patron-knowledge.ts";
import { toldItems } from "../../src/reports/review/patron-told.ts";
import { patronsSection } from "../../src/reports/review/patrons.ts";
import { playOut } from "../../src/lab/play-out.ts";
import { readSmall } from "../support/small-scenario.ts";
import { historicalPolicies, SHIPPED } from "../support/shipped.ts";
import { reviewedGame } from "../support/reviewed.ts";

const scenario = readSmall();
const { setup } = scenario;

const assault: Order = { unit: "hammer", verb: "assault", to: "mill", via: [], count: 0 };
const ruling: Ruling = {
  kind: "battle",
  locus: "mill",
  outcome: 0.25,
  reason: "The bridge <was> mined.",
};
const free: HandInject = {
  title: "A film crew",
  text: "Reporters are at the gate.",
  audience: ["loam-command"],
  effects: [{ kind: "track", track: "favour", points: -5 }],
};

/** Another of the same title, which does nothing besides being read. */
const twin: HandInject = { ...free, text: "They ask for the mill.", effects: [] };

/** The small game after one turn with White's hand in it, branched from another game. */
function ruledGame(): PlayedGame {
  const start = startWorld(setup);
  const injects = [free, twin];
  const asked = { orders: { "flint-command": [assault] }, rulings: [ruling], injects };
  const { world, events } = step(setup, start, asked, createChance("1", setup));
  const notes = [
    { kind: "note", turn: 1, text: "Watch the reserve.", seat: "loam-command" },
    { kind: "note", turn: 1, text: "Ask about the bridge.", seat: "white" },
  ];
  const turn = { asked: { ...asked, turn: 1, commit: { orders: {} }, notes }, events, world };
  const header = {
    reseeds: [{ fromTurn: 2, seed: "fresh" }],
    parent: { digest: "ab".repeat(32), turn: 1 },
    aims: {},
  };
  return { scenario, header, start, turns: [turn] } as never;
}

const game = ruledGame();
const white = reviewForWhite(game);
const textOf = (section: unknown) => JSON.stringify(section);
const seatText = (seat: Id) => textOf(injectsSection(reviewForSeat(game, seat)));

test("White's document gives each ruling its reason, what was drawn instead and who was told", () => {
  const text = textOf(injectsSection(white));
  expect(text).toContain("The bridge <was> mined.");
  expect(text).toMatch(/It came to \\"repulsed\\"; drawn was \\"[a-z ]+\\"\. Told to: /);
});

test("an inject has who was read it, why it came and what it did", () => {
  const section = injectsSection(white);
  const table = section?.blocks.find((block) => block.kind === "table");
  const { name } = setup.seats["loam-command"]!;
  const { title } = setup.tracks.favour!;
  expect(table?.kind === "table" && table.rows[0]).toEqual([
    "A film crew",
    "1",
    name,
    "By White's hand, not on the list",
    `${title} -5`,
  ]);
  expect(table?.kind === "table" && table.rows[1]?.at(-1)).toBe("Nothing besides");
});

test("a seat is told of a ruling on its own battle, and reads the injects for it alone", () => {
  expect(seatText("loam-command")).toContain("Reporters are at the gate.");
  expect(seatText("flint-command")).not.toContain("Reporters are at the gate.");
  expect(seatText("flint-command")).toContain("White ruled: The bridge <was> mined.");
});

test("White reads every note and where the game branched; a seat its own notes and no seed", () => {
  const all = textOf(notesSection(white));
  expect(all).toContain("Watch the reserve.");
  expect(all).toContain("Ask about the bridge.");
  expect(all).toContain("shares its first turn");
  expect(all).toContain("abababababab");
  const own = textOf(notesSection(reviewForSeat(game, "loam-command")));
  expect(own).toContain("Watch the reserve.");
  expect(own).not.toMatch(/Ask about|fresh|abab/);
});

const worlds: PlayedGame["start"][] = [];
const events: PlayedGame["turns"][number]["events"][] = [];
playOut(SHIPPED, historicalPolicies(), "1", {
  onTurn: (turn) => {
    worlds.push(turn.world);
    events.push(turn.events);
  },
});
const played = { orders: [], events, worlds, world: worlds.at(-1)! };
const history = reviewedGame(SHIPPED, played, null);
const weighed = history.turns.flatMap(({ turn, events: all }) =>
  all.flatMap((event) => (event.kind === "patron-weighed" ? [{ turn, event }] : [])),
);

test("what a patron is said to have been told is what its risk was made of", () => {
  const { ratio, ratioFloor } = SHIPPED.parameters.patrons;
  expect(weighed.length).toBeGreaterThan(5);
  for (const { turn, event } of weighed) {
    const { stake, outerLine } = SHIPPED.contingents[event.contingent]!.patron!;
    const { side } = SHIPPED.contingents[event.contingent]!;
    const told = knownWhen(history, turn, event)!;
    const pointsOf = (id: string) => event.terms.find((term) => term.id === id)!.points;
    const isLost = outerLine.some((place) => told.holders[place] !== side);
    expect(pointsOf("outer-line") > 0).toBe(isLost);
    const inside = Object.keys(SHIPPED.places).filter(
      (id) => id === stake || SHIPPED.places[id]!.sectorOf === stake,
    );
    const beside = inside.flatMap((id) => SHIPPED.neighbours[id]!.map(({ to }) => to));
    const odds = Math.exp(pointsOf("odds") / ratio);
    // Reported men over the odds they made are the whole men of its own side.
    if (odds <= ratioFloor + 1e-9) continue;
    const own = menAt(told, [...new Set([...inside, ...beside])]) / odds;
    expect(Math.abs(own - Math.round(own))).toBeLessThan(1e-6);
  }
});

test("a patron's own seat reads its numbers, and no seat another's", () => {
  const patrons = [...new Set(weighed.map(({ event }) => event.contingent))];
  for (const seat of Object.keys(SHIPPED.seats).filter(
    (id) => SHIPPED.seats[id]!.role === "command",
  )) {
    const reviewed = reviewedGame(SHIPPED, played, seat);
    const text = textOf(patronsSection(reviewed));
    for (const patron of patrons) {
      const isOwn = SHIPPED.seats[seat]!.contingents.includes(patron);
      expect(text.includes(`${SHIPPED.contingents[patron]!.name}: points of risk`)).toBe(isOwn);
    }
  }
});

test("a seat that may not see what a patron counts is told the shares and no more", () => {
  const { turn, event } = weighed.at(-1)!;
  const seat = Object.keys(SHIPPED.seats).find((id) =>
    SHIPPED.seats[id]!.contingents.includes(event.contingent),
  )!;
  const items = toldItems(reviewedGame(SHIPPED, played, seat), turn, event);
  expect(items[0]).toMatch(/^Outer line \(10\.2\.2\): \d+ % by value not known to be held\.$/);
});
