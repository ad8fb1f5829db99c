import { type Order, isFormationOrder } from "../../../engine/player.ts";
import { refusalOf, withOrder, withoutOrder } from "../../orders/draft.ts";
import { effortsOf, withSorties } from "../../orders/effort.ts";
import { type Draft, type Step, go, noticed, stay } from "../../state.ts";
import { moved } from "../../text/list.ts";
import { type At, BROWSE, recentred } from "./at.ts";
import { chosenUnit, rowCount } from "./choice.ts";
import { idleUnits } from "../../orders/idle.ts";
import { unitsOf } from "../../orders/units.ts";
import { wholeOrderWords } from "./order-words.ts";

/** Puts an order on the sheet, or says why the rules refuse it. */
export function give(at: At, order: Order): Step {
  const { state, game, view, screen } = at;
  const refusal = refusalOf(view, game.draft, order);
  if (refusal !== null) return stay(noticed(state, "warn", refusal.message));
  const draft = withOrder(game.draft, order);
  const tab = screen.tab;
  const cursor = moved(
    Math.max(0, screen.cursors[tab]),
    isFormationOrder(order) && tab === "forces" ? 1 : 0,
    rowCount(view, draft, tab),
  );
  const next = { ...screen, mode: BROWSE, cursors: { ...screen.cursors, [tab]: cursor } };
  return go(
    {
      ...noticed(state, "good", `on the order sheet: ${wholeOrderWords(view, order)}`),
      game: { ...game, draft },
    },
    recentred(view, draft, next),
  );
}

/** Takes the order under the cursor off the sheet. */
export function removeOrder(at: At): Step {
  const { draft } = at.game;
  const { tab, cursors } = at.screen;
  const unit = chosenUnit(at.view, draft, at.screen);
  const effort = tab === "air" ? effortsOf(at.view, draft)[cursors.air] : undefined;
  const order =
    tab === "orders"
      ? draft.orders[cursors.orders]
      : effort?.kind === "task"
        ? effort.order
        : draft.orders.findLast((one) => one.unit === unit);
  if (order === undefined)
    return stay(noticed(at.state, "warn", "there is no new order to take back"));
  return withDraft(
    at,
    withoutOrder(draft, order),
    `taken back: ${wholeOrderWords(at.view, order)}`,
  );
}

/** Gives the air task under the cursor so many sorties more or fewer. */
export function changeSorties(at: At, by: number): Step {
  const { view, screen, game } = at;
  const effort = screen.tab === "air" ? effortsOf(view, game.draft)[screen.cursors.air] : undefined;
  if (effort?.kind !== "task")
    return stay(noticed(at.state, "warn", "+ and - change the sorties of an air task in Air/Res"));
  const draft = withSorties(view, game.draft, effort.order, by);
  if (draft === game.draft) return stay(noticed(at.state, "warn", "the wing has no more sorties"));
  return withDraft(
    at,
    draft,
    `${wholeOrderWords(view, effort.order)}: ${by > 0 ? "one more" : "one fewer"}`,
  );
}

/** Puts the cursor on the next formation that nobody has thought of. */
export function nextIdle({ state, game, view, screen }: At): Step {
  const units = unitsOf(view);
  const idle = new Set(idleUnits(view, game.draft));
  const from = screen.tab === "forces" ? screen.cursors.forces + 1 : 0;
  const after = [...units.slice(from), ...units.slice(0, from)].find((id) => idle.has(id));
  if (after === undefined) return stay(noticed(state, "good", "no formation is idle"));
  const cursors = { ...screen.cursors, forces: units.indexOf(after) };
  const next = { ...screen, tab: "forces" as const, cursors, mode: BROWSE };
  return go(
    noticed(state, "good", `${idle.size} without an order, and nothing under way`),
    recentred(view, game.draft, next),
  );
}

/** A step to another sheet, saying what was done; nothing to do is said too. */
export function withDraft({ state, game, view, screen }: At, draft: Draft, says: string): Step {
  if (draft.orders === game.draft.orders) return stay(noticed(state, "warn", "nothing to undo"));
  const count = rowCount(view, draft, "orders");
  const orders = Math.max(0, Math.min(screen.cursors.orders, count - 1));
  return go(
    { ...noticed(state, "good", says), game: { ...game, draft } },
    { ...screen, cursors: { ...screen.cursors, orders } },
  );
}
