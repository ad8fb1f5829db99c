import type { Id, View } from "../../../engine/player.ts";
import { sortiesLeft } from "../../orders/draft.ts";
import { type VerbChoice, verbChoices } from "../../orders/choices.ts";
import { countsOf } from "../../orders/counts.ts";
import type { Target } from "../../orders/targets.ts";
import type { Game, Mode } from "../../state.ts";
import { blocksOf, listOf, marked } from "../../text/list.ts";
import { type Line, fit, line, tone, wrap } from "../../text/span.ts";
import { sentence } from "../../text/words.ts";
import { shownTargets } from "./choice.ts";
import { unitName } from "./order-words.ts";

/** The verbs of a unit with their keys; refused ones faint, with the reason. */
export function verbLines(
  view: View,
  mode: Extract<Mode, { kind: "verbs" }>,
  width: number,
  height: number,
): Line[] {
  const blocks = verbChoices(view, mode.unit).map((choice, at) =>
    verbRows(choice, width - 1).map((row, part) => marked(row, at === mode.cursor && part === 0)),
  );
  return [heading(view, mode.unit, "order:", width), ...blocksOf(blocks, mode.cursor, height - 1)];
}

/** Rows that the menu of a unit takes with its heading. */
export function verbMenuRows(view: View, unit: Id, width: number): number {
  return 1 + verbChoices(view, unit).flatMap((choice) => verbRows(choice, width - 1)).length;
}

const VERB_COLUMNS = 14;
const REASON_INDENT = 4;

/** A choice with its key; a refused one is faint, with its whole reason. */
function verbRows({ name: word, key, says, refusal }: VerbChoice, width: number): Line[] {
  const name = word.padEnd(VERB_COLUMNS - 2);
  if (refusal === null) return [line(tone("key", key), ` ${name}`, tone("dim", says))];
  const [first = "", ...rest] = wrap(refusal, width - VERB_COLUMNS);
  const under = rest.length === 0 ? [] : wrap(rest.join(" "), width - REASON_INDENT);
  const rows = [`  ${name}${first}`, ...under.map((row) => " ".repeat(REASON_INDENT) + row)];
  return rows.map((row) => line(tone("dim", row)));
}

/** "assault …  First mill assault group": what is asked comes first, the name may be cut. */
function heading(view: View, unit: Id, asked: string, width: number): Line {
  return fit(line(tone("title", sentence(asked)), tone("dim", `  ${unitName(view, unit)}`)), width);
}

/** Where an order may go, and what was typed to find it. */
export function targetLines(
  game: Game,
  view: View,
  mode: Extract<Mode, { kind: "targets" }>,
  width: number,
  height: number,
): Line[] {
  const targets = shownTargets(view, game.draft, mode);
  const rows = targets.map(({ name, km, refusal }) => {
    const far = km === null ? "" : `${Math.round(km)} km`;
    return line(
      ...fit(line(tone(refusal === null ? "plain" : "dim", name)), width - 10),
      tone("dim", refusal === null ? far.padStart(8) : "     no"),
    );
  });
  const filter =
    mode.filter === ""
      ? tone("dim", `${openWords(targets)}; type to search`)
      : tone("accent", `search: ${mode.filter}`);
  const restWords = (hidden: number) => openWords(targets.slice(hidden));
  return [
    heading(view, mode.unit, `${mode.verb} …`, width),
    line(filter),
    ...(rows.length > 0
      ? listOf(rows, mode.cursor, height - 2, restWords)
      : [line(tone("warn", "no such place"))]),
  ];
}

/** "32 open, 9 not": how many the rules allow and how many they refuse. */
function openWords(targets: readonly Target[]): string {
  const open = targets.filter(({ refusal }) => refusal === null).length;
  const not = targets.length - open;
  return not === 0 ? `${open} open` : `${open} open, ${not} not`;
}

/** How many sorties an air task takes. */
export function sortieLines(
  game: Game,
  view: View,
  mode: Extract<Mode, { kind: "sorties" }>,
  width: number,
): Line[] {
  const { unit, verb, to, count } = mode;
  const most = sortiesLeft(view, game.draft, unit, { unit, verb, to, sorties: 1 });
  return [
    heading(view, unit, `${verb} …`, width),
    line(),
    line(
      "Sorties: ",
      tone("key", "◂ "),
      tone("cursor", ` ${count} `),
      tone("key", " ▸"),
      tone("dim", ` of ${most}`),
    ),
    line(),
    line(tone("key", "Enter"), " gives the order"),
  ];
}

/** How many pieces an attack sends ahead, or how many men are detached. */
export function countLines(
  view: View,
  { unit, order }: Extract<Mode, { kind: "count" }>,
  width: number,
): Line[] {
  const { most } = countsOf(view, unit, order.verb);
  return [
    heading(view, unit, `${order.verb} …`, width),
    line(),
    line(
      order.verb === "detach" ? "Men: " : "Sent ahead: ",
      tone("key", "◂ "),
      tone("cursor", ` ${order.count} `),
      tone("key", " ▸"),
      tone("dim", ` of ${most}`),
    ),
    line(),
    line(tone("key", "Enter"), " gives the order"),
  ];
}
