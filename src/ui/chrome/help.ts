import type { State } from "../state.ts";
import { type Line, line, tone } from "../text/span.ts";
import { type Hint, hintsOf } from "./hints.ts";

const MAP_LEGEND = [
  "G■PAL!  holder's letter, kind of place, name; ! assaulted last turn",
  "        █ city ■ town ▪ village ▲ hill • post ◊ field ┼ junction ╪ airfield",
  "[G3 1k] a box: three friendly formations, 1,000 men",
  "<I2 ~600>  a diamond: two hostile ones; ~ is a reported number",
  "        solid road paved, broken road track, bright road: where the order goes",
];

const COMMAND_WORDS = [
  "In the list: + has a new order, » is carrying one out, · stands.",
  "x takes an order back, u undoes, U does again, b brief, r report, q leave.",
  ":  types an order:  UNIT assault PLACE   UNIT move to PLACE via PLACE",
  "   UNIT defend | dig-in | delay | reserve   WING support PLACE with 4",
  "   also :seal :undo :redo :quit",
];

/** Keys of the screen that is behind it, and how to read the map. */
export function helpLines(state: State): Line[] {
  const isCommand = state.screen.kind === "command";
  return [
    line(tone("title", "Help"), tone("dim", "   any key closes it")),
    line(),
    ...hintRows(hintsOf(state)),
    ...(isCommand ? [line(), ...COMMAND_WORDS.map((row) => line(row))] : []),
    line(),
    ...MAP_LEGEND.map((row) => line(tone("dim", row))),
  ];
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
