import { commandsOn } from "../commands/registry.ts";
import { frame } from "../frame.ts";
import { PERSON, seatName } from "../ports.ts";
import { viewPage } from "../screens/page/view.ts";
import { sealLines } from "../screens/command/seal.ts";
import { isAtCurtain } from "../screens/handover/keys.ts";
import { viewHandover } from "../screens/handover/view.ts";
import { viewReady } from "../screens/ready/view.ts";
import { playerWords, presetsOf } from "../screens/seating/presets.ts";
import type { Game, Screen, ScreenOf, State } from "../state.ts";
import { itemsOf } from "../telling/items.ts";
import { sectionOf, situationOf } from "../telling/situation/situation.ts";
import { whyLines } from "../telling/why.ts";
import { plural, turnWords } from "../text/words.ts";
import { askText } from "./ask.ts";
import { branchesText, compareText, timelineText } from "./past.ts";
import { deskText } from "./desk.ts";
import { spoken, spokenText } from "./spoken.ts";
import { isLook } from "./words.ts";

/** Columns a screen is laid out in before it is read out: nothing wraps or is cut. */
const WIDE = 400;
const TALL = 4000;
/** A page wraps its own text: as wide as lines are said. */
const PAGE_COLUMNS = 78;

type Telling<K extends Screen["kind"]> = (state: State, screen: ScreenOf<K>) => readonly string[];
type Tellings = { readonly [K in Screen["kind"]]?: Telling<K> };

const TELLINGS: Tellings = {
  title: titleText,
  seating: seatingText,
  saves: savesText,
  page: pageText,
  timeline: timelineText,
  branches: branchesText,
  compare: compareText,
  ask: askText,
  handover: handoverText,
  report: reportText,
  why: whyText,
  ready: readyText,
  end: endText,
  command: commandText,
  desk: (state, screen) =>
    state.game !== null && (screen.mode.kind === "browse" || screen.mode.kind === "commit")
      ? deskText(state.game, screen)
      : framedText(state),
  situation: ({ game }) => (game === null ? [] : situationText(game)),
};

/** What a screen says, read from top to bottom; its last row says how to go on. */
export function screenText(state: State): readonly string[] {
  const telling = TELLINGS[state.screen.kind] as Telling<Screen["kind"]> | undefined;
  const rows = telling?.(state, state.screen) ?? framedText(state);
  return rows.map(spokenText);
}

/** A screen that has no telling of its own, as it is drawn, with what can be typed. */
function framedText(state: State): readonly string[] {
  const bare: State = { ...state, over: null, notice: null, busy: null };
  const rows = frame(bare, { columns: 100, rows: 200 });
  return [...spoken(rows.slice(0, -2)), `Words here: ${wordsOf(state).join(", ")}.`];
}

/** The words of a screen, without those that only change how it looks. */
function wordsOf(state: State): readonly string[] {
  const names = commandsOn(state).map(({ name }) => name);
  return names.filter((name) => !isLook(name));
}

/** What may be chosen by number where a screen has no list of its own. */
export function menuOf(state: State): readonly { readonly name: string; readonly says: string }[] {
  const general = ["help", "quit", "lines"];
  return commandsOn(state).filter(({ name }) => !general.includes(name) && !isLook(name));
}

function menuText(state: State): readonly string[] {
  return menuOf(state).map(({ name, says }, at) => `${at + 1}. ${name}: ${says}.`);
}

function titleText(state: State): readonly string[] {
  const { card } = state;
  return [
    `Tadmor. ${card.title}.`,
    card.summary,
    ...menuText(state),
    "Type a number or a word, then Enter. help tells more, quit leaves.",
  ];
}

function seatingText({ card }: State, { game, preset }: ScreenOf<"seating">): readonly string[] {
  const length = card.lengths.find(({ id }) => id === game.length)?.title ?? game.length;
  const who = presetsOf(card)[preset]?.title ?? "as set seat by seat";
  return [
    `New game: ${card.title}. Who plays?`,
    ...presetsOf(card).map(({ title }, at) => `${at + 1}. ${title}.`),
    `Chosen: ${who}. Length: ${length}.`,
    ...Object.entries(game.players)
      .filter(([, player]) => player !== PERSON)
      .map(([seat, player]) => `${seatName(card, seat)}: ${playerWords(card, player)}.`),
    "A number chooses; length, seats and aims change more; begin begins.",
  ];
}

