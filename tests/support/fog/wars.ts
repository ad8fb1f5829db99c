/** Where the games of the fog come from: small random wars of two or three sides, and scenarios that ship. */
import fc from "fast-check";
import { loadGame } from "../../../src/cli/load-game.ts";
import {
  createChance,
  formatOrder,
  type FreeInject,
  hashId,
  type Id,
  type OrdersBySeat,
  type Setup,
  startWorld,
  step,
} from "../../../src/engine/index.ts";
import type { HeaderFields } from "../../../src/journal/index.ts";
import { contingentOf, seatOf } from "../../../src/lab/testing/tiny-setup.ts";
import { smallWars } from "../../../src/lab/testing/small-war.ts";
import type { Policy } from "../../../src/policies/policy.ts";
import type { Pick } from "../../../src/policies/random-legal.ts";
import { ordersBy } from "../random-game.ts";
import { swarmParameters, swarmPolicy } from "../soak/swarm.ts";
import type { AskedOfTurn, WholeGame } from "./game.ts";

const NO_FILE = {
  measures: {},
  record: { events: [], control: [], figures: {}, conflicts: {} },
  sources: {},
  trainingObjectives: {},
} as unknown as WholeGame["file"];

const SHIPPED = ["two-fords", "palmyra-2016", "palmyra-2016-03"];
const MOST_TURNS = 6;
const NOBODY = "0".repeat(64);

/** A scenario that ships, named, or a small war drawn by the picks; three sides in one of three. */
export function warBy(pick: Pick, seed: number, shipped: Id | null) {
  if (shipped !== null) {
    const loaded = loadGame(shipped, {});
    if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
    const { setup, file } = loaded.value.scenario;
    return { setup, file };
  }
  const [setup] = fc.sample(smallWars(swarmParameters(pick)), { numRuns: 1, seed });
  if (setup === undefined) throw new Error("fast-check gave no war");
  const named = withNames(setup);
  return { setup: pick(3) === 0 ? withThirdSide(named) : named, file: NO_FILE };
}

/** Everything by a name of its own: among things that are all called alike a wrong one goes unseen. */
function withNames(setup: Setup): Setup {
  const each = <T>(all: Readonly<Record<Id, T>>, word: string) =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, name: word + id }]));
  const [places, wings] = [each(setup.places, "Town "), each(setup.wings, "Wing ")];
  const [formations, seats] = [each(setup.formations, "Unit "), each(setup.seats, "Staff ")];
  const contingents = each(setup.contingents, "Army ");
  return { ...setup, places, wings, formations, seats, contingents };
}

/** Which of the shipped scenarios a pair is of, if any: now and then one. */
export function shippedFor(pick: Pick): Id | null {
  return pick(40) === 0 ? SHIPPED[pick(SHIPPED.length)]! : null;
}

/** The same war with some of blue's men and its last place under a side of their own. */
function withThirdSide(setup: Setup): Setup {
  const green = seatOf("green");
  const formations = Object.entries(setup.formations).map(([id, one]) => {
    const isGreen = one.side === "blue" && (one.place === "elm" || one.place === "fir");
    const theirs = { side: "green", seat: "green", contingent: "green" };
    return [id, isGreen ? { ...one, ...theirs } : one] as const;
  });
  const place = { ...setup.places["fir"]!, holder: "green", supplies: ["green"] };
  const side = { name: "green", adjective: "green", letter: "G", affiliation: "neutral" } as const;
  return {
    ...setup,
    sides: { ...setup.sides, green: side },
    seats: inOrder({ ...setup.seats, green }),
    contingents: inOrder({ ...setup.contingents, green: contingentOf("green") }),
    formations: Object.fromEntries(formations),
    places: { ...setup.places, fir: place },
    idHashes: { ...setup.idHashes, green: hashId("green") },
  };
}

function inOrder<T>(all: Readonly<Record<Id, T>>): Readonly<Record<Id, T>> {
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Everybody's policies, the same for a seat from turn to turn. */
export function minds(pick: Pick): (seat: Id) => Policy {
  const policies = new Map<Id, Policy>();
  return (seat) => {
    const policy = policies.get(seat) ?? swarmPolicy(pick);
    policies.set(seat, policy);
    return policy;
  };
}

/** A header for a game of which one seat is a person's and all others are played by policies. */
export function headerOf({ id, seats }: Setup, person: Id, seed: string): HeaderFields {
  const commanding = Object.keys(seats).filter((seat) => seats[seat]?.role === "command");
  const players = Object.fromEntries(
    commanding.map((seat) => [seat, seat === person ? "person" : "hold"]),
  );
  return {
    scenario: { id, file: null, hash: NOBODY, length: "whole", variant: null, excursion: null },
    parameters: { id: "erc-1", hash: NOBODY },
    seed,
    reseeds: [],
    players,
    title: null,
    parent: null,
  };
}

/** A game some turns in, at which one seat sits, the others' orders sealed for the turn that is open. */
export function gameBy(
  pick: Pick,
  seed: number,
  { shipped, sits }: { readonly shipped: Id | null; readonly sits?: Id | undefined },
): WholeGame & { seat: Id } {
  const { setup, file } = warBy(pick, seed, shipped);
  const seats = Object.keys(setup.seats).filter((seat) => setup.seats[seat]?.role === "command");
  const seat = sits ?? seats[pick(seats.length)]!;
  const mind = minds(pick);
  const chance = createChance(`fog ${seed}`, setup);
  const start = startWorld(setup);
  const asked: AskedOfTurn[] = [];
  const past: WholeGame["past"][number][] = [];
  const turns = pick(MOST_TURNS + 1);
  for (let world = start; ; ) {
    const orders = ordersBy(setup, world, mind);
    const injects = pick(2) === 0 ? [newsTo([seat, seats[pick(seats.length)]!])] : [];
    const next = step(setup, world, { orders, rulings: [], injects }, chance);
    // Once it is over the truth is everybody's: the last turn stays open.
    const isLast = past.length === turns || next.world.over;
    // Who has sealed sees no more than that: in the open turn the seat still thinks.
    const { [seat]: own = [], ...theirs } = orders;
    asked.push(askedOf(isLast ? theirs : { ...theirs, [seat]: own }, injects, seat));
    if (isLast) break;
    past.push(next);
    world = next.world;
  }
  const header = headerOf(setup, seat, `fog ${seed}`);
  return { setup, file, header, start, asked, past, seat };
}

function newsTo(audience: readonly Id[]): FreeInject {
  return {
    title: "News",
    text: "The road is mined.",
    audience: [...new Set(audience)],
    effects: [],
  };
}

function askedOf(orders: OrdersBySeat, injects: readonly FreeInject[], seat: Id): AskedOfTurn {
  const texts = Object.entries(orders).map(([one, given]) => [one, given.map(formatOrder)]);
  const note = { text: "Hold the bridge.", seat };
  return { orders: Object.fromEntries(texts), rulings: [], injects, notes: [note] };
}
