import { type Clock, partOfDay, turnStart } from "../engine/index.ts";
import { MONTHS } from "./dates.ts";
import type { MeasureAsked } from "./measures.ts";
import { nameOf, type Names } from "./names.ts";

/** What is asked of runs, as it can be put into words. */
export interface QuestionTold {
  /** Of a measure that every run has, its title alone. */
  readonly asked: MeasureAsked | { readonly title: string; readonly kind?: undefined };
  /** The turn, of a time; null where the measure itself is asked for. */
  readonly by: number | null;
  /** Whether the measure is a turn, and how many turns stand for one that did not come. */
  readonly isTime: boolean;
  readonly turns: number;
}

/** "the chance that the town has fallen by 4 May", "the mean of “Flint dead”". */
export function questionWords(
  names: Names,
  clock: Clock,
  { asked, by, isTime, turns }: QuestionTold,
): string {
  if (by !== null) return `the chance ${cameWords(names, asked)} by ${endOfTurn(clock, by)}`;
  if (asked.kind === "held-at-end") {
    return `the chance that ${nameOf(names, "places", asked.subject)} is held at the end`;
  }
  const restricted = isTime ? ` (a turn; ${turns} where it did not come)` : "";
  return `the mean of "${asked.title}"${restricted}`;
}

function cameWords(names: Names, asked: QuestionTold["asked"]): string {
  switch (asked.kind) {
    case "fall":
      return `that ${nameOf(names, "places", asked.subject)} has fallen`;
    case "entry":
      return `that ${nameOf(names, "places", asked.subject)} has been entered`;
    case "first-assault":
      return `that ${nameOf(names, "places", asked.subject)} has been assaulted`;
    case "left":
      return `that ${nameOf(names, "contingents", asked.subject)} has gone`;
    default:
      return `of "${asked.title}"`;
  }
}

/** "4 May" for the last turn of a date, else "4 May, day". */
function endOfTurn(clock: Clock, turn: number): string {
  const { date } = turnStart(clock, turn);
  const [, month, day] = date.split("-").map(Number);
  const words = `${day} ${MONTHS[(month as number) - 1]}`;
  if (turnStart(clock, turn + 1).date !== date) return words;
  return `${words}, ${partOfDay(clock, turn)}`;
}

/** The last turn that begins on a date (1938-05-04), up to the last of the game; undefined for none. */
export function turnOfDate(clock: Clock, date: string, turns: number): number | undefined {
  const all = Array.from({ length: turns }, (_, at) => at + 1);
  return all.findLast((turn) => turnStart(clock, turn).date === date);
}
