import type { Id, View } from "../../../engine/player.ts";
import { sortiesLeft } from "../../orders/draft.ts";
import { verbChoices } from "../../orders/units.ts";
import type { Game, Mode } from "../../state.ts";
import { listOf } from "../../text/list.ts";
import { type Line, fit, line, tone } from "../../text/span.ts";
import { plural, sentence } from "../../text/words.ts";
import { shownTargets } from "./choice.ts";
import { VERB_KEYS } from "./menu-keys.ts";

const NAME_OF_KEY = Object.fromEntries(Object.entries(VERB_KEYS).map(([key, verb]) => [verb, key]));

/** The verbs of a unit with their keys; refused ones faint, with the reason. */
export function verbLines(
  view: View,
  mode: Extract<Mode, { kind: "verbs" }>,
  width: number,
  height: number,
): Line[] {
  const rows = verbChoices(view, mode.unit).map(({ verb, says, refusal }) =>
    refusal === null
      ? line(tone("key", NAME_OF_KEY[verb] ?? " "), ` ${verb.padEnd(10)}`, tone("dim", says))
      : line(tone("dim", `  ${verb.padEnd(10)}${refusal}`)),
  );
  return [heading(view, mode.unit, "order:", width), ...listOf(rows, mode.cursor, height - 1)];
}

/** "assault …  First silos assault group": what is asked comes first, the name may be cut. */
function heading(view: View, unit: Id, asked: string, width: number): Line {
  const name = view.brief.formations[unit]?.name ?? view.brief.wings[unit]?.name ?? unit;
  return fit(line(tone("title", sentence(asked)), tone("dim", `  ${name}`)), width);
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
  const legal = targets.filter(({ refusal }) => refusal === null).length;
  const filter =
    mode.filter === ""
      ? tone("dim", `${plural(legal, "choice")}; type to search`)
      : tone("accent", `search: ${mode.filter}`);
  return [
    heading(view, mode.unit, `${mode.verb} …`, width),
    line(filter),
    ...(rows.length > 0
      ? listOf(rows, mode.cursor, height - 2)
      : [line(tone("warn", "no such place"))]),
  ];
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
