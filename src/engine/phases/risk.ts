import { ln } from "../chance/arithmetic.ts";
import type { Term } from "../events/types.ts";
import { lostShareOf } from "../views/conditions.ts";
import { brokenShareOf, sumReportedMen } from "../views/sight.ts";
import { entriesOf, idsOf } from "../world/ids.ts";
import { road } from "../world/map.ts";
import type { Contingent, Id, Patron, Setup } from "../world/setup.ts";
import type { Knowledge } from "../world/world.ts";
import type { Turn } from "./turn.ts";

/** 10.2: risk by reported loss of the outer line, threatened exits, reported odds, broken hosts. */
export function riskTermsOf(turn: Turn, id: Id, contingent: Contingent, patron: Patron): Term[] {
  const weights = turn.setup.parameters.patrons;
  const knowledge = knowledgeOf(turn, id);
  const { side } = contingent;
  const reported = sumReportedMen(knowledge.contacts);
  const ratio = Math.max(weights.ratioFloor, reportedRatio(turn, reported, side, patron.stake));
  return [
    { id: "constant", points: weights.constant, rule: "10.2.1" },
    {
      id: "outer-line",
      points: weights.outerLine * lostOf(turn, knowledge, side, patron.outerLine),
      rule: "10.2.2",
    },
    {
      id: "exits",
      points: weights.exits * exitThreat(turn, knowledge, reported, side, patron),
      rule: "10.2.3",
    },
    { id: "odds", points: weights.ratio * ln(ratio), rule: "10.2.4" },
    {
      id: "hosts-broken",
      points:
        weights.hostsBroken *
        brokenShareOf(turn.setup.formations, turn.world.formations, patron.hosts),
      rule: "10.2.5",
    },
  ];
}

/** What the seat that commands the contingent has been told. */
function knowledgeOf(turn: Turn, contingent: Id): Knowledge {
  const seats = entriesOf(turn.setup.seats);
  const seat = seats.find(({ value }) => value.contingents.includes(contingent))?.id as Id;
  return turn.world.knowledge[seat] as Knowledge;
}

/** 10.2.2: share of the outer line that is not known to be its side's. */
function lostOf(turn: Turn, { holders }: Knowledge, side: Id, places: readonly Id[]): number {
  const all = turn.setup.places;
  const worth = {
    value: (id: Id) => all[id]?.value ?? 0,
    parent: (id: Id) => all[id]?.sectorOf ?? id,
  };
  return lostShareOf(places, worth, (id) => holders[id] !== side);
}

/**
 * 10.2.3: 1 when no road home is known to be open, 1/2 when one of the exits is lost or has the
 * enemy reported in or beside it, else 0.
 */
function exitThreat(
  turn: Turn,
  knowledge: Knowledge,
  reported: Reported,
  side: Id,
  { stake, home, exits }: Patron,
): number {
  const menAt = (place: Id) => reported.get(place) ?? 0;
  const isOpen = (place: Id) => knowledge.holders[place] === side && menAt(place) === 0;
  const way = road(turn.setup, stake, home, isOpen);
  if (way === null || !isOpen(home)) return 1;
  const beside = (place: Id) =>
    (turn.setup.neighbours[place] ?? []).some((link) => menAt(link.to) > 0);
  const { exitThreatened } = turn.setup.parameters.patrons;
  return exits.some((exit) => !isOpen(exit) || beside(exit)) ? exitThreatened : 0;
}

/**
 * 10.2.4: enemy men reported in and beside the stake, its sectors counted with it, over the side's
 * own men in it.
 */
function reportedRatio(turn: Turn, reported: Reported, side: Id, stake: Id): number {
  const { inside, near } = surroundings(turn.setup, stake);
  let own = 0;
  for (const { state, side: its } of turn.units) {
    if (its === side && state.status === "active" && inside.has(state.place ?? ""))
      own += state.men;
  }
  let enemy = 0;
  for (const place of near) enemy += reported.get(place) ?? 0;
  return enemy / Math.max(1, own);
}

/** Men reported at each place where any are. */
type Reported = ReadonlyMap<Id, number>;

interface Surroundings {
  readonly inside: ReadonlySet<Id>;
  readonly near: ReadonlySet<Id>;
}

const surroundingsOf = new WeakMap<Setup, Record<Id, Surroundings>>();

/** A place with its sectors, and all that with its neighbours; worked out once a setup. */
function surroundings(setup: Setup, stake: Id): Surroundings {
  let known = surroundingsOf.get(setup);
  if (known === undefined) surroundingsOf.set(setup, (known = {}));
  return (known[stake] ??= findSurroundings(setup, stake));
}

function findSurroundings(setup: Setup, stake: Id): Surroundings {
  const inside = idsOf(setup.places).filter(
    (id) => id === stake || setup.places[id]?.sectorOf === stake,
  );
  const near = inside.flatMap((id) => [id, ...(setup.neighbours[id] ?? []).map((link) => link.to)]);
  return { inside: new Set(inside), near: new Set(near) };
}
