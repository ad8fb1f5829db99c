import type { State } from "../state.ts";
import { type Line, line, tone, wrap } from "../text/span.ts";
import { BACK, SKIP } from "./follow.ts";

/** What the tutorial says now: its step, or what to do when it is over; null when there is none. */
export function coachWords({ coach }: State): {
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly readOnly: boolean;
} | null {
  if (coach === null) return null;
  const { steps, next } = coach.tutorial;
  const step = steps[coach.at];
  if (step === undefined)
    return { title: "The tutorial is done", text: next, place: "", readOnly: true };
  const { title, text, until } = step;
  const place = `step ${coach.at + 1} of ${steps.length}`;
  return { title, text, place, readOnly: until.kind === "read" };
}

/** The tutorial's step in a few rows above the screen; none when nothing is taught. */
export function coachLines(state: State, columns: number): Line[] {
  const words = coachWords(state);
  if (words === null) return [];
  const { title, text, place, readOnly } = words;
  const rows = wrap(text, columns - 4);
  const keys =
    place === ""
      ? []
      : [
          tone("dim", `  ${place}  `),
          tone("key", SKIP),
          tone("dim", readOnly ? " next  " : " skips  "),
          tone("key", BACK),
          tone("dim", " back"),
        ];
  return [
    line(tone("accent", "▌ "), tone("strong", title), ...keys),
    ...rows.map((row) => line(tone("accent", "▌ "), row)),
  ];
}
