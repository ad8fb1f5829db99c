import type { Id, View } from "../../engine/player.ts";
import { counted } from "../wording.ts";

/** Who is believed to hold what: the own side first, the weightiest place first. */
export function placeRows(view: View): readonly string[] {
  const { brief } = view;
  const others = Object.keys(brief.sides).filter((side) => side !== brief.side);
  const holders = [...(brief.side === null ? [] : [brief.side]), ...others, null];
  return [...holders.flatMap((side) => heldRows(view, side)), ...frontRows(view)];
}

function heldRows(view: View, side: Id | null): readonly string[] {
  const held = heldBy(view, side);
  if (held.length === 0) return [];
  const who =
    side === null
      ? "Nobody is known to hold"
      : `${view.brief.sides[side]?.name ?? side}${side === view.brief.side ? ", your side, holds" : " holds"}`;
  const names = held.map((id) => placeWords(view, id)).join(", ");
  return [`${who} ${counted(held.length, "place")}: ${names}.`];
}

/** Places that the seat believes a side holds, the weightiest first. */
export function heldBy(view: View, side: Id | null): readonly Id[] {
  return placesOf(view).filter((id) => (view.holders[id] ?? null) === side);
}

function placeWords({ brief }: View, id: Id): string {
  const place = brief.places[id];
  const value = place?.value ?? 0;
  return `${place?.name ?? id}${value > 0 ? ` (${value})` : ""}`;
}

/** How far an attack has come into a place; one that was taken, or that gave no ground, is no front. */
function frontRows(view: View): readonly string[] {
  return Object.entries(view.fronts).flatMap(([id, { advanceKm, assaultedTurn }]) => {
    const place = view.brief.places[id];
    if (advanceKm === 0 && view.holders[id] === view.brief.side) return [];
    const depth = place === undefined ? "" : ` of ${place.depthKm.toFixed(1)}`;
    const gained = advanceKm > 0 ? `${advanceKm.toFixed(1)}${depth} km in` : "no ground gained";
    return [`${place?.name ?? id} was last assaulted in turn ${assaultedTurn}: ${gained}.`];
  });
}

/** Places, the weightiest first. */
export function placesOf({ brief }: View): readonly Id[] {
  const valueOf = (id: Id) => brief.places[id]?.value ?? 0;
  return Object.keys(brief.places).toSorted((a, b) => valueOf(b) - valueOf(a));
}