function savesText({ card, saves, savesDirectory }: State): readonly string[] {
  const rows = saves.map(({ name, writtenAt, summary }, at) => {
    const when = new Date(writtenAt).toISOString().slice(0, 16).replace("T", " ");
    if (!summary.ok) return `${at + 1}. ${name}, ${when}: ${summary.problem.message}.`;
    const { header, turns } = summary;
    const people = Object.keys(header.players).filter((seat) => header.players[seat] === PERSON);
    const who = people.map((seat) => seatName(card, seat)).join("; ") || "played by policies";
    return `${at + 1}. ${name}, ${when}, ${plural(turns, "turn")}: ${who}.`;
  });
  return [
    `Saved games in ${savesDirectory}.`,
    ...(rows.length > 0 ? rows : ["No game has been saved here yet."]),
    "A number opens one; back goes back.",
  ];
}

function pageText(state: State, screen: ScreenOf<"page">): readonly string[] {
  const rows = spoken(viewPage(state, { ...screen, scroll: 0 }, PAGE_COLUMNS, TALL));
  return [...rows, PAGE_ENDS[screen.page] ?? "Enter goes back."];
}

const PAGE_ENDS: Readonly<Record<string, string>> = {
  brief: "Enter goes on to your orders.",
  exercise: "press w opens White's book. Enter goes back.",
  "white-door": "yes opens it. Enter goes back.",
};

function handoverText(state: State, screen: ScreenOf<"handover">): readonly string[] {
  const rows = spoken(viewHandover(state, screen, PAGE_COLUMNS, 1));
  const curtain = isAtCurtain(state.game, screen);
  return [
    ...rows.filter((row) => !/^(Press|w |Pass phrase)/.test(row)),
    "What was said before is still in this terminal's scrollback.",
    curtain
      ? "Type phrase and the pass phrase when nobody else can read or hear this; press escape goes back."
      : "Press Enter when nobody else can read or hear this.",
  ];
}

function reportText({ game }: State, { all }: ScreenOf<"report">): readonly string[] {
  const { told, names, view } = game ?? {};
  if (!told || !names || !view) return [];
  const items = itemsOf(names, told.events, all);
  const hidden = itemsOf(names, told.events, true).length - items.length;
  return [
    `What happened in turn ${told.turn}, ${turnWords(view.brief.clock, told.turn)}.`,
    ...items.map(({ text, why }, at) => `${at + 1}. ${text}${why === null ? "" : " (why)"}`),
    ...(items.length === 0 ? ["Nothing was reported."] : []),
    `${hidden > 0 ? `more tells ${hidden} smaller things. ` : ""}why and a number gives the working of what is marked (why). Enter goes on${game?.over ? "" : " to your orders"}.`,
  ];
}

function whyText({ game }: State, { event }: ScreenOf<"why">): readonly string[] {
  return game === null ? [] : [...workingText(game, event), "Enter goes back."];
}

/** The working of one told event, by its index. */
export function workingText(game: Game, at: number): readonly string[] {
  const { view, told, names } = game;
  const event = told?.events[at];
  if (view === null || told === null || event === undefined) return [];
  return spoken(whyLines(names, view, event, told.events, WIDE));
}

function readyText(state: State): readonly string[] {
  return spoken(viewReady(state));
}

function endText({ game }: State): readonly string[] {
  const aims = Object.values(game?.names.objectives ?? {});
  const scores = Object.entries(game?.scores ?? {}).filter(([seat]) =>
    aims.some(({ seats }) => seats.includes(seat)),
  );
  return [
    "The game is over. Scores:",
    ...scores.map(([seat, score]) => `${game?.names.seats[seat]?.name ?? seat}: ${score}.`),
    ...(game?.file ? [`Saved in ${game.file}`] : []),
    "Enter looks back at what truly happened; title goes to the start; quit leaves.",
  ];
}

function commandText({ game }: State, { mode }: ScreenOf<"command">): readonly string[] {
  const { view, names, told, draft } = game ?? {};
  if (!view || !names || told === undefined || draft === undefined) return [];
  if (mode.kind === "seal")
    return [
      ...spoken(sealLines(view, draft, WIDE, "air lists the wings").slice(0, -2)).map((row) =>
        row.replace(/^\+ /, ""),
      ),
      "Enter or yes seals; no goes back.",
    ];
  return [
    ...sectionOf({ view, names, told, draft }, "summary").rows,
    "Type an order or a question: situation, threats, forces, legal UNIT, ask. seal ends the turn. help lists all words.",
  ];
}

/** The whole account, part after part. */
export function situationText({ view, names, told, draft }: Game): readonly string[] {
  if (view === null) return [];
  const sections = situationOf({ view, names, told, draft });
  return [
    ...sections.flatMap(({ title, rows }, at) => [`Part ${at + 1}. ${title}.`, ...rows]),
    "That was all. Enter goes back to your orders.",
  ];
}
