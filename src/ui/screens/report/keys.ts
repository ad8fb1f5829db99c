import { type Key, stepOf, wordOf } from "../../key.ts";
import { openBrief } from "../page/brief.ts";
import { ask, type Game, go, type ScreenOf, type State, stay, type Step } from "../../state.ts";
import { itemsOf } from "../../telling/items.ts";
import { moved } from "../../text/list.ts";
import { openCommand } from "../command/open.ts";

type Report = ScreenOf<"report">;

/** Keys of the report on a turn. */
export function pressReport(state: State, screen: Report, key: Key): Step {
  const { game } = state;
  if (game === null || game.told === null) return go(state, openCommand());
  const items = itemsOf(game.names, game.told.events, screen.all);
  const step = stepOf(key);
  if (step !== null)
    return go(state, { ...screen, cursor: moved(screen.cursor, step, items.length) });
  switch (wordOf(key)) {
    case "w":
    case "right":
      return openWhy(state, screen, items[screen.cursor]?.why ?? null);
    case "m":
      return go(state, { ...screen, all: !screen.all, cursor: 0 });
    case "enter":
      return enter(state, screen, game, items[screen.cursor]?.why ?? null);
    case "b":
      return openBrief(state);
    case "o":
    case "tab":
    case "escape":
      return leave(state, game);
    case "q":
      return stay({ ...state, over: "leave" });
    default:
      return stay(state);
  }
}

/** Enter on a battle opens its why; anywhere else it goes on to the orders. */
function enter(state: State, screen: Report, game: Game, why: number | null): Step {
  return why === null ? leave(state, game) : openWhy(state, screen, why);
}

function openWhy(state: State, screen: Report, event: number | null): Step {
  return event === null ? stay(state) : go(state, { kind: "why", event, scroll: 0, back: screen });
}

function leave(state: State, game: Game): Step {
  return game.over ? ask(state, { kind: "read" }) : go(state, openCommand());
}
