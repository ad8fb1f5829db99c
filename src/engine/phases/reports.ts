import { exp, lognormalOf } from "../chance/arithmetic.ts";
import type { ContactReport, Event, Reported } from "../events/types.ts";
import type { Id, Place } from "../world/setup.ts";
import type { Contact, Knowledge } from "../world/world.ts";
import { logged, type Phase, sideOf, standing, stateOf, type Turn } from "./turn.ts";

type Standing = Readonly<Record<Id, Id[]>>;

/**
 * 2.3: reconnaissance reports the world as it was when the turn began, so that what a seat reads
 * with its next orders is a turn old. A formation is seen by chance, by neighbours that watch it.
 */
export const reconnaissance: Phase = (turn) => {
  const stands = standing(turn.world);
  return Object.keys(turn.setup.sides).flatMap((side) => {
    const watched = watchedPlaces(turn, side, stands);
    return reportTo(turn, side, sightings(turn, side, watched, stands), holdersSeen(turn, watched));
  });
};

/** 2.4: what was fought over, and what was lost or taken, is known at the end of the turn. */
export const debrief: Phase = (turn) => {
  const stands = standing(turn.world);
  const engaged = engagedIn(turn);
  return Object.keys(turn.setup.sides).flatMap((side) => {
    const met = Object.keys(engaged).filter((id) => sideOf(turn, id) !== side && engaged[id]?.has(side));
    const contacts = met.filter((id) => stateOf(turn, id).status === "active").map((id) => reportOf(turn, id));
    const gone = met.filter((id) => stateOf(turn, id).status !== "active");
    return reportTo(turn, side, contacts, holdersSeen(turn, watchedPlaces(turn, side, stands)), gone);
  });
};

/** Places a side watches, with the number of its places that watch each. */
function watchedPlaces(turn: Turn, side: Id, stands: Standing): Record<Id, number> {
  const watched: Record<Id, number> = {};
  for (const place in stands) {
    if (!(stands[place] as Id[]).some((id) => sideOf(turn, id) === side)) continue;
    watched[place] = (watched[place] ?? 0) + 1;
    for (const link of turn.setup.neighbours[place] ?? []) watched[link.to] = (watched[link.to] ?? 0) + 1;
  }
  return watched;
}

function sightings(turn: Turn, side: Id, watched: Readonly<Record<Id, number>>, stands: Standing): ContactReport[] {
  const seen: ContactReport[] = [];
  for (const place in stands) {
    const watchers = watched[place];
    if (watchers === undefined) continue;
    for (const id of stands[place] as Id[]) {
      if (sideOf(turn, id) !== side && isSeen(turn, id, place, watchers)) seen.push(reportOf(turn, id));
    }
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

function holdersSeen(turn: Turn, watched: Readonly<Record<Id, number>>) {
  return Object.keys(watched).sort().map((place) => ({ place, holder: turn.world.places[place]?.holder ?? null }));
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

/** The same news for each seat of a side, less what it knows; contacts too old are dropped. */
function reportTo(turn: Turn, side: Id, contacts: readonly ContactReport[], holders: Reported["holders"], gone: readonly Id[] = []): Event[] {
  return Object.keys(turn.setup.seats).flatMap((seat): Event[] => {
    if (turn.setup.seats[seat]?.side !== side) return [];
    const knowledge = turn.world.knowledge[seat] as Knowledge;
    const news = holders.filter(({ place, holder }) => knowledge.holders[place] !== holder);
    const forgotten = [...gone.filter((id) => knowledge.contacts[id]?.place !== null), ...agedOut(turn, knowledge, contacts)];
    if (contacts.length + news.length + forgotten.length === 0) return [];
    return [{ kind: "reported", seat, contacts, holders: news, forgotten }];
  });
}

/** 2.7: a report is unknown again after some turns, and at once when a watched place is seen empty. */
function agedOut(turn: Turn, knowledge: Knowledge, fresh: readonly ContactReport[]): Id[] {
  const { forgottenTurns } = turn.setup.parameters.reports;
  return Object.keys(knowledge.contacts).filter((id) => {
    const contact = knowledge.contacts[id] as Contact;
    if (contact.place === null || turn.number - contact.turn <= forgottenTurns) return false;
    return !fresh.some((report) => report.formation === id);
  });
}

