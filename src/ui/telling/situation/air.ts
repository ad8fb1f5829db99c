import { type Id, sortiesOf, type View } from "../../../engine/player.ts";
import { sortiesLeft } from "../../orders/draft.ts";
import { wingsOf } from "../../orders/units.ts";
import { nameOf, orderWords } from "../../screens/command/order-words.ts";
import { count, plural } from "../../text/words.ts";
import type { Known } from "./section.ts";

/** Own wings with base, sorties and tasks; where own aircraft are held back. */
export function airRows(known: Known): readonly string[] {
  const wings = wingsOf(known.view);
  if (wings.length === 0) return ["You command no aircraft."];
  return [...wings.map((id) => wingWords(known, id)), ...engagementRows(known.view)];
}

/** "Swallows: 6 aircraft at The harbour. 4 sorties this turn, 4 without a task. Flies support, strike." */
function wingWords({ view, draft }: Known, id: Id): string {
  const wing = view.brief.wings[id];
  const state = view.wings[id];
  if (wing === undefined || state === undefined) return `${id}.`;
  const base = state.base === null ? "based off the map" : `at ${nameOf(view, state.base)}`;
  const all = sortiesOf(view.brief, wing, state, view.turn + 1);
  const left = sortiesLeft(view, draft, id);
  const tasks = draft.orders.filter(({ unit }) => unit === id);
  return [
    `${wing.name}: ${count(state.aircraft)} aircraft ${base}.`,
    `${plural(all, "sortie")} this turn, ${left} without a task.`,
    ...(view.turn + 1 < state.readyTurn ? [`Ready from turn ${state.readyTurn}.`] : []),
    `Flies ${wing.missions.join(", ")}.`,
    ...tasks.map((order) => `On your sheet: ${orderWords(view, order)}.`),
  ].join(" ");
}

function engagementRows(view: View): readonly string[] {
  const bound = Object.entries(view.rulesOfEngagement).filter(([, level]) => level !== "free");
  return ["restricted", "forbidden"].flatMap((level) => {
    const places = bound.filter(([, one]) => one === level).map(([id]) => nameOf(view, id));
    return places.length === 0 ? [] : [`Your aircraft are ${level} at ${places.join(", ")}.`];
  });
}
