import { apportion, sumOf } from "../chance/arithmetic.ts";
import { invariant } from "./invariant.ts";
import type {
  BattleResolved,
  Casualties,
  CiviliansLeft,
  CohesionLost,
  ContactReport,
  Detached,
  Event,
  FormationBroke,
  Joined,
  Kit,
  KitTaken,
  Marched,
  ObjectiveScored,
  PlaceTaken,
  Refitted,
  Reported,
  Retreated,
  Surrendered,
} from "../events/types.ts";
import { type FormationOrder, isFormationOrder } from "../orders/types.ts";
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
      if (event.inject !== null) world.injects[event.inject] = world.turn;
      return;
    case "order-received":
      if (!isFormationOrder(event.order)) return;
      return setPending(formation(world, event.order.unit), event.order, event.takesEffect);
    case "order-began":
      return beginOrder(formation(world, event.formation), event.order);
    case "detached":
      return detach(world, event);
    case "joined":
      return join(world, event);
    case "order-failed":
      return forgetPending(formation(world, event.formation));
    case "sorties-flown":
      wing(world, event.wing).aircraft -= event.lost;
      return;
    case "air-struck":
      return takeCasualties(world, event.casualties);
    case "column-struck":
      return takeCasualties(world, event.casualties);
    case "rules-set":
      (world.rulesOfEngagement[event.seat] ?? missing("seat", event.seat))[event.place] =
        event.level;
      return;
    case "kit-destroyed":
      destroy(place(world, event.place), event.kit);
      if (event.formation !== null) stay(formation(world, event.formation));
      return;
    case "wing-rebased":
      wing(world, event.wing).base = event.to;
      wing(world, event.wing).rebased = event.rebased;
      wing(world, event.wing).readyTurn = event.readyTurn;
      return;
    case "depot-stocked":
      place(world, event.place).depotManDays += event.manDays;
      return;
    case "depot-drawn":
      place(world, event.place).depotManDays -= event.manDays;
      return;
    case "demolished":
      place(world, event.place).demolishedTurn = world.turn;
      return stay(formation(world, event.formation));
    case "civilians-left":
      return evacuate(world, event);
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
      return loseCohesion(formation(world, event.formation), event, world.turn);
    case "gave-way":
      formation(world, event.formation).task = { verb: "delay", to: null, via: [], count: 0 };
      return;
    case "formation-broke":
      return breakFormation(world, event);
    case "retreated":
      return retreat(world, event);
    case "surrendered":
      return surrender(world, event);
    case "patron-weighed":
      if (event.leavesTurn > 0) startLeaving(world, event.contingent, event.leavesTurn);
      return;
    case "patron-held":
      return keepBack(contingent(world, event.contingent), event.times);
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
    case "stragglers-missing":
      formation(world, event.formation).stragglers -= event.men;
      formation(world, event.formation).missing += event.men;
      return;
    case "refitted":
      return refit(world, event);
    case "kit-taken":
      return takeKit(world, event);
    case "track-moved":
      world.tracks[event.track] = event.to;
      return;
    case "threshold-passed":
      (world.thresholds[event.track] ?? missing("track", event.track))[event.threshold] =
        world.turn;
      return;
    case "tolerance-shifted":
      contingent(world, event.contingent).toleranceShift = event.shift;
      return;
    case "sorties-scaled":
      wing(world, event.wing).factor = event.factor;
      return;
    case "command-changed":
      contingent(world, event.contingent).commandTurn = event.turn;
      return;
    case "supply-changed":
      for (const supplied of event.formations)
        formation(world, supplied.formation).supplyDays = supplied.supplyDays;
      return;
    case "objective-scored":
      return score(world, event);
    case "game-ended":
      world.over = true;
      return;
    case "order-refused":
    case "halted":
    case "deployed":
    case "rotated":
    case "scouted":
    case "civilians-harmed":
    case "support-claimed":
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

