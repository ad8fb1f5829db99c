import type { Id, View } from "../../engine/player.ts";
import { nearestOwn, wayWords } from "../../reports/index.ts";
import { placeDetail } from "../screens/command/place-detail.ts";
import { formationWords, inField } from "../telling/situation/forces.ts";
import type { Known } from "../telling/situation/section.ts";
import { spoken } from "./spoken.ts";

const WIDE = 500;

/** What is known of a place, how it lies from the nearest own one, and who of the seat is there. */
export function placeRows(known: Known, id: Id): readonly string[] {
  const { view } = known;
  const here = inField(view).filter((unit) => view.formations[unit]?.place === id);
  return [
    ...spoken(placeDetail(view, id, WIDE)).map(ended),
    ...wayRows(view, id),
    ...here.map((unit) => formationWords(known, unit)),
  ];
}

function wayRows(view: View, id: Id): readonly string[] {
  const near = nearestOwn(view, id);
  const [here, there] = [
    near === null ? undefined : view.brief.places[near],
    view.brief.places[id],
  ];
  if (here === undefined || there === undefined || near === id) return [];
  return [
    `It lies ${wayWords(here, there)} of ${here.name}, the nearest place where you stand, in a straight line.`,
  ];
}

/** A row that ends as a sentence does. */
export function ended(row: string): string {
  return /[.:!?]$/.test(row) ? row : `${row}.`;
}
