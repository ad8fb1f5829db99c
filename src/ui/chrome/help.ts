import { counters } from "../map/symbols.ts";
import { LEGEND } from "../map/legend.ts";
import type { State } from "../state.ts";
import { type Line, line, tone } from "../text/span.ts";
import { type Hint, hintsOf } from "./hints.ts";

const COUNTER_HEAD = "Formations of one side at a place, and their men; ~ is a reported number:";

const COMMAND_WORDS = [
  "In the list: + has a new order, » is carrying one out, · stands.",
  "] and [ go to the next seat and the one before, where one group plays several.",
  "x takes back, u undoes, U does again, b brief, r report, s in words, q leave.",
  "z Z closer and wider, HJKL move the map, p next pocket, 0 all of it, / finds a name.",
  "i goes to the next idle formation. Air/Res: what is held in hand; + and - sorties.",
  ":  types an order:  UNIT assault PLACE   UNIT move to PLACE via PLACE",
  "   UNIT defend | dig-in | delay | reserve   WING support PLACE with 4",
  "   UNIT detach 200   UNIT join UNIT   POOL call   PLACE roe restricted",
  "   by id, name or map label; Tab completes, ↑ brings back what was typed.",
  "Ctrl-K lists everything that can be done on a screen, with its word and key.",
];

const SETUP: readonly string[] = ["title", "seating"];

const SETUP_WORDS = [
  "x on the title: the exercise pack. The road to war and what is trained are for",
  "everybody; White's book behind it (w) is for White alone.",
  "b at the map: the brief of the seat that plays, and what it scores for.",
  "A seat with a hidden aim chooses it in the last row of New game, with ←→; it",
  "shows only while that row is chosen.",
];

/** Keys of the screen that is behind it, and how to read the map. */
export function helpLines(state: State): Line[] {
  const { kind } = state.screen;
  const words = kind === "command" ? COMMAND_WORDS : SETUP.includes(kind) ? SETUP_WORDS : [];
  return [
    line(tone("title", "Help"), tone("dim", "   any key closes it")),
    line(),
    ...hintRows(hintsOf(state)),
    ...(words.length > 0 ? [line(), ...words.map((row) => line(row))] : []),
    line(),
    ...LEGEND.map((row) => line(tone("dim", row))),
    ...sideLegend(state),
  ];
}

/** The counter of each side in the game as its letter and shape are, and which is one's own. */
function sideLegend({ game, screen }: State): Line[] {
  const view = screen.kind === "story" ? screen.view : (game?.view ?? null);
  if (view === null) return [];
  const sides = Object.entries(view.brief.sides).map(([side, { name, letter, affiliation }]) => {
    const counter = counters(
      [
        {
          side,
          letter,
          affiliation,
          count: 3,
          men: 1200,
          reported: false,
          branches: "IA",
          old: false,
        },
      ],
      "whole",
    );
    const whose = side === view.brief.side ? ", your side" : "";
    return line(...counter, tone("dim", ` three formations, 1,200 men: ${name}${whose}`));
  });
  return [line(tone("dim", COUNTER_HEAD)), ...sides];
}

const ABREAST = 3;

/** Keys in rows of three. */
function hintRows(hints: readonly Hint[]): Line[] {
  const rows = Array.from({ length: Math.ceil(hints.length / ABREAST) }, (_, row) =>
    hints.slice(row * ABREAST, (row + 1) * ABREAST),
  );
  return rows.map((row) =>
    row.flatMap(([key, does]) => [
      tone("key", `  ${key.padEnd(6)}`),
      tone("plain", does.padEnd(18)),
    ]),
  );
}
