import {
  type AirVerb,
  type FormationOrder,
  type Id,
  type Order,
  type Verb,
  isFormationOrder,
  isSortieOrder,
} from "../../../engine/player.ts";
import { type Key, stepOf, wordOf } from "../../key.ts";
import { refusalOf, sortiesLeft } from "../../orders/draft.ts";
import { verbChoices } from "../../orders/choices.ts";
import { countsOf } from "../../orders/counts.ts";
import { type Mode, type Step, go, noticed, stay } from "../../state.ts";
import { moved } from "../../text/list.ts";
import { type At, BROWSE, inMode } from "./at.ts";
import { shownTargets } from "./choice.ts";
import { give } from "./give.ts";

/** Keys of the menu of verbs. */
export function pressVerbs(at: At, mode: Extract<Mode, { kind: "verbs" }>, key: Key): Step {
  const choices = verbChoices(at.view, mode.unit);
  const step = stepOf(key);
  if (step !== null)
    return inMode(at, { ...mode, cursor: moved(mode.cursor, step, choices.length) });
  const word = wordOf(key);
  if (word === "escape" || word === "q" || word === "left") return inMode(at, BROWSE);
  const typed = choices.findIndex((choice) => choice.key === word);
  const chosen = choices[word === "enter" || word === "right" ? mode.cursor : typed];
  if (chosen === undefined) return stay(at.state);
  if (chosen.refusal !== null)
    return stay(noticed(at.state, "warn", `${chosen.name}: ${chosen.refusal}`));
  if (chosen.order !== null) return give(at, chosen.order);
  const verb = chosen.verb as Verb | AirVerb;
  if (verb !== "detach")
    return inMode(at, { kind: "targets", unit: mode.unit, verb, cursor: 0, filter: "" });
  return askCount(at, { unit: mode.unit, verb, to: null, via: [], count: 0 });
}

/** Asks the number of an order that takes one, else gives it. */
function askCount(at: At, order: FormationOrder): Step {
  const { most, first } = countsOf(at.view, order.unit, order.verb);
  if (most === 0) return give(at, order);
  return inMode(at, { kind: "count", unit: order.unit, order: { ...order, count: first } });
}

/** Keys of the list of targets: letters search it. */
export function pressTargets(at: At, mode: Extract<Mode, { kind: "targets" }>, key: Key): Step {
  const targets = shownTargets(at.view, at.game.draft, mode);
  const step = key.name === "character" ? null : stepOf(key);
  if (step !== null) {
    const cursor = moved(mode.cursor, step, targets.length);
    const to = targets[cursor]?.to ?? null;
    const { sight } = at.screen;
    const next =
      sight.zoom === 1 || to === null || at.view.brief.places[to] === undefined
        ? sight
        : { ...sight, centre: to };
    return go(at.state, { ...at.screen, sight: next, mode: { ...mode, cursor } });
  }
  switch (key.name) {
    case "escape":
    case "left":
      return mode.filter === ""
        ? reopenVerbs(at, mode.unit, mode.verb)
        : inMode(at, { ...mode, filter: "", cursor: 0 });
    case "backspace":
      return inMode(at, { ...mode, filter: mode.filter.slice(0, -1), cursor: 0 });
    case "character":
      return inMode(at, { ...mode, filter: mode.filter + key.text, cursor: 0 });
    case "enter":
    case "right":
      return chooseTarget(at, mode, targets[mode.cursor]?.order ?? null);
    default:
      return stay(at.state);
  }
}

function reopenVerbs(at: At, unit: Id, verb: Verb | AirVerb): Step {
  const cursor = verbChoices(at.view, unit).findIndex((choice) => choice.verb === verb);
  return inMode(at, { kind: "verbs", unit, cursor: Math.max(0, cursor) });
}

function chooseTarget(at: At, mode: Extract<Mode, { kind: "targets" }>, order: Order | null): Step {
  if (order === null) return stay(at.state);
  if (isFormationOrder(order)) {
    const refusal = refusalOf(at.view, at.game.draft, order);
    return refusal === null ? askCount(at, order) : give(at, order);
  }
  if (!isSortieOrder(order)) return give(at, order);
  const refusal = refusalOf(at.view, at.game.draft, order);
  if (refusal !== null) return stay(noticed(at.state, "warn", refusal.message));
  return inMode(at, {
    kind: "sorties",
    unit: mode.unit,
    verb: order.verb,
    to: order.to,
    count: order.sorties,
  });
}

/** Keys of the number of sorties. */
export function pressSorties(at: At, mode: Extract<Mode, { kind: "sorties" }>, key: Key): Step {
  const { unit, verb, to, count } = mode;
  const most = sortiesLeft(at.view, at.game.draft, unit, { unit, verb, to, sorties: 1 });
  const changed = (by: number) =>
    inMode(at, { ...mode, count: Math.max(1, Math.min(most, count + by)) });
  switch (wordOf(key)) {
    case "up":
    case "right":
    case "+":
      return changed(1);
    case "down":
    case "left":
    case "-":
      return changed(-1);
    case "enter":
      return give(at, { unit, verb, to, sorties: count });
    case "escape":
    case "q":
      return inMode(at, { kind: "targets", unit, verb, cursor: 0, filter: "" });
    default:
      return stay(at.state);
  }
}

const LONGEST_NUMBER = 5;

/** Keys of the number of pieces sent ahead, or of men detached: arrows change it, digits say it. */
export function pressCount(at: At, mode: Extract<Mode, { kind: "count" }>, key: Key): Step {
  const { unit, order } = mode;
  const { least, most, step } = countsOf(at.view, unit, order.verb);
  const changed = (count: number, low = least) => {
    const held = Math.max(low, Math.min(most, count));
    return inMode(at, { ...mode, order: { ...order, count: held } });
  };
  const word = wordOf(key);
  if (/^[0-9]$/.test(word))
    return changed(Number(`${order.count}${word}`.slice(0, LONGEST_NUMBER)), 0);
  switch (word) {
    case "up":
    case "right":
    case "+":
      return changed(order.count + step);
    case "down":
    case "left":
    case "-":
      return changed(order.count - step);
    case "backspace":
      return changed(Math.floor(order.count / 10), 0);
    case "enter":
      return order.count < least ? changed(least) : give(at, order);
    case "escape":
    case "q":
      return reopenVerbs(at, unit, order.verb);
    default:
      return stay(at.state);
  }
}
