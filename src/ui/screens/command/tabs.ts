import { type Id, type View, sortiesOf } from "../../../engine/player.ts";
import { findOrder, sortiesLeft } from "../../orders/draft.ts";
import { type Effort, effortsOf } from "../../orders/effort.ts";
import { placesOf } from "../../../reports/index.ts";
import { decidedOf, unitsOf } from "../../orders/units.ts";
import { type Game, TABS, type Tab } from "../../state.ts";
import { type Line, fit, line, tone } from "../../text/span.ts";
import { shortCount } from "../../text/words.ts";
import type { Command } from "./at.ts";
import { rowCount } from "./choice.ts";
import { orderWords, unitName, wholeOrderWords } from "./order-words.ts";

const TAB_WORDS: Readonly<Record<Tab, string>> = {
  forces: "Forces",
  air: "Air/Res",
  places: "Places",
  orders: "Orders",
  seat: "Seat",
};

/** The names of the lists, the open one marked. */
export function tabLine({ draft }: Game, view: View, { tab }: Command): Line {
  const open = TABS.filter(
    (one) => (one !== "air" && one !== "seat") || rowCount(view, draft, one) > 0,
  );
  return open.flatMap((one) => {
    const count = one === "orders" && draft.orders.length > 0 ? ` ${draft.orders.length}` : "";
    return [tone(one === tab ? "cursor" : "dim", ` ${TAB_WORDS[one]}${count} `)];
  });
}

/** The rows of a list. */
export function tabRows(game: Game, view: View, tab: Tab, width: number): Line[] {
  switch (tab) {
    case "forces":
      return unitsOf(view).map((id) => formationRow(game, view, id, width));
    case "air":
      return effortsOf(view, game.draft).map((effort) => effortRow(game, view, effort, width));
    case "places":
      return placesOf(view).map((id) => placeRow(view, id, width));
    case "orders":
      return game.draft.orders.length > 0
        ? game.draft.orders.map((order) => line(wholeOrderWords(view, order)))
        : [line(tone("dim", "no new orders yet"))];
    case "seat":
      return decidedOf(view).map((id) => decidedRow(game, view, id, width));
  }
}

/** "+" has a new order, "»" is carrying one out, "·" stands. */
function formationRow({ draft }: Game, view: View, id: Id, width: number): Line {
  const formation = view.brief.formations[id];
  const state = view.formations[id];
  if (formation === undefined || state === undefined) return line(id);
  if (state.status !== "active") return line(tone("dim", `  ${formation.name} (${state.status})`));
  const isBusy = state.pending !== null || state.task.to !== null;
  const mark =
    findOrder(draft, id) !== undefined ? tone("good", "+") : tone("dim", isBusy ? "»" : "·");
  const label = view.brief.places[state.place ?? ""]?.label ?? "";
  const look = state.cohesion < 40 ? "bad" : state.cohesion < 60 ? "warn" : "plain";
  return line(
    mark,
    " ",
    ...fit(line(formation.name), width - 13),
    tone(look, shortCount(state.men).padStart(5)),
    tone("dim", ` ${label.padEnd(4)}`),
  );
}

/** A wing, a task of it, a reserve or a pool: what a commander holds in his hand. */
function effortRow(game: Game, view: View, effort: Effort, width: number): Line {
  switch (effort.kind) {
    case "wing":
      return wingRow(game, view, effort.unit, width);
    case "task":
      return fit(line(tone("good", "  → "), orderWords(view, effort.order)), width);
    case "reserve":
      return reserveRow(game, view, effort.unit, width);
    case "pool":
      return decidedRow(game, view, effort.unit, width);
  }
}

/** A reserve with where it goes, or that it waits. */
function reserveRow({ draft }: Game, view: View, id: Id, width: number): Line {
  const order = findOrder(draft, id);
  const doing = order === undefined ? "reserve" : orderWords(view, order);
  const room = Math.min(doing.length, Math.floor(width / 2));
  return line(
    tone(order === undefined ? "dim" : "good", order === undefined ? "· " : "+ "),
    ...fit(line(unitName(view, id)), width - room - 3),
    " ",
    ...fit(line(tone("dim", doing)), room),
  );
}

function wingRow({ draft }: Game, view: View, id: Id, width: number): Line {
  const left = sortiesLeft(view, draft, id);
  const wing = view.brief.wings[id];
  const state = view.wings[id];
  const all =
    wing === undefined || state === undefined
      ? 0
      : sortiesOf(view.brief, wing, state, view.turn + 1);
  return line(
    tone(left < all ? "good" : "dim", left < all ? "+ " : "· "),
    ...fit(line(wing?.name ?? id), width - 9),
    `${left}/${all}`,
  );
}

/** A contingent with its patron's doing, or a pool with whether it was called. */
function decidedRow({ draft }: Game, view: View, id: Id, width: number): Line {
  const name = unitName(view, id);
  const isCalled = (view.pools[id] ?? 0) > 0;
  const standing = view.contingents[id] ?? (isCalled ? "called" : "waiting");
  const mark = findOrder(draft, id) !== undefined ? tone("good", "+") : tone("dim", "·");
  return line(mark, " ", ...fit(line(name), width - 10), tone("dim", standing.padStart(8)));
}

function placeRow(view: View, id: Id, width: number): Line {
  const place = view.brief.places[id];
  const holder = view.holders[id] ?? null;
  const side = holder === null ? undefined : view.brief.sides[holder];
  return line(
    tone(side?.affiliation ?? "dim", side?.letter ?? "·"),
    " ",
    ...fit(line(place?.name ?? id), width - 10),
    tone("dim", `${String(place?.value ?? 0).padStart(3)} pts`),
  );
}
