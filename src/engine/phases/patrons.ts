import { ln, logistic, logit, normalOf } from "../chance/arithmetic.ts";
import type { Event, Term } from "../events/types.ts";
import { sumReportedMen } from "../views/sight.ts";
import { turnsFor } from "../world/clock.ts";
import { entriesOf, idsOf } from "../world/ids.ts";
import { road } from "../world/map.ts";
import type { Contingent, Id, Patron, Setup } from "../world/setup.ts";
import type { ContingentState, Knowledge } from "../world/world.ts";
import { classOf } from "./cohesion.ts";
import { loseTo } from "./contagion.ts";
import { type Phase, sideOf, standing, stateOf, type Turn, unitsAt } from "./turn.ts";

/**
 * 10.1: each patron weighs the risk it has been told of against a private tolerance, drawn once a
 * game; when risk reaches it, the contingent prepares to leave.
 */
export const patrons: Phase = (turn) =>
  entriesOf(turn.setup.contingents).flatMap(({ id, value: contingent }): Event[] => {
    const state = turn.world.contingents[id] as ContingentState;
    if (contingent.patron === null || state.status !== "present") return [];
    return [weigh(turn, id, contingent, contingent.patron)];
  });

function weigh(turn: Turn, id: Id, contingent: Contingent, patron: Patron): Event {
  const { jitter, leaveHours } = turn.setup.parameters.patrons;
  const draw = turn.chance.draw("patron", 0, "", id);
  const tolerance = logistic(logit(patron.tolerance) + jitter * normalOf(draw.u));
  const terms = termsOf(turn, id, contingent, patron);
  const risk = logistic(terms.reduce((sum, term) => sum + term.points, 0));
  const leavesTurn = risk >= tolerance ? turn.number + turnsFor(turn.setup.clock, leaveHours) : 0;
  return { kind: "patron-weighed", contingent: id, terms, risk, tolerance, draw, leavesTurn };
}

/** 10.2: risk by reported loss of the outer line, threatened exits, reported odds, broken hosts. */
function termsOf(turn: Turn, id: Id, contingent: Contingent, patron: Patron): Term[] {
  const weights = turn.setup.parameters.patrons;
  const knowledge = knowledgeOf(turn, id);
  const { side } = contingent;
  const reported = sumReportedMen(knowledge.contacts);
  const ratio = Math.max(weights.ratioFloor, reportedRatio(turn, reported, side, patron.stake));
  return [
    { id: "constant", points: weights.constant, rule: "10.2.1" },
    {
      id: "outer-line",
      points: weights.outerLine * lostShare(turn, knowledge, side, patron.outerLine),
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
      points: weights.hostsBroken * brokenShare(turn, patron.hosts),
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

/** 10.2.2: places count by declared value; sectors of one parent count as one, the most valuable. */
function lostShare(turn: Turn, knowledge: Knowledge, side: Id, places: readonly Id[]): number {
  const all: Record<Id, number> = {};
  const lost: Record<Id, number> = {};
  for (const id of places) {
    const place = turn.setup.places[id];
    if (place === undefined) continue;
    const group = place.sectorOf ?? id;
    all[group] = Math.max(all[group] ?? 0, place.value);
    if (knowledge.holders[id] !== side) lost[group] = Math.max(lost[group] ?? 0, place.value);
  }
  const sum = (values: Record<Id, number>) =>
    Object.values(values).reduce((total, value) => total + value, 0);
  return sum(all) > 0 ? sum(lost) / sum(all) : 0;
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
  return exits.some((exit) => !isOpen(exit) || beside(exit)) ? 0.5 : 0;
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

function brokenShare(turn: Turn, hosts: readonly Id[]): number {
  let all = 0;
  let broken = 0;
  for (const { data, state } of turn.units) {
    const { status } = state;
    if (status === "expected" || !hosts.includes(data.contingent)) continue;
    all++;
    if (status === "broken" || status === "lost") broken++;
  }
  return all > 0 ? broken / all : 0;
}

/** 10.3: a contingent that leaves takes its formations off the map and shakes those beside them. */
export const departures: Phase = (turn) => {
  const leaving = idsOf(turn.setup.contingents).filter((id) => {
    const { status, leavesTurn } = turn.world.contingents[id] as ContingentState;
    return status === "leaving" && leavesTurn <= turn.number;
  });
  if (leaving.length === 0) return [];
  const gone = leaving.map((contingent) => formationsOf(turn, contingent));
  const left = leaving.map((contingent): Event => ({ kind: "contingent-left", contingent }));
  return [...left, ...gone.flat().map((id) => goHome(turn, id)), ...shakeHosts(turn, gone)];
};

function formationsOf(turn: Turn, contingent: Id): Id[] {
  return idsOf(turn.setup.formations).filter((id) => {
    const { status } = stateOf(turn, id);
    const isHere = status === "active" || status === "broken";
    return isHere && turn.setup.formations[id]?.contingent === contingent;
  });
}

function goHome(turn: Turn, formation: Id): Event {
  return { kind: "formation-left", formation, place: stateOf(turn, formation).place as Id };
}

/** 9.2: each patron that leaves a place counts as a whole neighbour gone for those who stay in it. */
function shakeHosts(turn: Turn, gone: readonly (readonly Id[])[]): Event[] {
  const goers = new Set(gone.flat());
  const stands = standing(turn);
  const times: Record<Id, number> = {};
  for (const formations of gone) {
    if (formations.length === 0) continue;
    const side = sideOf(turn, formations[0] as Id);
    for (const place of new Set(formations.map((id) => stateOf(turn, id).place as Id))) {
      for (const unit of unitsAt(stands, place)) {
        if (!goers.has(unit.id) && unit.side === side) times[unit.id] = (times[unit.id] ?? 0) + 1;
      }
    }
  }
  return Object.keys(times)
    .toSorted()
    .map((id) => abandonedByPatrons(turn, id, times[id] as number));
}

function abandonedByPatrons(turn: Turn, id: Id, patrons: number): Event {
  const { scale, weights } = turn.setup.parameters.cohesion;
  const points = patrons * scale * classOf(turn.setup, id).shock * weights.neighbours;
  return loseTo(turn, id, "patron", { id: "neighbours", points, rule: "9.2" });
}
