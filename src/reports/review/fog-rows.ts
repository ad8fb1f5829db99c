import type { FormationState, Id, Setup } from "../../engine/index.ts";
import { holderName, nameOf } from "../names.ts";
import { grouped } from "../wording.ts";
import type { FogTurn } from "./fog-turn.ts";
import type { Moment } from "./reviewed.ts";

/** One error of a seat: what it is of, what was believed, what was so. */
export interface FogRow {
  readonly seat: Id;
  readonly cells: readonly string[];
}

/** One seat's errors side by side with the truth. */
export function fogRows(setup: Setup, moment: Moment, fog: FogTurn): readonly FogRow[] {
  const { views, world } = moment;
  const view = views[fog.seat];
  if (view === undefined || world === null) return [];
  const holders = fog.wrongHolders.map((place) => [
    nameOf(setup, "places", place),
    `held by ${holderName(setup, view.holders[place] ?? null)}`,
    `held by ${holderName(setup, world.places[place]?.holder ?? null)}`,
  ]);
  const reports = [...fog.outOfDate, ...fog.wrongStrength].map((id) => [
    nameOf(setup, "formations", id),
    believedText(setup, view.contacts[id], view.turn),
    trueText(setup, world.formations[id]),
  ]);
  const unknown = fog.unknown.map((id) => {
    return `${nameOf(setup, "formations", id)}, ${trueText(setup, world.formations[id])}`;
  });
  const rows = [
    ...holders,
    ...reports,
    ...(unknown.length === 0 ? [] : [["Formations unknown", "nothing", unknown.join("; ")]]),
  ];
  return rows.map((cells) => ({ seat: fog.seat, cells }));
}

type Reported = { readonly place: Id | null; readonly men: number; readonly turn: number };

function believedText(setup: Setup, contact: Reported | undefined, now: number): string {
  if (contact === undefined) return "nothing";
  const age = now - contact.turn;
  const when = age <= 0 ? "" : `, ${age} old`;
  return `${grouped(contact.men)} at ${placeName(setup, contact.place)}${when}`;
}

function trueText(setup: Setup, state: FormationState | undefined): string {
  if (state === undefined) return "not there";
  const where = placeName(setup, state.place);
  if (state.status !== "active") return `${state.status}, last at ${where}`;
  return `${grouped(state.men)} at ${where}`;
}

function placeName(setup: Setup, place: Id | null): string {
  return place === null ? "nowhere" : nameOf(setup, "places", place);
}
