import { type Order, isFormationOrder } from "../../../engine/player.ts";
import { refusalOf, withOrder, withoutOrder } from "../../orders/draft.ts";
import { type Draft, type Step, go, noticed, stay } from "../../state.ts";
import { moved } from "../../text/list.ts";
import { type At, BROWSE, recentred } from "./at.ts";
import { chosenUnit, rowCount } from "./choice.ts";
import { wholeOrderWords } from "./order-words.ts";

/** Puts an order on the sheet, or says why the rules refuse it. */
export function give(at: At, order: Order): Step {
  const { state, game, view, screen } = at;
  const refusal = refusalOf(view, game.draft, order);
  if (refusal !== null) return stay(noticed(state, "warn", refusal.message));
  const draft = withOrder(game.draft, order);
  const tab = screen.tab;
  const cursor = moved(
    screen.cursors[tab],
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
  const order =
    tab === "orders"
      ? draft.orders[cursors.orders]
      : draft.orders.findLast((one) => one.unit === unit);
  if (order === undefined)
    return stay(noticed(at.state, "warn", "there is no new order to take back"));
  return withDraft(
    at,
    withoutOrder(draft, order),
    `taken back: ${wholeOrderWords(at.view, order)}`,
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
