import { ask } from "../edge/ask.ts";
import { coresOf } from "../edge/hands.ts";
import { type LoadedScenario, loadPlayed } from "../edge/load.ts";
import type { Id } from "../engine/index.ts";
import { type Outcome, PERSON, type Standing, type Table } from "../journal/index.ts";
import type { Asking, Conduct } from "../lab/ask/asking.ts";
import { commandSeats } from "../lab/play-out.ts";
import type { Read } from "../scenarios/index.ts";
import {
  AS_PLAYED,
  HOLD,
  type Laboratory,
  RANDOM,
  type SeatAsked,
  type WhiteAsked,
} from "../ui/ports.ts";
import { coaOf } from "./cards.ts";

/** Pairs times turns from which worker threads are worth starting. */
const WORTH_THREADS = 400;
/** More threads than this are slower to start than they are worth. */
const MOST_THREADS = 8;

/** The laboratory of the game: worker threads where there is much to play and a core for them. */
export function laboratoryOf(cores: number = coresOf()): Laboratory {
  return {
    ask: (table, asked, told) => {
      const asking = asked.kind === "seat" ? seatAsking(asked) : whiteAsking(table, asked);
      if (!asking.ok) return asking;
      const { runs, turns } = asked;
      const jobs = runs * turns < WORTH_THREADS ? 1 : Math.min(cores, MOST_THREADS);
      return { ok: true, value: ask(asking.value, jobs, told) };
    },
  };
}

function seatAsking(asked: SeatAsked): Outcome<Asking> {
  return { ok: true, value: { ...asked, kind: "imagined" } };
}

function whiteAsking(table: Table, asked: WhiteAsked): Outcome<Asking> {
  const { turn, seat, plans, turns, runs, seed } = asked;
  const standing = table.standing(turn);
  if (standing === null) return nothingToAsk();
  const loaded = loadPlayed(standing.header);
  if (!loaded.ok) return loaded;
  const conducts = conductsOf(loaded.value, standing);
  const [first, second] = plans.map((plan) => conducts(seat, plan));
  if (first === undefined || second === undefined) return nothingToAsk();
  if (!first.ok) return first;
  if (!second.ok) return second;
  const others: Record<Id, Conduct> = {};
  for (const other of commandSeats(standing.setup)) {
    const conduct = conducts(other, AS_PLAYED);
    if (!conduct.ok) return conduct;
    others[other] = conduct.value;
  }
  const { setup, world } = standing;
  const both = [first.value, second.value] as const;
  const value: Asking = {
    kind: "true",
    setup,
    world,
    seat,
    plans: both,
    others,
    turns,
    runs,
    seed,
  };
  return { ok: true, value };
}

/** How a seat goes on: as in the game, what people sealed and then nothing; else by a policy. */
function conductsOf(loaded: LoadedScenario, { header, sealed }: Standing) {
  return (seat: Id, plan: string): Read<Conduct> => {
    const player = plan === AS_PLAYED ? (header.players[seat] ?? HOLD) : plan;
    const given = plan === AS_PLAYED ? sealed.map((orders) => orders[seat] ?? []) : [];
    if (player === PERSON) return { ok: true, value: { given, after: null } };
    if (player === HOLD) return { ok: true, value: { given: [], after: null } };
    if (player === RANDOM) return { ok: true, value: { given: [], after: "random-legal" } };
    const coa = coaOf(loaded, player);
    return coa.ok ? { ok: true, value: { given: [], after: coa.value } } : coa;
  };
}

function nothingToAsk(): Outcome<never> {
  const message = "there is no game here to ask about";
  const hint = "open a saved game";
  return { ok: false, problems: [{ code: "ask.nothing", path: "", message, hint }] };
}
