import type { State } from "../../state.ts";
import { type Line, line, tone, wrap } from "../../text/span.ts";

/** The orders of a packet are sealed in a file: where it is, and what becomes of it. */
export function viewSent({ game }: State, columns: number): Line[] {
  const told = wrap(`Give this file to White: ${game?.file ?? ""}`, columns - 2);
  return [
    line(),
    line(tone("title", ` Your orders for turn ${game?.turn ?? ""} are sealed.`)),
    line(),
    ...told.map((row) => line(" ", tone("strong", row))),
    line(),
    ...wrap(
      "Until White has adjudicated you may change them and seal again; then White must be given the file anew.",
      columns - 2,
    ).map((row) => line(" ", row)),
    line(),
    line(" ", tone("key", "Enter"), " leave   ", tone("key", "c"), " change the orders"),
  ];
}
