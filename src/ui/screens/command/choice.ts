import {
  type Id,
  isAirOrder,
  isFormationOrder,
  type Order,
  type View,
} from "../../../engine/player.ts";
import { roadOf, type Target, targetsOf } from "../../orders/targets.ts";
import { effortsOf } from "../../orders/effort.ts";
import { placesOf } from "../../../reports/index.ts";
import { decidedOf, unitsOf } from "../../orders/units.ts";
import type { Draft, Mode, ScreenOf, Tab } from "../../state.ts";

type Command = ScreenOf<"command">;

/** Rows of a tab. */
export function rowCount(view: View, draft: Draft, tab: Tab): number {
  switch (tab) {
    case "forces":
      return unitsOf(view).length;
    case "air":
      return effortsOf(view, draft).length;
    case "places":
      return placesOf(view).length;
    case "orders":
      return draft.orders.length;
    case "seat":
      return decidedOf(view).length;
  }
}

/** What is under the cursor, or what an order is being made for: a formation, a wing, a place … */
export function chosenUnit(view: View, draft: Draft, { tab, cursors, mode }: Command): Id | null {
  if ("unit" in mode) return mode.unit;
  switch (tab) {
    case "forces":
      return unitsOf(view)[cursors.forces] ?? null;
    case "air":
      return effortsOf(view, draft)[cursors.air]?.unit ?? null;
    case "places":
      return placesOf(view)[cursors.places] ?? null;
    case "orders":
      return draft.orders[cursors.orders]?.unit ?? null;
    case "seat":
      return decidedOf(view)[cursors.seat] ?? null;
  }
}

/** The place under the cursor: chosen, aimed at, or where the chosen unit stands. */
export function chosenPlace(view: View, draft: Draft, screen: Command): Id | null {
  const aim = aimOf(view, draft, screen) ?? taskAim(view, draft, screen);
  if (aim !== null) return aim;
  const unit = chosenUnit(view, draft, screen);
  if (unit === null) return null;
  if (view.brief.places[unit] !== undefined) return unit;
  return view.formations[unit]?.place ?? view.wings[unit]?.base ?? null;
}

function aimOf(view: View, draft: Draft, { mode }: Command): Id | null {
  if (mode.kind === "sorties") return placeOfTarget(view, mode.to);
  if (mode.kind === "count") return mode.order.to;
  if (mode.kind !== "targets") return null;
  const target = shownTargets(view, draft, mode)[mode.cursor];
  return target === undefined ? null : placeOfTarget(view, target.to);
}

/** Where the air task under the cursor goes. */
function taskAim(view: View, draft: Draft, { tab, cursors, mode }: Command): Id | null {
  const effort =
    tab === "air" && mode.kind === "browse" ? effortsOf(view, draft)[cursors.air] : null;
  return effort?.kind === "task" ? placeOfTarget(view, effort.order.to) : null;
}

function placeOfTarget(view: View, to: Id): Id | null {
  if (view.brief.places[to] !== undefined) return to;
  return view.brief.links[to]?.a ?? view.formations[to]?.place ?? null;
}

/** Targets as listed: those whose name or label holds what was typed, legal ones first. */
export function shownTargets(
  view: View,
  draft: Draft,
  mode: Extract<Mode, { kind: "targets" }>,
): readonly Target[] {
  const { legal, refused } = targetsOf(view, draft, mode.unit, mode.verb);
  const typed = mode.filter.trim().toLowerCase();
  const isMeant = ({ to, name }: Target) => {
    const label = view.brief.places[to]?.label ?? "";
    return [name, to, label].some((text) => text.toLowerCase().includes(typed));
  };
  return [...legal, ...refused].filter(isMeant);
}

/** The road to draw: of the order being made, else of the chosen unit's order or task. */
export function shownRoute(view: View, draft: Draft, screen: Command): readonly Id[] {
  const { mode } = screen;
  if (mode.kind === "targets") {
    const order = shownTargets(view, draft, mode)[mode.cursor]?.order;
    if (order === undefined) return [];
    return roadOfOrder(view, order);
  }
  if (mode.kind === "sorties") return linkEnds(view, mode.to);
  if (mode.kind === "count") return roadOfOrder(view, mode.order);
  const unit = chosenUnit(view, draft, screen);
  return unit === null ? [] : roadOfUnit(view, draft, unit);
}

function roadOfOrder(view: View, order: Order): readonly Id[] {
  if (isFormationOrder(order)) return roadOf(view, order);
  return isAirOrder(order) ? linkEnds(view, order.to) : [];
}

function linkEnds(view: View, link: Id): readonly Id[] {
  const ends = view.brief.links[link];
  return ends === undefined ? [] : [ends.a, ends.b];
}

function roadOfUnit(view: View, draft: Draft, unit: Id): readonly Id[] {
  const state = view.formations[unit];
  const drafted = draft.orders.find((order) => order.unit === unit);
  if (drafted !== undefined) return roadOfOrder(view, drafted);
  if (state === undefined || state.status !== "active") return [];
  return roadOf(view, state.pending ?? { ...state.task, unit });
}
