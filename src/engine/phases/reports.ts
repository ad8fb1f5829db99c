import { exp, lognormalOf } from "../chance/arithmetic.ts";
import type { ContactReport, Event, Reported } from "../events/types.ts";
import { idsOf } from "../world/ids.ts";
import type { Id, Place, Seat } from "../world/setup.ts";
import type { Contact, Knowledge } from "../world/world.ts";
import { logged, type Phase, sideOf, standing, stateOf, type Turn } from "./turn.ts";

type Standing = Readonly<Record<Id, Id[]>>;

/**
 * 2.3: reconnaissance reports the world as it was when the turn began, so that what a seat reads
 * with its next orders is a turn old. A formation is seen by chance, by neighbours that watch it.
 */
export const reconnaissance: Phase = (turn) => {
  const stands = standing(turn);
  return [...idsOf(turn.setup.sides), null].flatMap((side) =>
    reportTo(turn, side, stands, sightings(turn, side, stands), (_, contact) =>
      isOutdated(turn, side, stands, contact),
    ),
  );
};

/** 2.4: what was fought over, and what was lost or taken, is known at the end of the turn. */
export const debrief: Phase = (turn) => {
  const stands = standing(turn);
  const engaged = engagedIn(turn);
  return idsOf(turn.setup.sides).flatMap((side) => {
    const met = Object.keys(engaged).filter(
      (id) => sideOf(turn, id) !== side && engaged[id]?.has(side),
    );
    const contacts = met
      .filter((id) => stateOf(turn, id).status === "active")
      .map((id) => reportOf(turn, id));
    const isGone = (id: Id) => met.includes(id) && stateOf(turn, id).status !== "active";
    return reportTo(turn, side, stands, contacts, isGone);
  });
};

/**
 * How many of a side's places, with troops of its own in them, watch a place: itself and its
 * neighbours. A seat of no side watches every place once, from the air (2.8).
 */
function watchersOf(turn: Turn, side: Id | null, place: Id, stands: Standing): number {
  if (side === null) return 1;
  let watchers = isManned(turn, side, stands[place]) ? 1 : 0;
  for (const link of turn.setup.neighbours[place] ?? []) {
    if (isManned(turn, side, stands[link.to])) watchers++;
  }
  return watchers;
}

function isManned(turn: Turn, side: Id, ids: readonly Id[] | undefined): boolean {
  return ids?.some((id) => sideOf(turn, id) === side) ?? false;
}

function sightings(turn: Turn, side: Id | null, stands: Standing): ContactReport[] {
  const seen: ContactReport[] = [];
  for (const place of Object.keys(stands)) {
    const enemies = (stands[place] as Id[]).filter((id) => sideOf(turn, id) !== side);
    const watchers = enemies.length > 0 ? watchersOf(turn, side, place, stands) : 0;
    if (watchers === 0) continue;
    for (const id of enemies) if (isSeen(turn, id, place, watchers)) seen.push(reportOf(turn, id));
  }
  return seen;
}

/** 2.5: chance 1 − e^(−watchers × rate of the terrain), halved at night (Koopman's form). */
function isSeen(turn: Turn, id: Id, place: Id, watchers: number): boolean {
  const { parameters, places } = turn.setup;
  const rate = parameters.terrains[(places[place] as Place).terrain]?.detection ?? 0;
  const chance = 1 - exp(-watchers * rate * (turn.night ? parameters.night.detection : 1));
  return turn.chance.draw("detect", turn.number, place, id).u < chance;
}

/** 2.6: strength is reported with an error that is lognormal, to the nearest ten. */
function reportOf(turn: Turn, formation: Id): ContactReport {
  const state = stateOf(turn, formation);
  const draw = turn.chance.draw("strength", turn.number, "", formation);
  const error = lognormalOf(draw.u, turn.setup.parameters.reports.sigma);
  const men = Math.max(10, Math.floor((state.men * error) / 10 + 0.5) * 10);
  return { formation, place: state.place as Id, men, moving: state.marched };
}

/** Formations that fought, each with the sides it fought. */
function engagedIn(turn: Turn): Record<Id, Set<Id>> {
  const engaged: Record<Id, Set<Id>> = {};
  for (const battle of logged(turn, "battle-resolved")) {
    for (const one of battle.attackers) (engaged[one.formation] ??= new Set()).add(battle.defender);
    for (const one of battle.defenders) (engaged[one.formation] ??= new Set()).add(battle.attacker);
  }
  return engaged;
}

/** The same news for each seat of a side, less what it knows; contacts that are gone are dropped. */
function reportTo(
  turn: Turn,
  side: Id | null,
  stands: Standing,
  contacts: readonly ContactReport[],
  isGone: (id: Id, contact: Contact) => boolean,
): Event[] {
  return idsOf(turn.setup.seats).flatMap((seat): Event[] => {
    const { side: own, role } = turn.setup.seats[seat] as Seat;
    if (own !== side || role === "white") return [];
    const knowledge = turn.world.knowledge[seat] as Knowledge;
    const news = newHolders(turn, side, stands, knowledge);
    const forgotten = idsOf(knowledge.contacts).filter((id) => {
      const contact = knowledge.contacts[id] as Contact;
      if (contact.place === null || contacts.some((report) => report.formation === id))
        return false;
      return isGone(id, contact);
    });
    if (contacts.length + news.length + forgotten.length === 0) return [];
    return [{ kind: "reported", seat, contacts, holders: news, forgotten }];
  });
}

/** Who took a place, and who lost it, knows it without seeing it. */
function changedHands(turn: Turn, place: Id, side: Id | null): boolean {
  return logged(turn, "place-taken").some(
    (event) => event.place === place && (event.by === side || event.from === side),
  );
}

/** Watched places that are not held by whom the seat believes. */
function newHolders(
  turn: Turn,
  side: Id | null,
  stands: Standing,
  knowledge: Knowledge,
): Reported["holders"] {
  const news: { place: Id; holder: Id | null }[] = [];
  for (const place of idsOf(turn.setup.places)) {
    const holder = turn.world.places[place]?.holder ?? null;
    if (knowledge.holders[place] === holder) continue;
    const isKnown = watchersOf(turn, side, place, stands) > 0 || changedHands(turn, place, side);
    if (isKnown) news.push({ place, holder });
  }
  return news;
}

/**
 * 2.7: a report is unknown again after some turns, and at once when the place it names is watched
 * and no enemy stands there.
 */
function isOutdated(turn: Turn, side: Id | null, stands: Standing, contact: Contact): boolean {
  if (turn.number - contact.turn > turn.setup.parameters.reports.forgottenTurns) return true;
  const place = contact.place as Id;
  const isEmpty = (stands[place] ?? []).every((id) => sideOf(turn, id) === side);
  return isEmpty && watchersOf(turn, side, place, stands) > 0;
}
