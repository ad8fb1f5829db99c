import { lognormalOf, toTen } from "../chance/arithmetic.ts";
import type { Combatant, ContactReport, Event, Reported } from "../events/types.ts";
import { entriesOf, idsOf } from "../world/ids.ts";
import type { Id } from "../world/setup.ts";
import type { Contact, Knowledge } from "../world/world.ts";
import {
  logged,
  type Phase,
  sideOf,
  type Standing,
  standing,
  stateOf,
  type Turn,
  unitsAt,
} from "./turn.ts";
import { scoutingsOf } from "./scouting.ts";
import { detectionAt, type Watch, watchOf } from "./watch.ts";

/**
 * 2.3: reconnaissance reports the world as it was when the turn began, so that what a seat reads
 * with its next orders is a turn old. A formation is seen by chance, by neighbours that watch it.
 */
export const reconnaissance: Phase = (turn) => {
  const stands = standing(turn);
  return [...idsOf(turn.setup.sides), null].flatMap((side) => {
    const watch = watchOf(turn, side, stands);
    return reportTo(turn, side, watch, sightings(turn, side, stands, watch), (_, contact) =>
      isOutdated(turn, side, stands, watch, contact),
    );
  });
};

/** 2.4, 2.11: what was fought over, lost, taken or scouted is known at the end of the turn. */
export const debrief: Phase = (turn) => {
  const stands = standing(turn);
  const engaged = engagedIn(turn);
  return idsOf(turn.setup.sides).flatMap((side) => {
    const met = [...engaged.keys()].filter(
      (id) => sideOf(turn, id) !== side && engaged.get(id)?.has(side),
    );
    const scoutings = scoutingsOf(turn, side, stands);
    const known = new Set([...met, ...scoutings.flatMap(({ seen }) => seen)]);
    const contacts = [...known]
      .filter((id) => stateOf(turn, id).status === "active")
      .map((id) => reportOf(turn, id));
    const scouted = new Set(scoutings.map(({ place }) => place));
    const isEmpty = (place: Id) => unitsAt(stands, place).every((unit) => unit.side === side);
    const isGone = (id: Id, { place }: Contact) =>
      (met.includes(id) && stateOf(turn, id).status !== "active") ||
      (place !== null && scouted.has(place) && isEmpty(place));
    const watch = watchOf(turn, side, stands);
    const isWatched: Watch = (place) => (scouted.has(place) ? 1 : watch(place));
    return [...scoutings, ...reportTo(turn, side, isWatched, contacts, isGone)];
  });
};

function sightings(turn: Turn, side: Id | null, stands: Standing, watch: Watch): ContactReport[] {
  const seen: ContactReport[] = [];
  for (const [place, units] of stands) {
    const enemies = units.filter((unit) => unit.side !== side);
    const watchers = enemies.length > 0 ? watch(place) : 0;
    if (watchers === 0) continue;
    const chance = detectionAt(turn, place, watchers);
    for (const { id } of enemies)
      if (isSeen(turn, id, place, chance)) seen.push(reportOf(turn, id));
  }
  return seen;
}

function isSeen(turn: Turn, id: Id, place: Id, chance: number): boolean {
  return turn.chance.draw("detect", turn.number, place, id).u < chance;
}

/** 2.6: strength is reported with an error that is lognormal, to the nearest ten. */
function reportOf(turn: Turn, formation: Id): ContactReport {
  const state = stateOf(turn, formation);
  const draw = turn.chance.draw("strength", turn.number, "", formation);
  const error = lognormalOf(draw.u, turn.setup.parameters.reports.sigma);
  const men = Math.max(10, toTen(state.men * error));
  return { formation, place: state.place as Id, men, moving: state.marched };
}

/** Formations that fought, each with the sides it fought. */
function engagedIn(turn: Turn): ReadonlyMap<Id, ReadonlySet<Id>> {
  const engaged = new Map<Id, Set<Id>>();
  const note = ({ formation }: Combatant, enemy: Id) => {
    const enemies = engaged.get(formation);
    if (enemies === undefined) engaged.set(formation, new Set([enemy]));
    else enemies.add(enemy);
  };
  for (const battle of logged(turn, "battle-resolved")) {
    for (const one of battle.attackers) note(one, battle.defender);
    for (const one of battle.defenders) note(one, battle.attacker);
  }
  return engaged;
}

/** The same news for each seat of a side, less what it knows; contacts that are gone are dropped. */
function reportTo(
  turn: Turn,
  side: Id | null,
  watch: Watch,
  contacts: readonly ContactReport[],
  isGone: (id: Id, contact: Contact) => boolean,
): Event[] {
  const told: Event[] = [];
  for (const { id: seat, value } of entriesOf(turn.setup.seats)) {
    if (value.side !== side || value.role === "white") continue;
    const knowledge = turn.world.knowledge[seat] as Knowledge;
    const news = newHolders(turn, side, watch, knowledge);
    const forgotten: Id[] = [];
    for (const { id, value: contact } of entriesOf(knowledge.contacts)) {
      if (contact.place === null || !isGone(id, contact)) continue;
      if (!contacts.some((report) => report.formation === id)) forgotten.push(id);
    }
    if (contacts.length + news.length + forgotten.length === 0) continue;
    told.push({ kind: "reported", seat, contacts, holders: news, forgotten });
  }
  return told;
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
  watch: Watch,
  knowledge: Knowledge,
): Reported["holders"] {
  const news: { place: Id; holder: Id | null }[] = [];
  // In id order, as all records are: the places in step.
  const believed = Object.values(knowledge.holders);
  for (let at = 0; at < believed.length; at++) {
    const { id: place, state } = turn.places[at] as Turn["places"][number];
    const { holder } = state;
    if (believed[at] === holder) continue;
    if (watch(place) > 0 || changedHands(turn, place, side)) news.push({ place, holder });
  }
  return news;
}

/**
 * 2.7: a report is unknown again after some turns, and at once when the place it names is watched
 * and no enemy stands there.
 */
function isOutdated(
  turn: Turn,
  side: Id | null,
  stands: Standing,
  watch: Watch,
  contact: Contact,
): boolean {
  if (turn.number - contact.turn > turn.setup.parameters.reports.forgottenTurns) return true;
  const place = contact.place as Id;
  return unitsAt(stands, place).every((unit) => unit.side === side) && watch(place) > 0;
}