/** Whatever holds kit has every kind from the start, so that no record gains a key. */
function add(held: Record<Id, number>, kind: Id, pieces: number): void {
  held[kind] = (held[kind] ?? missing("kit", kind)) + pieces;
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
  const { unit, verb, to, via, count } = order;
  state.pending = { unit, verb, to, via: [...via], count };
  state.pendingTurn = turn;
}

function beginOrder(state: FormationState, { verb, to, via, count }: FormationOrder): void {
  state.task = { verb, to, via: [...via], count };
  state.reserve = verb === "reserve";
  forgetPending(state);
}

function forgetPending(state: FormationState): void {
  state.pending = null;
  state.pendingTurn = 0;
}

/** 3.4: the child is as the parent is, but for its men and kit, and defends where it stands. */
function detach(world: World, event: Detached): void {
  const parent = formation(world, event.formation);
  const child = formation(world, event.child);
  forgetPending(parent);
  moveOff(child, event.place);
  child.status = "active";
  child.cohesion = parent.cohesion;
  child.freshness = parent.freshness;
  child.supplyDays = parent.supplyDays;
  child.works = parent.works;
  child.quietHours = parent.quietHours;
  child.marched = false;
  child.encircledTurn = parent.encircledTurn;
  child.rallyTurn = 0;
  handOver(parent, child, event.men, event.kit);
}

/** 3.5: men and kit go over; what the joiner has lost stays its own. */
function join(world: World, event: Joined): void {
  const from = formation(world, event.formation);
  const into = formation(world, event.into);
  handOver(from, into, event.men, event.kit);
  into.cohesion = event.cohesion;
  into.freshness = event.freshness;
  into.supplyDays = event.supplyDays;
  into.works = event.works;
  into.quietHours = event.quietHours;
  moveOff(from, null);
  from.status = "joined";
}

function handOver(from: FormationState, to: FormationState, men: number, kit: Kit): void {
  from.men -= men;
  to.men += men;
  for (const kind in kit) {
    const pieces = kit[kind] as number;
    add(from.kit, kind, -pieces);
    add(to.kit, kind, pieces);
  }
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
  state.task = { verb: "defend", to: null, via: [], count: 0 };
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
  if (event.breach !== null) spendBreach(world, event.attackers);
  for (const fighter of event.defenders) formation(world, fighter.formation).quietHours = 0;
}

/** 5.3.1: what an order sent ahead is spent; a standing assault sends no more. */
function spendBreach(world: World, attackers: BattleResolved["attackers"]): void {
  for (const { formation: id } of attackers) {
    const state = formation(world, id);
    const { verb, to, via, count } = state.task;
    if (count > 0) state.task = { verb, to, via: [...via], count: 0 };
  }
}

function assault(at: PlaceState, event: BattleResolved, turn: number): void {
  at.advanceKm = event.advanceKm;
  at.assaultedTurn = turn;
  at.assaultedBy = event.attacker;
  at.assaultMen = menIn(event.attackers);
  if (at.firstAssaultTurn === 0) at.firstAssaultTurn = turn;
}

function menIn(side: BattleResolved["attackers"]): number {
  let men = 0;
  for (const one of side) men += one.men;
  return men;
}

function takeCasualties(world: World, all: readonly Casualties[]): void {
  for (const { formation: id, killed, wounded, kit } of all) {
    const state = formation(world, id);
    state.men -= killed + wounded;
    state.killed += killed;
    state.wounded += wounded;
    for (const kind in kit) add(state.kit, kind, -(kit[kind] as number));
  }
}

function loseCohesion(state: FormationState, event: CohesionLost, turn: number): void {
  state.cohesion = event.cohesion;
  // 9.3: the first turn of an encirclement costs more than the next.
  if (event.terms.some(({ id }) => id === "encirclement")) state.encircledTurn = turn;
}

