import { type Contact, type Id, strengthBand, type View } from "../../engine/player.ts";
import { straightKm, wayWords } from "./bearing.ts";
import { counted, grouped } from "../wording.ts";

/** Enemies reported at one place, and the own place nearest to them. */
export interface Threat {
  readonly place: Id;
  /** Where the nearest formation of the seat stands, or the nearest place its side holds; null when there is none. */
  readonly from: Id | null;
  /** Kilometres between the two along the great circle; Infinity without an own place. */
  readonly km: number;
  readonly contacts: readonly Contact[];
}

/** What is reported of the enemy by place, the nearest first. */
export function threatsOf(view: View): readonly Threat[] {
  const own = ownPlaces(view);
  const reported = Object.values(view.contacts);
  const places = [...new Set(reported.flatMap(({ place }) => place ?? []))];
  return places
    .map((place) => threatAt(view, place, own, reported))
    .toSorted((a, b) => a.km - b.km || (a.place < b.place ? -1 : 1));
}

function threatAt(view: View, place: Id, own: readonly Id[], reported: readonly Contact[]): Threat {
  const from = nearest(view, own, place);
  const contacts = reported.filter((contact) => contact.place === place);
  return { place, from, km: from === null ? Infinity : kmBetween(view, from, place), contacts };
}

/** The place nearest to another where the seat itself stands; null when it stands nowhere. */
export function nearestOwn(view: View, place: Id): Id | null {
  return nearest(view, ownPlaces(view), place);
}

function nearest(view: View, own: readonly Id[], place: Id): Id | null {
  const far = (id: Id) => kmBetween(view, id, place);
  return own.reduce<Id | null>(
    (best, id) => (best === null || far(id) < far(best) ? id : best),
    null,
  );
}

function kmBetween({ brief }: View, from: Id, to: Id): number {
  const [a, b] = [brief.places[from], brief.places[to]];
  return a === undefined || b === undefined ? Infinity : straightKm(a, b);
}

/** Where the seat's own formations stand; without any in the field, what its side holds. */
function ownPlaces(view: View): readonly Id[] {
  const { brief } = view;
  const manned = Object.keys(view.formations).flatMap((id) => {
    const state = view.formations[id];
    const isOurs = brief.formations[id]?.seat === brief.seat;
    return isOurs && state?.status === "active" && state.place !== null ? [state.place] : [];
  });
  if (manned.length > 0) return [...new Set(manned)].toSorted();
  if (brief.side === null) return [];
  return Object.keys(brief.places).filter((id) => view.holders[id] === brief.side);
}

/** Each threat in one sentence. */
export function threatRows(view: View): readonly string[] {
  const threats = threatsOf(view);
  if (threats.length === 0) return ["No enemy is reported anywhere."];
  return [
    "Distances and bearings are straight lines over the ground; roads are named where one leads there at once.",
    ...threats.map((threat, at) => `${at + 1}. ${threatWords(view, threat)}`),
  ];
}

/** "The mill, 12 km north-east of The ford, 14 km by road: 300 to 700 men, reported this turn." */
function threatWords(view: View, threat: Threat): string {
  return `${whereWords(view, threat)}: ${menWords(view, threat.contacts)}.`;
}

/** A threat by its place and how it lies, without its strength. */
export function whereWords({ brief }: View, { place, from }: Threat): string {
  const [there, here] = [brief.places[place], from === null ? undefined : brief.places[from]];
  const name = there?.name ?? place;
  if (from === null || there === undefined || here === undefined) return name;
  if (from === place) return `${name}, where you stand yourself`;
  const road = brief.neighbours[from]?.find(({ to }) => to === place);
  const byRoad = road === undefined ? "" : `, ${Math.round(road.km)} km by road`;
  return `${name}, ${wayWords(here, there)} of ${here.name}${byRoad}`;
}

/** Men between the least and the most that the reports may mean, and how old the newest is. */
export function menWords(view: View, contacts: readonly Contact[]): string {
  const bands = contacts.map((contact) => strengthBand(view, contact));
  const sum = (end: 0 | 1) => bands.reduce((total, band) => total + band[end], 0);
  const age = Math.min(...contacts.map(({ turn }) => Math.max(0, view.turn - turn)));
  const moving = contacts.some((contact) => contact.moving) ? ", moving" : "";
  return `${grouped(sum(0))} to ${grouped(sum(1))} men in ${counted(contacts.length, "formation")}${moving}, ${ageWords(view, age)}`;
}

function ageWords({ turn }: View, age: number): string {
  if (turn === 0) return "known before the first turn";
  return age === 0 ? "a fresh report" : `a report ${counted(age, "turn")} old`;
}
