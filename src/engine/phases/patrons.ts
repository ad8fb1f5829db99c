import { logistic, logit, normalOf } from "../chance/arithmetic.ts";
import { rulingOn } from "../chance/rulings.ts";
import type { Event } from "../events/types.ts";
import { turnsFor } from "../world/clock.ts";
import { entriesOf, idsOf } from "../world/ids.ts";
import type { Contingent, Id, Patron } from "../world/setup.ts";
import type { ContingentState, FormationState } from "../world/world.ts";
import { classOf } from "./cohesion-terms.ts";
import { loseTo } from "./contagion.ts";
import { riskTermsOf } from "./risk.ts";
import { logged, type Phase, sideOf, standing, stateOf, type Turn, unitsAt } from "./turn.ts";

/**
 * 10.1: each patron weighs the risk it has been told of against a private tolerance, drawn once a
 * game; when risk reaches it, the contingent prepares to leave. 10.4: unless its own seat holds it;
 * and it goes when its seat sends it.
 */
export const patrons: Phase = (turn) =>
  entriesOf(turn.setup.contingents).flatMap(({ id, value: contingent }): Event[] => {
    const { status } = turn.world.contingents[id] as ContingentState;
    if (contingent.patron === null || status === "left") return [];
    if (status === "leaving") return reconsider(turn, id, contingent.patron);
    return weigh(turn, id, contingent, contingent.patron);
  });

function weigh(turn: Turn, id: Id, contingent: Contingent, patron: Patron): Event[] {
  const { jitter, leaveHours } = turn.setup.parameters.patrons;
  const { toleranceShift } = turn.world.contingents[id] as ContingentState;
  const draw = turn.chance.draw("patron", 0, "", id);
  // 12.3: what has happened since may have moved it.
  const tolerance = logistic(logit(patron.tolerance) + jitter * normalOf(draw.u) + toleranceShift);
  const terms = riskTermsOf(turn, id, contingent, patron);
  const risk = logistic(terms.reduce((sum, term) => sum + term.points, 0));
  const ruling = rulingOn(turn.rulings, "patron", id);
  const asked = seatAsks(turn, id);
  const released = ruling === null && asked === "release";
  const isDue = ruling?.leaves ?? (released || risk >= tolerance);
  const isHeld = isDue && ruling === null && asked === "hold";
  const goes = isDue && !isHeld;
  const leavesTurn = goes ? turn.number + turnsFor(turn.setup.clock, leaveHours) : 0;
  const weighed: Event = {
    kind: "patron-weighed",
    contingent: id,
    terms,
    risk,
    tolerance,
    draw,
    released,
    ruling: ruling?.reason ?? null,
    leavesTurn,
  };
  return isHeld ? [weighed, heldBack(turn, id, patron)] : [weighed];
}

/** 10.4, 14.2: one that is leaving stays when its own seat holds it, or when White says so. */
function reconsider(turn: Turn, id: Id, patron: Patron): Event[] {
  const ruling = rulingOn(turn.rulings, "patron", id);
  if (ruling?.leaves === false) {
    const times = (turn.world.contingents[id] as ContingentState).held;
    const { reason } = ruling;
    return [{ kind: "patron-held", contingent: id, times, price: null, ruling: reason }];
  }
  return ruling === null && seatAsks(turn, id) === "hold" ? [heldBack(turn, id, patron)] : [];
}

/** 10.4: what the contingent's seat has ordered of it in this turn. */
function seatAsks(turn: Turn, contingent: Id): "hold" | "release" | null {
  for (const { order } of logged(turn, "order-received")) {
    if (order.unit !== contingent) continue;
    if (order.verb === "hold" || order.verb === "release") return order.verb;
  }
  return null;
}

/** 10.4: each time costs twice as much as the time before. */
function heldBack(turn: Turn, contingent: Id, { hold }: Patron): Event {
  const { held } = turn.world.contingents[contingent] as ContingentState;
  let times = 1;
  for (let before = 0; before < Math.min(held, MOST_DOUBLED); before++) times *= 2;
  const price = hold === null ? null : { track: hold.track, points: hold.points * times };
  return { kind: "patron-held", contingent, times: held + 1, price, ruling: null };
}

// No track is as long as this.
const MOST_DOUBLED = 20;

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
  const isHere = ({ status }: FormationState) => status === "active" || status === "broken";
  const here = turn.units.filter(
    (unit) => unit.data.contingent === contingent && isHere(unit.state),
  );
  return here.map(({ id }) => id);
}

function goHome(turn: Turn, formation: Id): Event {
  const { place } = stateOf(turn, formation);
  return { kind: "formation-left", formation, place, recalled: false };
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
