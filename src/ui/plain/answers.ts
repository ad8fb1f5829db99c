import { idleUnits } from "../orders/idle.ts";
import { decidedDetail } from "../screens/command/decided-detail.ts";
import { wholeOrderWords } from "../screens/command/order-words.ts";
import { unitDetail } from "../screens/command/unit-detail.ts";
import type { Game, State } from "../state.ts";
import { itemsOf } from "../telling/items.ts";
import { formationWords } from "../telling/situation/forces.ts";
import { type Known, SECTION_NAMES, type SectionName } from "../telling/situation/section.ts";
import { sectionOf } from "../telling/situation/situation.ts";
import { sentence } from "../text/words.ts";
import { forecastRows } from "./forecast.ts";
import { legalRows, targetRows } from "./legal.ts";
import { findPlace, findUnit } from "./names.ts";
import { ended, placeRows } from "./place.ts";
import { situationText, workingText } from "./screens.ts";
import { spoken, spokenText } from "./spoken.ts";

type Ask = (game: Game, known: Known, rest: string) => readonly string[];

const WIDE = 500;

const ASKED: Readonly<Record<string, Ask>> = {
  situation: (game, known, rest) => partOrAll(game, known, rest),
  where: (_, known, rest) => whereRows(known, rest),
  unit: (game, known, rest) => unitRows(game, known, rest),
  legal: (_, known, rest) => legalAnswer(known, rest),
  forecast: (_, { view, draft }, rest) =>
    rest === "" ? ["Type the order after forecast."] : forecastRows(view, draft, rest),
  idle: (_, known) => idleRows(known),
  sheet: (_, known) => sheetRows(known),
  why: whyAnswer,
};

/** What a question of a seat is answered; null when it is no question, or nobody is looking. */
export function answerTo(state: State, name: string, rest: string): readonly string[] | null {
  const { game } = state;
  if (game === null || game.view === null || state.screen.kind === "handover") return null;
  const { view, names, told, draft } = game;
  const known: Known = { view, names, told, draft };
  if (isSection(name) && rest === "") return partRows(known, name);
  const ask = Object.hasOwn(ASKED, name) ? ASKED[name] : undefined;
  if (ask === undefined) return null;
  const all = state.screen.kind === "report" && state.screen.all;
  return name === "why" && all ? whyIn(game, rest, true) : ask(game, known, rest).map(spokenText);
}

function isSection(name: string): name is SectionName {
  return (SECTION_NAMES as readonly string[]).includes(name);
}

function partRows(known: Known, name: SectionName): readonly string[] {
  const { title, rows } = sectionOf(known, name);
  return [`${title}.`, ...rows];
}

function partOrAll(game: Game, known: Known, rest: string): readonly string[] {
  if (rest === "") return situationText(game).slice(0, -1);
  const name = isSection(rest) ? rest : SECTION_NAMES[Number(rest) - 1];
  return name === undefined
    ? [`Parts are ${SECTION_NAMES.map((part, at) => `${at + 1} ${part}`).join(", ")}.`]
    : partRows(known, name);
}

function whereRows(known: Known, rest: string): readonly string[] {
  const { view } = known;
  const place = findPlace(view, rest);
  if (place.ok) return placeRows(known, place.id);
  const unit = findUnit(view, rest);
  if (!unit.ok) return [`${sentence(place.why)}.`];
  const at = view.formations[unit.id]?.place ?? view.wings[unit.id]?.base ?? null;
  if (view.formations[unit.id] !== undefined)
    return [formationWords(known, unit.id), ...(at === null ? [] : placeRows(known, at))];
  return at === null ? ["It is not on the map."] : placeRows(known, at);
}

function unitRows(game: Game, known: Known, rest: string): readonly string[] {
  const { view } = known;
  const found = findUnit(view, rest);
  if (!found.ok) return [`${sentence(found.why)}.`];
  const isField = view.formations[found.id] !== undefined || view.wings[found.id] !== undefined;
  const lines = isField
    ? unitDetail(game, view, found.id, WIDE)
    : decidedDetail(view, found.id, WIDE);
  return spoken(lines).map(ended);
}

/** "legal UNIT", or "legal UNIT VERB": the last word is a verb when the unit has such a choice. */
function legalAnswer({ view, draft }: Known, rest: string): readonly string[] {
  const words = rest.split(" ");
  const verb = words.at(-1)?.toLowerCase() ?? "";
  const short = findUnit(view, words.slice(0, -1).join(" "));
  if (words.length > 1 && short.ok) {
    const rows = targetRows(view, draft, short.id, verb);
    if (rows !== null) return rows;
  }
  const found = findUnit(view, rest);
  if (found.ok) return legalRows(view, draft, found.id);
  const place = findPlace(view, rest);
  return place.ok ? legalRows(view, draft, place.id) : [`${sentence(found.why)}.`];
}

function idleRows({ view, draft }: Known): readonly string[] {
  const idle = idleUnits(view, draft);
  if (idle.length === 0) return ["No formation is idle."];
  return [
    "Without a march or an order:",
    ...idle.map((id) => {
      const place = view.formations[id]?.place ?? "";
      const name = view.brief.places[place]?.name ?? "nowhere";
      return `${view.brief.formations[id]?.name ?? id}, id ${id}, at ${name}.`;
    }),
  ];
}

/** The orders of the sheet, numbered for `drop`. */
function sheetRows({ view, draft }: Known): readonly string[] {
  if (draft.orders.length === 0)
    return ["No order is on your sheet: every unit goes on with its task."];
  return draft.orders.map((order, at) => `${at + 1}. ${wholeOrderWords(view, order)}.`);
}

function whyAnswer(game: Game, _: Known, rest: string): readonly string[] {
  return whyIn(game, rest, false);
}

/** The working of a result by its number in the list that was told. */
function whyIn(game: Game, rest: string, all: boolean): readonly string[] {
  const items = game.told === null ? [] : itemsOf(game.names, game.told.events, all);
  const item = items[Number(rest) - 1];
  if (item === undefined) {
    const marked = items.flatMap(({ why }, at) => (why === null ? [] : [at + 1]));
    return [
      marked.length === 0
        ? "Nothing of the last turn has a working to show."
        : `Numbers with a working: ${marked.join(", ")}.`,
    ];
  }
  return item.why === null
    ? ["That one has no working: it is as it was told."]
    : workingText(game, item.why);
}
