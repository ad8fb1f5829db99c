import type { Mode, Screen } from "../state.ts";

/** What help says of a screen besides its keys. */
interface About {
  readonly title: string;
  /** What the screen is for, in a sentence or two. */
  readonly about: string;
  readonly notes: readonly string[];
}

/** What help says of a screen, of its page or of the menu that is open in it. */
export function helpFor(screen: Screen): About {
  if (screen.kind === "page") return PAGES[screen.page];
  if (screen.kind === "command") return { ...SCREENS.command, ...MODES[screen.mode.kind] };
  return SCREENS[screen.kind];
}

const note = (title: string, about: string, ...notes: string[]): About => ({ title, about, notes });

const SCREENS: Readonly<Record<Screen["kind"], About>> = {
  title: note(
    "Start",
    "Everything begins here. Enter begins a new game of the scenario that is shown; ← and → take another one. Whoever has never played: t, the tutorial, ten minutes.",
    "x shows the exercise pack: the road to war and what is trained are for everybody; White's book behind it (w) is for White alone.",
  ),
  seating: note(
    "New game",
    "Who plays each seat, for how long, and with which what-if. As it stands it is a sensible game: Enter begins it.",
    "b on a seat reads its brief. A seat with a hidden aim chooses it in the last rows with ← and →; it shows only while that row is chosen.",
  ),
  saves: note(
    "Saved games",
    "Every game is saved by itself at each sealed order; Enter goes on where it stopped. One that cannot be opened says why below the list.",
  ),
  page: note("Reading", "A text to read."),
  timeline: note(
    "The turns so far",
    "A turn a row with its marks; beside it the map as it then was, what happened, and what the sources say of the same turn. A seat sees what it knew; White, and everybody once a game is over, the truth.",
    "Arrows, Home and End go through the turns; j, k and PgDn scroll what is told of one.",
    "m shows or hides the map, z and Z look closer and from further away; r shows the run or the record where only one fits.",
    "b begins a branch: another game that shares the turns so far, in a file of its own, with the same dice or fresh ones. No game is ever changed or lost by it; t has them all.",
  ),
  branches: note(
    "Branches of a game",
    "The games that share turns with this one, as a tree. Enter goes on in the chosen one; c lays it beside the one marked with m, or the one it came from.",
  ),
  compare: note(
    "Two branches side by side",
    "Turn by turn: places taken, contingents that left, men lost so far; where they part, which places are held otherwise, and what each has of its own.",
  ),
  ask: note(
    "What if",
    "Two plans, each played on hundreds of times with the same dice, and what comes of them: points, places, men lost, and the places it is about. From a seat it is played from what the seat knows; for White, from the truth.",
    "↑↓ choose a row, ←→ change it, Enter asks. Esc stops at once and keeps what was found; again, it goes back. PgDn shows more of the answer.",
    "Plans: at the map P keeps the sheet as a plan (:keep NAME); :plan NAME puts it back.",
    "Each figure stands with the interval that holds it in 95 of 100 such questions; B less A is taken pair by pair, where chance is the same for both.",
    "It is an answer of this model, and no prediction.",
  ),
  handover: note(
    "Hand-over",
    "Between two groups at one table: nothing of the game is shown until the next one is alone. It names who sits down and who looks away.",
    "White's pass phrase is a curtain and not encryption: the saved game is plain text.",
  ),
  report: note(
    "Report",
    "What your seat was told of the last turn, the weightiest first. Enter on a battle opens its working: every factor that made the odds.",
  ),
  playback: note(
    "The turn played back",
    "What happened in the turn, step by step on the map, as fast as the room wants: Space starts and stops it.",
  ),
  desk: note(
    "White's desk",
    "Everything of the open turn, from every side. When all have sealed the draft stands here: look into each result, rule on it with a reason, and commit.",
    "R marks what was ruled on, ~ what changed by the last ruling. Tab goes to what White did (x withdraws it), to the list of events and to the turn before.",
    "s shows an event of the turn before to the room, S writes to the room, p plays the list back as it truly went.",
  ),
  projector: note(
    "The room's screen",
    "For everybody to look at: clock, ground, whose orders are in, and what all were told. Nothing on it comes from what a seat knows.",
    "White shows the room what happened, from its desk; a place whose fall was told changes hands on this map.",
  ),
  why: note(
    "Why",
    "The working of one result: each factor with its value and the number of its rule; the odds are their product.",
    "The numbers are paragraphs of docs/RULES.md.",
  ),
  ready: note(
    "All have sealed",
    "Every seat has sealed its orders. Enter adjudicates the turn: then nothing of it can be changed.",
  ),
  sent: note(
    "The orders are sealed",
    "The file that is named goes to White, on a stick or in a mail. Until White has adjudicated, c changes the orders.",
  ),
  end: note("The end", "The scores, and the way back into the game: Enter looks at all of it."),
  command: note(
    "The map",
    "Your orders for the turn. Choose a formation in the list, Enter to order it; e ends the turn.",
    "] and [ go to the next seat and the one before, where one group plays several.",
    "z Z closer and wider, HJKL move the map, p next pocket, 0 all of it, / finds a name.",
    "In the list: + has a new order, » is carrying one out, · stands.",
    "Air/Res shows what is held in hand; + and - change the sorties of an air task.",
    ":  types an order:  UNIT assault PLACE   UNIT move to PLACE via PLACE",
    "   UNIT defend | dig-in | delay | reserve   WING support PLACE with 4",
    "   UNIT detach 200   UNIT join UNIT   POOL call   PLACE roe restricted",
    "   by id, name or map label; Tab completes, ↑ brings back what was typed.",
  ),
  situation: note(
    "Situation in words",
    "All that the map shows, as text in eight parts: it can be read aloud, and played from with typed orders.",
  ),
};

const PAGES: Readonly<Record<Extract<Screen, { kind: "page" }>["page"], About>> = {
  record: note("The record", "What the sources say happened, turn by turn, and how sure they are."),
  exercise: note(
    "The exercise",
    "The road to war, what is trained and who sits where: for everybody.",
  ),
  "white-door": note("White's book", "A curtain, so that no seat reads it by mistake."),
  white: note("White's book", "The timetable, the list of events and the briefs of all seats."),
  brief: note("Your brief", "What your seat knows and wants, and what it scores for."),
};

const MODES: Readonly<Record<Mode["kind"], Partial<About>>> = {
  browse: {},
  verbs: {
    title: "An order: what",
    about:
      "What the chosen formation may be ordered. What it may not is dim and says why when chosen.",
  },
  targets: {
    title: "An order: where",
    about:
      "Where the order may go, with what it is likely to bring beside it. Typing searches the list; ? is text here, and Ctrl-K opens what can be done.",
  },
  sorties: { title: "An air task: how many", about: "How many sorties fly." },
  count: { title: "An order: how many", about: "How many men are sent." },
  seal: {
    title: "End the turn",
    about: "The last look before the orders are sealed. Sealed orders are saved at once.",
  },
};
