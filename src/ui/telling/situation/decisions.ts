import type { Id, View } from "../../../engine/player.ts";
import { sortiesLeft } from "../../orders/draft.ts";
import { wingsOf } from "../../orders/units.ts";
import { wholeOrderWords } from "../../screens/command/order-words.ts";
import { idleUnits } from "../../orders/idle.ts";
import { plural } from "../../text/words.ts";
import { inField } from "./forces.ts";
import type { Known } from "./section.ts";

/** What waits for an answer before the orders are sealed. */
export function decisionRows(known: Known): readonly string[] {
  const { view, draft } = known;
  const rows = [
    ...sheetRows(known),
    ...idleRows(known),
    ...unflownRows(known),
    ...poolRows(view),
    ...patronRows(view),
    ...weakRows(view),
  ];
  return draft.orders.length === 0 && rows.length === 1
    ? [...rows, "Nothing else waits for a decision."]
    : rows;
}

function sheetRows({ view, draft }: Known): readonly string[] {
  if (draft.orders.length === 0)
    return ["No order is on your sheet: every unit goes on with its task."];
  const { orders } = draft;
  return [
    `${plural(orders.length, "order")} on your sheet, not sealed yet:`,
    ...orders.map((order) => `${wholeOrderWords(view, order)}.`),
  ];
}

function idleRows({ view, draft }: Known): readonly string[] {
  const idle = idleUnits(view, draft).map((id) => view.brief.formations[id]?.name ?? id);
  if (idle.length === 0) return inField(view).length === 0 ? [] : ["No formation is idle."];
  return [`${plural(idle.length, "formation")} without a march or an order: ${idle.join("; ")}.`];
}

function unflownRows({ view, draft }: Known): readonly string[] {
  return wingsOf(view).flatMap((id) => {
    const left = sortiesLeft(view, draft, id);
    const name = view.brief.wings[id]?.name ?? id;
    return left === 0 ? [] : [`${name}: ${plural(left, "sortie")} without a task.`];
  });
}

function poolRows(view: View): readonly string[] {
  return Object.entries(view.brief.pools)
    .filter(([id]) => (view.pools[id] ?? 0) === 0)
    .map(([, { title }]) => `${title} may be called.`);
}

/** What may be done about contingents whose patron decides of them. */
function patronRows({ brief, contingents }: View): readonly string[] {
  const ours = brief.commands.filter((id) => brief.contingents[id]?.isPatron);
  return ours.flatMap((id: Id) => {
    const name = brief.contingents[id]?.name ?? id;
    if (contingents[id] === "leaving")
      return [`${name} is leaving: hold keeps it for a turn, at a price.`];
    return contingents[id] === "present"
      ? [`${name} is here while its patron bears it: hold or release.`]
      : [];
  });
}

/** Formations that may not bear another fight, or will starve. */
function weakRows(view: View): readonly string[] {
  const field = inField(view);
  const named = (ids: readonly Id[]) =>
    ids.map((id) => view.brief.formations[id]?.name ?? id).join("; ");
  const breaking = field.filter((id) => (view.formations[id]?.cohesion ?? 100) < 40);
  const hungry = field.filter((id) => (view.formations[id]?.supplyDays ?? 9) < 1);
  return [
    ...(breaking.length === 0 ? [] : [`Near breaking: ${named(breaking)}.`]),
    ...(hungry.length === 0 ? [] : [`Less than a day of supply: ${named(hungry)}.`]),
  ];
}
