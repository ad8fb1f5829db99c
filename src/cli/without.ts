import type { Event, Problem } from "../engine/index.ts";
import {
  fold,
  type Journal,
  type PlayedWithout,
  replayWithout,
  type Without,
  WITHOUT,
} from "../journal/index.ts";
import { besideLines, foldMeasures, type Line, type Measures } from "../reports/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { flagProblem } from "./flags.ts";

/** A game, and the same without something of White's hand, as other programs read it. */
export interface WithoutHand {
  readonly what: Without;
  /** Where the two first part; null when what was left out changed nothing. */
  readonly parting: PlayedWithout["parting"];
  readonly played: Measures;
  readonly without: Measures;
}

/** What to leave out, null for nothing, or what is wrong with the flag. */
export function withoutAsked(
  asked: string | undefined,
): { readonly what: Without } | Problem | null {
  if (asked === undefined) return null;
  const what = WITHOUT.find((one) => one === asked);
  if (what !== undefined) return { what };
  const message = `--without: found "${asked.slice(0, 40)}", expected one of ${WITHOUT.join(", ")}`;
  return flagProblem("without", "without", message, "--without both");
}

/** The first turns of a journal that recomputes, beside the same without White's hand. */
export function withoutHand(
  { setup, file }: Scenario,
  journal: Journal,
  most: number,
  what: Without,
): WithoutHand {
  const again = replayWithout(setup, journal, what);
  const measured = (told: readonly { readonly events: readonly Event[] }[]) => {
    const measures = foldMeasures(setup, file.measures);
    for (const { events } of told.slice(0, most)) measures.turn(events);
    return measures.result();
  };
  const { parting } = again;
  return {
    what,
    parting: parting !== null && parting.turn <= most ? parting : null,
    played: measured(fold(journal).committed.map(({ commit }) => commit)),
    without: measured(again.turns),
  };
}

const WORDS: Readonly<Record<Without, string>> = {
  rulings: "rulings",
  injects: "injects by hand",
  both: "rulings and injects by hand",
};

/** The two told beside each other. */
export function withoutLines(
  { setup, file: { measures: asked } }: Scenario,
  beside: WithoutHand,
  width: number,
): Line[] {
  return besideLines(setup, { ...beside, asked, what: WORDS[beside.what] }, width);
}
