import { expect, test } from "vitest";
import { eventsFor, type Id, type World } from "../../../src/engine/index.ts";
import { type PlayedGame, reviewDocument, reviewForSeat } from "../../../src/reports/index.ts";
import { runOf } from "../../support/reviewed-run.ts";

const TURNS = 6;
/** The first turns of the game that ships: one that is still going on. */
const game = async (): Promise<PlayedGame> => {
  const whole = await runOf("palmyra-2016");
  return { ...whole, turns: whole.turns.slice(0, TURNS) };
};

const textFor = (played: PlayedGame, seat: Id) =>
  JSON.stringify(reviewDocument(reviewForSeat(played, seat)));

type Secret = (played: PlayedGame, seat: Id) => PlayedGame;

function each<T>(all: Readonly<Record<Id, T>>, of: (value: T, id: Id) => T): Record<Id, T> {
  return Object.fromEntries(Object.entries(all).map(([id, value]) => [id, of(value, id)]));
}

/** The game with another setup. */
const setups =
  (change: (setup: PlayedGame["scenario"]["setup"], seat: Id) => object): Secret =>
  (played, seat) => {
    const { setup } = played.scenario;
    const changed = { ...setup, ...change(setup, seat) };
    return { ...played, scenario: { ...played.scenario, setup: changed } };
  };

/** The game with every world changed. */
const worlds =
  (change: (world: World, played: PlayedGame, side: Id | null) => void): Secret =>
  (played, seat) => {
    const side = played.scenario.setup.seats[seat]!.side;
    const changed = (world: World) => {
      const copy = structuredClone(world);
      change(copy, played, side);
      return copy;
    };
    const turns = played.turns.map((turn) => ({ ...turn, world: changed(turn.world) }));
    return { ...played, start: changed(played.start), turns };
  };

const SECRETS: Readonly<Record<string, Secret>> = {
  "the enemy's men, place, state, kit and orders": worlds((world, { scenario }, side) => {
    for (const [id, state] of Object.entries(world.formations)) {
      if (scenario.setup.formations[id]!.side === side) continue;
      Object.assign(state, { men: 7, killed: 70, cohesion: 3, supplyDays: 0, works: "fortified" });
      Object.assign(state, { place: state.place === null ? null : "homs", kit: { tank: 77 } });
      state.task = { verb: "assault", to: "palmyra", via: [], count: 0 };
    }
  }),
  "the enemy's aircraft, contingents, depots and knowledge": worlds((world, { scenario }, side) => {
    const { setup } = scenario;
    for (const [id, state] of Object.entries(world.wings))
      if (setup.wings[id]!.side !== side && setup.wings[id]!.seat !== "coalition")
        state.aircraft = 1;
    for (const [id, state] of Object.entries(world.contingents))
      if (setup.contingents[id]!.side !== side) state.status = "left";
    for (const state of Object.values(world.places)) Object.assign(state.stocks, { tank: 31 });
    for (const [id, known] of Object.entries(world.knowledge))
      if (setup.seats[id]!.side !== side) known.holders["palmyra"] = null;
  }),
  "what happened out of its sight": (played, seat) => ({
    ...played,
    turns: played.turns.map((turn) => ({
      ...turn,
      events: eventsFor(played.scenario.setup, turn.events, seat),
    })),
  }),
  "the orders and notes of others, and White's hand": (played, seat) => ({
    ...played,
    turns: played.turns.map((turn) => ({
      ...turn,
      asked: {
        ...turn.asked,
        rulings: [{ kind: "stay", contingent: "russia", reason: "Because." } as never],
        injects: [{ title: "Rain", text: "It rains.", audience: ["white"], effects: [] }],
        notes: [{ kind: "note", turn: turn.asked.turn, text: "Secret.", seat: "white" } as const],
        commit: {
          ...turn.asked.commit,
          orders: { [seat]: turn.asked.commit.orders[seat] ?? [], other: ["x move y"] },
          digest: "f".repeat(64),
        },
      },
    })),
  }),
  "seed, players, title and digests": (played) => ({
    ...played,
    header: { ...played.header, seed: "another", title: "Another", players: {} },
    scenario: { ...played.scenario, hash: "0".repeat(64), parametersHash: "0".repeat(64) },
  }),
  "patrons, the enemy's order of battle, and reinforcements": setups((setup, seat) => ({
    contingents: each(setup.contingents, (one) =>
      one.patron === null
        ? one
        : { ...one, patron: { ...one.patron, tolerance: 0.99, stake: "homs" } },
    ),
    formations: each(setup.formations, (one) =>
      one.side === setup.seats[seat]!.side
        ? one
        : {
            ...one,
            men: one.men + 500,
            quality: 1.9,
            class: "elite",
            sidc: "1".repeat(20),
            branch: "x",
          },
    ),
    reinforcements: {},
    injects: {},
  })),
  "aims, tracks, weather's odds, depots and briefs that are others'": setups((setup, seat) => ({
    objectives: each(setup.objectives, (one) =>
      one.visibleTo.includes(seat) ? one : { ...one, title: "Another", points: 77 },
    ),
    tracks: each(setup.tracks, (one) =>
      one.visibleTo.includes(seat)
        ? { ...one, moves: [], drift: [] }
        : { ...one, title: "Another", initial: 9 },
    ),
    seats: each(setup.seats, (one, id) => (id === seat ? one : { ...one, brief: "Another." })),
    places: each(setup.places, (one) => ({
      ...one,
      works: "fortified" as const,
      stocks: { gun: 9 },
    })),
    weather: { clear: 1 },
  })),
  "White's book: training objectives, timetable, injects and measures": (played) => ({
    ...played,
    scenario: {
      ...played.scenario,
      file: {
        ...played.scenario.file,
        trainingObjectives: {},
        exercise: null,
        injects: {},
        measures: {},
        targets: {},
        levers: {},
        seats: {},
      },
    },
  }),
};

const SEATS = ["red", "saa", "russia", "coalition"];

test.each(Object.keys(SECRETS))("no byte of a seat's document depends on %s", async (name) => {
  const played = await game();
  for (const seat of SEATS) {
    const changed = SECRETS[name]!(played, seat);
    expect(firstDifference(textFor(played, seat), textFor(changed, seat)), seat).toBeNull();
  }
});

test("what a seat may see does change its document", async () => {
  const played = await game();
  const own = worlds((world, { scenario }, side) => {
    for (const [id, state] of Object.entries(world.formations))
      if (scenario.setup.formations[id]!.side === side) state.cohesion = 3.5;
  })(played, "red");
  expect(textFor(own, "red")).not.toBe(textFor(played, "red"));
});

/** Where two texts part, with what stands round it; null when they are byte for byte the same. */
function firstDifference(before: string, after: string): string | null {
  if (before === after) return null;
  let at = 0;
  while (before[at] === after[at]) at++;
  return `at ${at}: ${before.slice(at - 60, at + 60)} | ${after.slice(at - 60, at + 60)}`;
}
