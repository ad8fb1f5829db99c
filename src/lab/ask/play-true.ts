import alea from "seedrandom/lib/alea.js";
import {
  createChance,
  type Id,
  observe,
  type Order,
  type Setup,
  step,
  type World,
  worldSight,
} from "../../engine/index.ts";
import { followCoa } from "../../policies/course-of-action.ts";
import { hold } from "../../policies/hold.ts";
import type { Policy } from "../../policies/policy.ts";
import { randomLegal } from "../../policies/random-legal.ts";
import { commandSeats } from "../play-out.ts";
import type { Conduct, TrueAsking } from "./asking.ts";
import { lostIn, type PlayPlan, scoredBy, type Yardstick } from "./gauge.ts";

/** Gives a seat's orders in the n-th turn (from 0) of a run. */
type Hand = (setup: Setup, world: World, turn: number, seed: string) => readonly Order[];

/** What plays a question from the truth, and what it is measured by. */
export function truePlayer(asking: TrueAsking): [Yardstick, PlayPlan] {
  const { setup, world, seat, turns } = asking;
  const side = setup.seats[seat]?.side ?? null;
  const hasScored = (id: Id) => (world.objectives[id]?.[seat]?.turn ?? 0) > 0;
  const yardstick: Yardstick = {
    seat,
    side,
    objectives: scoredBy(setup.objectives, world.aims, seat, hasScored),
    places: side === null ? [] : Object.keys(setup.places),
  };
  const others = commandSeats(setup)
    .filter((one) => one !== seat)
    .map((one): [Id, Hand] => [one, handOf(one, asking.others[one])]);
  const hands = asking.plans.map((plan) => [...others, [seat, handOf(seat, plan)] as [Id, Hand]]);
  const isOwn = (id: Id) => setup.formations[id]?.side === side;
  const before = lostIn(world.formations, isOwn);
  const play: PlayPlan = (plan, seed, gauge) => {
    const chance = createChance(seed, setup);
    let after = structuredClone(world);
    for (let turn = 0; turn < turns && !after.over; turn++) {
      const orders = ordersOf(setup, after, hands[plan] ?? [], turn, seed);
      after = step(setup, after, { orders, rulings: [], injects: [] }, chance, "plain").world;
      gauge.turn(worldSight(setup, after, after.turn + 1, side));
    }
    return lostIn(after.formations, isOwn) - before;
  };
  return [yardstick, play];
}

/** All orders are asked before any is carried out. */
function ordersOf(
  setup: Setup,
  world: World,
  hands: readonly (readonly [Id, Hand])[],
  turn: number,
  seed: string,
) {
  return Object.fromEntries(hands.map(([seat, hand]) => [seat, hand(setup, world, turn, seed)]));
}

function handOf(seat: Id, conduct: Conduct | undefined): Hand {
  if (conduct === undefined) return () => [];
  const { given, after } = conduct;
  const policy: Policy = after === null || after === "random-legal" ? hold : followCoa(after);
  return (setup, world, turn, seed) => {
    const known = given[turn];
    if (known !== undefined) return known;
    const view = observe(setup, world, seat);
    return after === "random-legal" ? anyLegal(seed, seat, world.turn)(view) : policy(view);
  };
}

function anyLegal(seed: string, seat: Id, turn: number): Policy {
  const stream = alea(`policies/${seed}/${seat}/${turn}`);
  return randomLegal((count) => Math.floor(stream() * count));
}
