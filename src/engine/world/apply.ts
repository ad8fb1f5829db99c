import { invariant } from "./invariant.ts";
import type {
  BattleResolved,
  Casualties,
  CohesionLost,
  ContactReport,
  Event,
  FormationBroke,
  Kit,
  Marched,
  PlaceTaken,
  Refitted,
  Reported,
  Retreated,
  Surrendered,
} from "../events/types.ts";
import { type FormationOrder, isAirOrder } from "../orders/types.ts";
import type { Id } from "./setup.ts";
import type { FormationState, PlaceState, World } from "./world.ts";

/**
 * The only writer of a World: changes `world` as one event says, and returns nothing. It runs on an
 * Immer draft or on a plain copy alike, so it copies primitives and compares ids, never identity.
 */
export function apply(world: World, event: Event): void {
  switch (event.kind) {
    case "turn-began":
      world.turn = event.turn;
      world.weather = event.weather;
      return;
    case "reported":
      return applyReport(world, event);
    case "inject-came":
      world.injects[event.inject] = world.turn;
      return;
    case "order-received":
      if (isAirOrder(event.order)) return;
      return setPending(formation(world, event.order.unit), event.order, event.takesEffect);
    case "order-began":
      return beginOrder(formation(world, event.formation), event.order);
    case "sorties-flown":
      wing(world, event.wing).aircraft -= event.lost;
      return;
    case "air-struck":
      return takeCasualties(world, event.casualties);
    case "wing-rebased":
      wing(world, event.wing).base = event.to;
      wing(world, event.wing).rebased = true;
      wing(world, event.wing).readyTurn = event.readyTurn;
      return;
    case "marched":
      return march(formation(world, event.formation), event);
    case "place-taken":
      return takePlace(world, event);
    case "front-moved":
      place(world, event.place).advanceKm = event.advanceKm;
      return;
    case "battle-resolved":
      return settleBattle(world, event);
    case "cohesion-lost":
      return loseCohesion(formation(world, event.formation), event);
    case "formation-broke":
      return breakFormation(world, event);
    case "retreated":
      return retreat(world, event);
    case "surrendered":
      return surrender(world, event);
    case "patron-weighed":
      if (event.leavesTurn > 0) startLeaving(world, event.contingent, event.leavesTurn);
      return;
    case "formation-left":
      formation(world, event.formation).status = "left";
      return;
    case "contingent-left":
      contingent(world, event.contingent).status = "left";
      return;
    case "arrived":
      formation(world, event.formation).status = "active";
      formation(world, event.formation).place = event.place;
      return;
    case "pool-called":
      world.pools[event.pool] = world.turn;
      return;
    case "rallied":
      return rally(formation(world, event.formation), event.stragglers, event.cohesion);
    case "refitted":
      return refit(world, event);
    case "kit-taken":
      return takeKit(world, event.place, event.formation, event.kit);
    case "track-moved":
      world.tracks[event.track] = event.to;
      return;
    case "objective-scored":
      return score(world, event.objective, event.points);
    case "game-ended":
      world.over = true;
      return;
    case "order-refused":
    case "halted":
    case "deployed":
      return;
    default:
      return unknownEvent(event);
  }
}

function unknownEvent(event: never): never {
  throw new Error(`apply does not know the event ${JSON.stringify(event)}`);
}

function formation(world: World, id: Id): FormationState {
  return world.formations[id] ?? missing("formation", id);
}

function place(world: World, id: Id): PlaceState {
  return world.places[id] ?? missing("place", id);
}

function wing(world: World, id: Id) {
  return world.wings[id] ?? missing("wing", id);
}

function contingent(world: World, id: Id) {
  return world.contingents[id] ?? missing("contingent", id);
}

// The message is made here, not at each call: that would cost more than the writing.
function missing(what: string, id: Id): never {
  invariant(false, `an event names ${what} "${id}", which the world does not have`);
}

function applyReport(world: World, event: Reported): void {
  const knowledge = world.knowledge[event.seat] ?? missing("seat", event.seat);
  for (const report of event.contacts) learn(knowledge.contacts, report, world.turn);
  for (const { place: id, holder } of event.holders) knowledge.holders[id] = holder;
  for (const id of event.forgotten) {
    const contact = knowledge.contacts[id];
    if (contact !== undefined) contact.place = null;
  }
}

function learn(
  contacts: World["knowledge"][Id]["contacts"],
  report: ContactReport,
  turn: number,
): void {
  const contact = contacts[report.formation] ?? missing("contact", report.formation);
  contact.place = report.place;
  contact.men = report.men;
  contact.turn = turn;
  contact.moving = report.moving;
}

function setPending(state: FormationState, order: FormationOrder, turn: number): void {
  state.pending = { unit: order.unit, verb: order.verb, to: order.to, via: [...order.via] };
  state.pendingTurn = turn;
}

function beginOrder(state: FormationState, order: FormationOrder): void {
  state.task = { verb: order.verb, to: order.to, via: [...order.via] };
  state.reserve = order.verb === "reserve";
  state.pending = null;
  state.pendingTurn = 0;
}

