import type { Id, View } from "../../../engine/player.ts";
import { placesOf } from "../../../reports/index.ts";
import { unitsOf, wingsOf } from "../../orders/units.ts";
import { byKey, type Command } from "../../commands/command.ts";
import { go, noticed, type State, stay, type Step, TABS, type Tab } from "../../state.ts";
import { ASK_COMMAND } from "../ask/commands.ts";
import { planCommands } from "./plans.ts";
import { passCommands } from "../handover/pass.ts";
import { PROJECTOR_COMMAND } from "../projector/keys.ts";
import { recentred } from "./at.ts";
import { rowCount } from "./choice.ts";

/** What can be typed at the map besides orders. */
export function commandCommands(): readonly Command[] {
  return [
    {
      name: "show",
      key: "tab",
      says: "open a list: forces, air, places, orders, seat",
      takes: "LIST",
      run: showList,
      complete: (_, begun) => TABS.filter((tab) => tab.startsWith(begun.toLowerCase())),
    },
    {
      name: "find",
      key: null,
      says: "put the cursor on a formation, a wing or a place",
      takes: "NAME",
      run: find,
      complete: (state, begun) => namesBeginning(state, begun),
    },
    byKey("order", "enter", "order what is under the cursor"),
    byKey("drop", "x", "take the order under the cursor back"),
    byKey("undo", "u", "undo the last change of the order sheet"),
    byKey("redo", "U", "do it again"),
    byKey("idle", "i", "go to the next formation without an order"),
    byKey("more", "+", "one sortie more for the air task under the cursor"),
    byKey("fewer", "-", "one sortie fewer"),
    byKey("closer", "z", "look closer at the map"),
    byKey("wider", "Z", "look from further away"),
    ...passCommands(),
    byKey("pocket", "p", "the next crowded part of the map, then all of it"),
    byKey("theatre", "0", "the whole map"),
    byKey("west", "H", "move the map west"),
    byKey("east", "L", "move the map east"),
    byKey("north", "K", "move the map north"),
    byKey("south", "J", "move the map south"),
    { ...PROJECTOR_COMMAND, key: null },
    byKey("brief", "b", "your brief, and what you score for"),
    byKey("situation", "s", "the situation in words, without the map"),
    byKey("report", "r", "what happened in the last turn"),
    ASK_COMMAND,
    ...planCommands(),
    byKey("timeline", "t", "the turns so far as you knew them; notes and branches"),
    byKey("seal", "e", "end the turn: seal the orders"),
  ];
}

function showList(state: State, [word = ""]: readonly string[]): Step {
  const tab = TABS.find((one) => one === word.toLowerCase());
  if (tab === undefined || state.screen.kind !== "command")
    return stay(noticed(state, "warn", `lists are ${TABS.join(", ")}`));
  const { game, screen } = state;
  if (game?.view && rowCount(game.view, game.draft, tab) === 0 && tab !== "orders")
    return stay(noticed(state, "warn", "this seat has nothing in that list"));
  return go(state, { ...screen, tab });
}

/** What stands in the lists, with the list and row it is in. */
function rowsOf(view: View): readonly { id: Id; name: string; tab: Tab; row: number }[] {
  const named = (
    tab: Tab,
    all: Readonly<Record<Id, { readonly name: string }>>,
    ids: readonly Id[],
  ) => ids.map((id, row) => ({ id, name: all[id]?.name ?? id, tab, row }));
  return [
    ...named("forces", view.brief.formations, unitsOf(view)),
    ...named("air", view.brief.wings, wingsOf(view)),
    ...named("places", view.brief.places, placesOf(view)),
  ];
}

function namesBeginning(state: State, begun: string): readonly string[] {
  const view = state.game?.view ?? null;
  if (view === null) return [];
  const asked = begun.toLowerCase();
  return rowsOf(view)
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().startsWith(asked));
}

function find(state: State, words: readonly string[]): Step {
  const { game, screen } = state;
  if (screen.kind !== "command" || game === null || game.view === null) return stay(state);
  const asked = words.join(" ").toLowerCase();
  const label = (id: Id) => game.view?.brief.places[id]?.label.toLowerCase();
  const rows = rowsOf(game.view);
  const found =
    rows.find(
      ({ id, name }) => id === asked || name.toLowerCase() === asked || label(id) === asked,
    ) ?? rows.find(({ name }) => name.toLowerCase().includes(asked));
  if (found === undefined || asked === "")
    return stay(noticed(state, "warn", `nothing in the lists is called "${words.join(" ")}"`));
  const cursors = { ...screen.cursors, [found.tab]: found.row };
  const next = { ...screen, tab: found.tab, cursors, mode: { kind: "browse" } as const };
  return go(state, recentred(game.view, game.draft, next));
}
