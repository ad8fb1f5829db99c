import { type Key, stepOf, wordOf } from "../../key.ts";
import { nextPocket, panned, THEATRE, zoomed } from "../../map/zoom.ts";
import { redone, undone } from "../../orders/draft.ts";
import { verbChoices } from "../../orders/choices.ts";
import { type State, type Step, TABS, type Tab, go, noticed, stay } from "../../state.ts";
import { moved } from "../../text/list.ts";
import { type At, type Command, inMode, recentred } from "./at.ts";
import { chosenPlace, chosenUnit, rowCount } from "./choice.ts";
import { changeSorties, nextIdle, removeOrder, withDraft } from "./give.ts";
import { openAsk } from "../ask/open.ts";
import { keepPlan } from "./plans.ts";
import { openBrief } from "../page/brief.ts";
import { openTimeline } from "../timeline/keys.ts";
import { openSituation } from "../situation/keys.ts";
import { passSeat } from "../handover/pass.ts";
import { pressSeal } from "./seal-keys.ts";
import { pressCount, pressSorties, pressTargets, pressVerbs } from "./menu-keys.ts";

/** Keys of the command screen, by what its panel is doing. */
export function pressCommand(state: State, screen: Command, key: Key): Step {
  const { game } = state;
  if (game === null || game.view === null) return stay(state);
  const at: At = { state: { ...state, notice: null }, screen, game, view: game.view };
  switch (screen.mode.kind) {
    case "browse":
      return pressBrowse(at, key);
    case "verbs":
      return pressVerbs(at, screen.mode, key);
    case "targets":
      return pressTargets(at, screen.mode, key);
    case "sorties":
      return pressSorties(at, screen.mode, key);
    case "count":
      return pressCount(at, screen.mode, key);
    case "seal":
      return pressSeal(at, key);
  }
}

function pressBrowse(at: At, key: Key): Step {
  const { state, screen, game } = at;
  const step = stepOf(key);
  if (step !== null) return moveCursor(at, step);
  const sight = panned(screen.sight, wordOf(key));
  if (sight !== undefined) return go(state, { ...screen, sight });
  switch (wordOf(key)) {
    case "tab":
    case "right":
      return toTab(at, 1);
    case "backtab":
    case "left":
      return toTab(at, -1);
    case "enter":
      return openVerbs(at);
    case "x":
    case "delete":
    case "backspace":
      return removeOrder(at);
    case "u":
      return withDraft(at, undone(game.draft), "undone");
    case "U":
    case "ctrl-r":
      return withDraft(at, redone(game.draft), "done again");
    case "z":
    case "Z":
      return go(state, {
        ...screen,
        sight: zoomed(
          screen.sight,
          wordOf(key) === "z" ? 1 : -1,
          chosenPlace(at.view, game.draft, screen),
        ),
      });
    case "i":
      return nextIdle(at);
    case "+":
    case "=":
      return changeSorties(at, 1);
    case "-":
      return changeSorties(at, -1);
    case "p":
      return go(state, { ...screen, sight: nextPocket(at.view, screen.sight) });
    case "0":
      return go(state, { ...screen, sight: THEATRE });
    case "/":
      return stay({ ...state, over: { kind: "line", text: "find ", past: 0 } });
    case "e":
      return inMode(at, { kind: "seal" });
    case "]":
    case "[":
      return passSeat(state, wordOf(key) === "]" ? 1 : -1);
    case "b":
      return openBrief(state);
    case "t":
      return openTimeline(state, at.view.brief.seat);
    case "s":
      return openSituation(state);
    case "A":
      return openAsk(state);
    case "P":
      return keepPlan(state, []);
    case "r":
      return game.told === null
        ? stay(state)
        : go(state, { kind: "report", cursor: 0, all: false });
    case "q":
      return stay({ ...state, over: "leave" });
    default:
      return stay(state);
  }
}

function moveCursor({ state, screen, game, view }: At, step: number): Step {
  const { tab, cursors } = screen;
  const cursor = moved(cursors[tab], step, rowCount(view, game.draft, tab));
  return go(
    state,
    recentred(view, game.draft, { ...screen, cursors: { ...cursors, [tab]: Math.max(0, cursor) } }),
  );
}

function toTab({ state, screen, game, view }: At, by: number): Step {
  const open = TABS.filter((tab) => rowCount(view, game.draft, tab) > 0 || tab === "orders");
  const next = open[(open.indexOf(screen.tab) + by + open.length) % open.length] as Tab;
  return go(state, recentred(view, game.draft, { ...screen, tab: next }));
}

function openVerbs(at: At): Step {
  const unit = chosenUnit(at.view, at.game.draft, at.screen);
  if (unit === null)
    return stay(noticed(at.state, "warn", "choose a formation or a wing to give it an order"));
  const choices = verbChoices(at.view, unit);
  const first = choices.findIndex(({ refusal }) => refusal === null);
  // Few seats may order anything at a place: who may not is told why, without a menu.
  if (first < 0 && at.view.brief.places[unit] !== undefined)
    return stay(noticed(at.state, "warn", choices[0]?.refusal ?? "nothing can be ordered here"));
  return inMode(at, { kind: "verbs", unit, cursor: Math.max(0, first) });
}
