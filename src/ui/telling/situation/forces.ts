import type { FormationState, Id, View } from "../../../engine/player.ts";
import { findOrder } from "../../orders/draft.ts";
import { unitsOf } from "../../orders/units.ts";
import { nameOf, orderWords, taskWords } from "../../screens/command/order-words.ts";
import { count, plural } from "../../text/words.ts";
import type { Known } from "./section.ts";

/** Own formations in the field by place, the strongest place first. */
export function forceRows(known: Known): readonly string[] {
  const { view } = known;
  const stands = (id: Id) => view.formations[id]?.place ?? "";
  const units = inField(view);
  const at = (place: Id) => units.filter((id) => stands(id) === place);
  const places = [...new Set(units.map(stands))].toSorted(
    (a, b) => menIn(view, at(b)) - menIn(view, at(a)) || (a < b ? -1 : 1),
  );
  if (places.length === 0) return ["You have no formation in the field."];
  return places.flatMap((place) => [
    placeWords(known, place, at(place)),
    ...at(place).map((id) => formationWords(known, id)),
  ]);
}

function placeWords(known: Known, place: Id, units: readonly Id[]): string {
  const men = count(menIn(known.view, units));
  const own = `${plural(units.length, "formation")}, ${men} men`;
  return `At ${nameOf(known.view, place)}: ${own}${friendWords(known, place)}.`;
}

/** Formations of the seat that stand somewhere on the map. */
export function inField(view: View): readonly Id[] {
  return unitsOf(view).filter((id) => view.formations[id]?.status === "active");
}

function menIn(view: View, ids: readonly Id[]): number {
  return ids.reduce((sum, id) => sum + (view.formations[id]?.men ?? 0), 0);
}

/** Men of the same side's other seats at a place. */
function friendWords({ view, names }: Known, place: Id): string {
  const { brief, formations } = view;
  const friends = Object.keys(formations).filter((id) => {
    const state = formations[id];
    return (
      state?.status === "active" &&
      state.place === place &&
      brief.formations[id]?.seat !== brief.seat
    );
  });
  const seats = [...new Set(friends.flatMap((id) => brief.formations[id]?.seat ?? []))];
  const said = seats.map((seat) => {
    const men = menIn(
      view,
      friends.filter((id) => brief.formations[id]?.seat === seat),
    );
    return `${count(men)} of ${names.seats[seat]?.name ?? seat}`;
  });
  return said.length === 0 ? "" : `; with them ${said.join(", ")}`;
}

/** "Hammer: 920 men. Task: defend. Cohesion 68, supply 3.0 days." */
export function formationWords({ view, draft }: Known, id: Id): string {
  const name = view.brief.formations[id]?.name ?? id;
  const state = view.formations[id];
  if (state === undefined) return `${name}.`;
  if (state.status !== "active") return `${name}: ${statusWords(view, state)}.`;
  const order = findOrder(draft, id);
  return [
    `${name}: ${count(state.men)} men.`,
    `Task: ${taskWords(view, state.task)}${wayOfMarch(view, state)}.`,
    ...(state.pending === null
      ? []
      : [`On its way: ${taskWords(view, state.pending)}, from turn ${state.pendingTurn}.`]),
    ...(order === undefined ? [] : [`On your sheet: ${orderWords(view, order)}.`]),
    conditionOf(state),
  ].join(" ");
}

function wayOfMarch(view: View, { towards, kmDone }: FormationState): string {
  return towards === null
    ? ""
    : `, ${Math.round(kmDone)} km on the road to ${nameOf(view, towards)}`;
}

/** What makes it weaker than it should be is said first; what is well is short. */
function conditionOf({ cohesion, supplyDays, reserve, works, freshness }: FormationState): string {
  const low = cohesion < 40 ? "breaking, " : cohesion < 60 ? "shaken, " : "";
  const spent = freshness < 0.75 ? ", tired" : "";
  const parts = [
    `${low}cohesion ${Math.round(cohesion)}${spent}`,
    supplyDays < 1
      ? `supply short, ${supplyDays.toFixed(1)} days`
      : `supply ${supplyDays.toFixed(1)} days`,
    ...(works === "hasty" ? [] : [`${works} works`]),
    ...(reserve ? ["in reserve"] : []),
  ];
  const text = parts.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What became of a formation that is not in the field. */
export function statusWords(view: View, { status, place, rallyTurn }: FormationState): string {
  const last = place === null ? "" : `, last at ${nameOf(view, place)}`;
  switch (status) {
    case "broken":
      return `broken${last}${rallyTurn > 0 ? `, may rally in turn ${rallyTurn}` : ""}`;
    case "expected":
      return "expected, not yet on the map";
    case "left":
      return "gone home";
    case "lost":
      return `lost${last}`;
    default:
      return status;
  }
}
