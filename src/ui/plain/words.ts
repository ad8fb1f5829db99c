/** A word of the game told in lines, besides those of the screen. */
export interface Word {
  readonly name: string;
  readonly takes: string;
  readonly says: string;
}

const word = (name: string, takes: string, says: string): Word => ({ name, takes, says });

/** Words at a seat's orders. */
export const SEAT_WORDS: readonly Word[] = [
  word("situation", "", "the whole account, part after part"),
  word("summary", "", "the situation in short"),
  word("changes", "", "what the last turn changed, numbered for why"),
  word("threats", "", "reported enemies, the nearest first"),
  word("forces", "", "your formations by place"),
  word("places", "", "who holds what"),
  word("air", "", "your wings and their sorties"),
  word("reserves", "", "reserves, pools, and who is away"),
  word("decisions", "", "what waits for an answer"),
  word("where", "PLACE or UNIT", "all that is known of a place, or of where a unit is"),
  word("unit", "NAME", "one formation, wing, contingent or pool"),
  word("legal", "UNIT, or UNIT VERB", "what it may be ordered, and why the rest is refused"),
  word("forecast", "ORDER", "what an order would come to, without giving it"),
  word("idle", "", "formations without a march or an order"),
  word("sheet", "", "the orders on your sheet, numbered"),
  word("drop", "NUMBER or UNIT", "take an order off the sheet"),
  word("keep", "NAME", "keep the sheet as a plan"),
  word("plan", "NAME", "put a kept plan on the sheet"),
  word("ask", "", "what if: the sheet against another plan, played hundreds of times"),
  word("undo", "", "undo the last change of the sheet"),
  word("redo", "", "do it again"),
  word("why", "NUMBER", "the working of a numbered result of the last turn"),
  word("report", "", "what happened in the last turn"),
  word("timeline", "", "the turns so far as you knew them; notes and branches"),
  word("brief", "", "your brief, and what you score for"),
  word("seal", "", "end the turn: asks once, then seals the orders"),
];

/** How orders are typed. */
export const ORDER_WORDS: readonly string[] = [
  "An order is typed as it stands, by id, name or map label:",
  "UNIT move to PLACE; UNIT assault PLACE via PLACE; UNIT fix PLACE; UNIT pursue PLACE.",
  "UNIT defend, dig-in, delay, reserve, rotate, demolish or evacuate; UNIT withdraw to PLACE.",
  "UNIT commit to PLACE; UNIT reconnoitre PLACE; UNIT detach 200; UNIT join UNIT.",
  "WING support PLACE with 4; also interdict ROAD, strike, destroy, supply; WING rebase to PLACE.",
  "POOL call; CONTINGENT hold or release; PLACE roe free, restricted or forbidden.",
];

/** Words while a tutorial is followed. */
export const COACH_WORDS: readonly Word[] = [
  word("skip", "", "go to the next step of the tutorial"),
  word("skip-back", "", "go back to the step before"),
];

/** Words everywhere. */
export const ANY_WORDS: readonly Word[] = [
  word("again", "", "say this once more"),
  word("press", "KEY", "press a key of the full-screen game, such as press down or press w"),
  word("enter", "TEXT", "type a text into a field of the screen"),
  word("screen", "", "go to the full screen, where there is one"),
  word("help", "", "these words"),
  word("quit", "", "leave; asked once, nothing sealed is lost"),
];

/** Words at the set-up of a game. */
export const SEATING_WORDS: readonly Word[] = [
  word("length", "NUMBER", "how long the game is; alone it lists the lengths"),
  word("seats", "", "who plays each seat"),
  word(
    "seat",
    "NUMBER NUMBER",
    "the first is the seat, the second who plays it; alone it lists them",
  ),
  word("together", "NUMBER", "whether the seats of a side sit together; alone it lists the sides"),
  word("white", "", "a person plays White, or none"),
  word("phrase", "TEXT", "the pass phrase before White's seat"),
  word("aims", "", "hidden aims; others should not listen"),
  word("aim", "NUMBER NUMBER", "the first is the group, the second the aim"),
  word("begin", "", "begin the game"),
];

/** Words between seats. */
export const HANDOVER_WORDS: readonly Word[] = [
  word("white", "", "White sits down instead"),
  word("phrase", "TEXT", "White's pass phrase, and sit down"),
];

const LOOKS: ReadonlySet<string> = new Set(
  "map closer wider show find order fewer pocket theatre west east north south".split(" "),
);

/** Whether a word of a screen only changes how the screen looks, or works on its cursor. */
export function isLook(name: string): boolean {
  return LOOKS.has(name);
}
