import type { Event, FormationState, Id } from "../../engine/index.ts";
import { holderName, linkName, nameOf } from "../names.ts";
import { kitText } from "../wording.ts";
import type { Feature } from "./geo.ts";
import { formationPosition, linkLine, linkMiddle, placePosition, point } from "./geo.ts";
import type { Span } from "./instants.ts";
import { contactSidc } from "./sidc.ts";
import type { Known, KnownMap } from "./known.ts";

/** A turn as features tell it: its number, its hours, and how things stood at its end. */
export interface TurnTold extends Span {
  readonly turn: number;
  readonly known: Known;
}

/** What a feature says. */
export type Properties = Feature["properties"];

/** A feature of a layer; its id is made of the layer, what it is of, and the turn. */
export function feature(
  layer: string,
  id: Id,
  turn: number | null,
  rest: Pick<Feature, "geometry"> & { readonly properties: Properties },
): Feature {
  const { geometry, properties } = rest;
  const at = turn === null ? "" : `/${turn}`;
  return { type: "Feature", id: `${layer}/${id}${at}`, geometry, properties };
}

/** What every feature of a turn says of itself. */
export const dated = (layer: string, id: Id, { turn, start, end }: TurnTold): Properties => ({
  layer,
  of: id,
  turn,
  start,
  end,
});

/** Every place as it stood at the end of a turn, with who held it. */
export function placeFeatures(map: KnownMap, told: TurnTold): Feature[] {
  return Object.entries(map.places).map(([id, { name, label, kind }]) => {
    const { holder, advanceKm, civilians, depotManDays } = told.known.place(id);
    const properties = {
      ...dated("place", id, told),
      name,
      label,
      kind,
      side: holder,
      sideName: holderName(map, holder),
      advanceKm,
      civilians,
      depotManDays,
    };
    return feature("place", id, told.turn, { geometry: point(placePosition(map, id)), properties });
  });
}

/** Every link, once: it is there all the time. */
export function linkFeatures(map: KnownMap): Feature[] {
  return Object.entries(map.links).map(([id, { a, b, km, surface }]) => {
    const coordinates = linkLine(map, id);
    const geometry = coordinates === null ? null : ({ type: "LineString", coordinates } as const);
    const properties = { layer: "link", of: id, name: linkName(map, id), a, b, km, surface };
    return feature("link", id, null, { geometry, properties });
  });
}

/** Every formation that stood on the map at the end of a turn; those off it have no place. */
export function formationFeatures(map: KnownMap, told: TurnTold): Feature[] {
  return Object.entries(told.known.formations).flatMap(([id, state]) => {
    const geometry = point(isOnMap(state) ? formationPosition(map, state) : null);
    if (geometry === null) return [];
    const properties = formationProperties(map, id, state, told);
    return [feature("formation", id, told.turn, { geometry, properties })];
  });
}

function isOnMap({ status }: FormationState): boolean {
  return status === "active" || status === "broken";
}

function formationProperties(
  map: KnownMap,
  id: Id,
  state: FormationState,
  told: TurnTold,
): Properties {
  const { name, sidc, side, contingent, echelon } = map.formations[id] ?? UNKNOWN;
  const { status, place, towards, men, killed, wounded, cohesion, freshness, supplyDays } = state;
  return {
    ...dated("formation", id, told),
    name,
    sidc,
    side,
    sideName: holderName(map, side),
    contingent,
    echelon,
    status,
    place,
    towards,
    men,
    killed,
    wounded,
    kit: kitText(map, state.kit),
    cohesion,
    freshness,
    supplyDays,
    works: state.works,
    task: state.task.verb,
  };
}

/** What is said of a formation that the map does not have. */
export const UNKNOWN = { name: "", sidc: "", side: "", contingent: "", echelon: "" } as const;

/** Every enemy formation that the reader had a live report of, where and as strong as it was told. */
export function contactFeatures(map: KnownMap, own: Id | null, told: TurnTold): Feature[] {
  const sidc = contactSidc(map, own);
  return Object.entries(told.known.contacts).map(([id, contact]) => {
    const { place, men, turn, moving } = contact;
    const geometry = point(place === null ? null : placePosition(map, place));
    const name = nameOf(map, "formations", id);
    const properties = {
      ...dated("contact", id, told),
      name,
      sidc,
      place,
      men,
      reportedTurn: turn,
      moving,
    };
    return feature("contact", id, told.turn, { geometry, properties });
  });
}

/** Every battle of a turn, at its place or in the middle of its link. */
export function battleFeatures(map: KnownMap, told: TurnTold, events: readonly Event[]): Feature[] {
  return events.flatMap((event) => {
    if (event.kind !== "battle-resolved") return [];
    const { place, link, attacker, defender, result, odds, outcome, km, draw } = event;
    const at = link === null ? placePosition(map, place) : linkMiddle(map, link);
    const properties = {
      ...dated("battle", link ?? place, told),
      name: nameOf(map, "places", place),
      place,
      attacker,
      defender,
      holding: event.holding,
      odds,
      draw: draw.u,
      outcome,
      result,
      km,
      attackerMen: event.attackerLosses.men,
      attackerKilled: event.attackerLosses.killed,
      defenderMen: event.defenderLosses.men,
      defenderKilled: event.defenderLosses.killed,
    };
    const id = `${link ?? place}/${attacker}`;
    return [feature("battle", id, told.turn, { geometry: point(at), properties })];
  });
}

/** Every track as it stood at the end of a turn: features without a place. */
export function trackFeatures(map: KnownMap, told: TurnTold): Feature[] {
  return Object.entries(told.known.tracks).map(([id, value]) => {
    const name = map.tracks[id]?.title ?? id;
    const properties = { ...dated("track", id, told), name, value };
    return feature("track", id, told.turn, { geometry: null, properties });
  });
}
