import { seatName } from "../../ports.ts";
import type { State } from "../../state.ts";
import { type Line, line, tone } from "../../text/span.ts";

/** Every person has sealed: what is left is for White to look, or to adjudicate. */
export function viewReady({ game, card }: State): Line[] {
  const people = game?.people ?? [];
  const white = game?.white ?? null;
  const next =
    white === null
      ? " to adjudicate, or a number to let that seat think again."
      : ": White looks at the draft. A number: that seat thinks again.";
  return [
    line(),
    line(tone("title", `All orders for turn ${game?.turn ?? ""} are sealed and saved.`)),
    line(),
    ...people.map((seat, at) =>
      line("  ", tone("key", String(at + 1)), `  ${seatName(card, seat)}: sealed`),
    ),
    ...(people.length === 0 ? [line("  Every seat follows a policy.")] : []),
    line(),
    line("Press ", tone("key", "Enter"), next),
  ];
}