function march(state: FormationState, event: Marched): void {
  const reached = event.path[event.path.length - 1];
  if (reached !== undefined) {
    state.place = reached;
    state.works = "hasty";
  }
  state.towards = event.towards;
  state.kmDone = event.kmDone;
  state.marched = true;
  state.quietHours = 0;
  if (event.arrived) stay(state);
}

/** A formation that has done what it was told defends where it stands. */
function stay(state: FormationState): void {
  state.task = { verb: "defend", to: null, via: [] };
}

function takePlace(world: World, event: PlaceTaken): void {
  const state = place(world, event.place);
  state.holder = event.by;
  state.advanceKm = 0;
  state.takenTurn = world.turn;
}

function settleBattle(world: World, event: BattleResolved): void {
  takeCasualties(world, event.casualties);
  if (event.link === null) assault(place(world, event.place), event, world.turn);
  for (const fighter of event.attackers) formation(world, fighter.formation).quietHours = 0;
  for (const fighter of event.defenders) formation(world, fighter.formation).quietHours = 0;
}

function assault(at: PlaceState, event: BattleResolved, turn: number): void {
  at.advanceKm = event.advanceKm;
  at.assaultedTurn = turn;
  at.assaultedBy = event.attacker;
  if (at.firstAssaultTurn === 0) at.firstAssaultTurn = turn;
}

function takeCasualties(world: World, all: readonly Casualties[]): void {
  for (const { formation: id, killed, wounded, kit } of all) {
    const state = formation(world, id);
    state.men -= killed + wounded;
    state.killed += killed;
    state.wounded += wounded;
    for (const kind in kit) state.kit[kind] = (state.kit[kind] ?? 0) - (kit[kind] as number);
  }
}

function loseCohesion(state: FormationState, event: CohesionLost): void {
  state.cohesion = event.cohesion;
}

function breakFormation(world: World, event: FormationBroke): void {
  const state = formation(world, event.formation);
  state.status = "broken";
  state.men -= event.missing + event.stragglers;
  state.missing += event.missing;
  state.stragglers += event.stragglers;
  abandon(world, state, event.place, event.abandoned);
  moveOff(state, event.to);
  state.rallyTurn = event.rallyTurn;
}

function abandon(world: World, state: FormationState, at: Id, kit: Kit): void {
  const { stocks } = place(world, at);
  for (const kind in kit) {
    const pieces = kit[kind] as number;
    if (pieces === 0) continue;
    state.kit[kind] = (state.kit[kind] ?? 0) - pieces;
    stocks[kind] = (stocks[kind] ?? 0) + pieces;
  }
}

function moveOff(state: FormationState, to: Id): void {
  state.place = to;
  state.towards = null;
  state.kmDone = 0;
  state.works = "hasty";
  state.quietHours = 0;
  state.reserve = false;
  state.pending = null;
  state.pendingTurn = 0;
  stay(state);
}

function retreat(world: World, event: Retreated): void {
  const state = formation(world, event.formation);
  abandon(world, state, event.from, event.abandoned);
  const { task, pending, pendingTurn } = state;
  moveOff(state, event.to);
  if (!event.ordered) return;
  if (task.to !== event.to) state.task = { verb: task.verb, to: task.to, via: [] };
  state.pending = pending === null ? null : { ...pending, via: [...pending.via] };
  state.pendingTurn = pendingTurn;
}

function surrender(world: World, event: Surrendered): void {
  const state = formation(world, event.formation);
  abandon(world, state, event.place, event.abandoned);
  state.captured += event.captured;
  state.men -= event.captured;
  state.status = "lost";
}

function startLeaving(world: World, id: Id, turn: number): void {
  contingent(world, id).status = "leaving";
  contingent(world, id).leavesTurn = turn;
}

function rally(state: FormationState, stragglers: number, cohesion: number): void {
  state.status = "active";
  state.stragglers -= stragglers;
  state.men += stragglers;
  state.cohesion = cohesion;
  state.rallyTurn = 0;
}

function refit(world: World, event: Refitted): void {
  for (const upkeep of event.formations) {
    const state = formation(world, upkeep.formation);
    state.supplyDays = upkeep.supplyDays;
    state.freshness = upkeep.freshness;
    state.cohesion = upkeep.cohesion;
    state.quietHours = upkeep.quietHours;
    state.works = upkeep.works;
    state.marched = upkeep.marched;
  }
}

function takeKit(world: World, at: Id, id: Id, kit: Kit): void {
  const from = place(world, at);
  const state = formation(world, id);
  for (const kind in kit) state.kit[kind] = (state.kit[kind] ?? 0) + (kit[kind] as number);
  for (const kind in from.stocks) from.stocks[kind] = 0;
}

function score(world: World, id: Id, points: number): void {
  const objective = world.objectives[id] ?? missing("objective", id);
  objective.scored += points;
  if (objective.turn === 0) objective.turn = world.turn;
}