function breakFormation(world: World, event: FormationBroke): void {
  const state = formation(world, event.formation);
  state.status = "broken";
  state.men -= event.missing + event.stragglers;
  state.missing += event.missing;
  state.stragglers += event.stragglers;
  abandon(world, event, event.place);
  moveOff(state, event.to);
  state.rallyTurn = event.rallyTurn;
}

type Abandoning = Pick<FormationBroke, "formation" | "side" | "abandoned">;

function abandon(world: World, { formation: id, side, abandoned: kit }: Abandoning, at: Id): void {
  const state = formation(world, id);
  const { stocks, abandoned } = place(world, at);
  const ofSide = abandoned[side] ?? missing("side", side);
  for (const kind in kit) {
    const pieces = kit[kind] as number;
    if (pieces === 0) continue;
    add(state.kit, kind, -pieces);
    add(stocks, kind, pieces);
    add(ofSide, kind, pieces);
    place(world, at).abandonedTurn = world.turn;
  }
}

function moveOff(state: FormationState, to: Id | null): void {
  state.place = to;
  state.towards = null;
  state.kmDone = 0;
  state.works = "hasty";
  state.quietHours = 0;
  state.reserve = false;
  forgetPending(state);
  stay(state);
}

function retreat(world: World, event: Retreated): void {
  const state = formation(world, event.formation);
  abandon(world, event, event.from);
  const { task, pending, pendingTurn } = state;
  moveOff(state, event.to);
  if (!event.ordered) return;
  if (task.to !== event.to)
    state.task = { verb: task.verb, to: task.to, via: [], count: task.count };
  state.pending = pending === null ? null : { ...pending, via: [...pending.via] };
  state.pendingTurn = pendingTurn;
}

function surrender(world: World, event: Surrendered): void {
  const state = formation(world, event.formation);
  abandon(world, event, event.place);
  state.captured += event.captured;
  state.men -= event.captured;
  state.status = "lost";
}

function startLeaving(world: World, id: Id, turn: number): void {
  contingent(world, id).status = "leaving";
  contingent(world, id).leavesTurn = turn;
}

function keepBack(state: World["contingents"][Id], times: number): void {
  state.status = "present";
  state.leavesTurn = 0;
  state.held = times;
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

/** 11.9: whatever was abandoned is among what was found. */
function takeKit(world: World, event: KitTaken): void {
  const at = place(world, event.place);
  const { kit } = formation(world, event.formation);
  for (const kind in event.kit) add(kit, kind, event.kit[kind] as number);
  for (const kind in event.found) add(at.stocks, kind, -(event.found[kind] as number));
  for (const side in at.abandoned) {
    const ofSide = at.abandoned[side] as Record<Id, number>;
    for (const kind in ofSide) ofSide[kind] = 0;
  }
  at.depotManDays += event.manDays;
}

/** 6.8: of one kind, what lay in depots and what each side left goes in proportion. */
function destroy({ stocks, abandoned }: PlaceState, kit: Kit): void {
  const heaps = Object.values(abandoned);
  for (const kind in kit) {
    const pieces = kit[kind] as number;
    const left = heaps.map((heap) => heap[kind] ?? missing("kit", kind));
    const inDepots = (stocks[kind] ?? missing("kit", kind)) - sumOf(left);
    const [, ...gone] = apportion(pieces, [inDepots, ...left]);
    add(stocks, kind, -pieces);
    heaps.forEach((heap, at) => add(heap, kind, -(gone[at] as number)));
  }
}

/** 11.12: who has brought the last of them out has done what it was told. */
function evacuate(world: World, event: CiviliansLeft): void {
  const at = place(world, event.place);
  at.civilians -= event.people;
  if (at.civilians === 0) for (const id of event.formations) stay(formation(world, id));
}

function score(world: World, { objective: id, seats, points }: ObjectiveScored): void {
  const objective = world.objectives[id] ?? missing("objective", id);
  for (const seat of seats) {
    const ofSeat = objective[seat] ?? missing("seat", seat);
    ofSeat.scored += points;
    if (ofSeat.turn === 0) ofSeat.turn = world.turn;
  }
}
